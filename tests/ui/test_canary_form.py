"""The form that marks a canary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import Fault, FaultKind, InvalidDraft
from outlet_app.ui import languages
from outlet_app.ui.canary_form import CanaryForm
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def form(qtbot: QtBot, speaking: QApplication) -> CanaryForm:
    assert speaking
    made = CanaryForm()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_scanned_number_stands_in_its_field_and_the_keys_go_to_the_note(form: CanaryForm) -> None:
    form.refuse(InvalidDraft((Fault("number", FaultKind.EMPTY),)))
    form.take_number("YT8800000000001")
    assert form.number.text() == "YT8800000000001"
    assert form.note.hasFocus()
    assert not form.fields["number"].fault.isVisible()


@pytest.mark.parametrize("field", ["number", "note"])
def test_a_fault_stands_beside_its_field_with_the_keys_until_something_is_typed(
    form: CanaryForm, field: str, qtbot: QtBot
) -> None:
    form.refuse(InvalidDraft((Fault(field, FaultKind.TOO_LONG),)))
    place = form.fields[field]
    assert place.fault.isVisible()
    assert place.field.hasFocus()
    qtbot.keyClicks(place.field, "x")
    assert not place.fault.isVisible()


def test_a_fault_is_said_anew_in_the_language_of_the_screen(form: CanaryForm, qapp: QApplication, qtbot: QtBot) -> None:
    form.refuse(InvalidDraft((Fault("number", FaultKind.NOT_IN_SHOP),)))
    assert form.fields["number"].fault.text() == "No waybill of this number stands in the shop."
    languages.speak(qapp, Language.CHINESE)
    qtbot.waitUntil(lambda: form.fields["number"].fault.text() == "店里没有这个单号的运单。")


def test_what_was_marked_leaves_both_fields_empty(form: CanaryForm) -> None:
    form.number.setText("YT8800000000001")
    form.note.setText("shelf B")
    form.begin()
    assert form.number.text() == form.note.text() == ""
    assert form.number.hasFocus()
