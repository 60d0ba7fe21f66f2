"""Which party a paste fills, and what it makes of the one that stands."""

from __future__ import annotations

import pytest

from outlet_app.domain.draft import PartyDraft
from outlet_app.ui.paste_place import announced, joined
from tests.builders import LI, ZHANG

NOBODY = PartyDraft()
NAMED = PartyDraft(name=ZHANG.name)


@pytest.mark.parametrize(
    ("sender", "recipient", "role"),
    [
        (NOBODY, NOBODY, "recipient"),
        (LI, NOBODY, "recipient"),
        (NOBODY, ZHANG, "sender"),
        (LI, ZHANG, "recipient"),
        (NAMED, NOBODY, "sender"),
        (NAMED, LI, "sender"),
        (LI, NAMED, "recipient"),
        (NOBODY, NAMED, "recipient"),
        (NAMED, NAMED, "recipient"),
    ],
)
def test_the_half_party_comes_first_then_an_empty_one(sender: PartyDraft, recipient: PartyDraft, role: str) -> None:
    assert announced(sender, recipient) == role


def test_a_rest_completes_and_anything_anew_replaces() -> None:
    address = PartyDraft(province=ZHANG.province, city=ZHANG.city, district=ZHANG.district, detail=ZHANG.detail)
    assert joined(PartyDraft(name=ZHANG.name, phone=ZHANG.phone), address) == ZHANG
    assert joined(address, PartyDraft(name=ZHANG.name, phone=ZHANG.phone)) == ZHANG
    assert joined(LI, address) == address
    assert joined(NOBODY, LI) == LI
