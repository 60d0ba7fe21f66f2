"""The PIN on one's own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.pin_card import PinCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks


@pytest.fixture
def card(services: Services, tasks: Tasks, speaking: object, qtbot: QtBot) -> PinCard:
    assert speaking
    shown = PinCard(services.people, tasks)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_it_says_how_it_stands_and_what_can_be_done(card: PinCard, speaking: QApplication, qtbot: QtBot) -> None:
    card.show_state(has_pin=False)
    assert (card.choose.text(), card.remove.isVisible()) == ("Choose a PIN", False)
    card.show_state(has_pin=True)
    assert (card.choose.text(), card.remove.isVisible()) == ("Choose another PIN", True)
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: card.choose.text() == "换一个 PIN")


def test_removing_asks_for_the_password_and_escape_takes_the_question_back(card: PinCard, qtbot: QtBot) -> None:
    card.show_state(has_pin=True)
    qtbot.mouseClick(card.remove, Qt.MouseButton.LeftButton)
    assert card.password.isVisible()
    assert not card.remove.isVisible()
    qtbot.keyClicks(card.password.text, "half")
    qtbot.keyClick(card.password.text, Qt.Key.Key_Escape)
    assert not card.password.isVisible()
    assert card.password.text.text() == ""
    assert card.remove.isVisible()


def test_without_a_password_nothing_is_tried(card: PinCard, tasks: Tasks, qtbot: QtBot) -> None:
    card.show_state(has_pin=True)
    qtbot.mouseClick(card.remove, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.sure, Qt.MouseButton.LeftButton)
    assert tasks.is_idle()
    assert card.isEnabled()


def test_choosing_is_asked_for_and_done_elsewhere(card: PinCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.pin_wanted):
        qtbot.mouseClick(card.choose, Qt.MouseButton.LeftButton)
