"""The ways to the owner seed, and that none of them is shorter than it says."""

from __future__ import annotations

import dataclasses
import os
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import LabelCodeRefused, WrongPassword
from outlet_app.sealing import account_keys, owner_slots
from outlet_app.sealing.device import DeviceSecret, Keeping
from outlet_app.sealing.label_code import CardCode, read_code
from outlet_app.sealing.owner_seed import new_owner_seed
from outlet_app.sealing.recovery_words import WordList, write_words
from tests.sealing.conftest import CHEAP, CLERK_PASSWORD, OWNER_PASSWORD, Outlet, flipped

if TYPE_CHECKING:
    from outlet_app.sealing.key_file import KeyFile


def card_of(text: str) -> CardCode:
    code = read_code(text)
    assert isinstance(code, CardCode)
    return code


def open_owner(outlet: Outlet, **changes: object) -> bytes:
    whole: dict[str, object] = {
        "key_file": outlet.key_file,
        "account_id": outlet.owner.account_id,
        "password": OWNER_PASSWORD,
        "device_secret": outlet.device,
        "card": outlet.card,
    }
    seed = owner_slots.open_owner_seed(**{**whole, **changes})  # type: ignore[arg-type] # named as they are
    return seed.secret


def test_password_and_card_open_the_seed(outlet: Outlet) -> None:
    assert open_owner(outlet) == outlet.founding.owner_seed.secret


def test_one_of_them_alone_opens_nothing(outlet: Outlet) -> None:
    cards = [
        CardCode(outlet.card.outlet_mark, bytes(16)),
        CardCode(outlet.card.outlet_mark, flipped(outlet.card.secret, 127)),
        CardCode("0000", outlet.card.secret),
    ]

    for card in cards:
        with pytest.raises(WrongPassword):
            open_owner(outlet, card=card)
    for password in ("", CLERK_PASSWORD, OWNER_PASSWORD + "!"):
        with pytest.raises(WrongPassword):
            open_owner(outlet, password=password)


def test_on_another_pc_they_open_nothing(outlet: Outlet) -> None:
    with pytest.raises(WrongPassword):
        open_owner(outlet, device_secret=DeviceSecret(os.urandom(32), Keeping.FILE))


def test_a_clerk_with_the_owners_card_opens_nothing(outlet: Outlet) -> None:
    clerk = outlet.clerk.account_id
    with pytest.raises(WrongPassword):
        open_owner(outlet, account_id=clerk, password=CLERK_PASSWORD)

    entry = dataclasses.replace(
        outlet.key_file.entry(clerk), owner_slot=outlet.key_file.entry(outlet.owner.account_id).owner_slot
    )
    with pytest.raises(WrongPassword):
        open_owner(outlet, key_file=outlet.key_file.with_entry(entry), account_id=clerk, password=CLERK_PASSWORD)


def test_an_account_slot_is_no_owner_slot(outlet: Outlet) -> None:
    entry = outlet.key_file.entry(outlet.owner.account_id)
    swapped = outlet.key_file.with_entry(dataclasses.replace(entry, owner_slot=entry.slot))

    with pytest.raises(WrongPassword):
        open_owner(outlet, key_file=swapped)


@pytest.mark.parametrize("word_list", WordList)
def test_the_sheets_words_open_the_seed_without_password_and_pc(outlet: Outlet, word_list: WordList) -> None:
    words = " ".join(write_words(outlet.founding.recovery.secret, word_list))

    assert owner_slots.open_with_recovery(outlet.key_file, words).secret == outlet.founding.owner_seed.secret


def test_another_sheet_opens_nothing(outlet: Outlet) -> None:
    words = " ".join(write_words(bytes(32), WordList.CHINESE))

    with pytest.raises(WrongPassword):
        owner_slots.open_with_recovery(outlet.key_file, words)
    with pytest.raises(LabelCodeRefused):
        owner_slots.open_with_recovery(outlet.key_file, words[:-1])


def test_the_sheet_opens_nothing_in_another_outlets_file(outlet: Outlet) -> None:
    moved = dataclasses.replace(outlet.key_file, outlet_id=bytes(16))

    with pytest.raises(WrongPassword):
        owner_slots.open_with_recovery_secret(moved, outlet.founding.recovery.secret)


def test_a_second_owner_is_enrolled_with_his_own_password_and_card(outlet: Outlet) -> None:
    seed, clerk = outlet.founding.owner_seed, outlet.clerk.account_id
    enrolment = owner_slots.enrol_owner(outlet.key_file, seed, clerk, CLERK_PASSWORD, outlet.device, CHEAP)
    card = card_of(enrolment.card)

    assert (
        open_owner(outlet, key_file=enrolment.key_file, account_id=clerk, password=CLERK_PASSWORD, card=card)
        == seed.secret
    )
    assert open_owner(outlet, key_file=enrolment.key_file) == seed.secret
    with pytest.raises(WrongPassword):
        open_owner(outlet, key_file=enrolment.key_file, card=card)


def test_nobody_is_enrolled_without_his_password(outlet: Outlet) -> None:
    with pytest.raises(WrongPassword):
        owner_slots.enrol_owner(
            outlet.key_file, outlet.founding.owner_seed, outlet.clerk.account_id, "x", outlet.device, CHEAP
        )


def test_a_new_card_ends_the_former_one(outlet: Outlet) -> None:
    seed, owner = outlet.founding.owner_seed, outlet.owner.account_id
    enrolment = owner_slots.enrol_owner(outlet.key_file, seed, owner, OWNER_PASSWORD, outlet.device, CHEAP)

    assert open_owner(outlet, key_file=enrolment.key_file, card=card_of(enrolment.card)) == seed.secret
    with pytest.raises(WrongPassword):
        open_owner(outlet, key_file=enrolment.key_file)


def change(outlet: Outlet, old: str = OWNER_PASSWORD, card: CardCode | None = None) -> KeyFile:
    return owner_slots.change_owner_password(
        outlet.key_file, outlet.owner.account_id, old, "新的密码", outlet.device, card or outlet.card, CHEAP
    )


def test_an_owners_change_of_password_changes_both_slots_and_keeps_the_card(outlet: Outlet) -> None:
    changed = change(outlet)
    opened = account_keys.sign_in(changed, outlet.owner.account_id, "新的密码", outlet.device)

    assert opened.signing_key.verify_key == outlet.founding.verify_key
    assert open_owner(outlet, key_file=changed, password="新的密码") == outlet.founding.owner_seed.secret
    with pytest.raises(WrongPassword):
        open_owner(outlet, key_file=changed)
    with pytest.raises(WrongPassword):
        account_keys.sign_in(changed, outlet.owner.account_id, OWNER_PASSWORD, outlet.device)


def test_an_owners_change_of_password_needs_password_and_card(outlet: Outlet) -> None:
    with pytest.raises(WrongPassword):
        change(outlet, old="x")
    with pytest.raises(WrongPassword):
        change(outlet, card=CardCode(outlet.card.outlet_mark, bytes(16)))


def test_without_a_replacement_there_is_no_former_seed(outlet: Outlet) -> None:
    assert owner_slots.open_former(outlet.key_file, new_owner_seed(outlet.outlet_id)) is None


def test_an_enrolment_does_not_show_its_card(outlet: Outlet) -> None:
    assert repr(owner_slots.Enrolment(key_file=outlet.key_file, card=outlet.founding.card)) == "Enrolment(…)"
