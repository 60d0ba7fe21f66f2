"""Tests of a number in tenths, and of a whole one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui.measure import Count, Measure

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def measure(qtbot: QtBot) -> Measure:
    made = Measure(-100, 100, signed=True)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "tenths"),
    [
        *(("1.2", 12), ("+1.2", 12), ("-0.5", -5), ("3", 30), ("3.", 30), ("10.0", 100), (" 1.0 ", 10), ("１．５", 15)),
        *(("", None), ("-", None), ("10.1", None), ("1.25", None), ("a", None), ("−2.0", -20), ("1,5", None)),
    ],
)
def test_what_is_typed_is_read_in_tenths_or_is_no_number(measure: Measure, typed: str, tenths: int | None) -> None:
    measure.setText(typed)
    assert measure.tenths() == tenths


def test_the_arrow_keys_move_by_a_tenth_and_stop_at_the_ends(measure: Measure, qtbot: QtBot) -> None:
    measure.put_tenths(0)
    assert measure.text() == "0.0"
    with qtbot.waitSignal(measure.changed):
        qtbot.keyClick(measure, Qt.Key.Key_Down)
    assert measure.text() == "-0.1"
    qtbot.keyClick(measure, Qt.Key.Key_PageUp)
    assert measure.text() == "+0.9"
    measure.put_tenths(98)
    for _ in range(3):
        qtbot.keyClick(measure, Qt.Key.Key_Up)
    assert measure.tenths() == 100


def test_other_keys_type_and_a_text_that_is_no_number_does_not_move(measure: Measure, qtbot: QtBot) -> None:
    measure.put("")
    with qtbot.waitSignal(measure.changed):
        qtbot.keyClicks(measure, "x")
    qtbot.keyClick(measure, Qt.Key.Key_Up)
    assert measure.text() == "x"
    assert Measure(980, 1020).words(1005) == "100.5"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("5", 5),
        (" 10 ", 10),
        ("１２", 12),
        ("1", 1),
        ("0", None),
        ("101", None),
        ("", None),
        ("1.5", None),
        ("-3", None),
    ],
)
def test_a_whole_number_between_its_ends_is_read_and_nothing_else(qtbot: QtBot, typed: str, value: int | None) -> None:
    count = Count(1, 100)
    qtbot.addWidget(count)
    count.setText(typed)
    assert count.value() == value


def test_a_whole_number_moves_by_one_and_by_ten_and_stops_at_the_ends(qtbot: QtBot) -> None:
    count = Count(1, 15)
    qtbot.addWidget(count)
    count.put("4")
    with qtbot.waitSignal(count.changed):
        qtbot.keyClick(count, Qt.Key.Key_Up)
    qtbot.keyClick(count, Qt.Key.Key_PageUp)
    assert count.value() == 15
    qtbot.keyClick(count, Qt.Key.Key_PageUp)
    qtbot.keyClick(count, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert count.value() == 15
    for _ in range(20):
        qtbot.keyClick(count, Qt.Key.Key_Down)
    assert count.value() == 1
