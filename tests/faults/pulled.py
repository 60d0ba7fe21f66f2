"""Each work that reads or writes a disk, once, for a disk that goes away in the middle of it.

`python pulled.py FOLDER backup|restore|drill|upgrade|check|salvage`: does it in FOLDER and says `ended`, or `failed`
and the name of the error that a person is told; then, where somebody is at the counter, accepts one more waybill.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.errors import OutletError
from outlet_app.store import backup_file
from tests.builders import draft
from tests.faults import backing_up
from tests.faults.accepting import say
from tests.faults.checking import CheckWatch, close_and_check
from tests.faults.restoring import BACKUP, RestoreWatch, rescue_at, restore
from tests.faults.salvaging import salvage_at
from tests.faults.staffing import Step, come_in
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD
from tests.store.old_outlets import outlet_at

if TYPE_CHECKING:
    from collections.abc import Callable

CHILD = Path(__file__)
_NEVER = Step("never", "")


def _backup(folder: Path) -> None:
    chen = backing_up.come_in(folder)
    try:
        chen.backup.make(_unheard)
    finally:
        chen.entry.accept(draft(), LABEL_PRINTER)
        chen.session.sign_out()


def _restore(folder: Path) -> None:
    restore(rescue_at(folder)[0], folder, RestoreWatch(_NEVER))


def _drill(folder: Path) -> None:
    owner, card = come_in(folder)
    try:
        report = owner.drill.restore_with_card(folder / BACKUP, password=OWNER_PASSWORD, card=card, tell=_unheard)
        say(" ".join(("problems", *report.problems)))
    finally:
        owner.entry.accept(draft(), LABEL_PRINTER)
        owner.session.sign_out()


def _upgrade(folder: Path) -> None:
    outlet_at(folder).lin().session.sign_out()


def _check(folder: Path) -> None:
    close_and_check(folder, CheckWatch(_NEVER))


def _salvage(folder: Path) -> None:
    salvage, owner_id, card = salvage_at(folder)
    salvage.save(owner_id, OWNER_PASSWORD, card, _unheard)
    salvage.agree()


def _unheard(_: object) -> None:
    return


WORKS: dict[str, Callable[[Path], None]] = {
    "backup": _backup,
    "restore": _restore,
    "drill": _drill,
    "upgrade": _upgrade,
    "check": _check,
    "salvage": _salvage,
}


def main(folder: Path, work: str) -> None:
    """Do the work once."""
    backup_file.CHUNK_BYTES = 32 * 1024
    try:
        WORKS[work](folder)
    except OutletError as error:
        say(f"failed {type(error).__name__}")
    else:
        say("ended")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
