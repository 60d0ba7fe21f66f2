"""Invitation codes: random, forgiving to type, bound to their account and time."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import WrongPassword
from outlet_app.sealing import base32
from outlet_app.sealing.invitation_code import InvitationPlace, lock_invitation, new_invitation_code, open_invitation
from tests.sealing.conftest import CHEAP

if TYPE_CHECKING:
    from outlet_app.sealing.device import DeviceSecret

PLACE = InvitationPlace(b"o" * 16, b"c" * 16, 1_800_000_000_000)


def test_codes_are_ten_characters_and_do_not_repeat() -> None:
    codes = {new_invitation_code() for _ in range(500)}

    assert len(codes) == 500
    assert all(len(code) == 10 and set(code) <= set(base32.ALPHABET) for code in codes)
    assert {code[0] for code in codes} >= set("0123")
    assert len({code[-1] for code in codes}) == 32


@pytest.mark.parametrize(
    "typed", ["01ABCDEFGH", "o1abcdefgh", " OIAB-CDEF-GH ", "0l abc def gh", "０１ＡＢＣＤＥＦＧＨ"]
)
def test_a_code_may_be_typed_as_people_type(device: DeviceSecret, typed: str) -> None:
    invitation = lock_invitation(PLACE, "01ABCDEFGH", device, b"a" * 32 + b"s" * 32, CHEAP)

    assert open_invitation(PLACE, invitation.slot, typed, device) == (b"a" * 32, b"s" * 32)


def test_another_code_account_or_time_opens_nothing(device: DeviceSecret) -> None:
    slot = lock_invitation(PLACE, "01ABCDEFGH", device, bytes(64), CHEAP).slot

    for place, code in (
        (PLACE, "01ABCDEFGJ"),
        (PLACE, "01ABCDEFG"),
        (dataclasses.replace(PLACE, account_id=bytes(16)), "01ABCDEFGH"),
        (dataclasses.replace(PLACE, outlet_id=bytes(16)), "01ABCDEFGH"),
        (dataclasses.replace(PLACE, expires_at_ms=PLACE.expires_at_ms + 1), "01ABCDEFGH"),
    ):
        with pytest.raises(WrongPassword):
            open_invitation(place, slot, code, device)
