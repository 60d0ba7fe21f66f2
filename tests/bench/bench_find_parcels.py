"""Finding an arrived parcel by its number, tail or shelf code, and the next place of a shelf, at 10 k and 1 M.

Against plain sqlite3 with the same rows, indexes and queries. A look-up at the counter is this and `bench_find` in one.
"""

from __future__ import annotations

import contextlib
import random
import sys
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.arrived_parcel import ParcelState
from outlet_app.store import parcel_search, shelves
from outlet_app.store.connection import Reader
from tests.bench import outlet_rows, parcel_rows
from tests.bench.bench_find import GOAL_GROWTH, GOAL_RATIO, ROUNDS, SIZES, WARM_UP, Measured, _median

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.arrived_parcel import ArrivedParcel

    Finder = Callable[[ArrivedParcel], int]

_NOW = datetime(2027, 6, 1, tzinfo=UTC)

KINDS: dict[str, Callable[[Reader, ArrivedParcel], int]] = {
    "number": lambda reader, key: len(parcel_search.by_number(reader, key.number).parcels),
    "tail": lambda reader, key: len(parcel_search.by_tail(reader, key.tail).parcels),
    "shelf code": lambda reader, key: len(parcel_search.by_place(reader, key.shelf, key.place).parcels),
    "next place": lambda reader, key: shelves.next_place(reader, key.shelf, _NOW) // 1000 + 1,
    "overdue": lambda reader, _: parcel_search.count_waiting(reader, ParcelState.WAITING, _NOW) // parcel_rows.WAITING,
}
"""Each says how many rows came; the last two tell one thing."""


def measure(kind: str) -> list[Measured]:
    """One kind of key, at each size: ours, plain, ours, plain; as `bench_find.measure`, of which half wait here."""
    chance = random.Random(1)
    with contextlib.ExitStack() as opened:
        finders = [(find, keys) for size in SIZES for find, keys in _finders(kind, size, chance, opened)]
        times: list[list[Measured]] = [[] for _ in finders]
        for step in range(WARM_UP + ROUNDS):
            for place in chance.sample(range(len(finders)), len(finders)):
                find, keys = finders[place]
                start, busy = time.perf_counter(), time.thread_time()
                found = find(keys[step])
                times[place].append(Measured(time.perf_counter() - start, time.thread_time() - busy, found))
                assert found
    return [_median(each) for each in times]


def _finders(
    kind: str, size: int, chance: random.Random, opened: contextlib.ExitStack
) -> list[tuple[Finder, list[ArrivedParcel]]]:
    sealed_path, plain_path = parcel_rows.build(size)
    plain = parcel_rows.plain_database(plain_path)
    opened.callback(plain.close)
    store = opened.enter_context(outlet_rows.open_store(sealed_path))
    keys = _keys(plain_path, size, chance)
    return [(partial(KINDS[kind], reader), keys) for reader in (store.reader, Reader(plain, plain_path))]


def _keys(plain_path: Path, size: int, chance: random.Random) -> list[ArrivedParcel]:
    """Parcels at random, every second one of those that wait; read by a connection of its own."""
    plain = parcel_rows.plain_database(plain_path)
    reader = Reader(plain, plain_path)
    begins = (0, size - parcel_rows.WAITING)
    places = [chance.randrange(begins[step % 2], size) for step in range(WARM_UP + ROUNDS)]
    found = [parcel_search.by_number(reader, parcel_rows.number_of(place)).parcels[0] for place in places]
    plain.close()
    return found


def main() -> None:
    """Measure and print the table."""
    print(f"find parcels: by the clock | in processor time (goals: ratio <= {GOAL_RATIO}, growth <= {GOAL_GROWTH})")
    print("a tail and a shelf code find more in a larger outlet: growth is told for each row that comes")
    print(
        "key                    parcels  rows     ours us  plain us  ratio  growth |   ours us  plain us  ratio  growth"
    )
    for kind in KINDS:
        found = measure(kind)
        for size, ours, plain in zip(SIZES, found[::2], found[1::2], strict=True):
            columns = [
                f"{mine:9.0f} {its:9.0f} {mine / its:6.2f} {mine / ours.rows / first:7.2f}"
                for mine, its, first in (
                    (ours.wall, plain.wall, found[0].wall / found[0].rows),
                    (ours.busy, plain.busy, found[0].busy / found[0].rows),
                )
            ]
            print(f"{kind:20}{size:10,} {ours.rows:5.1f}   {' | '.join(columns)}")


if __name__ == "__main__":
    main()
