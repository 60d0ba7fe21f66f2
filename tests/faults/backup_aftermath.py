"""What must hold of an outlet and its backups after the counter was killed while it made one."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from typing import TYPE_CHECKING

from outlet_app.services.backup_reading import read_head
from outlet_app.services.record_check import RecordState
from tests.builders import draft
from tests.faults import staff_aftermath
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD, Outlet

if TYPE_CHECKING:
    from outlet_app.services import Services

WAYBILLS = 20


def template(folder: Path) -> Outlet:
    """An outlet with a few waybills whose owner chose the folder `stick` beside it."""
    outlet = staff_aftermath.template(folder)
    (folder / "stick").mkdir()
    return outlet


def choose_stick(outlet: Outlet, folder: Path) -> None:
    """The owner of a copy of the template chooses the stick beside that copy."""
    owner = outlet.owner()
    owner.backup.choose_folder(owner.backup.try_folder(folder / "stick"))
    owner.session.sign_out()


def check(outlet: Outlet, folder: Path, said: str) -> int:
    """Prove that nothing told was lost, that every backup in the folder is whole, and that the next one works.

    Returns how many backups the folder held.
    """
    outlet = staff_aftermath.reopened(outlet)
    chen = outlet.chen()
    accepted = said.split().count("accepted")
    waybills = chen.session.store.reader.number("SELECT count(*) FROM waybills")
    assert waybills >= WAYBILLS + accepted
    chen.entry.accept(draft(), LABEL_PRINTER)
    while chen.session.verify_some():
        pass
    assert chen.session.record_state() is RecordState.GOOD
    assert not list(outlet.place.folder.glob("backup-part*"))
    chen.session.sign_out()
    return _check_backups(outlet, folder, said)


def _check_backups(outlet: Outlet, folder: Path, said: str) -> int:
    owner = outlet.owner()
    found = sorted((folder / "stick").glob("*.oab"))
    for path in found:
        _drill(owner, path, outlet)
    if "backed up" in said:
        standing = owner.backup.standing()
        assert standing.last is not None
        assert folder / "stick" / standing.last.name in found
    made = owner.backup.make(lambda _: None)
    if not found:
        _drill(owner, made.path, outlet)
    assert read_head(made.path) == made.head
    assert {path.suffix for path in (folder / "stick").iterdir()} == {".oab"}
    owner.session.sign_out()
    return len(found)


def _drill(owner: Services, path: Path, outlet: Outlet) -> None:
    report = owner.drill.restore_with_card(path, password=OWNER_PASSWORD, card=outlet.card, tell=lambda _: None)
    assert report.problems == ()
    assert report.waybills >= WAYBILLS
