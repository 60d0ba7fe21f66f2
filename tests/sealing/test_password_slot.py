"""Slots: one text, one PC, one place, one header."""

from __future__ import annotations

import dataclasses

import pytest

from outlet_app.errors import WrongPassword
from outlet_app.sealing.password_slot import PasswordSlot, SlotPlace, lock_slot, open_slot
from outlet_app.sealing.suite import Cost
from tests.sealing.conftest import CHEAP, flipped

PLACE = SlotPlace("slot", b"o" * 16, b"c" * 16)
DEVICE = bytes(range(32))


@pytest.fixture(scope="module")
def slot() -> PasswordSlot:
    return lock_slot(PLACE, "bicycle", DEVICE, b"plain", CHEAP)


def test_a_slot_opens_with_its_text_on_its_pc(slot: PasswordSlot) -> None:
    assert open_slot(PLACE, slot, "bicycle", DEVICE) == b"plain"


@pytest.mark.parametrize("text", ["Bicycle", "bicycle ", "", "bicycl"])
def test_another_text_opens_nothing(slot: PasswordSlot, text: str) -> None:
    with pytest.raises(WrongPassword):
        open_slot(PLACE, slot, text, DEVICE)


def test_another_pc_opens_nothing(slot: PasswordSlot) -> None:
    for secrets in (bytes(32), b"", DEVICE + bytes(16), flipped(DEVICE, 0)):
        with pytest.raises(WrongPassword):
            open_slot(PLACE, slot, "bicycle", secrets)


@pytest.mark.parametrize(
    "place",
    [
        SlotPlace("owner-slot", b"o" * 16, b"c" * 16),
        SlotPlace("slot", b"x" * 16, b"c" * 16),
        SlotPlace("slot", b"o" * 16, b"w" * 16),
        SlotPlace("slot", b"o" * 16, b"c" * 16, (0,)),
    ],
)
def test_a_slot_in_another_place_opens_nothing(slot: PasswordSlot, place: SlotPlace) -> None:
    with pytest.raises(WrongPassword):
        open_slot(place, slot, "bicycle", DEVICE)


def test_a_changed_header_opens_nothing(slot: PasswordSlot) -> None:
    for other in (
        dataclasses.replace(slot, salt=flipped(slot.salt, 0)),
        dataclasses.replace(slot, cost=Cost(20 * 1024, 2, 1)),
        dataclasses.replace(slot, cost=Cost(19 * 1024, 3, 1)),
        dataclasses.replace(slot, cost=Cost(19 * 1024, 2, 2)),
    ):
        with pytest.raises(WrongPassword):
            open_slot(PLACE, other, "bicycle", DEVICE)


def test_a_changed_blob_opens_nothing(slot: PasswordSlot) -> None:
    for bit in range(0, len(slot.blob) * 8, 31):
        with pytest.raises(WrongPassword):
            open_slot(PLACE, dataclasses.replace(slot, blob=flipped(slot.blob, bit)), "bicycle", DEVICE)


def test_where_there_is_no_slot_nothing_opens() -> None:
    with pytest.raises(WrongPassword):
        open_slot(PLACE, None, "", DEVICE)


def test_two_slots_of_one_password_look_different(slot: PasswordSlot) -> None:
    other = lock_slot(PLACE, "bicycle", DEVICE, b"plain", CHEAP)

    assert other.salt != slot.salt
    assert other.blob[13:] != slot.blob[13:]
