"""Which day stands open: turned by keys, and today goes on with the clock."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.ui import languages
from outlet_app.ui.day_bar import DayBar
from outlet_app.ui.languages import Language
from tests.ui.evening import DAY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

CTRL = Qt.KeyboardModifier.ControlModifier
DAYS = tuple(DAY - timedelta(days=back) for back in range(3))


@pytest.fixture
def bar(qtbot: QtBot, speaking: QApplication) -> DayBar:
    assert speaking
    made = DayBar()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.offer(DAYS)
    return made


def test_a_day_that_is_over_stays_open_where_that_is_wanted(bar: DayBar) -> None:
    bar.offer((DAY + timedelta(days=1), *DAYS), stays=True)
    assert bar.day == DAY
    assert bar.newer.isEnabled()


def test_before_the_first_answer_no_day_stands_open(qtbot: QtBot, speaking: QApplication) -> None:
    assert speaking
    made = DayBar()
    qtbot.addWidget(made)
    assert made.day is None
    assert not made.older.isEnabled()


def test_keys_turn_to_the_day_before_and_back_and_no_further_than_there_are_days(bar: DayBar, qtbot: QtBot) -> None:
    assert bar.name.text() == "Today, 2026-11-22 Sun"
    with qtbot.waitSignal(bar.chosen) as told:
        QTest.keyClick(bar, Qt.Key.Key_PageDown, CTRL)
    assert told.args == [DAYS[1]]
    assert bar.name.text() == "2026-11-21 Sat"
    bar.older.click()
    assert not bar.older.isEnabled()
    QTest.keyClick(bar, Qt.Key.Key_PageDown, CTRL)
    assert bar.day == DAYS[2]
    QTest.keyClick(bar, Qt.Key.Key_PageUp, CTRL)
    assert bar.day == DAYS[1]


def test_a_new_day_is_taken_up_where_today_stood_and_an_older_one_stays(bar: DayBar) -> None:
    tomorrow = DAY + timedelta(days=1)
    bar.offer((tomorrow, *DAYS))
    assert bar.day == tomorrow
    bar.older.click()
    bar.offer((tomorrow + timedelta(days=1), tomorrow, *DAYS))
    assert bar.day == DAY


def test_it_speaks_the_language_of_the_screen(bar: DayBar, qtbot: QtBot, speaking: QApplication) -> None:
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: bar.name.text() == "今天 2026-11-22 周日")
