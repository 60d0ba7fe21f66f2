"""The owner's flags at 1 M acts: how long the record is read for them, and how long one portion keeps the store.

Uses the outlet of `bench_review` (400 days, 2,500 acts a day, two to a transaction), with 45 days behind it into which
look-ups and reveals are strewn as a busy counter makes them, each in a signed transaction of its own.
"""

from __future__ import annotations

import random
import shutil
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.store import connection
from outlet_app.store.store import Entry
from tests.bench import bench_review
from tests.outlets import OWNER_PASSWORD, QUICK, Clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services

SIZE = 1_000_000
LAST_DAYS = 45
LOOK_UPS_A_DAY, REVEALS_A_DAY = 300, 6
ROUNDS = 10


def build() -> Path:
    """A copy of the review's outlet with the strewn acts behind it, made when it is not there yet."""
    folder = bench_review.FOLDER / f"flags-{SIZE}"
    if not (folder / "built").exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(bench_review.build(SIZE), folder)
        (folder / "built").unlink()
        _strew(folder)
        (folder / "built").touch()
    return folder


def _open(folder: Path, days: float) -> tuple[Services, Clock]:
    clock = Clock(bench_review._BEGAN)
    clock.move(days=days)
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    entrance = Entrance(keys, clock=clock)
    return entrance.sign_in(entrance.tiles()[0].account_id, OWNER_PASSWORD), clock


def _strew(folder: Path) -> None:
    connection._MEMORY_SECURITY = "OFF"
    chance = random.Random(SIZE)
    services, clock = _open(folder, bench_review.DAYS)
    for day in range(LAST_DAYS):
        for step in range(LOOK_UPS_A_DAY + REVEALS_A_DAY):
            clock.now = bench_review._BEGAN + timedelta(days=bench_review.DAYS + day, minutes=1.5 * step)
            services.session.write(Entry(_act(chance, step)))
        for _ in range(1100):
            record_id = chance.randbytes(16)
            services.session.write(*(Entry(Activity(kind, record_id)) for kind in bench_review._LIFE[:2]))
    services.session.store.close()


def _act(chance: random.Random, step: int) -> Activity:
    if step % 50 == 0:
        detail = {"field": "remark", "reason": "call", "by": "scan"}
        return Activity(ActivityKind.REVEALED, chance.randbytes(16), detail)
    return Activity(ActivityKind.SEARCHED, None, {"key": "tail", "hits": int(chance.random() < 0.9)})


def measure(folder: Path) -> dict[str, float]:
    """Milliseconds; the portions' total, median and slowest, then what is asked once all is read."""
    services, clock = _open(folder, bench_review.DAYS + LAST_DAYS)
    desk = services.flags
    before = _resident_mb()
    portions: list[float] = []
    done = False
    while not done:
        began = time.perf_counter()
        so_far = desk.look_on()
        portions.append((time.perf_counter() - began) * 1000)
        done = so_far.is_all
    portions.sort()
    today = outlet_day(clock())
    found = {
        "acts read for flags": float(so_far.of),
        "all of them": sum(portions),
        "a portion": portions[len(portions) // 2],
        "its slowest": portions[-1],
        "us an act": sum(portions) * 1000 / so_far.of,
        "MB more in memory": _resident_mb() - before,
    }
    for name, call in {
        "a day's flags": lambda: desk.flags(today - timedelta(days=1)),
        "the open flags": desk.open_flags,
        "a day's people": lambda: desk.people(today - timedelta(days=1)),
        "thirty days, hours and lines": lambda: desk.days(None, 30),
        "weeks without a review": desk.weeks_unreviewed,
        "news of rules": services.policies.news,
    }.items():
        found[name] = sorted(_milliseconds(call) for _ in range(ROUNDS))[ROUNDS // 2]
    services.session.store.close()
    return found


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


def _milliseconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Build what is missing, measure, print the table."""
    for name, value in measure(build()).items():
        print(f"{name:32}{value:14,.1f}")


if __name__ == "__main__":
    main()
