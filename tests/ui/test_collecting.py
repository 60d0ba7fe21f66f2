"""Giving parcels out on the find page: by shelf code and digits, by tail, against money, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from outlet_app import printing
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.arrived_parcel import ArrivalDraft, ParcelState, RefusalReason
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.message_bar import MessageKind
from outlet_app.ui.tasks import Lane
from outlet_app.ui.waybill_actions import Action
from tests.builders import draft
from tests.ui.counter import CTRL, Model, make_model
from tests.ui.finder import Finder, open_page
from tests.ui.finding import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

TAIL = "1234"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def finder(
    model: Model, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Finder]:
    """Three parcels stand on the shelf: two of one tail, one of another with money due."""
    assert speaking
    outlet = model.copy_to(tmp_path / "copy")
    services = outlet.chen()
    for arrival in (
        ArrivalDraft(number="YT8899000000001", carrier="yto", tail=TAIL, shelf="15-1"),
        ArrivalDraft(number="YT8899000000002", carrier="yto", tail=TAIL, shelf="15-1"),
        ArrivalDraft(number="YT8899000000003", carrier="yto", tail="5678", shelf="15-1", cash_on_delivery="38.5"),
    ):
        services.arrivals.register(arrival, None)
    view = open_page(services, printing.tray(model.tray), tasks, preferences, qtbot)
    made = Finder(view, services, outlet, tasks, qtbot)
    view.message.connect(lambda kind, text: made.messages.append((kind, text)))
    qtbot.addWidget(view)
    view.resize(1198, 610)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.begin()
    made.settle()
    yield made
    made.settle()
    tasks.run(Lane.DATA, services.session.sign_out, tasks, lambda _: None)
    made.settle()


def _type(finder: Finder, text: str) -> None:
    for character in text:
        finder.qtbot.keyClicks(QApplication.focusWidget(), character)
    finder.settle()


def _states(finder: Finder) -> dict[str, ParcelState]:
    return {each.shelf_code: each.state for each in finder.services.arrivals.latest()}


def _parcel(finder: Finder, number: str) -> ArrivedParcel:
    return next(each for each in finder.services.arrivals.latest() if each.number == number)


def test_a_shelf_code_enter_and_four_digits_give_a_parcel_out(finder: Finder) -> None:
    finder.find("15-1-1")
    assert finder.has_keys(finder.view.parcel_card.giving.digits)
    _type(finder, TAIL)
    assert _states(finder)["15-1-1"] is ParcelState.COLLECTED
    assert finder.view.band.headline.text() == "15-1-1"
    assert finder.has_keys(finder.view.field)
    assert finder.view.field.text.text() == ""


def test_the_digits_that_are_asked_stand_nowhere_on_the_screen(finder: Finder) -> None:
    finder.find("15-1-1")
    assert TAIL not in " ".join(texts_of(finder.view))
    assert TAIL not in " ".join(finder.view.cards.rows.lines(0))


def test_wrong_digits_are_said_in_amber_beside_the_field_and_typed_over(finder: Finder) -> None:
    finder.find("15-1-1")
    _type(finder, "9999")
    giving = finder.view.parcel_card.giving
    assert giving.fault.isVisible()
    assert giving.digits.property("doubt")
    assert giving.digits.text() == "9999"
    assert _states(finder)["15-1-1"] is ParcelState.WAITING
    _type(finder, TAIL)
    assert _states(finder)["15-1-1"] is ParcelState.COLLECTED
    assert finder.acts().count(ActivityKind.COLLECTION_REFUSED) == 1


def test_by_tail_enter_finds_and_enter_gives_out_one_after_the_other(finder: Finder) -> None:
    finder.find(TAIL)
    assert len(finder.numbers()) == 2
    assert finder.has_keys(finder.view.cards)
    finder.press(Qt.Key.Key_Return)
    finder.settle()
    assert list(_states(finder).values()).count(ParcelState.COLLECTED) == 1
    assert finder.has_keys(finder.view.cards), "the next one of the same tail stands ready"
    finder.press(Qt.Key.Key_Return)
    finder.settle()
    assert list(_states(finder).values()).count(ParcelState.COLLECTED) == 2
    assert finder.has_keys(finder.view.field)


def test_the_scan_of_a_parcel_whose_tail_was_said_gives_that_one_out(finder: Finder) -> None:
    finder.find(TAIL)
    finder.view.take_scan("YT8899000000001")
    finder.settle()
    assert _parcel(finder, "YT8899000000001").state is ParcelState.COLLECTED
    assert _parcel(finder, "YT8899000000002").state is ParcelState.WAITING


def test_the_scan_of_any_other_parcel_is_a_look_up_and_asks_the_digits(finder: Finder) -> None:
    finder.find(TAIL)
    finder.view.take_scan("YT8899000000003")
    finder.settle()
    assert finder.numbers() == ["YT8899000000003"]
    assert finder.has_keys(finder.view.parcel_card.giving.digits)
    assert ParcelState.COLLECTED not in _states(finder).values()


def test_a_parcel_with_money_due_is_given_out_only_once_the_cash_is_ticked(finder: Finder) -> None:
    finder.find("15-1-3")
    giving = finder.view.parcel_card.giving
    assert giving.due.text() == "¥38.50"
    _type(finder, "5678")
    assert finder.has_keys(giving.cash)
    assert _states(finder)["15-1-3"] is ParcelState.WAITING
    finder.press(Qt.Key.Key_F8)
    finder.press(Qt.Key.Key_Return)
    finder.settle()
    assert _states(finder)["15-1-3"] is ParcelState.COLLECTED
    assert "¥38.50" in finder.view.band.advice.text()


def test_by_tail_money_is_asked_before_enter_gives_anything_out(finder: Finder) -> None:
    finder.find("5678")
    finder.press(Qt.Key.Key_Return)
    finder.settle()
    assert _states(finder)["15-1-3"] is ParcelState.WAITING
    finder.press(Qt.Key.Key_F8)
    finder.press(Qt.Key.Key_Return)
    finder.settle()
    assert _states(finder)["15-1-3"] is ParcelState.COLLECTED


def test_the_last_collection_is_taken_back_by_one_key_right_after(finder: Finder) -> None:
    finder.find("15-1-1")
    _type(finder, TAIL)
    finder.press(Qt.Key.Key_Z, CTRL)
    finder.settle()
    assert _states(finder)["15-1-1"] is ParcelState.WAITING
    assert finder.view.band.kind is MessageKind.WARN
    finder.find("15-1-2")
    finder.press(Qt.Key.Key_Z, CTRL)
    finder.settle()
    assert finder.view.band.kind is MessageKind.BAD, "nothing was given out that could come back"


def test_what_is_missing_is_not_said_at_another_parcel_that_was_chosen_meanwhile(finder: Finder) -> None:
    free = ArrivalDraft(number="YT8899000000004", carrier="yto", tail="5678", shelf="15-1")
    finder.services.arrivals.register(free, None)
    finder.find("5678")
    cards, giving = finder.view.cards, finder.view.parcel_card.giving
    dear = next(row for row, each in enumerate(cards.rows.rows) if each.number == "YT8899000000003")
    cards.setCurrentIndex(cards.rows.index(dear))
    giving.ask()
    cards.setCurrentIndex(cards.rows.index(1 - dear))
    finder.settle()
    assert not giving.fault.isVisible()
    assert finder.view.band.kind is MessageKind.BAD
    assert _states(finder)["15-1-3"] is ParcelState.WAITING


def test_a_click_on_a_card_gives_nothing_out(finder: Finder) -> None:
    finder.find(TAIL)
    finder.view.cards.chosen.emit(1)
    finder.settle()
    assert ParcelState.COLLECTED not in _states(finder).values()


def test_a_refused_parcel_goes_back_with_its_reason(finder: Finder) -> None:
    finder.find("15-1-1")
    finder.press(Qt.Key.Key_O, CTRL)
    outcome = finder.view.parcel_card.outcome
    assert finder.has_keys(outcome)
    _type(finder, "2")
    assert outcome.outcome is RefusalReason.DAMAGED
    finder.press(Qt.Key.Key_Return)
    finder.settle()
    assert _states(finder)["15-1-1"] is ParcelState.REFUSED
    assert finder.messages[-1] == ("good", "15-1-1 goes back: it waits for its carrier's list.")


def test_a_clerk_forwards_but_loses_nothing_and_escape_leaves_the_parcel(finder: Finder) -> None:
    finder.find("15-1-1")
    finder.press(Qt.Key.Key_O, CTRL)
    assert ParcelState.LOST not in finder.view.parcel_card.outcome.choices
    finder.press(Qt.Key.Key_Escape)
    assert finder.has_keys(finder.view.parcel_card.giving.digits)
    finder.press(Qt.Key.Key_O, CTRL)
    _type(finder, "5")
    finder.press(Qt.Key.Key_Return)
    finder.settle()
    assert _states(finder)["15-1-1"] is ParcelState.FORWARDED


def test_a_parcel_moves_and_prints_its_label_from_here(finder: Finder) -> None:
    finder.find("15-1-1")
    finder.press(Qt.Key.Key_M, CTRL)
    _type(finder, "16-2")
    finder.press(Qt.Key.Key_Return)
    finder.settle()
    assert _parcel(finder, "YT8899000000001").shelf_code == "16-2-1"
    assert finder.view.cards.rows.lines(0).figure == "16-2-1"
    finder.press(Qt.Key.Key_P, CTRL)
    finder.settle()
    assert finder.messages[-1] == ("good", "Shelf label of YT8899000000001 printed")


def test_enter_that_answers_for_the_shelf_gives_nothing_out(finder: Finder) -> None:
    finder.find(TAIL)
    finder.press(Qt.Key.Key_M, CTRL)
    _type(finder, "16-2")
    finder.press(Qt.Key.Key_Return)
    finder.settle()
    assert ParcelState.COLLECTED not in _states(finder).values()
    assert "16-2-1" in _states(finder)


def test_what_has_left_offers_nothing_but_its_life(finder: Finder) -> None:
    finder.find("15-1-1")
    _type(finder, TAIL)
    finder.find("15-1-1")
    card = finder.view.parcel_card
    assert not card.giving.isVisible()
    assert not card.other_shelf.isVisible()
    assert [step.kind for step in card.life.steps] == ["arrived", "collected"]


def test_a_waybill_is_cancelled_from_its_card_and_its_life_says_so(finder: Finder) -> None:
    accepted = finder.services.entry.accept(draft(), None)
    finder.find(accepted.number)
    finder.press(Qt.Key.Key_O, CTRL)
    finder.settle()
    assert finder.has_keys(finder.view.card.case)
    finder.press(Qt.Key.Key_Return, CTRL)
    finder.settle()
    assert finder.messages[-1][0] == "good"
    assert finder.view.cards.rows.lines(0).state == "Cancelled"
    assert finder.view.card.life.steps[-1].kind == "cancelled"
    assert not finder.view.card.action_row.buttons[Action.CASE].isEnabled()


@pytest.mark.parametrize("language", Language)
def test_the_page_of_a_parcel_fits_a_small_screen_in_every_language(finder: Finder, language: Language) -> None:
    finder.find("15-1-3")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    languages.speak(application, language)
    finder.qtbot.wait(20)
    assert finder.view.minimumSizeHint().width() <= 1198
    assert finder.view.minimumSizeHint().height() <= 610
