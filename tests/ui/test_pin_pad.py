"""Tests of the pad on which a PIN is typed or clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from outlet_app.ui.pin_pad import PinPad

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def pad(qtbot: QtBot, speaking: object) -> PinPad:
    assert speaking
    shown = PinPad()
    qtbot.addWidget(shown)
    shown.ask("Type your PIN")
    shown.show()
    shown.setFocus()
    return shown


def test_the_sixth_digit_needs_no_enter(pad: PinPad, qtbot: QtBot) -> None:
    told: list[str] = []
    pad.entered.connect(told.append)
    qtbot.keyClicks(pad, "27182")
    assert told == []
    assert pad.dots.filled == 5
    qtbot.keyClicks(pad, "8")
    assert told == ["271828"]
    qtbot.keyClicks(pad, "1")
    assert told == ["271828"]


def test_clicks_and_keys_follow_each_other(pad: PinPad, qtbot: QtBot) -> None:
    told: list[str] = []
    pad.entered.connect(told.append)
    for digit in "314":
        qtbot.mouseClick(pad.keys[digit], Qt.MouseButton.LeftButton)
    assert pad.hasFocus()
    qtbot.keyClicks(pad, "150")
    assert told == ["314150"]


def test_what_is_no_digit_counts_for_nothing_and_backspace_takes_one_back(pad: PinPad, qtbot: QtBot) -> None:
    qtbot.keyClicks(pad, "1a-2")
    assert pad.dots.filled == 2
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)
    assert pad.dots.filled == 1
    qtbot.mouseClick(pad.erase, Qt.MouseButton.LeftButton)
    assert pad.dots.filled == 0
    qtbot.keyClicks(pad, "12")
    qtbot.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.dots.filled == 0


def test_full_width_digits_of_an_input_method_are_digits(pad: PinPad) -> None:
    press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "７")
    QApplication.sendEvent(pad, press)
    assert pad.dots.filled == 1


def test_no_digit_can_be_read_from_the_pad(pad: PinPad, qtbot: QtBot) -> None:
    qtbot.keyClicks(pad, "27182")
    assert "27182" not in pad.accessibleName() + pad.prompt.text() + pad.toolTip()
    assert pad.accessibleName() == "Type your PIN"


def test_every_key_can_be_hit_with_a_finger(pad: PinPad) -> None:
    assert {(key.width() >= 32, key.height() >= 32) for key in pad.keys.values()} == {(True, True)}
    assert pad.erase.accessibleName()
