"""A counter without windows that makes a backup, and can be ended in the middle of it.

`python backing_up.py FOLDER [STEP]`: makes a backup of the outlet in FOLDER to `FOLDER/stick`, accepts three waybills
between steps of the copy, and says `accepted` and `backed up`, as a screen would; with STEP, ends itself by SIGKILL
right there.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from typing import TYPE_CHECKING

from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.store import backup_file, connection
from outlet_app.store.backup_copy import BackupStage
from tests.builders import draft
from tests.faults.accepting import say
from tests.faults.staffing import Step, Watch
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, QUICK, Clock

if TYPE_CHECKING:
    from outlet_app.services import Services
    from outlet_app.store.backup_copy import BackupProgress

CHILD = Path(__file__)
NAME = "outlet-backup-20261122-093000.oab"
STEPS = {
    "asked": Step("open", "backup-part.db"),
    "copying": Step("stage", "copying", 3),
    "copied": Step("stage", "checking", 1),
    "checked": Step("stage", "checking", 2),
    "on the stick begun": Step("stage", "writing", 1),
    "on the stick half": Step("stage", "writing", 3),
    "on the stick": Step("stage", "writing", 6),
    "read back": Step("os.rename", NAME),
    "named": Step("os.remove", "backup-part.db", 2),
    "local copy gone": Step("said", "written"),
    "noted": Step("said", "noted"),
}
"""Every step of the work, in its order; by `named` the backup stands whole under its name."""


def come_in(folder: Path) -> Services:
    """Chen at the outlet in `folder`."""
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    chen_id = bytes.fromhex((folder / "chen").read_text())
    return Entrance(keys, clock=Clock()).sign_in(chen_id, CHEN_PASSWORD)


def main(folder: Path, step: str | None) -> None:
    """Make one backup."""
    watch = Watch(STEPS[step] if step else Step("never", ""))
    chen = come_in(folder)
    connection._STEP_PAGES = 8
    backup_file.CHUNK_BYTES = 64 * 1024
    accepted = 0

    def tell(progress: BackupProgress) -> None:
        nonlocal accepted
        if progress.stage is BackupStage.COPYING and accepted < 3:
            chen.entry.accept(draft(), LABEL_PRINTER)
            accepted += 1
            say("accepted")
        watch.happened("stage", progress.stage.value)

    sys.addaudithook(watch.hook)
    say("open")
    made = chen.backup.write(chen.backup.begin(), tell)
    watch.happened("said", "written")
    chen.backup.note(made)
    watch.happened("said", "noted")
    say("backed up")
    chen.session.sign_out()
    say("left")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
