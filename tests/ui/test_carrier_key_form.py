"""A carrier's key as the owner fills it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.carrier import carriers
from outlet_app.errors import Fault, FaultKind
from outlet_app.ui.carrier_key_form import CarrierKeyForm, is_key
from tests.services.carriers_keys import PRINT, TEXT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def shown(qtbot: QtBot) -> CarrierKeyForm:
    form = CarrierKeyForm()
    qtbot.addWidget(form)
    form.offer(tuple(carriers().values()))
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def test_it_begins_with_the_carrier_that_was_asked_for_or_with_the_question_which(qtbot: QtBot) -> None:
    form = shown(qtbot)
    form.begin("zto")
    assert form.carrier.value() == "zto"
    assert form.key.hasFocus()
    form.begin("")
    assert form.carrier.hasFocus()


def test_a_scanned_key_is_taken_and_nothing_else_is(qtbot: QtBot) -> None:
    form = shown(qtbot)
    assert form.take_key(TEXT.lower())
    assert form.key.text() == TEXT.lower()
    assert not form.take_key("75000000000001")
    assert form.key.text() == TEXT.lower()
    assert is_key(f" {TEXT}")
    assert not is_key("OK1.")


def test_faults_stand_beside_their_fields_until_something_is_typed(qtbot: QtBot) -> None:
    form = shown(qtbot)
    form.tell((Fault("public_key", FaultKind.EMPTY), Fault("fingerprint", FaultKind.EMPTY)))
    assert form.key.hasFocus()
    assert all(form.boxes[name].fault.text() for name in ("public_key", "fingerprint"))
    QTest.keyClicks(form.key, "H")
    assert not any(box.fault.text() for box in form.boxes.values())


def test_escape_drops_it_and_enter_behind_the_last_field_asks(qtbot: QtBot) -> None:
    form = shown(qtbot)
    with qtbot.waitSignal(form.dropped):
        QTest.keyClick(form, Qt.Key.Key_Escape)
    form.key.put(TEXT)
    form.fingerprint.put(PRINT)
    with qtbot.waitSignal(form.asked):
        QTest.keyClick(form.key, Qt.Key.Key_Return)
    QTest.keyClick(form, Qt.Key.Key_A)
    assert form.key.text() == TEXT
