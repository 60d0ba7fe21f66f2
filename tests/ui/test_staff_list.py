"""Tests of the list of people."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from outlet_app.domain.account import Role
from outlet_app.services.staff import Person, Standing
from outlet_app.ui.staff_list import StaffList
from tests.outlets import MORNING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_days_on_which_a_person_came_and_left_stand_in_a_column(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    people = StaffList()
    qtbot.addWidget(people)
    people.show()
    here = Person(b"b" * 16, "Zhao Min", Role.CLERK, Standing.WORKS_HERE, came_at=MORNING)
    left = Person(b"c" * 16, "Qian Hua", None, Standing.HAS_LEFT, came_at=MORNING, left_at=MORNING + timedelta(days=9))
    unknown = Person(b"d" * 16, "Sun Li", Role.CLERK, Standing.WORKS_HERE)
    people.show_people((here, left, unknown), MORNING, b"a" * 16)
    assert [row.since.text() for row in people.rows] == ["since 2026-11-22", "2026-11-22 to 2026-12-01", ""]
    qtbot.waitUntil(people.rows[0].since.isVisible)
    assert len({row.since.width() for row in people.rows}) == 1
    assert people.rows[1].since.sizeHint().width() <= people.rows[1].since.width()


def test_a_code_that_ran_out_is_told_and_a_new_one_offered(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    people = StaffList()
    qtbot.addWidget(people)
    people.show()
    invited = Person(b"b" * 16, "Zhao Min", Role.CLERK, Standing.INVITED, code_until=MORNING)
    people.show_people((invited,), MORNING, b"a" * 16)
    row = people.rows[0]
    assert row.state.text() == "Invited; the code has run out, make a new one"
    assert row.reset.text() == "New code"
    qtbot.waitUntil(row.reset.isVisible)
    with qtbot.waitSignal(people.reset_asked) as told:
        qtbot.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert told.args == [invited]


def test_who_is_to_be_invited_anew_since_a_restore_is_told_and_offered_a_code(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    people = StaffList()
    qtbot.addWidget(people)
    people.show()
    people.show_people((Person(b"b" * 16, "Zhao Min", Role.CLERK, Standing.TO_INVITE),), MORNING, b"a" * 16)
    row = people.rows[0]
    assert "since the restore" in row.state.text()
    assert row.reset.text() == "New code"
    assert not row.reset.isHidden()
