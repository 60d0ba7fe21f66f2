"""Tests of the list of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from outlet_app.domain.account import Role
from outlet_app.services.staff import Person, Standing
from outlet_app.ui.staff_list import StaffList
from tests.outlets import MORNING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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
