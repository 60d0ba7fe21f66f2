"""Kills a counter while its database is checked whole, at random moments, each time at a copy of the same outlet."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import check_aftermath, soak
from tests.faults.checking import CHILD
from tests.outlets import Outlet, copy_of

_LONGEST_S = {"closing": 0.45, "now": 0.3}


def make(folder: Path) -> dict[bool, Outlet]:
    """One outlet with a damaged page, and one that is sound."""
    return {damaged: check_aftermath.template(folder / str(damaged), damaged=damaged) for damaged in (True, False)}


def one_round(outlets: dict[bool, Outlet], one: soak.Round) -> None:
    """Kill it; everybody works on, and what is damaged is named in the end."""
    damaged, work = one.chance.choice((True, False)), one.chance.choice(tuple(_LONGEST_S))
    outlet = copy_of(outlets[damaged], one.place)
    said = soak.killed_after((CHILD, one.place, work), one.moment(_LONGEST_S[work]))
    recorded = check_aftermath.check(outlet, damaged=damaged)
    one.seen.update({work: 1, "damaged": damaged, "told": "checked" in said, "recorded before the end": recorded > 0})


if __name__ == "__main__":
    soak.play(make, one_round, "damage always named in the end, everybody works on")
