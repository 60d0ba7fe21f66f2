"""Every limit with its value: what is typed, what is changed, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.limits import DEFAULTS, LimitName, bounds
from outlet_app.errors import Fault, FaultKind, InvalidDraft, WrongPassword
from outlet_app.services.limit_desk import LimitRow
from outlet_app.ui.limit_form import LimitForm, limit_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

HOUR, DAY = LimitName.SCAN_REVEALS_HOUR, LimitName.SCAN_REVEALS_DAY


def rows(**values: int) -> tuple[LimitRow, ...]:
    """The limits as the service tells them, some of them others than the defaults."""
    return tuple(
        LimitRow(name, values.get(name.value, default), default, *bounds(name)) for name, default in DEFAULTS.items()
    )


@pytest.fixture
def form(qtbot: QtBot, speaking: QApplication) -> LimitForm:
    assert speaking
    shown = LimitForm()
    qtbot.addWidget(shown)
    shown.show_limits(rows())
    shown.show()
    qtbot.waitUntil(shown.lines[HOUR].value.isVisible)
    return shown


def put(form: LimitForm, name: LimitName, text: str) -> None:
    form.lines[name].value.selectAll()
    QTest.keyClicks(form.lines[name].value, text)


def test_only_what_is_another_than_in_force_is_a_change(form: LimitForm) -> None:
    assert form.changes() == {}
    form.lines[HOUR].value.put("７")
    put(form, DAY, "40")
    assert form.changes() == {HOUR: 7}
    assert form.save.isEnabled()


def test_arrows_step_within_the_bounds(form: LimitForm) -> None:
    field = form.lines[LimitName.CODED_REPRINTS].value
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp):
        QTest.keyClick(field, key)
    assert field.value() == 30
    for _ in range(40):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == 1


def test_what_is_typed_stays_when_the_limits_are_looked_at_again(form: LimitForm) -> None:
    put(form, HOUR, "7")
    form.show_limits(rows())
    form.show_limits(rows(scan_reveals_day=20))
    assert form.changes() == {HOUR: 7}
    assert form.lines[DAY].value.text() == "20"
    form.show_limits(rows(scan_reveals_hour=7))
    assert form.changes() == {}
    assert not form.save.isEnabled()


def test_the_defaults_and_undo_put_all_of_them_back(form: LimitForm) -> None:
    form.show_limits(rows(scan_reveals_hour=7))
    form.defaults.click()
    assert form.changes() == {HOUR: 10}
    form.undo.click()
    assert form.changes() == {}
    assert form.state.text() == ""


def test_a_fault_of_the_service_stands_beside_its_limit_and_another_error_nowhere(form: LimitForm) -> None:
    assert form.tell_error(InvalidDraft((Fault(HOUR.value, FaultKind.OUT_OF_BOUNDS),)))
    assert form.lines[HOUR].fault.text() == "Too low or too high for this limit."
    assert form.lines[HOUR].fault.isVisible()
    assert not form.tell_error(WrongPassword())


@pytest.mark.parametrize("name", LimitName)
def test_every_limit_has_a_title_that_begins_as_a_line_does(name: LimitName, speaking: QApplication) -> None:
    assert speaking
    assert limit_title(name)[0].isupper()
