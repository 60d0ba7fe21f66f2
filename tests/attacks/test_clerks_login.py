"""A clerk's login in the wrong hands, with every file, the device secret, Python and the program's own code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.history import Checkpoint
from outlet_app.errors import WrongPassword
from outlet_app.sealing import suite
from outlet_app.sealing.label_code import (
    CARD_BYTES,
    CardCode,
    LabelCode,
    LabelToken,
    is_genuine,
    read_code,
    write_label_code,
)
from outlet_app.sealing.owner_slots import open_owner_seed
from outlet_app.sealing.unseal import unseal_with_owner_key
from tests.attacks.conftest import WAYBILLS
from tests.attacks.thief import Thief, is_owners, opened_by_codes
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.domain.draft import PartyDraft
    from tests.attacks.conftest import Shop
    from tests.stranger import Stranger

SCRIPT = "import sys; from tests.attacks import thief; thief.main(*sys.argv[1:])"


def _needles(people: tuple[PartyDraft, PartyDraft]) -> list[str]:
    """What of two people is nowhere but in them: names, phones, rooms."""
    return [text for each in people for text in (each.name, each.phone, each.detail.rsplit("单元", 1)[1])]


def _give(shop: Shop, stranger: Stranger, tmp_path: Path) -> None:
    (tmp_path / "codes").write_text(json.dumps(list(shop.codes.values())))
    for given in (shop.outlet.place.folder, shop.outlet.place.state, tmp_path / "codes"):
        stranger.give(given)


def test_a_clerks_password_and_all_files_open_none_of_200_waybills_and_each_label_exactly_its_own(
    shop: Shop, stranger: Stranger, tmp_path: Path
) -> None:
    """As another person of the operating system, over copies: nothing here depends on rights that files have."""
    _give(shop, stranger, tmp_path)
    ended = stranger.run(SCRIPT, stranger.folder, shop.outlet.chen_id.hex(), CHEN_PASSWORD, timeout_s=300)
    assert ended.stderr == ""
    told = json.loads(ended.stdout)
    assert told["waybills"] == WAYBILLS
    assert told["opened"] == 0
    assert told["boxes"] == ["grant 陈伟", "slot 陈伟"]
    expected = {shop.codes[record_id]: [number] for record_id, number in shop.numbers.items()}
    assert told["by code"] == expected
    dump = (stranger.folder / "dump").read_text()
    assert all(number in dump for number in shop.numbers.values())
    assert [needle for people in shop.people.values() for needle in _needles(people) if needle in dump] == []


def test_without_a_label_even_the_tools_of_that_search_find_nothing_but_a_real_key(shop: Shop, thief: Thief) -> None:
    """The search can find: given the owner's seed or one record's token among its values, it says so."""
    card = read_code(shop.outlet.card)
    assert isinstance(card, CardCode)
    seed = open_owner_seed(thief.key_file, shop.outlet.owner_id, OWNER_PASSWORD, thief.device, card)
    assert is_owners(seed.secret, thief.opened)
    assert not any(is_owners(value, thief.opened) for value in thief.keys_in_hand())
    assert thief.waybills_he_opens() == 0
    code = _read(next(iter(shop.codes.values())))
    thief.run("UPDATE waybills SET road_salt = ? WHERE record_id = ?", code.token.secret, next(iter(shop.codes)))
    assert thief.waybills_he_opens() == 1


def test_the_owners_password_with_his_card_opens_all_200_and_without_it_none(shop: Shop, thief: Thief) -> None:
    card = read_code(shop.outlet.card)
    assert isinstance(card, CardCode)
    seed = open_owner_seed(thief.key_file, shop.outlet.owner_id, OWNER_PASSWORD, thief.device, card)
    for row in thief.rows():
        details = unseal_with_owner_key(row, seed, outlet_id=seed.outlet_id)
        names = (details.sender.name, details.recipient.name)
        assert names == tuple(each.name for each in shop.people[row.masked.record_id])
    for secret in (bytes(CARD_BYTES), suite.random_bytes(CARD_BYTES), thief.device.secret[:CARD_BYTES]):
        with pytest.raises(WrongPassword):
            open_owner_seed(
                thief.key_file,
                shop.outlet.owner_id,
                OWNER_PASSWORD,
                thief.device,
                CardCode(card.outlet_mark, secret),
            )
    owner = Thief(thief.place, shop.outlet.owner_id, OWNER_PASSWORD)
    assert owner.waybills_he_opens() == 0
    assert sorted(owner.boxes_he_opens()) == ["grant 王店主", "slot 王店主"]


def test_a_code_forged_without_the_label_key_is_not_genuine_and_with_it_opens_nothing(shop: Shop, thief: Thief) -> None:
    """C has the label key through his grant: he can print labels that scan as ours, and they open nothing."""
    label_key = thief.opened.label_key
    assert is_genuine(_read(next(iter(shop.codes.values()))), label_key)
    for other in (suite.random_bytes(32), thief.opened.database_key, thief.opened.owner_public_key):
        assert not any(is_genuine(_read(text), label_key) for text in _forged(shop, thief, other))
    with_key = _forged(shop, thief, label_key)
    assert all(is_genuine(_read(text), label_key) for text in with_key)
    assert not any(opened_by_codes(thief, with_key).values())


def _forged(shop: Shop, thief: Thief, label_key: bytes) -> list[str]:
    numbers = list(shop.numbers.values())[:10]
    tokens = (bytes(16), label_key[:16], thief.account_id, suite.random_bytes(16))
    return [
        write_label_code(
            outlet_id=thief.opened.outlet_id,
            number=number,
            serial=1,
            token=LabelToken(token),
            checkpoint=Checkpoint(1, 1, bytes(32)),
            label_key=label_key,
        )
        for number in numbers
        for token in tokens
    ]


def _read(text: str) -> LabelCode:
    code = read_code(text)
    assert isinstance(code, LabelCode)
    return code
