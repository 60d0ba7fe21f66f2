"""Accepting, the database's part, against the same masked row inserted durably into plain SQLite, at 10 k and 1 M."""

from __future__ import annotations

import contextlib
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.store import connection, number_ranges
from tests.bench import outlet_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from outlet_app.store.store import Store

SIZES = (10_000, 1_000_000)
WARM_UP = 300
ROUNDS = 1000
_COUNTED = 100


def measure(security: str) -> list[tuple[float, float]]:
    """Median microseconds of one accept and one plain insert at each size: ours, plain, ours, plain.

    Each by the clock and in processor time, which leaves out the waiting for the disk. All four are taken in turn, in
    random order, so that whatever else the machine does falls on all of them alike.
    """
    connection._MEMORY_SECURITY = security
    chance = random.Random(1)
    with contextlib.ExitStack() as opened:
        acts = [act for size in SIZES for act in _acts(size, chance, opened)]
        times: list[list[tuple[float, float]]] = [[] for _ in acts]
        for _ in range(WARM_UP + ROUNDS):
            for place in chance.sample(range(len(acts)), len(acts)):
                times[place].append(acts[place]())
    return [(_median([wall for wall, _ in each]), _median([busy for _, busy in each])) for each in times]


def _acts(
    size: int, chance: random.Random, opened: contextlib.ExitStack
) -> Iterator[Callable[[], tuple[float, float]]]:
    """Accepting at `size` and its plain peer, each timing itself; the rows are made beforehand."""
    plain = outlet_rows.plain_database(outlet_rows.FOLDER / f"plain-{size}.db")
    opened.callback(plain.close)
    store = opened.enter_context(outlet_rows.open_store(outlet_rows.FOLDER / f"outlet-{size}.db"))
    rows = outlet_rows.new_rows(chance, _free(store), outlet_rows.clock())
    others = outlet_rows.new_rows(chance, (f"PL{value:012d}" for value in count(time.time_ns())), outlet_rows.clock())

    def accept() -> tuple[float, float]:
        sealed, wrap = next(rows)
        start, busy = time.perf_counter(), time.thread_time()
        store.write(outlet_rows.CLERK, *outlet_rows.entries(sealed, wrap))
        return time.perf_counter() - start, time.thread_time() - busy

    def insert() -> tuple[float, float]:
        sealed, _ = next(others)
        start, busy = time.perf_counter(), time.thread_time()
        plain.execute("BEGIN IMMEDIATE")
        outlet_rows.insert_plain(plain, sealed)
        plain.execute("COMMIT")
        return time.perf_counter() - start, time.thread_time() - busy

    yield accept
    yield insert


def count_fsyncs(size: int) -> str:
    """Fsyncs of 100 accepts, counted by strace; the first write after the log was emptied is not among them."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        strace = ["strace", "-f", "-e", "trace=fsync,fdatasync,msync,write", "-o", str(trace)]
        subprocess.run([*strace, sys.executable, __file__, "count", str(size)], check=True, stderr=subprocess.DEVNULL)
        between = trace.read_text(encoding="utf-8", errors="replace").split("COUNT")
    return f"{len(re.findall(r'(fsync|fdatasync|msync)[(]', between[1])) / _COUNTED:.2f}"


def accept_counted(size: int) -> None:
    """What `count_fsyncs` watches."""
    with outlet_rows.open_store(outlet_rows.FOLDER / f"outlet-{size}.db") as store:
        rows = outlet_rows.new_rows(random.Random(2), _free(store), outlet_rows.clock())
        store.write(outlet_rows.CLERK, *outlet_rows.entries(*next(rows)))
        for mark in (True, False):
            sys.stderr.write("COUNT\n")
            for _ in range(_COUNTED if mark else 0):
                store.write(outlet_rows.CLERK, *outlet_rows.entries(*next(rows)))


def main() -> None:
    """Build what is missing, measure in fresh processes, print the table."""
    for size in SIZES:
        subprocess.run([sys.executable, __file__, "build", str(size)], check=True)
    print("accept, database part: by the clock | in processor time (goals: ratio <= 3.5, growth <= 1.2)")
    print("memory security    waybills     ours us  plain us  ratio  growth |   ours us  plain us  ratio  growth")
    for security in ("ON", "OFF"):
        child = [sys.executable, __file__, "measure", security]
        found = json.loads(subprocess.run(child, check=True, stdout=subprocess.PIPE).stdout)
        for size, ours, plain in zip(SIZES, found[::2], found[1::2], strict=True):
            columns = [
                f"{mine:9.0f} {its:9.0f} {mine / its:6.2f} {mine / first:7.2f}"
                for mine, its, first in zip(ours, plain, found[0], strict=True)
            ]
            print(f"{security:15} {size:11,}   {' | '.join(columns)}")
    print(f"fsyncs of one accept   {count_fsyncs(SIZES[0])} (goal 1.00)")


def _free(store: Store) -> Iterator[str]:
    while True:
        yield number_ranges.next_free(store.reader, outlet_rows.CARRIER)


def _median(times: list[float]) -> float:
    return sorted(times[WARM_UP:])[ROUNDS // 2] * 1e6


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["build", size]:
            outlet_rows.build(int(size))
        case ["measure", security]:
            print(json.dumps(measure(security)))
        case ["count", size]:
            accept_counted(int(size))
        case _:
            main()
