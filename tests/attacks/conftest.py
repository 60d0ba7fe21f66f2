"""A shop with 200 parcels in it, and the thief among its files."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests.attacks.thief import Thief
from tests.attacks.thousand import Thousand, make_thousand
from tests.builders import draft, person
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, Outlet, copy_of, make_outlet

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.domain.draft import PartyDraft
    from outlet_app.services import Services

WAYBILLS = 200


@dataclass(frozen=True)
class Shop:
    """What only the test knows of the outlet: who stands behind each record, and what each label's code says."""

    outlet: Outlet
    people: dict[bytes, tuple[PartyDraft, PartyDraft]] = field(repr=False)
    codes: dict[bytes, str] = field(repr=False)
    numbers: dict[bytes, str]


def _accept(services: Services, chance: random.Random, count: int, shop: Shop) -> None:
    for _ in range(count):
        sender, recipient = person(chance), person(chance)
        accepted = services.entry.accept(draft(sender=sender, recipient=recipient), LABEL_PRINTER)
        kept = services.session.labels.find(accepted.record_id)
        assert kept is not None
        assert kept.code_text is not None
        shop.people[accepted.record_id] = (sender, recipient)
        shop.codes[accepted.record_id] = kept.code_text
        shop.numbers[accepted.record_id] = accepted.number
    services.session.sign_out()


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """200 parcels stand in the shop, each with a coded label; half of them Chen took in, half Lin. Never changed."""
    made = Shop(make_outlet(tmp_path_factory.mktemp("shop")), {}, {}, {})
    chance = random.Random(200)
    _accept(made.outlet.chen(), chance, WAYBILLS // 2, made)
    _accept(made.outlet.lin(), chance, WAYBILLS // 2, made)
    return made


@pytest.fixture
def outlet(shop: Shop, tmp_path: Path) -> Outlet:
    """The shop's files, to be attacked; everybody has signed out."""
    return copy_of(shop.outlet, tmp_path)


@pytest.fixture
def thief(outlet: Outlet) -> Thief:
    """Chen's login in the wrong hands."""
    return Thief(outlet.place, outlet.chen_id, CHEN_PASSWORD)


@pytest.fixture(scope="session")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Thousand:
    """1,000 waybills of yesterday, 400 parcels still in the shop. Never changed."""
    return make_thousand(tmp_path_factory.mktemp("thousand"))


@pytest.fixture
def lent(thousand: Thousand, tmp_path: Path) -> Outlet:
    """A copy of those files and the whole next day; everybody has signed out."""
    return copy_of(thousand.outlet, tmp_path)


@pytest.fixture
def renter(lent: Outlet) -> Thief:
    """Chen's login, lent out for that day."""
    return Thief(lent.place, lent.chen_id, CHEN_PASSWORD)
