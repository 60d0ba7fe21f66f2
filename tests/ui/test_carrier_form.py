"""Tests of one carrier's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.carrier import carriers, services
from outlet_app.domain.carrier_book import CarrierDraft, draft_of
from outlet_app.errors import Fault, FaultKind
from outlet_app.services.carrier_desk import CarrierRow
from outlet_app.ui.carrier_form import CarrierForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def form(qtbot: QtBot, speaking: object) -> CarrierForm:
    del speaking
    made = CarrierForm(tuple(services().values()), lambda shapes, number: shapes == number, lambda number: number)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_carrier_is_shown_as_it_can_be_typed(form: CarrierForm) -> None:
    row = CarrierRow(carriers()["ems"], is_changed=True, codes=0)
    form.show_row(row)
    assert form.draft() == draft_of(row.carrier)
    assert form.restore.isVisible()
    assert form.facts.text() == (
        "Its own labels come on 100×150 mm. International numbers are checked by their check digit."
    )


def test_a_new_one_begins_empty_with_the_first_service(form: CarrierForm) -> None:
    form.show_row(CarrierRow(carriers()["sf"], is_changed=False, codes=0))
    form.show_row(None)
    assert form.draft() == CarrierDraft(services=("standard",))
    assert (form.heading.text(), form.save.text()) == ("A new carrier", "Add it")
    assert not form.facts.isVisible()


def test_faults_stand_beside_their_fields_until_something_is_typed(form: CarrierForm, qtbot: QtBot) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.tell((Fault("name_en", FaultKind.EMPTY), Fault("services", FaultKind.EMPTY)))
    assert form.name_en.hasFocus()
    assert form.ticks_fault.isVisible()
    QTest.keyClicks(form.name_en, "A")
    assert form.boxes["name_en"].fault.text() == ""
    with qtbot.waitSignal(form.asked):
        QTest.keyClick(form.name_en, Qt.Key.Key_Return)


def test_a_sample_is_tried_on_enter_and_saves_nothing(form: CarrierForm, qtbot: QtBot) -> None:
    form.take_number("YT1")
    with qtbot.assertNotEmitted(form.asked):
        QTest.keyClick(form.sample, Qt.Key.Key_Return)
    assert form.verdict.objectName() == "doubt"
    form.make_shape.click()
    assert (form.shapes.text(), form.verdict.objectName()) == ("YT1", "caption")
