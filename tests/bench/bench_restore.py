"""A restore at 10 k and 1 M waybills: how long each stage takes, beside `cp` and SHA-256 of the backup.

The outlets are those of `bench_rotation`, opened by password and card on their own PC. Their first 100,000 waybills
have a W1 that opens; every other is tried all the same. Run with sizes: `bench_restore.py 10000`.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance, wall_clock
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.restore import Restore
from tests.bench import bench_rotation
from tests.outlets import OWNER_PASSWORD, QUICK

if TYPE_CHECKING:
    from outlet_app.services.backup_contents import RestoreProgress

SIZES = (10_000, 1_000_000)
_MIB = 1 << 20


class Stages:
    """Seconds of the processor of each stage, by the calls that tell of it: what else the machine does is left out."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._at = time.process_time()

    def hear(self, progress: RestoreProgress) -> None:
        """Count the time since the last word to this stage."""
        now = time.process_time()
        self.seconds[progress.stage.value] += now - self._at
        self._at = now

    def again(self) -> None:
        """What went by since then belongs to no stage."""
        self._at = time.process_time()


def main(sizes: tuple[int, ...]) -> None:
    """Measure each size once."""
    for size in sizes:
        built = bench_rotation.build(size)
        with tempfile.TemporaryDirectory(dir=built.folder.parent) as scratch:
            _measure(size, built, Path(scratch))


def _measure(size: int, built: bench_rotation.Built, scratch: Path) -> None:
    shutil.copytree(built.folder, scratch / "pc")
    keys = OutletKeys(OutletPlace(scratch / "pc" / "outlet", scratch / "pc" / "state"), keystore=False, cost=QUICK)
    entrance = Entrance(keys)
    stick = scratch / "stick"
    stick.mkdir()
    owner = entrance.sign_in(built.owner_id, OWNER_PASSWORD)
    owner.backup.choose_folder(owner.backup.try_folder(stick))
    path = owner.backup.make(lambda _: None).path
    entrance.close()
    began = time.process_time()
    shutil.copy(path, scratch / "copy")
    hashlib.sha256((scratch / "copy").read_bytes()).digest()
    peer = time.process_time() - began
    restore, stages = Restore(keys, entrance, wall_clock), Stages()
    restore.look(path)
    restore.open_with_card(built.owner_id, OWNER_PASSWORD, built.card)
    stages.again()
    findings = restore.unpack(stages.hear).findings
    restore.prepare(built.owner_id, OWNER_PASSWORD)
    stages.again()
    restore.commit({}, stages.hear)
    restore.abandon()
    whole = sum(stages.seconds.values())
    told = ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in stages.seconds.items())
    size_mib = path.stat().st_size / _MIB
    sys.stdout.write(
        f"restore of {size} waybills, {findings.acts} acts, {size_mib:.0f} MiB: {whole:.1f} s ({told});"
        f" cp and SHA-256 {peer:.2f} s\n"
    )


if __name__ == "__main__":
    main(tuple(int(each) for each in sys.argv[1:]) or SIZES)
