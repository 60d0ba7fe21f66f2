"""The field of a tail: the fourth digit ends it, letters do nothing, other keys are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.ui.tail_input import TailInput

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def tail(qtbot: QtBot, speaking: object) -> TailInput:
    assert speaking
    shown = TailInput("+/")
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_the_fourth_digit_is_told_once(tail: TailInput) -> None:
    told: list[str] = []
    tail.completed.connect(lambda: told.append(tail.text()))
    QTest.keyClicks(tail, "123")
    assert told == []
    QTest.keyClicks(tail, "45")
    assert told == ["1234"]


def test_a_digit_over_marked_ones_begins_anew(tail: TailInput) -> None:
    told: list[str] = []
    tail.completed.connect(lambda: told.append(tail.text()))
    QTest.keyClicks(tail, "9999")
    tail.selectAll()
    QTest.keyClicks(tail, "1234")
    assert told == ["9999", "1234"]


def test_letters_do_nothing_and_a_hyphen_stands_for_none(tail: TailInput) -> None:
    QTest.keyClicks(tail, "ab*1")
    assert tail.text() == "1"
    tail.clear()
    QTest.keyClicks(tail, "-")
    assert tail.text() == "-"


def test_the_other_keys_are_told_and_stand_nowhere(tail: TailInput) -> None:
    told: list[str] = []
    tail.pressed.connect(told.append)
    QTest.keyClicks(tail, "1+/")
    assert (told, tail.text()) == (["+", "/"], "1")


def test_keys_that_edit_go_on_working(tail: TailInput) -> None:
    QTest.keyClicks(tail, "12")
    QTest.keyClick(tail, Qt.Key.Key_Backspace)
    assert tail.text() == "1"
