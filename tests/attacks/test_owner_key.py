"""The clerk who would be owner: planted keys, slots, roles and statements."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.account import Role
from outlet_app.domain.context import canonical_json
from outlet_app.domain.statement import Statement
from outlet_app.errors import (
    FileDamaged,
    KeyMismatch,
    KeysDoNotFit,
    NotPermitted,
    StatementRefused,
    WrongPassword,
)
from outlet_app.sealing import account_keys
from outlet_app.sealing.device import DeviceSecret, Keeping
from outlet_app.sealing.grants import Grant, lock_grant, open_grant
from outlet_app.sealing.label_code import write_card_code
from outlet_app.sealing.owner_seed import OwnerSeed, new_owner_seed
from outlet_app.sealing.owner_slots import _owner_slot
from outlet_app.sealing.statements import (
    AccountDismissed,
    Fact,
    OwnerKeyNamed,
    PrintersApproved,
    RoleGiven,
    VerifyKeyNamed,
    sign_again,
    sign_statement,
)
from outlet_app.services.session import RecordState
from outlet_app.services.staff import Staff
from outlet_app.services.supplies import Supplies
from outlet_app.store import accounts
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.store import Store
from tests.outlets import (
    CHEN_PASSWORD,
    LABEL_PRINTER,
    LIN_PASSWORD,
    OTHER_PRINTER,
    OWNER_PASSWORD,
    copy_of,
    make_outlet,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.attacks.conftest import Shop
    from tests.attacks.thief import Thief
    from tests.outlets import Outlet


def _own_grant(thief: Thief) -> Grant:
    key_file = thief.key_file
    entry = key_file.entry(thief.account_id)
    return open_grant(thief.secrets.account_key, key_file.outlet_id, thief.account_id, key_file.epoch, entry.grant)


def _plant(outlet: Outlet, thief: Thief, account_id: bytes, grant: Grant) -> None:
    """Write a grant, locked with the only account key he has, into an account's place."""
    key_file = outlet.keys.key_file()
    blob = lock_grant(thief.secrets.account_key, key_file.outlet_id, account_id, grant)
    outlet.keys.replace(key_file.with_entry(replace(key_file.entry(account_id), grant=blob)))


def _enter(thief: Thief, *statements: Statement) -> None:
    """Write statements with their acts, as the program does, signed with his own key."""
    with thief.store() as store:
        store.write(thief.author(thief.account_id), *(accounts.statement_made(each) for each in statements))


def _statements(thief: Thief) -> list[Statement]:
    return [Statement(*row) for row in thief.run("SELECT serial, text, signature FROM statements ORDER BY serial")]


def _his_facts(outlet: Outlet, thief: Thief) -> dict[str, Fact]:
    return {
        "himself an owner": RoleGiven(outlet.chen_id, Role.OWNER),
        "a new account": RoleGiven(b"n" * 16, Role.OWNER),
        "a colleague's verify key": VerifyKeyNamed(outlet.lin_id, thief.opened.signing_key.verify_key),
        "the owner dismissed": AccountDismissed(outlet.owner_id),
        "another printer": PrintersApproved((LABEL_PRINTER, OTHER_PRINTER)),
        "another owner key": OwnerKeyNamed(bytes(32)),
    }


def test_a_grant_with_a_planted_owner_key_is_refused_at_sign_in(outlet: Outlet, thief: Thief) -> None:
    """He can write his own grant; what is accepted under his login would then be sealed to him."""
    acts = thief.run("SELECT count(*) FROM acts")
    planted = replace(_own_grant(thief), owner_public_key=new_owner_seed(thief.key_file.outlet_id).public_key)
    _plant(outlet, thief, outlet.chen_id, planted)
    with pytest.raises(StatementRefused):
        outlet.chen()
    assert thief.run("SELECT count(*) FROM acts") == acts
    outlet.lin().session.sign_out()


def test_a_grant_written_anew_as_it_was_opens_the_outlet(outlet: Outlet, thief: Thief) -> None:
    """What is refused in the test before is the key, not the writing."""
    _plant(outlet, thief, outlet.chen_id, _own_grant(thief))
    outlet.chen().session.sign_out()


def test_planting_both_keys_of_an_owner_is_refused_by_every_statement(outlet: Outlet, thief: Thief) -> None:
    seed = new_owner_seed(thief.key_file.outlet_id)
    planted = replace(_own_grant(thief), owner_public_key=seed.public_key, owner_verify_key=seed.verify_key)
    _plant(outlet, thief, outlet.chen_id, planted)
    with pytest.raises(StatementRefused):
        outlet.chen()


def test_a_whole_forged_owner_lets_nobody_else_in_and_breaks_the_record(outlet: Outlet, thief: Thief) -> None:
    """Every statement signed anew with a key of his own, the record's acts and hashes rewritten to match.

    His own login then opens what he made, with a broken record from its first screen on; nobody else's opens at all.
    """
    seed = new_owner_seed(thief.key_file.outlet_id)
    planted = replace(_own_grant(thief), owner_public_key=seed.public_key, owner_verify_key=seed.verify_key)
    for statement in _statements(thief):
        named = statement.text.startswith('{"owner_public_key"')
        own = sign_statement(seed, statement.serial, OwnerKeyNamed(seed.public_key)) if named else None
        own = own or sign_again(seed, statement)
        act = canonical_json(accounts._naming(statement))
        thief.run("UPDATE acts SET detail = ? WHERE detail = ?", canonical_json(accounts._naming(own)), act)
        thief.run("UPDATE statements SET text = ?, signature = ? WHERE serial = ?", own.text, own.signature, own.serial)
    thief.rehash()
    _plant(outlet, thief, outlet.chen_id, planted)
    services = outlet.chen()
    assert services.session.record_state() is RecordState.BROKEN
    services.session.sign_out()
    for sign_in in (outlet.lin, outlet.owner):
        with pytest.raises(StatementRefused):
            sign_in()


def test_a_colleagues_grant_can_be_neither_written_nor_exchanged(outlet: Outlet, thief: Thief) -> None:
    key_file = thief.key_file
    seed = new_owner_seed(key_file.outlet_id)
    _plant(outlet, thief, outlet.lin_id, replace(_own_grant(thief), owner_public_key=seed.public_key))
    with pytest.raises(KeyMismatch):
        outlet.lin()
    chen, lin = key_file.entry(outlet.chen_id), key_file.entry(outlet.lin_id)
    swapped = outlet.keys.key_file().with_entry(replace(chen, grant=lin.grant))
    outlet.keys.replace(swapped.with_entry(replace(lin, grant=chen.grant)))
    for sign_in in (outlet.chen, outlet.lin):
        with pytest.raises(KeyMismatch):
            sign_in()


def test_an_owners_slot_in_a_clerks_place_opens_for_nobody(outlet: Outlet) -> None:
    key_file = outlet.keys.key_file()
    owner, chen = key_file.entry(outlet.owner_id), key_file.entry(outlet.chen_id)
    outlet.keys.replace(key_file.with_entry(replace(chen, owner_slot=owner.owner_slot)))
    for password in (CHEN_PASSWORD, OWNER_PASSWORD):
        with pytest.raises(WrongPassword):
            outlet.keys.owner_seed(outlet.chen_id, password, outlet.card)
    assert outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)


def test_a_clerks_own_slot_in_an_owners_place_gives_no_owner(outlet: Outlet, thief: Thief) -> None:
    """An owner slot of his own making, card and all, opens; its seed verifies nothing and is refused at every use."""
    key_file = outlet.keys.key_file()
    entry = key_file.entry(outlet.chen_id)
    with pytest.raises(ValueError, match="length"):
        outlet.keys.replace(key_file.with_entry(replace(entry, owner_slot=entry.slot)))
    card, seed = _his_own_card(outlet, thief)
    assert outlet.keys.owner_seed(outlet.chen_id, CHEN_PASSWORD, card).secret == seed.secret
    services = outlet.chen()
    assert services.session.account.role is Role.CLERK
    with pytest.raises(NotPermitted):
        Staff(services.session, outlet.keys).invite_clerk("周敏", password=CHEN_PASSWORD, card=card)
    services.session.account = replace(services.session.account, role=Role.OWNER)
    with pytest.raises(KeyMismatch):
        Staff(services.session, outlet.keys).invite_clerk("周敏", password=CHEN_PASSWORD, card=card)
    with pytest.raises(StatementRefused):
        Supplies(services.session, outlet.keys).approve_printers((OTHER_PRINTER,), password=CHEN_PASSWORD, card=card)
    services.session.sign_out()
    outlet.lin().session.sign_out()


def _his_own_card(outlet: Outlet, thief: Thief) -> tuple[str, OwnerSeed]:
    key_file = outlet.keys.key_file()
    seed = new_owner_seed(key_file.outlet_id)
    secret = os.urandom(16)
    slot = _owner_slot(seed, outlet.chen_id, CHEN_PASSWORD, thief.device.secret + secret, outlet.keys.cost)
    outlet.keys.replace(key_file.with_entry(replace(key_file.entry(outlet.chen_id), owner_slot=slot)))
    return write_card_code(key_file.outlet_id, secret), seed


def test_no_column_of_the_database_gives_a_right(outlet: Outlet, thief: Thief) -> None:
    thief.run("INSERT INTO settings VALUES ('role', 'owner')")
    services = outlet.chen()
    assert services.session.account.role is Role.CLERK
    with pytest.raises(NotPermitted):
        Supplies(services.session, outlet.keys).enter_numbers("yto", "YT1000000000001", "YT1000000000009")
    services.session.sign_out()


@pytest.mark.parametrize(
    "fact",
    [
        "himself an owner",
        "a new account",
        "a colleague's verify key",
        "the owner dismissed",
        "another printer",
        "another owner key",
    ],
)
def test_a_statement_signed_with_a_clerks_own_key_is_refused(outlet: Outlet, thief: Thief, fact: str) -> None:
    """Written with the program's own code, named by an act of his; the owner's key does not verify it."""
    serial = len(_statements(thief)) + 1
    forger = OwnerSeed(thief.key_file.outlet_id, thief.secrets.signing_seed)
    _enter(thief, sign_statement(forger, serial, _his_facts(outlet, thief)[fact]))
    for sign_in in (outlet.chen, outlet.lin, outlet.owner):
        with pytest.raises(StatementRefused):
            sign_in()


def test_a_statement_of_another_outlet_is_refused(outlet: Outlet, thief: Thief, tmp_path: Path) -> None:
    """He owns a shop of his own, where he is the owner: what he states there counts there."""
    other = make_outlet(tmp_path / "other")
    owner = other.owner()
    elsewhere = accounts.statements(owner.session.store.reader)
    owner.session.sign_out()
    serial = len(_statements(thief)) + 1
    _enter(thief, replace(elsewhere[-1], serial=serial))
    with pytest.raises(StatementRefused):
        outlet.lin()


def test_a_statement_of_the_owners_under_another_serial_is_refused(outlet: Outlet, thief: Thief) -> None:
    """To bring back what a later statement replaced."""
    serial = len(_statements(thief)) + 1
    _enter(thief, replace(_statements(thief)[0], serial=serial))
    with pytest.raises(StatementRefused):
        outlet.lin()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM statements WHERE serial = (SELECT max(serial) FROM statements)",
        "DELETE FROM statements WHERE serial = 3",
        "DELETE FROM statements",
        "UPDATE statements SET text = replace(text, 'clerk', 'owner')",
        "UPDATE statements SET text = replace(text, ':', ': ')",
        "UPDATE statements SET serial = serial + 100",
        "UPDATE statements SET signature = zeroblob(64) WHERE serial = 1",
        "DELETE FROM acts WHERE kind = 'statement_made'",
    ],
)
def test_statements_taken_away_or_written_otherwise_let_nobody_in(outlet: Outlet, thief: Thief, statement: str) -> None:
    thief.run(statement)
    for sign_in in (outlet.chen, outlet.lin, outlet.owner):
        with pytest.raises(StatementRefused):
            sign_in()


def test_a_dismissed_clerk_has_nothing_that_opens_the_outlet_as_it_is_now(
    outlet: Outlet, thief: Thief, tmp_path: Path
) -> None:
    """His password, this computer's secret and copies of every file from his last day, against today's files."""
    former_entry, former = thief.key_file.entry(outlet.chen_id), thief.opened
    shutil.copytree(outlet.place.folder, tmp_path / "copy" / "outlet")
    owner = outlet.owner()
    owner.staff.dismiss(outlet.chen_id, password=OWNER_PASSWORD, card=outlet.card)
    owner.session.sign_out()
    with pytest.raises(WrongPassword):
        outlet.chen()
    outlet.keys.replace(outlet.keys.key_file().with_entry(former_entry))
    with pytest.raises(KeyMismatch):
        outlet.chen()
    database = outlet.place.folder / outlet.keys.key_file().database_name
    key = DatabaseKey(former.database_key, former.database_salt)
    with pytest.raises(FileDamaged):
        Store.open(database, key, outlet_id=former.outlet_id, clock=outlet.clock)
    outlet.lin().session.sign_out()
    assert outlet.chen_id not in [tile.account_id for tile in outlet.entrance.tiles()]
    shutil.rmtree(outlet.place.folder)
    shutil.copytree(tmp_path / "copy" / "outlet", outlet.place.folder)
    with pytest.raises(KeysDoNotFit):  # the key file's second place knows that there is a later database
        outlet.entrance.sign_in(outlet.lin_id, LIN_PASSWORD)


def test_a_dismissed_clerk_who_takes_his_dismissal_away_breaks_the_record(outlet: Outlet, thief: Thief) -> None:
    """Before the database key is rotated: statement, act and key file put right, hashes and signatures made anew.

    The acts of others betray it, though the checkpoint beside is gone too.
    """
    key_files = {path: path.read_bytes() for path in (outlet.place.key_file, outlet.place.second_key_file)}
    owner = outlet.owner()
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    owner.session.state(seed, AccountDismissed(outlet.chen_id))
    owner.session.sign_out()
    with pytest.raises(WrongPassword):
        outlet.chen()
    outlet.lin().session.sign_out()
    for path, content in key_files.items():
        path.write_bytes(content)
    ((n,),) = thief.run("SELECT max(n) FROM acts WHERE kind = 'statement_made'")
    thief.run("DELETE FROM statements WHERE serial = (SELECT max(serial) FROM statements)")
    thief.run("UPDATE acts SET kind = 'signed_in', detail = '{}' WHERE n = ?", n)
    thief.rehash(n)
    outlet.place.near_checkpoint.unlink()
    services = outlet.chen()
    assert services.session.record_state() is RecordState.CHECKING
    while services.session.verify_some():
        pass
    assert services.session.record_state() is RecordState.BROKEN
    services.session.sign_out()


def test_without_this_computers_secret_the_right_passwords_open_nothing(shop: Shop, tmp_path: Path) -> None:
    """Guessing offline needs the device secret beside the files: no slot opens without it, whatever is typed."""
    copied = copy_of(shop.outlet, tmp_path / "copied")
    elsewhere = DeviceSecret(os.urandom(32), Keeping.FILE)
    key_file = copied.keys.key_file()
    people = ((copied.owner_id, OWNER_PASSWORD), (copied.chen_id, CHEN_PASSWORD), (copied.lin_id, LIN_PASSWORD))
    for account_id, password in people:
        with pytest.raises(WrongPassword):
            account_keys.sign_in(key_file, account_id, password, elsewhere)
        assert account_keys.sign_in(key_file, account_id, password, copied.keys.device_secret())
    (copied.place.state / "device-secret").unlink()
    with pytest.raises(WrongPassword):
        copied.chen()


def test_names_exchanged_in_the_key_file_are_not_believed_behind_the_door(outlet: Outlet) -> None:
    """A tile can be written on; whoever comes in has the name that the owner signed, and his acts are his own."""
    key_file = outlet.keys.key_file()
    chen, lin = key_file.entry(outlet.chen_id), key_file.entry(outlet.lin_id)
    swapped = key_file.with_entry(replace(chen, name=lin.name)).with_entry(replace(lin, name=chen.name))
    outlet.keys.replace(swapped)
    assert [tile.name for tile in outlet.entrance.tiles()] == ["王店主", "林芳", "陈伟"]
    services = outlet.chen()
    assert services.session.account.name == "陈伟"
    services.session.sign_out()
