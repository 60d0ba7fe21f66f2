"""What an outlet takes: its file beside plain SQLite, and memory with a million waybills open beside an empty outlet.

The file's peer keeps the same waybills and acts, and the personal data as columns: names, phones and whole addresses of
the usual length instead of the masked ones. It has the same indexes; no sealed details, wraps, hashes or signatures.
"""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.store import activities, waybills
from tests.bench import outlet_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.store.store import Store

SIZES = (10_000, 1_000_000)
EMPTY, FULL = 0, 1_000_000
FINDS = 3000
PORTION = 20_000
GOAL_RATIO, GOAL_MIB = 1.6, 80

_ACTS = """CREATE TABLE acts (
    n INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, account_id BLOB NOT NULL, station TEXT NOT NULL, kind TEXT NOT NULL,
    record_id BLOB, detail TEXT NOT NULL
) STRICT;
CREATE INDEX acts_by_record ON acts (record_id) WHERE record_id IS NOT NULL;
CREATE INDEX acts_by_time ON acts (at_ms)"""
_OPEN = """UPDATE waybills SET
    sender_name = sender_initial || '晓明', sender_phone = '1380013' || sender_tail,
    sender_road = '文一西路' || (waybill_id % 999) || '号3号楼2单元' || (waybill_id % 30) || '01室',
    recipient_name = recipient_initial || '丽华', recipient_phone = '1390013' || recipient_tail,
    recipient_road = '建设大道' || (waybill_id % 777) || '号阳光花园12幢' || (waybill_id % 28) || '02室'"""


def build_peer(size: int) -> Path:
    """The plain file of `size` waybills with everybody's data in the open, made when it is not there yet."""
    sealed_path, plain_path = outlet_rows.build(size)
    path = outlet_rows.FOLDER / f"open-{size}.db"
    if not path.exists():
        building = path.with_suffix(".building")
        building.unlink(missing_ok=True)
        with outlet_rows.open_store(sealed_path) as store:
            _copy(store, plain_path, building)
        building.rename(path)
    return path


def _copy(store: Store, plain_path: Path, path: Path) -> None:
    source = outlet_rows.plain_database(plain_path)
    peer = sqlite3.connect(path, isolation_level=None)
    source.backup(peer)
    source.close()
    peer.execute("PRAGMA journal_mode=OFF")
    peer.execute(_OPEN)
    for statement in _ACTS.split(";\n"):
        peer.execute(statement)
    peer.execute("BEGIN")
    peer.executemany("INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?)", _acts(store))
    peer.execute("COMMIT")
    peer.execute("VACUUM")
    peer.close()


def _acts(store: Store) -> Iterator[tuple[object, ...]]:
    n = 0
    while portion := activities.after(store.reader, n, PORTION):
        for act in portion:
            yield act.n, act.at_ms, act.account_id, act.station, act.kind, act.record_id, act.detail
        n = portion[-1].n


def memory_mib(size: int) -> float:
    """Resident memory of this process with the outlet of `size` waybills open, after many finds all over it."""
    chance = random.Random(1)
    with outlet_rows.open_store(outlet_rows.build(size)[0]) as store:
        for _ in range(FINDS):
            waybills.by_number(store.reader, f"YT{chance.randrange(max(size, 1)):012d}")
        status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main() -> None:
    """Build what is missing, measure, print the table."""
    print(f"{'file size, MB':16}{'ours':>10}{'open':>10}{'ratio':>8}   (goal <= {GOAL_RATIO})")
    for size in SIZES:
        ours, theirs = (path.stat().st_size / 1e6 for path in (outlet_rows.build(size)[0], build_peer(size)))
        print(f"{size:16,}{ours:10.0f}{theirs:10.0f}{ours / theirs:8.2f}")
    child = [sys.executable, __file__, "memory"]
    empty, full = (
        float(subprocess.run([*child, str(size)], check=True, stdout=subprocess.PIPE).stdout) for size in (EMPTY, FULL)
    )
    more = f"+ {full - empty:.0f} (goal <= {GOAL_MIB})"
    print(f"memory, MiB: empty outlet {empty:.0f}, {FULL:,} waybills {full:.0f}: {more}")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["memory", size]:
            print(memory_mib(int(size)))
        case _:
            main()
