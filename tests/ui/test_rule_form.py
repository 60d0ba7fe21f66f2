"""Opening hours, idle time and terms as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.opening_hours import USUAL_HOURS, OpenFrom, OpeningHours
from outlet_app.domain.policies import Retention
from outlet_app.services.policy_desk import DayDraft, Policies, PolicyName
from outlet_app.ui.rule_form import RuleForm
from tests.ui.equipping import nameless

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.equipping import Equipping

IN_FORCE = Policies(USUAL_HOURS, 10, Retention())


@pytest.fixture
def form(equipping: Equipping, qtbot: QtBot) -> RuleForm:
    policies = equipping.services.policies
    shown = RuleForm(policies.check, policies.is_short)
    qtbot.addWidget(shown)
    shown.show_policies(IN_FORCE)
    shown.resize(900, 640)
    shown.show()
    return shown


def type_over(form: RuleForm, name: PolicyName, text: str) -> None:
    field = form.terms[name].value
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_what_is_in_force_stands_there_and_nothing_is_to_be_saved(form: RuleForm) -> None:
    assert [day.draft() for day in form.days] == [DayDraft(is_open=True, opens="07:00", closes="22:00")] * 7
    assert [line.value.text() for line in form.terms.values()] == ["10", "30", "24", "36"]
    assert not form.save.isEnabled()
    assert not form.undo.isEnabled()
    assert nameless(form) == []


def test_a_change_may_be_saved_by_return_or_taken_back(form: RuleForm, qtbot: QtBot) -> None:
    type_over(form, PolicyName.IDLE_MINUTES, "5")
    assert form.state.text() == "Not in force yet"
    with qtbot.waitSignal(form.asked):
        QTest.keyClick(form.terms[PolicyName.IDLE_MINUTES].value, Qt.Key.Key_Return)
    form.undo.click()
    assert form.draft().idle_minutes == "10"
    assert not form.save.isEnabled()


def test_faults_stand_beside_their_field_and_keep_it_from_being_saved(form: RuleForm, qtbot: QtBot) -> None:
    type_over(form, PolicyName.RECORD_MONTHS, "3")
    form.days[2].opens.setFocus()
    form.days[2].opens.selectAll()
    QTest.keyClicks(form.days[2].opens, "23:00")
    assert form.terms[PolicyName.RECORD_MONTHS].fault.text()
    assert form.days[2].fault.text() == "Two times like 08:00 and 20:00, the later one second."
    assert form.days[1].fault.text() == ""
    assert not form.save.isEnabled()
    with qtbot.assertNotEmitted(form.asked):
        QTest.keyClick(form.days[2].opens, Qt.Key.Key_Return)


def test_a_short_term_is_warned_of_and_may_be_saved(form: RuleForm) -> None:
    type_over(form, PolicyName.DETAILS_MONTHS, "12")
    assert form.terms[PolicyName.DETAILS_MONTHS].fault.text() == "Shorter than two years: a claim may still come"
    assert form.save.isEnabled()


def test_a_closed_day_asks_no_times_and_all_days_become_like_monday(form: RuleForm) -> None:
    form.days[6].open.click()
    assert not form.days[6].opens.isEnabled()
    assert not form.draft().days[6].is_open
    form.days[0].opens.put("09:00")
    form.alike.click()
    assert {day.draft().opens for day in form.days} == {"09:00"}
    assert form.days[6].opens.isEnabled()


def test_what_is_typed_stays_when_what_is_in_force_is_looked_at_again(form: RuleForm) -> None:
    type_over(form, PolicyName.IDLE_MINUTES, "5")
    form.show_policies(IN_FORCE)
    assert form.draft().idle_minutes == "5"
    form.forget()
    closed_monday = OpeningHours((None,) + (OpenFrom(480, 1200),) * 5 + (None,))
    form.show_policies(Policies(closed_monday, 7, Retention()))
    assert [day.draft().is_open for day in form.days] == [False, *[True] * 5, False]
    assert form.days[6].draft().opens == "08:00"
    assert form.draft().idle_minutes == "7"
