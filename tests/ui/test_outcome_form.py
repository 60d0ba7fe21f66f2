"""What became of a parcel that nobody took."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.arrived_parcel import ParcelState, RefusalReason
from outlet_app.ui.outcome_form import OutcomeForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def form(qtbot: QtBot, speaking: object) -> OutcomeForm:
    assert speaking
    shown = OutcomeForm(may_write_off=True)
    qtbot.addWidget(shown)
    shown.ask("YT1")
    return shown


@pytest.mark.parametrize(("digit", "outcome"), [("2", RefusalReason.DAMAGED), ("6", ParcelState.LOST)])
def test_a_digit_chooses_and_enter_notes_it(form: OutcomeForm, digit: str, outcome: object) -> None:
    decided: list[object] = []
    form.decided.connect(decided.append)
    QTest.keyClicks(form, digit)
    QTest.keyClick(form, Qt.Key.Key_Return)
    assert decided == [outcome]


def test_each_answer_says_what_follows(form: OutcomeForm) -> None:
    assert "hand-over list" in form.story.text()
    QTest.keyClicks(form, "5")
    assert "sent on" in form.story.text()
    QTest.keyClicks(form, "6")
    assert "given up" in form.story.text()


def test_escape_and_the_other_button_leave_it(form: OutcomeForm) -> None:
    given_up: list[bool] = []
    form.given_up.connect(lambda: given_up.append(True))
    QTest.keyClick(form, Qt.Key.Key_Escape)
    form.leave.click()
    assert len(given_up) == 2


def test_who_may_not_write_off_is_not_offered_it(qtbot: QtBot, form: OutcomeForm) -> None:
    assert ParcelState.LOST in form.choices
    clerks = OutcomeForm(may_write_off=False)
    qtbot.addWidget(clerks)
    assert ParcelState.LOST not in clerks.choices
