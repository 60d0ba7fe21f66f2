"""Signing in, PINs, changes of password, and the first sign-in by invitation."""

from __future__ import annotations

import dataclasses
import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import InvitationExpired, KeyMismatch, WrongPassword
from outlet_app.sealing import account_keys, staff_keys, suite
from outlet_app.sealing.device import DeviceSecret, Keeping
from tests.sealing.conftest import CHEAP, CLERK_PASSWORD, NOW, OWNER_PASSWORD, Outlet

if TYPE_CHECKING:
    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.sealing.staff_keys import Invitation


@pytest.fixture(scope="module")
def invitation(outlet: Outlet) -> Invitation:
    return staff_keys.invite(
        outlet.key_file,
        outlet.founding.owner_seed,
        outlet.owner,
        "赵云",
        outlet.device,
        NOW + timedelta(days=1),
        CHEAP,
    )


def sign_in_clerk(outlet: Outlet, key_file: KeyFile, password: str = CLERK_PASSWORD) -> account_keys.OpenedAccount:
    return account_keys.sign_in(key_file, outlet.clerk.account_id, password, outlet.device)


def test_a_password_opens_the_accounts_keys_and_the_outlets(outlet: Outlet) -> None:
    opened = sign_in_clerk(outlet, outlet.key_file)

    assert opened.signing_key.verify_key == outlet.clerk.signing_key.verify_key
    assert opened.signing_key.verify_key != outlet.owner.signing_key.verify_key
    assert (opened.outlet_id, opened.account_id) == (outlet.outlet_id, outlet.clerk.account_id)
    for name in ("epoch", "database_key", "database_salt", "owner_public_key", "owner_verify_key", "label_key"):
        assert getattr(opened, name) == getattr(outlet.owner, name)
    assert (len(opened.database_key), len(opened.database_salt), len(opened.label_key)) == (32, 16, 32)


@pytest.mark.parametrize("password", ["", "bicycle-lamp-8", CLERK_PASSWORD + " ", OWNER_PASSWORD])
def test_another_password_opens_nothing(outlet: Outlet, password: str) -> None:
    with pytest.raises(WrongPassword):
        sign_in_clerk(outlet, outlet.key_file, password)


def test_the_password_opens_nothing_on_another_pc(outlet: Outlet) -> None:
    elsewhere = DeviceSecret(os.urandom(32), Keeping.FILE)

    with pytest.raises(WrongPassword):
        account_keys.sign_in(outlet.key_file, outlet.clerk.account_id, CLERK_PASSWORD, elsewhere)


def test_an_account_that_is_not_in_the_file_opens_nothing(outlet: Outlet) -> None:
    with pytest.raises(WrongPassword):
        account_keys.sign_in(outlet.key_file, bytes(16), CLERK_PASSWORD, outlet.device)


def test_a_slot_moved_to_a_colleagues_entry_opens_nothing(outlet: Outlet) -> None:
    clerk, owner = (outlet.key_file.entry(opened.account_id) for opened in (outlet.clerk, outlet.owner))
    swapped = outlet.key_file.with_entry(dataclasses.replace(owner, slot=clerk.slot, grant=clerk.grant))

    with pytest.raises(WrongPassword):
        account_keys.sign_in(swapped, owner.account_id, CLERK_PASSWORD, outlet.device)


def test_a_slot_in_another_outlets_file_opens_nothing(outlet: Outlet) -> None:
    moved = dataclasses.replace(outlet.key_file, outlet_id=bytes(16))

    with pytest.raises(WrongPassword):
        sign_in_clerk(outlet, moved)


def test_a_swapped_grant_is_refused(outlet: Outlet) -> None:
    clerk, owner = (outlet.key_file.entry(opened.account_id) for opened in (outlet.clerk, outlet.owner))

    with pytest.raises(KeyMismatch):
        sign_in_clerk(outlet, outlet.key_file.with_entry(dataclasses.replace(clerk, grant=owner.grant)))


def test_a_grant_of_another_epoch_is_refused(outlet: Outlet) -> None:
    with pytest.raises(KeyMismatch):
        sign_in_clerk(outlet, dataclasses.replace(outlet.key_file, epoch=2))


def test_a_changed_password_opens_and_the_former_one_no_longer(outlet: Outlet) -> None:
    clerk = outlet.clerk.account_id
    changed = account_keys.change_password(outlet.key_file, clerk, CLERK_PASSWORD, "新密码", outlet.device, CHEAP)

    assert changed.generation == outlet.key_file.generation + 1
    assert sign_in_clerk(outlet, changed, "新密码").signing_key.verify_key == outlet.clerk.signing_key.verify_key
    with pytest.raises(WrongPassword):
        sign_in_clerk(outlet, changed)
    with pytest.raises(WrongPassword):
        account_keys.change_password(changed, clerk, CLERK_PASSWORD, "x", outlet.device, CHEAP)


def test_an_owners_password_does_not_change_without_the_card(outlet: Outlet) -> None:
    owner = outlet.owner.account_id

    with pytest.raises(ValueError, match="card"):
        account_keys.change_password(outlet.key_file, owner, OWNER_PASSWORD, "x", outlet.device, CHEAP)


def test_a_pin_is_set_with_the_password_and_stays_over_its_change(outlet: Outlet) -> None:
    clerk = outlet.clerk.account_id
    with_pin = account_keys.set_pin(outlet.key_file, clerk, CLERK_PASSWORD, "062531", outlet.device)
    changed = account_keys.change_password(with_pin, clerk, CLERK_PASSWORD, "新密码", outlet.device, CHEAP)

    assert sign_in_clerk(outlet, with_pin).has_pin("062531")
    assert sign_in_clerk(outlet, changed, "新密码").has_pin("062531")
    assert not sign_in_clerk(outlet, with_pin).has_pin("062530")
    with pytest.raises(WrongPassword):
        account_keys.set_pin(with_pin, clerk, "wrong", "000000", outlet.device)


def test_a_pin_that_is_taken_out_leaves_the_password(outlet: Outlet) -> None:
    clerk = outlet.clerk.account_id
    with_pin = account_keys.set_pin(outlet.key_file, clerk, CLERK_PASSWORD, "062531", outlet.device)
    without = account_keys.set_pin(with_pin, clerk, CLERK_PASSWORD, None, outlet.device)
    assert sign_in_clerk(outlet, without).pin is None


def test_without_a_pin_none_is_right(outlet: Outlet) -> None:
    assert not any(outlet.clerk.has_pin(pin) for pin in ("", "000000", "\x00" * 6))


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "12345a", "１２３４５６", "12345\n"])
def test_a_pin_is_six_digits(outlet: Outlet, pin: str) -> None:
    with pytest.raises(ValueError, match="6 digits"):
        account_keys.set_pin(outlet.key_file, outlet.clerk.account_id, CLERK_PASSWORD, pin, outlet.device)


def test_an_invitation_is_accepted_once_with_a_password_of_the_persons_own(
    outlet: Outlet, invitation: Invitation
) -> None:
    key_file, opened = account_keys.accept_invitation(
        invitation.key_file, invitation.account_id, invitation.code, "my own", outlet.device, NOW, CHEAP
    )
    again = account_keys.sign_in(key_file, invitation.account_id, "my own", outlet.device)

    assert opened.signing_key.verify_key == again.signing_key.verify_key == invitation.verify_key
    assert again.database_key == outlet.owner.database_key
    assert key_file.entry(invitation.account_id).invitation is None
    with pytest.raises(WrongPassword):
        account_keys.accept_invitation(
            key_file, invitation.account_id, invitation.code, "other", outlet.device, NOW, CHEAP
        )


def test_before_the_invitation_is_accepted_no_password_opens_it(outlet: Outlet, invitation: Invitation) -> None:
    for password in ("", invitation.code):
        with pytest.raises(WrongPassword):
            account_keys.sign_in(invitation.key_file, invitation.account_id, password, outlet.device)


def test_an_invitation_ends_at_its_time(outlet: Outlet, invitation: Invitation) -> None:
    def accept(later: timedelta) -> None:
        account_keys.accept_invitation(
            invitation.key_file, invitation.account_id, invitation.code, "x", outlet.device, NOW + later, CHEAP
        )

    accept(timedelta(days=1))
    with pytest.raises(InvitationExpired):
        accept(timedelta(days=1, milliseconds=1))


def test_a_lengthened_invitation_does_not_open(outlet: Outlet, invitation: Invitation) -> None:
    entry = invitation.key_file.entry(invitation.account_id)
    assert entry.invitation is not None
    longer = dataclasses.replace(entry.invitation, expires_at_ms=entry.invitation.expires_at_ms + 1)
    key_file = invitation.key_file.with_entry(dataclasses.replace(entry, invitation=longer))

    with pytest.raises(WrongPassword):
        account_keys.accept_invitation(key_file, invitation.account_id, invitation.code, "x", outlet.device, NOW, CHEAP)


def test_the_pin_lies_in_the_slot_and_nowhere_else(outlet: Outlet) -> None:
    with_pin = account_keys.set_pin(outlet.key_file, outlet.clerk.account_id, CLERK_PASSWORD, "062531", outlet.device)
    entry, before = (file.entry(outlet.clerk.account_id) for file in (with_pin, outlet.key_file))
    assert entry.slot is not None
    assert before.slot is not None

    assert dataclasses.replace(entry, slot=before.slot) == before
    assert len(entry.slot.blob) == len(before.slot.blob) == 29 + 70
    assert entry.slot.cost == before.slot.cost


def test_opened_secrets_do_not_show(outlet: Outlet) -> None:
    shown = repr(outlet.clerk) + repr(account_keys.AccountSecrets(bytes(32), bytes(32), "062531"))

    assert shown == f"OpenedAccount({outlet.clerk.account_id.hex()})AccountSecrets(…)"


def test_a_slot_is_hashed_at_full_cost_unless_said_otherwise(outlet: Outlet) -> None:
    clerk = outlet.clerk.account_id
    changed = account_keys.change_password(outlet.key_file, clerk, CLERK_PASSWORD, "x", outlet.device)
    slot = changed.entry(clerk).slot

    assert slot is not None
    assert slot.cost == suite.COST
