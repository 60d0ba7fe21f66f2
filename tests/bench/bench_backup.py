"""A checked backup beside `cp` and SHA-256 of the same file, and what the counter and the window feel meanwhile.

`python tests/bench/bench_backup.py [size ...]`: sizes of the outlets of `outlet_rows`, built when they are not there.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import statistics
import sys
import threading
import time
from itertools import count, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Self

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.sealing import backup_head
from outlet_app.sealing.key_file import KeyFile
from outlet_app.sealing.owner_seed import new_owner_seed
from outlet_app.services import backup
from outlet_app.store import backup_copy, backup_file, waybills
from outlet_app.store.backup_copy import BackupStage
from tests.bench import outlet_rows
from tests.bench.outlet_rows import CLERK, FOLDER, OUTLET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.store.backup_copy import BackupProgress
    from outlet_app.store.store import Store

SIZES = (10_000, 1_000_000)
ACCEPT_EACH_S = 0.05
"""Twenty parcels a second: more than any counter, so that every moment of a backup meets one."""

TICK_S = 0.002
QUIET_S = 10.0
_MB = 1_000_000


def copied_and_hashed(source: Path, target: Path) -> float:
    """Seconds of `cp`, fsync, and SHA-256 of the copy: the least that anybody does."""
    began = time.perf_counter()
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    with target.open("rb") as file:
        hashlib.file_digest(file, "sha256")
    return time.perf_counter() - began


class Counter:
    """Accepts in a thread of its own, as the data lane does; `waits_s` is how long each accept's commit took."""

    def __init__(self, store: Store) -> None:
        self.waits_s: list[float] = []
        self._store = store
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        numbers: Iterator[str] = (f"BB{number:013}" for number in count(int(time.time()) * 1000))
        for sealed, wrap in outlet_rows.new_rows(random.Random(1), numbers, outlet_rows.clock()):
            began = time.perf_counter()
            self._store.write(CLERK, waybills.accepted(sealed, wrap))
            self.waits_s.append(time.perf_counter() - began)
            if self._over.wait(ACCEPT_EACH_S):
                return


class Window:
    """Ticks as an event loop does; `worst_s` is the longest time beyond a tick in which it could do nothing."""

    def __init__(self) -> None:
        self.worst_s = 0.0

    def watch(self, thread: threading.Thread) -> None:
        """Tick in this thread until the other has ended."""
        before = time.perf_counter()
        while thread.is_alive():
            time.sleep(TICK_S)
            now = time.perf_counter()
            self.worst_s = max(self.worst_s, now - before - TICK_S)
            before = now


def backed_up(store: Store, folder: Path) -> dict[str, float]:
    """Seconds of each stage of one whole backup."""
    key_file = KeyFile(
        outlet_id=OUTLET,
        outlet_name="余杭文一西路网点",
        database_name="outlet-1.db",
        epoch=1,
        generation=1,
        recovery_slot=bytes(61),
        label_key_escrow=bytes(61),
    )
    order = backup.Order(
        folder=folder,
        store=store,
        key_file=key_file,
        owner_public_key=new_owner_seed(OUTLET).public_key,
        began=outlet_rows.clock(),
    )
    part, target = folder / "part.db", folder / "outlet-backup-20261122-130200.oab"
    began: dict[str, float] = {"copying": time.perf_counter()}

    def tell(progress: BackupProgress) -> None:
        if progress.stage is not BackupStage.COPYING:
            began.setdefault(progress.stage.value, time.perf_counter())

    head = backup._copied(order, part, tell)
    began["writing"] = time.perf_counter()
    backup_file.write(backup_head.encode(head), part, target, lambda *_: None)
    backup_copy.remove(part)
    began["end"] = time.perf_counter()
    target.unlink()
    times = list(began.values())
    return dict(zip(began, (after - before for before, after in pairwise(times)), strict=False))


def quiet(store: Store, seconds: float) -> tuple[list[float], float]:
    """What accepts take while nothing else of ours runs, and the window's worst stall: how busy this machine is."""
    window = Window()
    rest = threading.Thread(target=lambda: time.sleep(seconds))
    with Counter(store) as counter:
        rest.start()
        window.watch(rest)
    return counter.waits_s, window.worst_s


def main(sizes: tuple[int, ...]) -> None:
    """Measure and print one block for each size."""
    for size in sizes:
        outlet_rows.build(size)
        scratch = FOLDER / f"backup-{size}"
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        try:
            _measure(size, scratch)
        finally:
            shutil.rmtree(scratch)


def _measure(size: int, scratch: Path) -> None:
    database = scratch / "outlet.db"
    shutil.copyfile(FOLDER / f"outlet-{size}.db", database)
    os.sync()  # or the first commit would wait for these gigabytes
    length = database.stat().st_size
    peer = copied_and_hashed(database, scratch / "peer")
    (scratch / "peer").unlink()
    with outlet_rows.open_store(database) as store:
        stages: dict[str, float] = {}
        thread = threading.Thread(target=lambda: stages.update(backed_up(store, scratch)))
        thread.start()
        Window().watch(thread)
        alone = sum(stages.values())
        _tell(f"{size:,} waybills, {length / _MB:.0f} MB", "", "")
        _tell("cp + fsync + SHA-256", f"{peer:.2f} s", f"{length / _MB / peer:.0f} MB/s")
        _tell(
            "backup, proven, read back", f"{alone:.2f} s", f"{length / _MB / alone:.0f} MB/s, {peer / alone:.2f} of cp"
        )
        for stage, seconds in stages.items():
            _tell(f"  {stage}", f"{seconds:.2f} s", f"{length / _MB / seconds:.0f} MB/s")
        waits_alone, stall_alone = quiet(store, QUIET_S)
        window = Window()
        with Counter(store) as counter:
            busy = threading.Thread(target=lambda: backed_up(store, scratch))
            busy.start()
            window.watch(busy)
        _tell(
            "accept, nothing else",
            f"{1000 * statistics.median(waits_alone):.1f} ms",
            f"worst {1000 * max(waits_alone):.1f} ms, window's worst stall {1000 * stall_alone:.1f} ms",
        )
        waits = counter.waits_s
        _tell("accept, a backup runs", f"{1000 * statistics.median(waits):.1f} ms", f"worst {1000 * max(waits):.1f} ms")
        _tell("window, a backup runs", f"{len(waits)} accepts", f"worst stall {1000 * window.worst_s:.1f} ms")


def _tell(what: str, value: str, more: str) -> None:
    print(f"{what:32} {value:>14}   {more}", flush=True)


if __name__ == "__main__":
    main(tuple(int(each) for each in sys.argv[1:]) or SIZES)
