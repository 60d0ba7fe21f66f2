"""What can be done with an open waybill, by key and by button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.waybill_actions import Action, Obstacle, WaybillActions
from tests.ui.counter import CTRL

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

KEYS = {
    Action.CORRECT: Qt.Key.Key_E,
    Action.TERMS: Qt.Key.Key_T,
    Action.NEW_CODE: Qt.Key.Key_N,
    Action.PRINT_AGAIN: Qt.Key.Key_P,
    Action.CASE: Qt.Key.Key_O,
}


@pytest.fixture
def actions(qtbot: QtBot, speaking: object) -> WaybillActions:
    assert speaking
    shown = WaybillActions()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.mark.parametrize("action", Action)
def test_every_action_has_a_key_and_the_key_stands_on_its_button(
    actions: WaybillActions, qtbot: QtBot, action: Action
) -> None:
    asked: list[Action] = []
    actions.asked.connect(asked.append)
    qtbot.keyClick(actions, KEYS[action], CTRL)
    qtbot.mouseClick(actions.buttons[action], Qt.MouseButton.LeftButton)
    assert asked == [action, action]
    assert actions.buttons[action].text().endswith(f"Ctrl+{KEYS[action].name[-1]}")


def test_what_cannot_be_done_is_disabled_its_key_too_and_says_why(actions: WaybillActions, qtbot: QtBot) -> None:
    asked: list[Action] = []
    actions.asked.connect(asked.append)
    actions.allow({Action.CORRECT: Obstacle.NO_LABEL, Action.PRINT_AGAIN: Obstacle.NO_PRINTER})
    qtbot.keyClick(actions, Qt.Key.Key_E, CTRL)
    qtbot.keyClick(actions, Qt.Key.Key_P, CTRL)
    assert asked == []
    assert "scan its label" in actions.why.text()
    assert "printer" in actions.buttons[Action.PRINT_AGAIN].toolTip()
    actions.allow({})
    assert not actions.why.isVisible()
    assert all(button.isEnabled() for button in actions.buttons.values())


def test_that_the_parcel_has_left_is_said_before_everything_else(actions: WaybillActions) -> None:
    actions.allow({Action.CORRECT: Obstacle.NO_LABEL, Action.TERMS: Obstacle.LEFT})
    assert actions.why.text().startswith("The parcel has left")


def test_the_buttons_stand_in_one_row_where_there_is_room_and_in_two_or_three_where_there_is_not(
    actions: WaybillActions, qtbot: QtBot
) -> None:
    def rows() -> int:
        return len({button.y() for button in actions.buttons.values()})

    for width, expected in ((1200, 1), (700, 2), (actions.minimumSizeHint().width(), 3)):
        actions.resize(width, 160)
        qtbot.waitUntil(lambda: rows() == expected)  # noqa: B023 - waited for within the turn
    assert all(button.width() >= button.sizeHint().width() for button in actions.buttons.values())
    assert all(actions.rect().contains(button.geometry()) for button in actions.buttons.values())


def test_the_reason_follows_a_change_of_language(actions: WaybillActions, speaking: QApplication, qtbot: QtBot) -> None:
    actions.allow({Action.CORRECT: Obstacle.NO_LABEL})
    english = actions.why.text()
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: actions.why.text() != english)
    assert not actions.buttons[Action.CORRECT].isEnabled()


def test_words_of_another_width_stand_whole_at_once(
    actions: WaybillActions, qtbot: QtBot, speaking: QApplication
) -> None:
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(
        lambda: "运费" in actions.buttons[Action.TERMS].text() or "重量" in actions.buttons[Action.TERMS].text()
    )
    actions.resize(actions._width_of(len(Action)), 160)
    qtbot.waitUntil(lambda: len({button.y() for button in actions.buttons.values()}) == 1)
    languages.speak(speaking, Language.ENGLISH)
    qtbot.waitUntil(lambda: len({button.y() for button in actions.buttons.values()}) == 2)
    assert all(button.width() >= button.sizeHint().width() for button in actions.buttons.values())
