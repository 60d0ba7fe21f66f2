"""A day of 600 parcels by real key events and scans: 300 accepted, 300 arrived, 280 collected, 4 lists, 12 odd cases.

Takes a quarter of an hour; `dev.py day`. Where it may, it takes a higher priority than other work on this machine, so
that no scan is broken apart.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.journeys import x_screen
from tests.journeys.day_end_check import After, after
from tests.journeys.the_day import ODD, Day, Plan, play

PLAN = Plan(accepted=300, arrived=300, collected=280)


def faults_of(day: Day, then: After, plan: Plan) -> list[str]:
    """What does not hold; empty for a day that is as it must be."""
    cash, traffic = then.account.total.cash, then.account.total.traffic
    claims = {
        "cash is right to the fen": cash.drawer_fen == day.fees_fen + day.refunds_fen + day.cod_fen,
        "every parcel is counted once": (traffic.accepted, traffic.arrived, traffic.collected)
        == (plan.accepted, plan.arrived, plan.collected),
        "no number is used twice": len(set(then.numbers)) == len(then.numbers) == plan.accepted,
        "everything accepted has left": len(then.gone) == plan.accepted,
        "no file holds a wrap of what left": not then.found and not then.standing,
        "four lists are closed": day.lists == len(then.account.lists) == 4,
        "twelve odd cases were played": day.odd == ODD,
        "the record of the day follows": then.account.whole,
        "the program ended in order": (day.code, day.complaints) == (0, ""),
    }
    return [claim for claim, holds in claims.items() if not holds]


def main(arguments: list[str]) -> int:
    """Play it and print the table; `arguments` are the three numbers of another plan. Non-zero where a claim fails."""
    if (reason := x_screen.why_not()) is not None:
        _say(reason)
        return 1
    plan = Plan(*map(int, arguments)) if arguments else PLAN
    with suppress(PermissionError):
        os.nice(-10)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="outlet-app-day-", ignore_cleanup_errors=True) as temporary:
        day = play(Path(temporary), plan)
        then = after(day, Path(temporary))
    cash = then.account.total.cash
    _say("\n".join(day.table()))
    counts = f"{plan.accepted} accepted, {plan.arrived} arrived, {plan.collected} collected"
    _say(f"{counts}, {day.lists} lists, {day.odd} odd")
    _say(f"drawer {cash.drawer_fen / 100:.2f} yuan; wraps seen {len(day.wraps)}, left in any file {len(then.found)}")
    faults = faults_of(day, then, plan)
    verdict = f"fails: {', '.join(faults)}" if faults else "everything holds"
    _say(f"{time.monotonic() - began:.0f} s; {verdict}")
    return 1 if faults else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
