"""The owner's consent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import KeyMismatch, WrongPassword
from outlet_app.sealing.owner_seed import new_owner_seed
from outlet_app.sealing.unseal import unseal_with_owner_key
from outlet_app.services.owner_consent import opened_by, owner_seed, waits
from outlet_app.store import waybills
from tests.builders import ZHANG, draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD

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


def test_what_only_the_former_key_opens_is_opened_by_it_and_what_none_opens_by_none(outlet: Outlet) -> None:
    owner = outlet.owner()
    accepted = owner.entry.accept(draft(), LABEL_PRINTER)
    row = waybills.sealed(owner.session.store.reader, accepted.record_id)
    own, another = owner_seed(owner.session, outlet.keys, OWNER_PASSWORD, outlet.card), new_owner_seed(b"o" * 16)
    unseal = partial(unseal_with_owner_key, row, outlet_id=owner.session.outlet_id)
    for seeds in ((own,), (own, another), (another, own)):
        assert opened_by(seeds, unseal).recipient.name == ZHANG.name
    with pytest.raises(KeyMismatch):
        opened_by((another, another), unseal)
    outlet.entrance.close()
