"""What an open owner seed can do to the key file, and what it takes."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import KeyMismatch, WrongPassword
from outlet_app.sealing import account_keys, key_file, owner_slots, staff_keys
from outlet_app.sealing.label_code import CardCode, read_code
from outlet_app.sealing.owner_seed import new_owner_seed
from tests.sealing.conftest import CHEAP, CLERK_PASSWORD, NOW, OWNER_PASSWORD, Outlet

if TYPE_CHECKING:
    from outlet_app.sealing.staff_keys import Invitation

TOMORROW = NOW + timedelta(days=1)


def invite(outlet: Outlet, opened: account_keys.OpenedAccount) -> Invitation:
    return staff_keys.invite(
        outlet.key_file, outlet.founding.owner_seed, opened, "赵云", outlet.device, TOMORROW, CHEAP
    )


def test_an_invitation_adds_an_account_that_only_the_code_opens(outlet: Outlet) -> None:
    invitation = invite(outlet, outlet.owner)
    entry = invitation.key_file.entry(invitation.account_id)

    assert entry.name == "赵云"
    assert entry.slot is None
    assert entry.owner_slot is None
    assert len(invitation.key_file.accounts) == len(outlet.key_file.accounts) + 1
    assert invitation.key_file.generation == outlet.key_file.generation + 1
    assert key_file.decode(key_file.encode(invitation.key_file), Path("outlet.keys")) == invitation.key_file


def test_ids_and_codes_are_new_each_time(outlet: Outlet) -> None:
    one, other = invite(outlet, outlet.owner), invite(outlet, outlet.owner)

    assert one.account_id != other.account_id
    assert one.code != other.code
    assert one.verify_key != other.verify_key


def test_what_a_planted_owner_key_was_granted_is_not_handed_on(outlet: Outlet) -> None:
    """An account whose own grant names another owner key cannot invite with it."""
    for name in ("owner_public_key", "owner_verify_key"):
        planted = dataclasses.replace(outlet.owner, **{name: bytes(32)})
        with pytest.raises(KeyMismatch):
            invite(outlet, planted)


def reset_of(outlet: Outlet, account_id: bytes, name: str) -> staff_keys.Invitation:
    person = staff_keys.Newcomer(account_id, name, TOMORROW)
    return staff_keys.reset_account(
        outlet.key_file, outlet.founding.owner_seed, outlet.owner, person, outlet.device, CHEAP
    )


def test_a_reset_account_has_new_keys_under_its_old_id(outlet: Outlet) -> None:
    clerk = outlet.clerk.account_id
    reset = reset_of(outlet, clerk, outlet.key_file.entry(clerk).name)
    accepted, opened = account_keys.accept_invitation(
        reset.key_file, clerk, reset.code, "new one", outlet.device, NOW, CHEAP
    )

    assert reset.account_id == clerk
    assert opened.signing_key.verify_key == reset.verify_key != outlet.clerk.signing_key.verify_key
    assert [entry.account_id for entry in accepted.accounts] == [entry.account_id for entry in outlet.key_file.accounts]
    assert accepted.entry(clerk).name == outlet.key_file.entry(clerk).name
    for file in (reset.key_file, accepted):
        with pytest.raises(WrongPassword):
            account_keys.sign_in(file, clerk, CLERK_PASSWORD, outlet.device)


def test_a_reset_ends_an_owners_card(outlet: Outlet) -> None:
    owner = outlet.owner.account_id
    reset = reset_of(outlet, owner, "王芳")

    assert reset.key_file.entry(owner).owner_slot is None


def test_a_second_owner_is_seated_with_his_password_and_a_card_of_his_own(outlet: Outlet) -> None:
    invitation, seed = invite(outlet, outlet.owner), outlet.founding.owner_seed
    seated = staff_keys.seat_owner(invitation, seed, "his own password", outlet.device, NOW, CHEAP)
    card = read_code(seated.card)
    account_id = invitation.account_id

    assert isinstance(card, CardCode)
    opened = owner_slots.open_owner_seed(seated.key_file, account_id, "his own password", outlet.device, card)
    assert opened.verify_key == seed.verify_key
    signed_in = account_keys.sign_in(seated.key_file, account_id, "his own password", outlet.device)
    assert signed_in.signing_key.verify_key == invitation.verify_key
    assert seated.key_file.entry(account_id).invitation is None
    with pytest.raises(WrongPassword):
        account_keys.accept_invitation(
            seated.key_file, account_id, invitation.code, "another", outlet.device, NOW, CHEAP
        )


def test_the_first_owners_card_stays_his_when_a_second_is_seated(outlet: Outlet) -> None:
    invitation, seed = invite(outlet, outlet.owner), outlet.founding.owner_seed
    seated = staff_keys.seat_owner(invitation, seed, "his own password", outlet.device, NOW, CHEAP)
    card = read_code(outlet.founding.card)

    assert isinstance(card, CardCode)
    owner_slots.open_owner_seed(seated.key_file, outlet.owner.account_id, OWNER_PASSWORD, outlet.device, card)
    with pytest.raises(WrongPassword):
        owner_slots.open_owner_seed(seated.key_file, invitation.account_id, "his own password", outlet.device, card)


def test_who_is_no_longer_held_since_a_restore_is_invited_for_the_same_account(outlet: Outlet) -> None:
    clerk = outlet.clerk.account_id
    restored = dataclasses.replace(outlet, key_file=outlet.key_file.without_entry(clerk))
    reset = reset_of(restored, clerk, "陈伟")
    accepted, _ = account_keys.accept_invitation(
        reset.key_file, clerk, reset.code, "new one", outlet.device, NOW, CHEAP
    )

    assert accepted.entry(clerk).name == "陈伟"
    account_keys.sign_in(accepted, clerk, "new one", outlet.device)


def test_renewed_grants_give_everybody_the_new_database_key_without_a_password(outlet: Outlet) -> None:
    renewal = staff_keys.renew_grants(outlet.key_file, outlet.founding.owner_seed)
    clerk = account_keys.sign_in(renewal.key_file, outlet.clerk.account_id, CLERK_PASSWORD, outlet.device)
    owner = account_keys.sign_in(renewal.key_file, outlet.owner.account_id, OWNER_PASSWORD, outlet.device)

    assert clerk.database_key == owner.database_key == renewal.grant.database_key != outlet.clerk.database_key
    assert clerk.database_salt != outlet.clerk.database_salt
    assert clerk.label_key == outlet.clerk.label_key
    assert clerk.owner_public_key == outlet.clerk.owner_public_key
    assert (renewal.key_file.epoch, renewal.key_file.database_name) == (2, "outlet-2.db")
    assert renewal.key_file.generation == outlet.key_file.generation + 1
    assert clerk.epoch == 2


def test_a_grant_of_the_epoch_before_is_refused_in_the_renewed_file(outlet: Outlet) -> None:
    renewed = staff_keys.renew_grants(outlet.key_file, outlet.founding.owner_seed).key_file
    clerk = outlet.clerk.account_id
    old = dataclasses.replace(renewed.entry(clerk), grant=outlet.key_file.entry(clerk).grant)

    with pytest.raises(KeyMismatch):
        account_keys.sign_in(renewed.with_entry(old), clerk, CLERK_PASSWORD, outlet.device)


def test_an_escrow_in_a_colleagues_entry_stops_the_renewal(outlet: Outlet) -> None:
    clerk, owner = (outlet.key_file.entry(opened.account_id) for opened in (outlet.clerk, outlet.owner))
    swapped = outlet.key_file.with_entry(dataclasses.replace(clerk, escrow=owner.escrow))

    with pytest.raises(KeyMismatch):
        staff_keys.renew_grants(swapped, outlet.founding.owner_seed)


def test_another_seed_renews_nothing(outlet: Outlet) -> None:
    with pytest.raises(KeyMismatch):
        staff_keys.renew_grants(outlet.key_file, new_owner_seed(outlet.outlet_id))


def test_what_is_handed_out_does_not_show_its_secrets(outlet: Outlet) -> None:
    invitation = invite(outlet, outlet.owner)
    renewal = staff_keys.renew_grants(outlet.key_file, outlet.founding.owner_seed)

    assert repr(invitation) == f"Invitation({invitation.account_id.hex()})"
    assert repr(renewal) == "Renewal(epoch 2)"
