"""Accepting, the database's part, against the same masked row inserted durably into plain SQLite, at 10 k and 1 M."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.store import connection, number_ranges
from tests.bench import outlet_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.store.store import Store

SIZES = (10_000, 1_000_000)
WARM_UP = 400
ROUNDS = 1500
_COUNTED = 100


def measure(size: int, security: str) -> dict[str, float]:
    """Median and mean microseconds of one accept and of one plain insert, taken in turn, in random order."""
    connection._MEMORY_SECURITY = security
    sealed_path, plain_path = (outlet_rows.FOLDER / f"{kind}-{size}.db" for kind in ("outlet", "plain"))
    plain = outlet_rows.plain_database(plain_path)
    chance = random.Random(1)
    ours: list[float] = []
    theirs: list[float] = []
    with outlet_rows.open_store(sealed_path) as store:
        rows = outlet_rows.new_rows(chance, _free(store), outlet_rows.clock())
        for sealed, wrap in (next(rows) for _ in range(WARM_UP + ROUNDS)):

            def accept() -> None:
                start = time.perf_counter()
                store.write(outlet_rows.CLERK, *outlet_rows.entries(sealed, wrap))  # noqa: B023  called before it changes
                ours.append(time.perf_counter() - start)

            def insert() -> None:
                start = time.perf_counter()
                plain.execute("BEGIN IMMEDIATE")
                outlet_rows.insert_plain(plain, sealed)  # noqa: B023  called before it changes
                plain.execute("COMMIT")
                theirs.append(time.perf_counter() - start)

            for act in chance.sample((accept, insert), 2):
                act()
    plain.close()
    return {"ours": _median(ours), "plain": _median(theirs), "mean": _mean(ours), "plain mean": _mean(theirs)}


def count_fsyncs(size: int) -> str:
    """Fsyncs of 100 accepts, counted by strace; the first write after the log was emptied is not among them."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        strace = ["strace", "-f", "-e", "trace=fsync,fdatasync,msync,write", "-o", str(trace)]
        subprocess.run([*strace, sys.executable, __file__, "count", str(size)], check=True)
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
    found: dict[tuple[int, str], dict[str, float]] = {}
    for size in SIZES:
        subprocess.run([sys.executable, __file__, "build", str(size)], check=True)
        for security in ("ON", "OFF"):
            child = [sys.executable, __file__, "measure", str(size), security]
            found[size, security] = json.loads(subprocess.run(child, check=True, stdout=subprocess.PIPE).stdout)
    print(
        "accept, database part     waybills    ours us (mean)    plain us (mean)"
        "   ratio (goal <= 3.5)   growth (goal <= 1.2)"
    )
    for (size, security), each in found.items():
        growth = each["ours"] / found[SIZES[0], security]["ours"]
        print(
            f"memory security {security:3}   {size:12,}   {each['ours']:7.0f} ({each['mean']:.0f})"
            f"   {each['plain']:7.0f} ({each['plain mean']:.0f})"
            f"   {each['ours'] / each['plain']:12.2f}   {growth:18.2f}"
        )
    print(f"fsyncs of one accept   {count_fsyncs(SIZES[0])} (goal 1.00)")


def _free(store: Store) -> Iterator[str]:
    while True:
        yield number_ranges.next_free(store.reader, outlet_rows.CARRIER)


def _median(times: list[float]) -> float:
    return sorted(times[WARM_UP:])[ROUNDS // 2] * 1e6


def _mean(times: list[float]) -> float:
    return sum(times[WARM_UP:]) / ROUNDS * 1e6


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["build", size]:
            outlet_rows.build(int(size))
        case ["measure", size, security]:
            print(json.dumps(measure(int(size), security)))
        case ["count", size]:
            accept_counted(int(size))
        case _:
            main()
