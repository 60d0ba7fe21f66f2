"""A new outlet: one owner, a card, a sheet, and no secret in the key file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.sealing import grants, key_file, owner_slots, suite
from outlet_app.sealing.founding import database_name, found_outlet
from outlet_app.sealing.label_code import RecoveryCode, read_code, write_recovery_code
from tests.sealing.conftest import CHEAP, OWNER_PASSWORD, Outlet

if TYPE_CHECKING:
    from outlet_app.sealing.device import DeviceSecret


def test_the_key_file_names_the_outlet_its_database_and_its_owner(outlet: Outlet) -> None:
    file = outlet.founding.key_file

    assert (file.outlet_name, file.database_name, file.epoch) == ("好运网点", database_name(1), 1)
    assert [(entry.name, entry.account_id) for entry in file.accounts] == [("王芳", outlet.owner.account_id)]
    assert file.accounts[0].owner_slot is not None
    assert file.accounts[0].invitation is None
    assert key_file.encode(file)


def test_what_was_opened_belongs_together(outlet: Outlet) -> None:
    founded = outlet.founding

    assert founded.opened.owner_public_key == founded.owner_seed.public_key
    assert founded.opened.owner_verify_key == founded.owner_seed.verify_key
    assert founded.opened.signing_key.verify_key == founded.verify_key
    assert grants.open_label_key(founded.owner_seed, founded.key_file.label_key_escrow) == founded.opened.label_key


def test_the_sheet_opens_the_seed_by_code(outlet: Outlet) -> None:
    code = read_code(write_recovery_code(outlet.outlet_id, outlet.founding.recovery.secret))

    assert isinstance(code, RecoveryCode)
    assert code.outlet_mark == outlet.founding.recovery.outlet_mark
    opened = owner_slots.open_with_recovery_secret(outlet.founding.key_file, code.secret)
    assert opened.secret == outlet.founding.owner_seed.secret


def test_no_secret_stands_in_the_key_file(outlet: Outlet) -> None:
    founded = outlet.founding
    data = key_file.encode(outlet.key_file)
    secrets = [
        founded.owner_seed.secret,
        founded.recovery.secret,
        outlet.card.secret,
        outlet.device.secret,
        founded.opened.database_key,
        founded.opened.label_key,
        OWNER_PASSWORD.encode(),
    ]

    assert not any(secret in data for secret in secrets)


def test_two_outlets_share_nothing(device: DeviceSecret, outlet: Outlet) -> None:
    other = found_outlet("好运网点", "王芳", OWNER_PASSWORD, device, CHEAP)

    assert other.key_file.outlet_id != outlet.outlet_id
    assert other.opened.database_key != outlet.owner.database_key
    assert other.owner_seed.public_key != outlet.founding.owner_seed.public_key


def test_slots_cost_what_was_asked_for(outlet: Outlet) -> None:
    (entry,) = outlet.founding.key_file.accounts

    assert entry.slot is not None
    assert entry.owner_slot is not None
    assert entry.slot.cost == entry.owner_slot.cost == CHEAP != suite.COST


@pytest.mark.parametrize("name", ["", "  ", "x" * 121, "王\n芳", "王\u200b芳"])
def test_a_name_that_is_none_never_reaches_the_file(device: DeviceSecret, name: str) -> None:
    assert not key_file.is_name(name)
    with pytest.raises(ValueError, match="name"):
        key_file.encode(found_outlet("网点", name, OWNER_PASSWORD, device, CHEAP).key_file)


def test_a_founding_does_not_show(outlet: Outlet) -> None:
    assert repr(outlet.founding) == "Founding(…)"
