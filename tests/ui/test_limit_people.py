"""Whom the limits hold: one row each, with what the owner can do about that person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from outlet_app.services.limit_desk import LimitedPerson
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.limit_people import LimitPeople
from tests.outlets import MORNING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CHEN = LimitedPerson(b"c" * 16, "陈伟", lifted=False, suspended_since=None)
LIN = LimitedPerson(b"l" * 16, "林芳", lifted=True, suspended_since=None)
WANG = LimitedPerson(b"w" * 16, "王店主", lifted=False, suspended_since=MORNING)
BOTH = LimitedPerson(b"b" * 16, "周敏", lifted=True, suspended_since=MORNING)


@pytest.fixture
def people(qtbot: QtBot, speaking: QApplication) -> LimitPeople:
    assert speaking
    shown = LimitPeople()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_people((CHEN, LIN, WANG, BOTH))
    qtbot.waitUntil(shown.rows[-1].end.isVisible)
    return shown


def test_each_row_says_how_the_person_stands_and_offers_what_can_be_done(people: LimitPeople) -> None:
    told = [(row.state.text().split(":")[0], row.end.isVisible(), row.lift.isVisible()) for row in people.rows]
    assert told == [
        ("The limits hold", False, True),
        ("No limit holds until 04", False, False),
        ("Look-ups and reveals suspended since 11-22 09", True, True),
        ("Look-ups and reveals suspended since 11-22 09", True, False),
    ]


def test_a_click_tells_of_whom(people: LimitPeople) -> None:
    told: list[tuple[str, LimitedPerson]] = []
    people.lift_asked.connect(lambda person: told.append(("lift", person)))
    people.end_asked.connect(lambda person: told.append(("end", person)))
    people.rows[0].lift.click()
    people.rows[2].end.click()
    assert told == [("lift", CHEN), ("end", WANG)]


def test_the_same_people_keep_their_rows_and_others_get_new_ones(people: LimitPeople) -> None:
    former = people.rows
    people.show_people((CHEN, LIN, WANG, BOTH))
    assert people.rows is former
    people.show_people((CHEN,))
    assert [row.person for row in people.rows] == [CHEN]


def test_the_rows_speak_the_language_of_the_screen(people: LimitPeople, speaking: QApplication) -> None:
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert people.heading.text() == "今天的人员"
    assert [row.state.text() for row in people.rows][:2] == ["按限额执行", "到凌晨 4 点前不限次数"]
    assert people.rows[2].end.accessibleName() == "恢复王店主的查找"
