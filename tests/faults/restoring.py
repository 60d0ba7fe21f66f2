"""An owner without windows who restores or recovers, and can be ended in the middle of it.

`python restoring.py FOLDER restore|recover [STEP]`: does it at the PC in FOLDER and says `open`, and `restored` or
`recovered`, as a screen would; with STEP, ends itself by SIGKILL right there.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from typing import TYPE_CHECKING

from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.rescue import rescue_of
from outlet_app.store import connection
from tests.faults.accepting import say
from tests.faults.staffing import Step, Watch
from tests.outlets import QUICK, Clock

if TYPE_CHECKING:
    from outlet_app.services.backup_contents import RestoreProgress
    from outlet_app.services.rescue import Rescue

CHILD = Path(__file__)
NEW_PASSWORD = "a sentence for the day after"
BACKUP = "backup.oab"

RESTORE_STEPS = {
    "unpacking": Step("stage", "unpacking"),
    "unpacked": Step("stage", "record"),
    "record checked": Step("stage", "waybills"),
    "everything checked": Step("open", "restore-new.db"),
    "copying": Step("stage", "copying", 2),
    "copied": Step("stage", "checking", 1),
    "branch begun": Step("os.rename", "outlet-3.db"),
    "database named": Step("os.rename", "outlet.keys", 1),
    "new keys in force at one place": Step("os.rename", "outlet.keys", 2),
    "new keys in force": Step("os.rename", "checkpoint"),
    "former outlet set aside": Step("os.remove", "restore-part.db"),
    "confirmed": Step("said", "restored"),
}
RECOVER_STEPS = {
    "recorded": Step("os.rename", "outlet.keys", 1),
    "new keys in force at one place": Step("os.rename", "outlet.keys", 2),
    "confirmed": Step("said", "recovered"),
}
"""Every step of the work, in its order: what is durable by then, in the words of the code."""


class RestoreWatch(Watch):
    """Hears a restore too."""

    def hear(self, progress: RestoreProgress) -> None:
        """How far it is."""
        self.happened("stage", progress.stage.value)


def rescue_at(folder: Path) -> tuple[Rescue, Entrance, OutletKeys]:
    """What the owner has at the PC in `folder`."""
    clock = Clock()
    clock.move(hours=5)
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    entrance = Entrance(keys, clock=clock)
    return rescue_of(keys, entrance, clock), entrance, keys


def restore(rescue: Rescue, folder: Path, watch: RestoreWatch) -> None:
    """From the backup in `folder`, by the sheet."""
    restore = rescue.restore
    restore.look(folder / BACKUP)
    restore.open_with_sheet((folder / "words").read_text())
    contents = restore.unpack(watch.hear)
    restore.prepare(contents.owners[0].account_id, NEW_PASSWORD)
    (folder / "card").write_text(restore.papers.card())
    restore.commit({}, watch.hear)


def recover(rescue: Rescue, folder: Path) -> None:
    """A new password and card, by the sheet."""
    recovery = rescue.recovery
    recovery.open_with_sheet((folder / "words").read_text())
    recovery.prepare_password(recovery.owners()[0].account_id, NEW_PASSWORD)
    (folder / "card").write_text(recovery.papers.card())
    recovery.commit()


def main(folder: Path, work: str, step: str | None) -> None:
    """Do the work once."""
    steps = RESTORE_STEPS if work == "restore" else RECOVER_STEPS
    watch = RestoreWatch(steps[step] if step else Step("never", ""))
    rescue, _, _ = rescue_at(folder)
    connection._COPY_PAGES = 8
    sys.addaudithook(watch.hook)
    say("open")
    if work == "restore":
        restore(rescue, folder, watch)
        say("restored")
        watch.happened("said", "restored")
    else:
        recover(rescue, folder)
        say("recovered")
        watch.happened("said", "recovered")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)
