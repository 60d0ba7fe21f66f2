"""The owner's review at 10 k and 1 M acts: how long each call keeps the store, which is what the counter could feel."""

from __future__ import annotations

import random
import shutil
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.act_groups import ActGroup
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.review import ActFilter, VerifyState
from outlet_app.store import connection
from outlet_app.store.store import Entry
from tests.builders import draft
from tests.outlets import OWNER_PASSWORD, QUICK, Clock, make_outlet

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services.review import Review

FOLDER = Path(__file__).resolve().parents[2] / "out" / "bench"
SIZES = (10_000, 1_000_000)
DAYS = 400
WAYBILLS = 200
ROUNDS = 20
"""Of each call; the median is told."""

_BEGAN = datetime(2025, 10, 1, 1, tzinfo=UTC)
_TOLD_EACH = 100_000
_LIFE = (ActivityKind.ACCEPTED, ActivityKind.LABEL_TAKEN, ActivityKind.PRINTED, ActivityKind.PRINTED_WITHOUT_CODE)
"""Of most waybills; one in a hundred transactions concerns one of the 200 that are kept in full."""


def build(size: int) -> Path:
    """An outlet whose record holds `size` acts over 400 days, two to a transaction, made when it is not there yet."""
    folder = FOLDER / f"review-{size}"
    if not (folder / "built").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        # Building takes the store's own way in; only what costs time and changes no byte of the file is left out.
        connection._MEMORY_SECURITY = "OFF"
        connection._LOG_PAGES = 100_000
        _fill(folder, size)
        (folder / "built").touch()
    return folder


def _fill(folder: Path, size: int) -> None:
    chance, clock = random.Random(size), Clock(_BEGAN)
    chen = make_outlet(folder, clock).chen()
    known = [chen.entry.accept(draft(), None).record_id for _ in range(WAYBILLS)]
    for n in range(chen.session.store.checkpoint().n, size, len(_LIFE)):
        clock.now = _BEGAN + timedelta(days=n * DAYS / size)
        record_id = chance.choice(known) if chance.randrange(100) == 0 else chance.randbytes(16)
        for kinds in _LIFE[:2], _LIFE[2:]:
            chen.session.write(*(Entry(Activity(kind, record_id)) for kind in kinds))
        if n % _TOLD_EACH < len(_LIFE):
            sys.stderr.write(f"built {n} of {size}\n")
    chen.session.store.close()


def measure(folder: Path) -> dict[str, float]:
    """Milliseconds of each call, the median of 20; the first page's first time apart."""
    clock = Clock(_BEGAN)
    clock.move(days=DAYS)
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    entrance = Entrance(keys, clock=clock)
    services = entrance.sign_in(entrance.tiles()[0].account_id, OWNER_PASSWORD)
    review = services.review
    found = {"first page, cold": _milliseconds(lambda: review.acts(ActFilter()))}
    day, number = review.days(9)[-1], _a_number(review)
    rare = ActFilter(group=ActGroup.STAFF)
    middle = services.session.store.checkpoint().n // 2
    for name, call in {
        "first page": lambda: review.acts(ActFilter()),
        "page in the middle": lambda: review.acts(ActFilter(), before=middle),
        "one look for a rare act": lambda: review.acts(rare, before=middle),
        "a day's page": lambda: review.acts(ActFilter(day=day)),
        "a waybill's acts": lambda: review.acts(ActFilter(number=number)),
        "a day's totals": lambda: review.totals(day),
        "the days to choose": lambda: review.days(DAYS),
    }.items():
        found[name] = sorted(_milliseconds(call) for _ in range(ROUNDS))[ROUNDS // 2]
    found |= _verifying(review)
    services.session.store.close()
    return found


def _verifying(review: Review) -> dict[str, float]:
    """The longest portion, and microseconds an act over the first 50,000 acts."""
    state = review.begin_verify()
    state = replace(state, goal=min(state.goal, 50_000))
    portions: list[float] = []
    while state.state is VerifyState.RUNNING:
        began = time.perf_counter()
        state = review.verify_portion(state)
        portions.append((time.perf_counter() - began) * 1000)
    portions.sort()
    return {
        "a portion of verifying": portions[len(portions) // 2],
        "its slowest": portions[-1],
        "verifying, us an act": sum(portions) * 1000 / state.reached.n,
    }


def _a_number(review: Review) -> str:
    return next(act.number for act in review.acts(ActFilter(), limit=1000).acts if act.number)


def _milliseconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Build what is missing, measure, print the table."""
    found = {size: measure(build(size)) for size in SIZES}
    print(f"{'review, ms':28}" + "".join(f"{size:>12,} acts" for size in SIZES))
    for name in found[SIZES[0]]:
        print(f"{name:28}" + "".join(f"{found[size][name]:17.1f}" for size in SIZES))


if __name__ == "__main__":
    main()
