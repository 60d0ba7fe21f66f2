"""What must hold of an outlet after its owner was killed while he invited or dismissed somebody."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import OutletError, WrongPassword
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.record_check import RecordState
from outlet_app.store import activities
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD, QUICK, Clock, Outlet, make_outlet

if TYPE_CHECKING:
    from outlet_app.services import Services

NEW_PASSWORD = "a sentence of her own"


def template(folder: Path) -> Outlet:
    """An outlet with a few waybills, and beside it what the child must know."""
    outlet = make_outlet(folder)
    (folder / "owner").write_text(f"{outlet.owner_id.hex()} {outlet.card}")
    (folder / "chen").write_text(outlet.chen_id.hex())
    chen = outlet.chen()
    for _ in range(20):
        chen.entry.accept(draft(), LABEL_PRINTER)
    chen.session.sign_out()
    return outlet


def reopened(outlet: Outlet) -> Outlet:
    """The same files, as a program that has just been started sees them."""
    keys = OutletKeys(outlet.place, keystore=False, cost=QUICK)
    clock = Clock()
    clock.move(hours=1)
    return replace(outlet, keys=keys, clock=clock, entrance=Entrance(keys, clock=clock))


def check(outlet: Outlet, said: str) -> frozenset[str]:
    """Open the outlet and prove that everybody who was not dismissed signs in and works; what the record tells.

    `said` is what the owner's screen told before he was killed.
    """
    outlet = reopened(outlet)
    lin = outlet.lin()
    lin.entry.accept(draft(), LABEL_PRINTER)
    assert lin.session.today().accepted == 21
    while lin.session.verify_some():
        pass
    assert lin.session.record_state() is RecordState.GOOD
    assert lin.session.store.reader.rows(tuple, "PRAGMA integrity_check") == [("ok",)]
    lin.session.sign_out()
    owner = outlet.owner()
    kinds = frozenset(act.kind for act in activities.after(owner.session.store.reader, 0, 10_000))
    _check_files(outlet)
    _check_invitation(outlet, owner, said)
    _check_dismissal(outlet, kinds, said)
    return kinds


def _check_files(outlet: Outlet) -> None:
    """One database, the one in force; both key files the same; nothing half written."""
    place, key_file = outlet.place, outlet.keys.key_file()
    databases = {file.name for file in place.folder.glob("*.db")}
    assert databases == {key_file.database_name}
    assert place.key_file.read_bytes() == place.second_key_file.read_bytes()


def _check_invitation(outlet: Outlet, owner: Services, said: str) -> None:
    """An invitation that was told opens; one that was not told can be made again."""
    told = [line.split() for line in said.splitlines() if line.startswith("invited ")]
    for _, account, code in told:
        zhou = outlet.entrance.accept_invitation(bytes.fromhex(account), code, NEW_PASSWORD)
        zhou.entry.accept(draft(), LABEL_PRINTER)
    if not told:
        waiting = {tile.name for tile in outlet.entrance.invited()}
        assert waiting <= {"周敏"}
        again = owner.staff.invite_clerk("赵强", password=OWNER_PASSWORD, card=outlet.card)
        outlet.entrance.accept_invitation(again.account_id, again.code, NEW_PASSWORD)
    outlet.entrance.close()


def _check_dismissal(outlet: Outlet, kinds: frozenset[str], said: str) -> None:
    """Who was dismissed is out, and what was not finished is finished by doing it again."""
    dismissed = ActivityKind.DISMISSED in kinds
    rotated = ActivityKind.KEY_ROTATED in kinds
    assert dismissed or not rotated
    assert ("dismissed" not in said.split()) or (dismissed and rotated)
    assert outlet.keys.key_file().epoch == 1 + rotated
    if not dismissed:
        outlet.chen().session.sign_out()
        return
    _refused(outlet)
    assert outlet.chen_id not in [entry.account_id for entry in outlet.keys.key_file().accounts]
    owner = outlet.owner()
    assert owner.staff.rotation_due() is not rotated
    owner.staff.rotate_key(password=OWNER_PASSWORD, card=outlet.card)
    assert not owner.staff.rotation_due()
    outlet.entrance.close()
    outlet.lin().session.sign_out()


def _refused(outlet: Outlet) -> None:
    try:
        outlet.chen()
    except WrongPassword:
        return
    except OutletError as error:
        raise AssertionError("refused for another reason") from error
    raise AssertionError("who was dismissed signed in")
