"""A new owner seed: what opens under it, what no longer does, and how the former one leaves."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import KeyMismatch, WrongPassword
from outlet_app.sealing import account_keys, new_seed, owner_slots, staff_keys
from outlet_app.sealing.owner_seed import OwnerSeed, new_owner_seed
from outlet_app.sealing.rewrap import owner_wrap_opens, rewrap_for_owner
from tests.sealing.conftest import CHEAP, CLERK_PASSWORD, OWNER_PASSWORD, Outlet

if TYPE_CHECKING:
    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.sealing.new_seed import SeedDraft
    from outlet_app.sealing.seal import Sealed
    from outlet_app.sealing.staff_keys import Renewal


@pytest.fixture(scope="module")
def draft(outlet: Outlet) -> SeedDraft:
    return new_seed.draw_seed(outlet.outlet_id)


@pytest.fixture(scope="module")
def renewal(outlet: Outlet, draft: SeedDraft) -> Renewal:
    return _replaced(outlet, outlet.key_file, outlet.founding.owner_seed, draft)


def _replaced(outlet: Outlet, key_file: KeyFile, former: OwnerSeed, draft: SeedDraft) -> Renewal:
    owner = outlet.owner.account_id
    return new_seed.replace_owner_seed(key_file, former, draft, owner, OWNER_PASSWORD, outlet.device, CHEAP)


def test_under_a_new_seed_everybody_seals_to_it_and_signs_in_as_before(
    outlet: Outlet, draft: SeedDraft, renewal: Renewal
) -> None:
    for opened, password in ((outlet.clerk, CLERK_PASSWORD), (outlet.owner, OWNER_PASSWORD)):
        again = account_keys.sign_in(renewal.key_file, opened.account_id, password, outlet.device)

        assert again.owner_public_key == draft.owner_seed.public_key != opened.owner_public_key
        assert again.owner_verify_key == draft.owner_seed.verify_key
        assert again.signing_key.verify_key == opened.signing_key.verify_key
        assert again.label_key == opened.label_key
        assert again.database_key == renewal.grant.database_key != opened.database_key
    assert (renewal.key_file.epoch, renewal.key_file.database_name) == (2, "outlet-2.db")
    assert renewal.key_file.generation > outlet.key_file.generation


def test_under_a_new_seed_only_the_new_card_and_sheet_open(outlet: Outlet, draft: SeedDraft, renewal: Renewal) -> None:
    owner, key_file = outlet.owner.account_id, renewal.key_file
    by_card = owner_slots.open_owner_seed(key_file, owner, OWNER_PASSWORD, outlet.device, draft.card)
    by_sheet = owner_slots.open_with_recovery_secret(key_file, draft.recovery.secret)

    assert by_card.secret == by_sheet.secret == draft.owner_seed.secret
    with pytest.raises(WrongPassword):
        owner_slots.open_owner_seed(key_file, owner, OWNER_PASSWORD, outlet.device, outlet.card)
    with pytest.raises(WrongPassword):
        owner_slots.open_with_recovery_secret(key_file, outlet.founding.recovery.secret)


def test_the_former_seed_opens_no_grant_escrow_or_label_key_of_the_new_file(outlet: Outlet, renewal: Renewal) -> None:
    with pytest.raises(KeyMismatch):
        staff_keys.renew_grants(renewal.key_file, outlet.founding.owner_seed)
    bare = dataclasses.replace(renewal.key_file, label_key_escrow=outlet.key_file.label_key_escrow)
    with pytest.raises(KeyMismatch):
        staff_keys.renew_grants(bare, outlet.founding.owner_seed)


def test_other_owners_enrol_again_under_a_new_seed(outlet: Outlet, draft: SeedDraft) -> None:
    seed, clerk = outlet.founding.owner_seed, outlet.clerk.account_id
    two = owner_slots.enrol_owner(outlet.key_file, seed, clerk, CLERK_PASSWORD, outlet.device, CHEAP).key_file
    moved = _replaced(outlet, two, seed, draft).key_file

    assert moved.entry(clerk).owner_slot is None
    assert moved.entry(outlet.owner.account_id).owner_slot is not None


def test_while_waybills_move_the_former_seed_opens_those_not_done(
    outlet: Outlet, sealed: Sealed, draft: SeedDraft, renewal: Renewal
) -> None:
    former = owner_slots.open_former(renewal.key_file, draft.owner_seed)
    assert former is not None
    wrap = rewrap_for_owner(sealed.waybill, former, draft.owner_seed, outlet_id=outlet.outlet_id)
    done = dataclasses.replace(sealed.waybill, owner_wrap=wrap)

    assert owner_wrap_opens(sealed.waybill, former, outlet_id=outlet.outlet_id)
    assert not owner_wrap_opens(sealed.waybill, draft.owner_seed, outlet_id=outlet.outlet_id)
    assert owner_wrap_opens(done, draft.owner_seed, outlet_id=outlet.outlet_id)


def test_the_former_seed_opens_with_the_new_one_only_and_can_be_dropped(
    outlet: Outlet, draft: SeedDraft, renewal: Renewal
) -> None:
    with pytest.raises(KeyMismatch):
        owner_slots.open_former(renewal.key_file, outlet.founding.owner_seed)
    dropped = new_seed.without_former_seed(renewal.key_file)

    assert owner_slots.open_former(dropped, draft.owner_seed) is None
    assert dropped.generation == renewal.key_file.generation + 1


def test_a_second_replacement_waits_until_the_first_is_finished(
    outlet: Outlet, draft: SeedDraft, renewal: Renewal
) -> None:
    with pytest.raises(ValueError, match="still"):
        _replaced(outlet, renewal.key_file, draft.owner_seed, new_seed.draw_seed(outlet.outlet_id))


def test_a_seed_is_not_replaced_without_the_owners_password(outlet: Outlet, draft: SeedDraft) -> None:
    with pytest.raises(WrongPassword):
        new_seed.replace_owner_seed(
            outlet.key_file, outlet.founding.owner_seed, draft, outlet.owner.account_id, "x", outlet.device, CHEAP
        )


def test_a_seed_is_not_replaced_by_who_does_not_hold_it(outlet: Outlet, draft: SeedDraft) -> None:
    with pytest.raises(KeyMismatch):
        _replaced(outlet, outlet.key_file, new_owner_seed(outlet.outlet_id), draft)


def test_every_drawn_seed_is_new_and_shows_nothing(outlet: Outlet, draft: SeedDraft) -> None:
    other = new_seed.draw_seed(outlet.outlet_id)

    assert other.owner_seed.secret != draft.owner_seed.secret
    assert other.card.secret != draft.card.secret
    assert other.recovery.secret != draft.recovery.secret
    assert repr(draft) == "SeedDraft(…)"
