"""Tests of the password field with real keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.password_field import PasswordField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(qtbot: QtBot, speaking: object) -> PasswordField:
    assert speaking
    shown = PasswordField()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_password_is_hidden_until_the_eye_is_pressed(field: PasswordField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.text, "abc")
    assert field.text.displayText() != "abc"
    assert field.eye.accessibleName() == "Show the password"
    qtbot.mouseClick(field.eye, Qt.MouseButton.LeftButton)
    assert field.text.displayText() == "abc"
    assert field.eye.accessibleName() == "Hide the password"


def test_a_hidden_password_cannot_be_copied(field: PasswordField, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("before")
    qtbot.keyClicks(field.text, "abc")
    qtbot.keyClick(field.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"


def test_forgetting_leaves_nothing_to_undo_and_hides_again(field: PasswordField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.text, "abc")
    field.eye.setChecked(True)
    field.forget()
    qtbot.keyClick(field.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text.text() == ""
    assert field.text.echoMode() is QLineEdit.EchoMode.Password


def test_a_locked_capitals_key_is_told_from_what_is_typed(field: PasswordField, qtbot: QtBot) -> None:
    qtbot.keyClick(field.text, "a")
    assert not field.capitals_hint.isVisible()
    qtbot.keyClick(field.text, "A")
    assert field.capitals_hint.isVisible()
    qtbot.keyClick(field.text, "A", _SHIFT)
    assert not field.capitals_hint.isVisible()
    qtbot.keyClick(field.text, "a", _SHIFT)
    assert field.capitals_hint.isVisible()
    qtbot.keyClick(field.text, "7")
    assert field.capitals_hint.isVisible()
    qtbot.keyClick(field.text, Qt.Key.Key_CapsLock)
    assert not field.capitals_hint.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_hands_the_password_in(field: PasswordField, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.text, key)


def test_its_words_follow_the_language_and_those_of_whoever_stands_around_stay(
    field: PasswordField, speaking: QApplication, qtbot: QtBot
) -> None:
    named = PasswordField(field)
    qtbot.addWidget(named)
    named.text.setPlaceholderText("")
    named.text.setAccessibleName("New password")
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: field.text.placeholderText() == "密码")
    assert field.eye.toolTip() == "显示密码"
    assert (named.text.placeholderText(), named.text.accessibleName()) == ("", "New password")
