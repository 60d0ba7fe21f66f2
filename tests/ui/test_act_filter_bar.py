"""Tests of the choice of acts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.domain.account import Role
from outlet_app.domain.act_groups import ActGroup
from outlet_app.services.review import ActFilter, Actor
from outlet_app.ui import languages
from outlet_app.ui.act_filter_bar import ActFilterBar
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CHEN, LIN = Actor(b"c" * 16, "陈伟", Role.CLERK), Actor(b"l" * 16, "林芳", None)
SUNDAY, SATURDAY = date(2026, 11, 22), date(2026, 11, 21)
CHOSEN = ActFilter(LIN.account_id, SATURDAY, ActGroup.LABELS, "YT1")


@pytest.fixture
def bar(qtbot: QtBot, speaking: QApplication) -> ActFilterBar:
    assert speaking
    shown = ActFilterBar()
    qtbot.addWidget(shown)
    shown.offer((CHEN, LIN), (SUNDAY, SATURDAY))
    shown.show()
    return shown


def _changes(bar: ActFilterBar) -> list[ActFilter]:
    told: list[ActFilter] = []
    bar.changed.connect(lambda: told.append(bar.wanted()))
    return told


def test_everything_is_wanted_at_first_and_every_group_is_offered(bar: ActFilterBar) -> None:
    assert bar.wanted() == ActFilter()
    assert not bar.everything.isVisible()
    assert bar.group.count() == 1 + len(ActGroup)
    assert [bar.person.itemText(index) for index in range(3)] == ["Everybody", "陈伟", "林芳"]
    assert bar.day.itemText(1) == "2026-11-22 Sun"


def test_each_choice_is_told_with_all_others(bar: ActFilterBar) -> None:
    told = _changes(bar)
    QTest.keyClick(bar.person, Qt.Key.Key_Down)
    QTest.keyClick(bar.day, Qt.Key.Key_Down)
    QTest.keyClick(bar.group, Qt.Key.Key_Down)
    assert told[-1] == ActFilter(CHEN.account_id, SUNDAY, ActGroup.SIGN_INS)
    assert len(told) == 3
    assert bar.everything.isVisible()


def test_an_hour_is_one_of_a_days(bar: ActFilterBar) -> None:
    assert not bar.hour.isVisible()
    bar.put(ActFilter(day=SUNDAY, hour=3))
    assert bar.hour.currentText() == "03:00–04:00"
    assert [bar.hour.itemText(place) for place in (0, 1, 24)] == ["Every hour", "04:00–05:00", "03:00–04:00"]
    told = _changes(bar)
    bar.day.choose("")
    assert told == [ActFilter()]
    assert not bar.hour.isVisible()


def test_a_number_counts_from_enter_on(bar: ActFilterBar) -> None:
    told = _changes(bar)
    QTest.keyClicks(bar.number, "YT8800000000001")
    assert told == []
    QTest.keyClick(bar.number, Qt.Key.Key_Return)
    assert told == [ActFilter(number="YT8800000000001")]


def test_a_label_code_finds_no_place_in_the_number(bar: ActFilterBar) -> None:
    bar.number.setText("OA1.ABCD.YT8800000000001")
    assert bar.wanted().number == ""


def test_what_is_put_is_chosen_and_told_once(bar: ActFilterBar) -> None:
    told = _changes(bar)
    bar.put(CHOSEN)
    assert told == [CHOSEN]
    bar.put(ActFilter(account_id=b"x" * 16, day=date(2020, 1, 1)))
    assert told[-1] == ActFilter()


def test_one_button_shows_everything_again(bar: ActFilterBar) -> None:
    bar.put(CHOSEN)
    told = _changes(bar)
    bar.everything.click()
    assert told == [ActFilter()]
    assert not bar.everything.isVisible()


def test_what_is_chosen_stays_in_another_language_and_when_more_is_offered(
    bar: ActFilterBar, speaking: QApplication
) -> None:
    bar.put(CHOSEN)
    told = _changes(bar)
    languages.speak(speaking, Language.CHINESE)
    QApplication.processEvents()
    bar.offer((CHEN, LIN), (date(2026, 11, 23), SUNDAY, SATURDAY))
    assert bar.wanted() == CHOSEN
    assert told == []
    assert bar.person.itemText(0) == "所有人"
    assert all(part.accessibleName() for part in (bar.person, bar.day, bar.hour, bar.group, bar.number))
