"""Founding an outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.account import Role
from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import FileBusy
from outlet_app.paths import OutletPlace
from outlet_app.sealing import suite
from outlet_app.sealing.label_code import CardCode, read_code
from outlet_app.sealing.owner_slots import open_with_recovery
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.setup import Setup
from outlet_app.store import activities
from outlet_app.store.store import Signers
from tests.outlets import QUICK, Clock

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def keys(tmp_path: Path) -> OutletKeys:
    return OutletKeys(OutletPlace(tmp_path / "outlet", tmp_path / "state"), keystore=False, cost=QUICK)


def test_the_owner_of_a_new_outlet_signs_in_and_his_record_begins_signed(keys: OutletKeys) -> None:
    founded = Setup(keys, Clock()).found("网点", "王店主", "a long password")
    services = Entrance(keys, clock=Clock()).sign_in(founded.owner_id, "a long password")
    session = services.session
    assert session.account.role is Role.OWNER
    assert activities.after(session.store.reader, 0, 1)[0].kind == ActivityKind.OUTLET_FOUNDED
    signers = Signers({founded.owner_id: session.statements.verify_keys(founded.owner_id)}, suite.verify)
    assert session.store.verify(session.store.genesis, signers=signers) == session.store.checkpoint()
    session.sign_out()


def test_card_and_sheet_open_the_owner_seed_and_do_not_show_in_a_repr(keys: OutletKeys) -> None:
    founded = Setup(keys, Clock()).found("网点", "王店主", "a long password")
    assert isinstance(read_code(founded.card), CardCode)
    by_card = keys.owner_seed(founded.owner_id, "a long password", founded.card)
    by_sheet = open_with_recovery(keys.key_file(), " ".join(founded.recovery_words))
    assert by_card.verify_key == by_sheet.verify_key
    assert founded.card not in repr(founded)
    assert founded.recovery_words[0] not in repr(founded)


def test_an_outlet_is_not_founded_over_another(keys: OutletKeys) -> None:
    Setup(keys, Clock()).found("网点", "王店主", "a long password")
    before = keys.place.key_file.read_bytes()
    with pytest.raises(FileBusy):
        Setup(keys, Clock()).found("别的网点", "李店主", "another password")
    assert keys.place.key_file.read_bytes() == before


def test_a_founding_that_was_cut_short_is_done_again_from_the_start(keys: OutletKeys) -> None:
    Setup(keys, Clock()).found("网点", "王店主", "a long password")
    keys.place.key_file.unlink()
    keys.place.second_key_file.unlink()
    founded = Setup(keys, Clock()).found("网点", "王店主", "a long password")
    Entrance(keys, clock=Clock()).sign_in(founded.owner_id, "a long password").session.sign_out()
