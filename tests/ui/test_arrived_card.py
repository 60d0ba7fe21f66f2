"""The open parcel's card: what it shows of one that waits, is refused or has left; the find page tries its work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.domain.arrived_parcel import ArrivalDraft, ArrivedParcel, ParcelState
from outlet_app.errors import NotOnShelf
from outlet_app.ui.arrived_card import ArrivedCard
from outlet_app.ui.preferences import PrinterUse
from outlet_app.ui.printer_choice import PrinterChoice
from outlet_app.ui.shelf_prints import ShelfPrints
from tests.outlets import make_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks


@pytest.fixture(scope="module")
def owner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = make_outlet(tmp_path_factory.mktemp("outlet")).owner()
    yield services
    services.session.store.close()


@pytest.fixture
def card(
    owner: Services, tasks: Tasks, preferences: Preferences, tmp_path: Path, speaking: object, qtbot: QtBot
) -> ArrivedCard:
    assert speaking
    choice = PrinterChoice(owner.printing_desk, tasks, preferences, PrinterUse.SHELF_LABELS)
    qtbot.addWidget(choice)
    qtbot.waitUntil(tasks.is_idle)
    choice.offer((printing.tray(tmp_path),))
    prints = ShelfPrints(owner.arrivals, owner.printing_desk, choice, tasks, choice)
    shown = ArrivedCard(owner.collection, owner.arrivals, prints, tasks, may_write_off=True)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _arrived(owner: Services, number: str) -> ArrivedParcel:
    draft = ArrivalDraft(number=number, carrier="yto", tail="1234", shelf="15-1")
    return owner.arrivals.register(draft, None).parcel


def test_the_owner_gives_a_parcel_up_as_lost(card: ArrivedCard, owner: Services, tasks: Tasks, qtbot: QtBot) -> None:
    parcel = _arrived(owner, "YT8899000000001")
    changed: list[str] = []
    card.changed.connect(lambda _, words: changed.append(words))
    card.show_parcel(parcel)
    card.case.click()
    assert not card.giving.isVisible()
    card.show_life(owner.find.life(parcel.record_id))
    assert not card.life.isVisible()
    card.outcome.choices[ParcelState.LOST].setChecked(True)
    card.outcome.do.click()
    qtbot.waitUntil(tasks.is_idle)
    assert changed == ["YT8899000000001 is given up as lost."]
    assert owner.find.open_parcel(parcel.record_id).state is ParcelState.LOST


def test_a_parcel_that_left_meanwhile_is_told_and_nothing_is_given_out(
    card: ArrivedCard, owner: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    parcel = _arrived(owner, "YT8899000000002")
    failed: list[object] = []
    card.failed.connect(failed.append)
    card.show_parcel(parcel)
    owner.collection.forward(parcel.record_id)
    card.giving.digits.setText("1234")
    card.giving.ask()
    qtbot.waitUntil(tasks.is_idle)
    assert isinstance(failed[0], NotOnShelf)


def test_a_refused_parcel_can_still_be_given_out_and_one_that_left_cannot(card: ArrivedCard, owner: Services) -> None:
    parcel = _arrived(owner, "YT8899000000003")
    for state, left_at, offered in (
        (ParcelState.REFUSED, None, True),
        (ParcelState.LISTED, None, False),
        (ParcelState.COLLECTED, parcel.arrived_at, False),
    ):
        card.show_parcel(replace(parcel, state=state, left_at=left_at))
        assert card.giving.isVisible() is offered
        assert card.case.isVisible() is offered


def test_the_tail_that_is_asked_is_not_shown_until_it_has_left(card: ArrivedCard, owner: Services) -> None:
    parcel = _arrived(owner, "YT8899000000004")
    card.show_parcel(parcel)
    assert card.tail.text() == "tail: ask for it"
    card.show_parcel(replace(parcel, state=ParcelState.COLLECTED, left_at=parcel.arrived_at))
    assert card.tail.text() == "tail 1234"
