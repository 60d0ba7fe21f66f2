"""The key that closes a list: what it says it will do, when it asks, and that it is pressed once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.ui import languages
from outlet_app.ui.closing_card import ClosingCard
from outlet_app.ui.languages import Language
from tests.ui.handing_over import a_list

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def card(qtbot: QtBot, speaking: QApplication) -> ClosingCard:
    assert speaking
    made = ClosingCard()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_button_says_how_many_go_with_whom_and_the_story_that_labels_end(card: ClosingCard) -> None:
    card.show_list("YTO", a_list(36), prints=True)
    assert card.do.text() == "Close: 36 for YTO   Ctrl+Enter"
    assert card.story.text() == (
        "Their labels open nothing any more; a closed list cannot be opened again. The list is printed."
    )
    card.show_list("YTO", a_list(36), prints=False)
    assert card.story.text().endswith("No printer is chosen under Accept.")


@pytest.mark.parametrize("count", [None, 0])
def test_an_empty_list_cannot_be_closed_and_says_how_it_fills(card: ClosingCard, count: int | None) -> None:
    card.show_list("YTO", None if count is None else a_list(count), prints=True)
    assert not card.do.isEnabled()
    assert card.story.text() == "The list of YTO opens with its first parcel."


def test_one_key_asks_to_close_and_held_down_it_asks_once(card: ClosingCard, qtbot: QtBot) -> None:
    card.show_list("YTO", a_list(), prints=True)
    with qtbot.waitSignal(card.close_asked):
        QTest.keyClick(card, Qt.Key.Key_Return, CTRL)
    assert not card.is_asking


def test_parcels_that_would_stay_behind_are_asked_about_and_escape_goes_on(card: ClosingCard) -> None:
    card.show_list("YTO", a_list(36), prints=True)
    card.ask(12)
    assert card.is_asking
    assert card.question.text() == "Here, but not on the list: 12 for YTO."
    assert card.do.text() == "Close without them: 36 for YTO   Ctrl+Enter"
    assert card.give_up()
    assert not card.is_asking
    assert card.question.isHidden()
    assert not card.give_up()


def test_another_scan_takes_the_question_back(card: ClosingCard) -> None:
    card.show_list("YTO", a_list(36), prints=True)
    card.ask(12)
    card.show_list("YTO", a_list(37), prints=True)
    assert not card.is_asking


def test_while_it_closes_it_is_not_asked_again_and_says_so_when_it_takes_long(card: ClosingCard, qtbot: QtBot) -> None:
    card.show_list("YTO", a_list(), prints=True)
    card.set_working(working=True)
    assert not card.do.isEnabled()
    assert card.do.text() == "Close: 3 for YTO   Ctrl+Enter"
    qtbot.waitUntil(lambda: card.do.text() == "Closing…")
    card.set_working(working=False)
    assert card.do.isEnabled()


def test_it_speaks_the_language_of_the_screen(card: ClosingCard, qtbot: QtBot, speaking: QApplication) -> None:
    card.show_list("圆通", a_list(36), prints=True)
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: card.do.text() == "交接完成：圆通 36 件   Ctrl+Enter")
