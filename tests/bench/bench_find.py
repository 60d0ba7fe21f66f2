"""Finding a waybill by its number, a tail, or a first character and a tail, at 10 k and 1 M.

Against plain sqlite3 with the same rows, indexes and queries.
"""

from __future__ import annotations

import contextlib
import random
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.store import waybill_search, waybills
from outlet_app.store.connection import Reader
from tests.bench import outlet_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from outlet_app.store.waybills import KeptWaybill

    Finder = Callable[["MaskedKey"], Sequence[KeptWaybill]]

SIZES = (10_000, 1_000_000)
WARM_UP = 300
ROUNDS = 2000
GOAL_RATIO, GOAL_GROWTH = 2.5, 3.0


@dataclass(frozen=True)
class MaskedKey:
    """What is known of one waybill that is looked for."""

    number: str
    tail: str
    initial: str


@dataclass(frozen=True)
class Measured:
    """Medians of one finder: microseconds by the clock and in processor time, and the rows that came."""

    wall: float
    busy: float
    rows: float


KINDS: dict[str, Callable[[Reader, MaskedKey], Sequence[KeptWaybill]]] = {
    "number": lambda reader, key: waybills.by_number(reader, key.number),
    "tail": lambda reader, key: waybill_search.by_tail(reader, key.tail).rows,
    "character and tail": lambda reader, key: waybill_search.by_tail(reader, key.tail, (key.initial,)).rows,
}


def measure(kind: str) -> list[Measured]:
    """One kind of key, at each size: ours, plain, ours, plain.

    Waybills at random, all four finders in turn and in random order; each is heard only when it finds something.
    """
    chance = random.Random(1)
    with contextlib.ExitStack() as opened:
        finders = [(size, find, keys) for size in SIZES for find, keys in _finders(kind, size, chance, opened)]
        times: list[list[Measured]] = [[] for _ in finders]
        for step in range(WARM_UP + ROUNDS):
            for place in chance.sample(range(len(finders)), len(finders)):
                _, find, keys = finders[place]
                start, busy = time.perf_counter(), time.thread_time()
                found = find(keys[step])
                times[place].append(Measured(time.perf_counter() - start, time.thread_time() - busy, len(found)))
                assert found
    return [_median(each) for each in times]


def _finders(
    kind: str, size: int, chance: random.Random, opened: contextlib.ExitStack
) -> list[tuple[Finder, list[MaskedKey]]]:
    """The look-up over the outlet, and the very same look-up over its plain peer, for the same waybills."""
    sealed_path, plain_path = outlet_rows.build(size)
    keys = _keys(plain_path, size, chance)
    plain = outlet_rows.plain_database(plain_path)
    opened.callback(plain.close)
    store = opened.enter_context(outlet_rows.open_store(sealed_path))
    return [(partial(KINDS[kind], reader), keys) for reader in (store.reader, Reader(plain, plain_path))]


def _keys(plain_path: Path, size: int, chance: random.Random) -> list[MaskedKey]:
    """What is known of waybills at random; read by a connection of its own, so that nobody's cache holds their rows."""
    plain = outlet_rows.plain_database(plain_path)
    reader = Reader(plain, plain_path)
    numbers = [f"YT{chance.randrange(size):012d}" for _ in range(WARM_UP + ROUNDS)]
    masked = [waybills.by_number(reader, number)[0].masked for number in numbers]
    plain.close()
    return [MaskedKey(each.number, each.recipient.tail, each.recipient.initial) for each in masked]


def _median(times: list[Measured]) -> Measured:
    heard = times[WARM_UP:]
    wall, busy = sorted(each.wall for each in heard), sorted(each.busy for each in heard)
    return Measured(wall[ROUNDS // 2] * 1e6, busy[ROUNDS // 2] * 1e6, sum(each.rows for each in heard) / ROUNDS)


def main() -> None:
    """Measure and print the table."""
    print(f"find: by the clock | in processor time (goals: ratio <= {GOAL_RATIO}, growth <= {GOAL_GROWTH})")
    print("a tail finds more in a larger outlet, up to 20 rows: its growth is told for each row that comes")
    print(
        "key                   waybills  rows     ours us  plain us  ratio  growth |   ours us  plain us  ratio  growth"
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
