"""The owner's consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import WrongPassword
from outlet_app.services.owner_consent import owner_seed, waits
from tests.outlets import OWNER_PASSWORD

if TYPE_CHECKING:
    from tests.outlets import Outlet


def test_password_and_card_give_the_seed_and_what_did_not_open_is_noted_without_a_wait(outlet: Outlet) -> None:
    session = outlet.owner().session
    for _ in range(6):
        with pytest.raises(WrongPassword):
            owner_seed(session, outlet.keys, "not his password", outlet.card)
    assert len(waits(session, outlet.keys).reports()) == 6
    seed = owner_seed(session, outlet.keys, OWNER_PASSWORD, outlet.card)
    assert seed.public_key == session.keys.owner_public_key
    outlet.entrance.close()
