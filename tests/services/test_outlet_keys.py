"""The keys of an outlet on this PC."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import KeysDoNotFit, WrongPassword
from outlet_app.sealing.label_code import write_checkpoint_code
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD

if TYPE_CHECKING:
    from tests.outlets import Outlet


def test_the_owner_seed_opens_with_password_and_card_together(outlet: Outlet) -> None:
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    services = outlet.owner()
    assert seed.public_key == services.session.keys.owner_public_key
    services.session.sign_out()


def test_a_card_is_read_as_a_scanner_types_it(outlet: Outlet) -> None:
    outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card.lower())


def test_any_other_text_in_the_cards_place_is_a_wrong_password(outlet: Outlet) -> None:
    services = outlet.chen()
    session = services.session
    checkpoint = write_checkpoint_code(session.outlet_id, session.store.checkpoint(), session.keys.label_key)
    session.sign_out()
    for text in ("", "OK1.ABCD", checkpoint):
        with pytest.raises(WrongPassword):
            outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, text)


def test_a_clerk_has_no_way_to_the_seed_even_with_the_card(outlet: Outlet) -> None:
    with pytest.raises(WrongPassword):
        outlet.keys.owner_seed(outlet.chen_id, CHEN_PASSWORD, outlet.card)


def test_a_replaced_key_file_is_in_force_at_both_places(outlet: Outlet) -> None:
    before = outlet.keys.key_file()
    outlet.keys.replace(before.without_entry(outlet.lin_id))
    assert outlet.keys.key_file().generation == before.generation + 1
    assert outlet.place.key_file.read_bytes() == outlet.place.second_key_file.read_bytes()
    assert outlet.lin_id not in [tile.account_id for tile in outlet.entrance.tiles()]


def test_unequal_places_are_made_equal_and_equal_ones_are_left_alone(outlet: Outlet) -> None:
    key_file, place = outlet.keys.key_file(), outlet.place
    whole = place.key_file.read_bytes()
    for broken in (place.key_file, place.second_key_file):
        for spoil in (broken.unlink, lambda path=broken: path.write_bytes(b"half")):
            spoil()
            outlet.keys.settle(key_file)
            assert (place.key_file.read_bytes(), place.second_key_file.read_bytes()) == (whole, whole)
    before = place.key_file.stat().st_ino
    outlet.keys.settle(key_file)
    assert place.key_file.stat().st_ino == before


def test_keys_are_there_whatever_state_their_file_is_in_and_not_where_there_is_none(outlet: Outlet) -> None:
    places = (outlet.place.key_file, outlet.place.second_key_file)
    assert outlet.keys.are_there()
    for path in places:
        path.write_bytes(b"damaged")
    assert outlet.keys.are_there()
    for path in places:
        path.unlink()
    assert not outlet.keys.are_there()


def test_a_database_of_other_keys_is_told_apart_from_a_damaged_one(outlet: Outlet) -> None:
    path = outlet.place.folder / outlet.keys.key_file().database_name
    salt = path.read_bytes()[:16]
    outlet.keys.require_fit(path, salt)
    with pytest.raises(KeysDoNotFit) as error:
        outlet.keys.require_fit(path, b"s" * 16)
    assert error.value.path == path


def test_a_missing_database_beside_another_is_the_key_files_fault(outlet: Outlet) -> None:
    there = outlet.place.folder / outlet.keys.key_file().database_name
    missing = there.with_name("outlet-7.db")
    with pytest.raises(KeysDoNotFit) as error:
        outlet.keys.require_fit(missing, b"s" * 16)
    assert error.value.path == there
    there.unlink()
    outlet.keys.require_fit(missing, b"s" * 16)
