"""The box for what a customer sent: it hands on what it is given and keeps only what was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from outlet_app.ui.paste_box import PasteBox
from tests.ui.counter import CTRL, LABEL_CODE, SHIFT, ZHANG, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def box(qtbot: QtBot, speaking: object) -> PasteBox:
    assert speaking
    made = PasteBox()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_a_paste_is_handed_on_whole_and_not_kept(box: PasteBox, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(f"{ZHANG}\n谢谢")
    with qtbot.waitSignal(box.given) as given:
        QTest.keyClick(box, Qt.Key.Key_V, CTRL)
    assert given.args == [f"{ZHANG}\n谢谢"]
    assert box.toPlainText() == ""


def test_a_dropped_text_is_a_paste(box: PasteBox, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText(ZHANG)
    spot, copy, left = QPoint(9, 9), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(spot, copy, data, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(box.viewport(), enter)
    drop = QDropEvent(QPointF(spot), copy, data, left, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(box.given) as given:
        QApplication.sendEvent(box.viewport(), drop)
    assert given.args == [ZHANG]
    assert box.toPlainText() == ""


def test_an_empty_paste_is_nothing(box: PasteBox, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("  \n")
    with qtbot.assertNotEmitted(box.given):
        QTest.keyClick(box, Qt.Key.Key_V, CTRL)


def test_enter_hands_on_what_was_typed_and_shift_enter_begins_a_line(box: PasteBox, qtbot: QtBot) -> None:
    write(box, "张三")
    QTest.keyClick(box, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(box, "138")
    with qtbot.waitSignal(box.given) as given:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert given.args == ["张三\n138"]


def test_what_is_left_is_marked_and_cannot_be_undone(box: PasteBox) -> None:
    write(box, "张三")
    box.leave("请快点")
    assert box.toPlainText() == "请快点"
    assert box.property("doubt") is True
    QTest.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert box.toPlainText() == "请快点"
    box.leave("")
    assert box.property("doubt") is False


def test_typing_can_be_undone(box: PasteBox) -> None:
    QTest.keyClicks(box, "138")
    QTest.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert box.toPlainText() == ""


def test_a_label_code_is_refused_however_it_comes(box: PasteBox, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(f"收 {LABEL_CODE}")
    with qtbot.waitSignal(box.code_refused), qtbot.assertNotEmitted(box.given):
        QTest.keyClick(box, Qt.Key.Key_V, CTRL)
    with qtbot.waitSignal(box.code_refused):
        QTest.keyClicks(box, "OA1.")
    assert "OA1" not in box.toPlainText()
    assert not box.document().isUndoAvailable()


def test_tab_leaves_the_box(box: PasteBox) -> None:
    beside = QLineEdit(box)
    beside.show()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert beside.hasFocus()
    assert box.toPlainText() == ""
