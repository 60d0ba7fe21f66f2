"""The field of 查找 as a person types into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from outlet_app.ui import languages
from outlet_app.ui.find_field import FindField
from outlet_app.ui.languages import Language
from tests.ui.counter import CTRL, LABEL_CODE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def field(qtbot: QtBot, speaking: object) -> FindField:
    assert speaking
    shown = FindField()
    qtbot.addWidget(shown)
    shown.resize(800, shown.sizeHint().height())
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.begin()
    return shown


def test_enter_asks_for_what_was_typed_and_so_does_the_button(field: FindField, qtbot: QtBot) -> None:
    asked: list[str] = []
    field.asked.connect(asked.append)
    qtbot.keyClicks(field.text, "5678")
    qtbot.keyClick(field.text, Qt.Key.Key_Return)
    qtbot.mouseClick(field.go, Qt.MouseButton.LeftButton)
    assert asked == ["5678", "5678"]


def test_beginning_again_marks_what_stands_there_so_that_the_next_digit_replaces_it(
    field: FindField, qtbot: QtBot
) -> None:
    field.put("5678")
    field.begin()
    qtbot.keyClicks(field.text, "1")
    assert field.text.text() == "1"


def test_a_label_code_is_taken_out_and_told_of(field: FindField, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(LABEL_CODE)
    with qtbot.waitSignal(field.code_refused):
        qtbot.keyClick(field.text, Qt.Key.Key_V, CTRL)
    assert field.text.text() == ""
    QGuiApplication.clipboard().clear()


def test_a_quick_answer_shows_no_waiting_a_slow_one_does_and_a_very_slow_one_says_how_to_stop(
    field: FindField, qtbot: QtBot
) -> None:
    field.wait()
    assert field.is_waiting
    assert field.note.text() == ""
    field._wait.setInterval(0)
    field.wait()
    qtbot.waitUntil(lambda: field.note.text() == "Looking…")
    field._long.setInterval(0)
    field.wait()
    qtbot.waitUntil(lambda: "Esc" in field.note.text())
    assert field.is_waiting
    field.tell_nothing()
    assert (field.is_waiting, field.note.text()) == (False, "")


def test_a_fault_stands_at_the_field_until_its_text_changes(field: FindField, qtbot: QtBot) -> None:
    field.tell_fault("That finds nothing.")
    assert field.text.accessibleDescription() == "That finds nothing."
    assert field.text.property("fault")
    assert field.note_icon.isVisible()
    qtbot.keyClicks(field.text, "5")
    assert field.note.text() == ""
    assert not field.text.property("fault")
    assert not field.note_icon.isVisible()


def test_a_change_of_language_keeps_what_is_typed_and_says_the_waiting_anew(
    field: FindField, speaking: QApplication, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field.text, "5678")
    field._wait.setInterval(0)
    field.wait()
    qtbot.waitUntil(lambda: bool(field.note.text()))
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: field.note.text() == "正在查找…")
    assert field.text.text() == "5678"
    field.tell_nothing()
