"""Finding a waybill by its number, against plain sqlite3 with the same rows, indexes and query, at 10 k and 1 M."""

from __future__ import annotations

import contextlib
import random
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.store import waybills
from outlet_app.store.connection import Reader
from tests.bench import outlet_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.store.waybills import KeptWaybill

    Finder = Callable[[str], list[KeptWaybill]]

SIZES = (10_000, 1_000_000)
WARM_UP = 500
ROUNDS = 3000
GOAL_RATIO, GOAL_GROWTH = 2.5, 3.0


def measure() -> list[tuple[float, float]]:
    """Median microseconds of one find at each size: ours, plain, ours, plain; by the clock and in processor time.

    Numbers at random, all four finders in turn and in random order; each is heard only when it finds its waybill.
    """
    chance = random.Random(1)
    with contextlib.ExitStack() as opened:
        finders = [(size, find) for size in SIZES for find in _finders(size, opened)]
        times: list[list[tuple[float, float]]] = [[] for _ in finders]
        for _ in range(WARM_UP + ROUNDS):
            for place in chance.sample(range(len(finders)), len(finders)):
                size, find = finders[place]
                number = f"YT{chance.randrange(size):012d}"
                start, busy = time.perf_counter(), time.thread_time()
                found = find(number)
                times[place].append((time.perf_counter() - start, time.thread_time() - busy))
                assert [each.masked.number for each in found] == [number]
    return [(_median([wall for wall, _ in each]), _median([busy for _, busy in each])) for each in times]


def _finders(size: int, opened: contextlib.ExitStack) -> list[Finder]:
    """The look-up over the outlet, and the very same look-up over its plain peer."""
    sealed_path, plain_path = outlet_rows.build(size)
    plain = outlet_rows.plain_database(plain_path)
    opened.callback(plain.close)
    store = opened.enter_context(outlet_rows.open_store(sealed_path))
    return [partial(waybills.by_number, reader) for reader in (store.reader, Reader(plain, plain_path))]


def _median(times: list[float]) -> float:
    return sorted(times[WARM_UP:])[ROUNDS // 2] * 1e6


def main() -> None:
    """Measure and print the table."""
    found = measure()
    print(f"find by number: by the clock | in processor time (goals: ratio <= {GOAL_RATIO}, growth <= {GOAL_GROWTH})")
    print("   waybills     ours us  plain us  ratio  growth |   ours us  plain us  ratio  growth")
    for size, ours, plain in zip(SIZES, found[::2], found[1::2], strict=True):
        columns = [
            f"{mine:9.0f} {its:9.0f} {mine / its:6.2f} {mine / first:7.2f}"
            for mine, its, first in zip(ours, plain, found[0], strict=True)
        ]
        print(f"{size:11,}   {' | '.join(columns)}")


if __name__ == "__main__":
    main()
