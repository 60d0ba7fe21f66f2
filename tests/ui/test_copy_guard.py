"""Nothing is copied out of a form that a label opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from outlet_app.ui.copy_guard import CopyGuard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = ((Qt.Key.Key_C, CTRL), (Qt.Key.Key_X, CTRL), (Qt.Key.Key_Insert, CTRL), (Qt.Key.Key_Delete, SHIFT))


class Form(QWidget):
    """A line and a box with somebody's words in them."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.box = QLineEdit("张三"), QPlainTextEdit("文一西路")
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.box)
        self.guard = CopyGuard(self, self)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.show()
    QApplication.clipboard().setText("before")
    return made


def copied(form: Form) -> set[str]:
    """What every key that copies brings out of both fields."""
    texts = set()
    for field in (form.line, form.box):
        for key, modifiers in KEYS:
            field.selectAll()
            QTest.keyClick(field, key, modifiers)
            texts.add(QApplication.clipboard().text())
    return texts


def test_no_key_copies_while_it_holds_and_each_try_is_told(form: Form) -> None:
    tries: list[None] = []
    form.guard.refused.connect(lambda: tries.append(None))
    form.guard.hold()
    form.guard.hold()
    assert copied(form) == {"before"}
    assert len(tries) == 2 * len(KEYS)
    assert (form.line.text(), form.box.toPlainText()) == ("张三", "文一西路")


def test_what_is_typed_and_pasted_still_goes_in(form: Form) -> None:
    form.guard.hold()
    form.line.clear()
    QTest.keyClicks(form.line, "ab")
    QTest.keyClick(form.line, Qt.Key.Key_V, CTRL)
    assert form.line.text() == "abbefore"


def test_the_menu_that_copies_does_not_come_up(form: Form) -> None:
    form.guard.hold()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), form.line.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(form.line, event)
    assert QApplication.activePopupWidget() is None


def test_released_it_copies_as_any_form(form: Form) -> None:
    form.guard.release()
    form.guard.hold()
    form.guard.release()
    form.line.selectAll()
    QTest.keyClick(form.line, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "张三"
