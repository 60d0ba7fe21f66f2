"""What must hold of a PC after its owner was killed while he restored or recovered: one outlet, whole, and a way on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.errors import WrongPassword
from outlet_app.services.record_check import RecordState
from tests.builders import draft
from tests.faults.restoring import BACKUP, NEW_PASSWORD, RestoreWatch, Step, rescue_at, restore
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD, Outlet, make_outlet

if TYPE_CHECKING:
    from outlet_app.services import Services
    from outlet_app.services.entrance import Entrance

SAVED, LOST = 20, 3


def template(folder: Path) -> Outlet:
    """An outlet with a backup and a few waybills after it; beside it what the child must know."""
    outlet = make_outlet(folder)
    (folder / "words").write_text(" ".join(outlet.words))
    stick = folder / "stick"
    stick.mkdir()
    owner = outlet.owner()
    for _ in range(SAVED):
        owner.entry.accept(draft(), LABEL_PRINTER)
    owner.backup.choose_folder(owner.backup.try_folder(stick))
    owner.backup.make(lambda _: None).path.rename(folder / BACKUP)
    for _ in range(LOST):
        owner.entry.accept(draft(), LABEL_PRINTER)
    owner.session.sign_out()
    return outlet


def check_restore(folder: Path, outlet: Outlet, former: bytes) -> bool:
    """Open whichever outlet is in force, and prove it whole; whether it is the restored one.

    `former` is the content of the database before. Where the former one stands, the restore works when done again.
    """
    rescue, entrance, keys = rescue_at(folder)
    is_restored = keys.key_file().epoch != 1
    owner = entrance.sign_in(outlet.owner_id, NEW_PASSWORD if is_restored else OWNER_PASSWORD)
    _check_whole(owner, SAVED if is_restored else SAVED + LOST)
    if is_restored:
        aside = [each for each in keys.place.folder.iterdir() if each.name.endswith("-outlet-1.db")]
        assert [each.read_bytes() for each in aside] == [former]
        _check_card(entrance, outlet, folder)
    entrance.close()
    _check_files(folder, rescue_at(folder)[2].key_file().database_name)
    if not is_restored:
        restore(rescue, folder, RestoreWatch(Step("never", "")))
        _check_whole(entrance.sign_in(outlet.owner_id, NEW_PASSWORD), SAVED)
        entrance.close()
    return is_restored


def check_recovery(folder: Path, outlet: Outlet) -> bool:
    """The owner signs in with the one password or the other, and everything is there; whether with the new one."""
    _, entrance, _ = rescue_at(folder)
    try:
        owner = entrance.sign_in(outlet.owner_id, OWNER_PASSWORD)
    except WrongPassword:
        owner = entrance.sign_in(outlet.owner_id, NEW_PASSWORD)
        is_new = True
        _check_card(entrance, outlet, folder)
    else:
        is_new = False
    _check_whole(owner, SAVED + LOST)
    entrance.close()
    return is_new


def _check_whole(owner: Services, waybills: int) -> None:
    session = owner.session
    assert session.store.reader.number("SELECT count(*) FROM waybills") == waybills
    while session.verify_some():
        pass
    assert session.record_state() is RecordState.GOOD
    assert session.store.reader.rows(tuple, "PRAGMA integrity_check") == [("ok",)]
    owner.entry.accept(draft(), None)


def _check_card(entrance: Entrance, outlet: Outlet, folder: Path) -> None:
    entrance.sign_in_with_card(outlet.owner_id, NEW_PASSWORD, (folder / "card").read_text())


def _check_files(folder: Path, database_name: str) -> None:
    """One database in force; nothing half written; both key files the same."""
    names = {each.name for each in (folder / "outlet").iterdir() if not each.name.startswith("set-aside-")}
    assert {name for name in names if name.endswith(".db") and name.startswith("outlet-")} == {database_name}
    assert (folder / "outlet" / "outlet.keys").read_bytes() == (folder / "state" / "outlet.keys").read_bytes()
