"""Tests of what is filled in about waybill numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.domain.number_use import VoidReason
from outlet_app.errors import Fault, FaultKind, InvalidDraft, NumbersExhausted, NumberUsed
from outlet_app.ui.range_forms import RangeForm, VoidForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def form(qtbot: QtBot, speaking: object) -> RangeForm:
    assert speaking
    made = RangeForm()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_keys_go_to_the_first_of_several_faults(form: RangeForm) -> None:
    form.tell((Fault("first", FaultKind.EMPTY), Fault("last", FaultKind.EMPTY)))
    assert form.texts["first"].hasFocus()
    assert [box.fault.text() for box in form.boxes.values()] == ["Still missing."] * 2


def test_a_number_in_use_is_told_at_the_first_field_and_other_errors_nowhere(form: RangeForm) -> None:
    assert form.tell_error(NumberUsed("YT1"))
    assert "YT1" in form.boxes["first"].fault.text()
    assert form.tell_error(InvalidDraft((Fault("last", FaultKind.NOT_A_RANGE),)))
    assert form.boxes["first"].fault.text() == ""
    assert not form.tell_error(NumbersExhausted("yto"))


def test_enter_goes_on_to_what_is_empty_and_then_asks(form: RangeForm, qtbot: QtBot) -> None:
    first, last = form.texts.values()
    first.setFocus()
    with qtbot.waitSignal(form.asked):
        qtbot.keyClick(first, Qt.Key.Key_Return)
    first.setText("YT0001")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert last.hasFocus()
    last.setText("YT0009")
    with qtbot.waitSignal(form.asked):
        qtbot.keyClick(last, Qt.Key.Key_Return)


def test_a_third_scan_takes_the_place_of_the_last_number(form: RangeForm) -> None:
    for number in ("YT0001", "YT0002", "YT0003"):
        form.take_number(number)
    assert [text.text() for text in form.texts.values()] == ["YT0001", "YT0003"]


@pytest.mark.usefixtures("speaking")
def test_every_reason_can_be_chosen(qtbot: QtBot) -> None:
    form = VoidForm()
    qtbot.addWidget(form)
    for reason in VoidReason:
        form.reason.choose(reason)
        assert form.why() is reason
