"""What is typed while an answer is on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from outlet_app.ui.typed_ahead import TypedAhead

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Page(QWidget):
    """Two fields, and whether an answer is on its way."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.answer, self.waits = QLineEdit(), QLineEdit(), False
        box = QVBoxLayout(self)
        box.addWidget(self.asked)
        box.addWidget(self.answer)
        self.ahead = TypedAhead(self, lambda: self.waits)

    def type(self, text: str) -> None:
        """Keys at the window, as the system sends them."""
        for character in text:
            QTest.keyClick(self.window().windowHandle(), Qt.Key(ord(character)))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key."""
        QTest.keyClick(self.window().windowHandle(), key, modifiers)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    shown = Page()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.asked.setFocus()
    shown.ahead.watch()
    return shown


def test_what_is_typed_before_an_answer_gets_to_where_the_answer_puts_the_keys(page: Page) -> None:
    page.type("1")
    page.waits = True
    page.type("23")
    page.press(Qt.Key.Key_Backspace)
    assert page.asked.text() == "1"
    page.waits = False
    page.answer.setFocus()
    page.ahead.go_on()
    assert (page.asked.text(), page.answer.text()) == ("1", "2")
    page.type("4")
    assert page.answer.text() == "24"


def test_a_deed_that_has_an_answer_of_its_own_halts_the_rest(page: Page) -> None:
    page.waits = True
    page.type("1")
    assert page.ahead.keep(lambda: setattr(page, "waits", True))
    page.type("2")
    page.waits = False
    page.ahead.go_on()
    assert page.asked.text() == "1"
    page.waits = False
    page.ahead.go_on()
    assert page.asked.text() == "12"
    assert not page.ahead.keep(lambda: None)


def test_escape_and_the_keys_of_shortcuts_wait_for_nothing(page: Page, qtbot: QtBot) -> None:
    pressed: list[Qt.Key] = []
    page.keyPressEvent = lambda event: pressed.append(event.key())  # type: ignore[method-assign]
    page.waits = True
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F8):
        page.press(key)
    qtbot.waitUntil(lambda: pressed == [Qt.Key.Key_Escape, Qt.Key.Key_F8])


def test_what_was_typed_is_typed_nowhere_once_the_page_is_left_or_nobody_wants_it(page: Page) -> None:
    for leave in (page.ahead.drop, page.ahead.leave):
        page.waits = True
        page.type("1")
        leave()
        page.waits = False
        page.ahead.go_on()
    assert page.asked.text() == ""
    page.waits = True
    page.type("2")
    assert page.asked.text() == "2", "it is watched no more"
