"""An owner who comes back with the seed: new keys, new card, and nothing of his former ones opens any more."""

from __future__ import annotations

import dataclasses

import pytest

from outlet_app.domain.history import Checkpoint
from outlet_app.errors import KeyMismatch, WrongPassword
from outlet_app.sealing import account_keys, grants, owner_slots
from outlet_app.sealing.backup_head import BackupHead
from outlet_app.sealing.device import DeviceSecret, Keeping
from outlet_app.sealing.label_code import CardCode, read_code
from outlet_app.sealing.owner_return import KeyPlace, OwnerReturn, Returning, grant_of, refound_outlet, renew_owner
from outlet_app.sealing.owner_seed import new_owner_seed
from tests.sealing.conftest import CHEAP, OWNER_PASSWORD, Outlet, flipped

NEW_PASSWORD = "another long sentence"
OTHER_PC = DeviceSecret(b"another PC's secret, 32 bytes...", Keeping.FILE)


def head_of(outlet: Outlet) -> BackupHead:
    key_file = outlet.key_file
    return BackupHead(
        outlet_id=key_file.outlet_id,
        outlet_name=key_file.outlet_name,
        made_at_ms=0,
        schema=3,
        at=Checkpoint(1, 9, bytes(32)),
        recovery_slot=key_file.recovery_slot,
        label_key_escrow=key_file.label_key_escrow,
        key_wrap=bytes(96),
        database_bytes=0,
        database_sha256=bytes(32),
    )


def returning(outlet: Outlet) -> Returning:
    return Returning(outlet.owner.account_id, "王芳", NEW_PASSWORD)


def card_of(back: OwnerReturn) -> CardCode:
    code = read_code(back.card)
    assert isinstance(code, CardCode)
    return code


@pytest.fixture(scope="module")
def restored(outlet: Outlet) -> OwnerReturn:
    place = KeyPlace(epoch=4, generation=11)
    return refound_outlet(head_of(outlet), outlet.founding.owner_seed, returning(outlet), place, OTHER_PC, CHEAP)


@pytest.fixture(scope="module")
def renewed(outlet: Outlet) -> OwnerReturn:
    return renew_owner(outlet.key_file, outlet.founding.owner_seed, returning(outlet), outlet.device, CHEAP)


def test_a_restored_outlet_has_its_owner_alone_under_a_new_database_key(outlet: Outlet, restored: OwnerReturn) -> None:
    key_file = restored.key_file
    assert [entry.account_id for entry in key_file.accounts] == [outlet.owner.account_id]
    assert (key_file.epoch, key_file.database_name, key_file.outlet_name) == (4, "outlet-4.db", "好运网点")
    assert key_file.generation > 11
    opened = account_keys.sign_in(key_file, outlet.owner.account_id, NEW_PASSWORD, OTHER_PC)
    former = outlet.owner
    assert opened.database_key not in {former.database_key, bytes(32)}
    assert opened.signing_key.verify_key != former.signing_key.verify_key
    assert (opened.label_key, opened.owner_public_key) == (former.label_key, former.owner_public_key)
    assert opened.owner_verify_key == former.owner_verify_key
    assert opened.pin is None


def test_the_sheet_and_the_new_card_open_the_restored_outlet(outlet: Outlet, restored: OwnerReturn) -> None:
    secret = outlet.founding.owner_seed.secret
    sheet = outlet.founding.recovery.secret
    assert owner_slots.open_with_recovery_secret(restored.key_file, sheet).secret == secret
    card, account_id = card_of(restored), outlet.owner.account_id
    seed = owner_slots.open_owner_seed(restored.key_file, account_id, NEW_PASSWORD, OTHER_PC, card)
    assert seed.secret == secret


def test_a_head_of_another_label_key_founds_nothing(outlet: Outlet) -> None:
    head = head_of(outlet)
    planted = dataclasses.replace(head, label_key_escrow=flipped(head.label_key_escrow, 200))
    with pytest.raises(KeyMismatch):
        refound_outlet(planted, outlet.founding.owner_seed, returning(outlet), KeyPlace(2, 0), OTHER_PC, CHEAP)


def test_who_was_renewed_signs_in_with_the_new_password_and_not_with_the_old(
    outlet: Outlet, renewed: OwnerReturn
) -> None:
    account_id, former = outlet.owner.account_id, outlet.owner
    opened = account_keys.sign_in(renewed.key_file, account_id, NEW_PASSWORD, outlet.device)
    assert opened.database_key == former.database_key
    assert opened.signing_key.verify_key == renewed.opened.signing_key.verify_key != former.signing_key.verify_key
    with pytest.raises(WrongPassword):
        account_keys.sign_in(renewed.key_file, account_id, OWNER_PASSWORD, outlet.device)
    assert renewed.key_file.generation > outlet.key_file.generation
    assert len(renewed.key_file.accounts) == len(outlet.key_file.accounts)


@pytest.mark.parametrize("password", [OWNER_PASSWORD, NEW_PASSWORD])
def test_the_former_card_opens_nothing_of_the_new_key_file(outlet: Outlet, renewed: OwnerReturn, password: str) -> None:
    account_id = outlet.owner.account_id
    with pytest.raises(WrongPassword):
        owner_slots.open_owner_seed(renewed.key_file, account_id, password, outlet.device, outlet.card)
    seed = owner_slots.open_owner_seed(renewed.key_file, account_id, NEW_PASSWORD, outlet.device, card_of(renewed))
    assert seed.secret == outlet.founding.owner_seed.secret


def test_a_grant_is_read_by_the_owners_seed_and_by_no_other(outlet: Outlet) -> None:
    seed, key_file = outlet.founding.owner_seed, outlet.key_file
    grant = grant_of(key_file, seed, outlet.clerk.account_id)
    assert grant.database_key == outlet.owner.database_key
    with pytest.raises(KeyMismatch):
        grant_of(key_file, new_owner_seed(outlet.outlet_id), outlet.clerk.account_id)
    with pytest.raises(WrongPassword):
        grant_of(key_file, seed, b"nobody here, 16B")


def test_a_grant_that_names_another_owner_is_refused(outlet: Outlet) -> None:
    """A clerk holds his own account key, so he can write a grant of his own making into the key file."""
    seed, key_file, clerk_id = outlet.founding.owner_seed, outlet.key_file, outlet.clerk.account_id
    entry = key_file.entry(clerk_id)
    account_key = grants.open_escrow(seed, clerk_id, entry.escrow)
    grant = grant_of(key_file, seed, clerk_id)
    planted = dataclasses.replace(grant, owner_public_key=new_owner_seed(outlet.outlet_id).public_key)
    written = grants.lock_grant(account_key, outlet.outlet_id, clerk_id, planted)
    with pytest.raises(KeyMismatch):
        grant_of(key_file.with_entry(dataclasses.replace(entry, grant=written)), seed, clerk_id)


def test_nothing_of_it_is_told_by_repr(outlet: Outlet, renewed: OwnerReturn) -> None:
    assert NEW_PASSWORD not in repr(returning(outlet))
    assert renewed.card not in repr(renewed)
