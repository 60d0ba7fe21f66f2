"""Tests of a printer's paper and placing as it is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from outlet_app.domain.printer_setup import USUAL_SETUP, Placing, PrinterSetup
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.printer_setup_form import PrinterSetupForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

OTHER = PrinterSetup("100x150", Placing(3, -12, 1005))


@pytest.fixture
def form(qtbot: QtBot, speaking: object) -> PrinterSetupForm:
    assert speaking
    made = PrinterSetupForm(("76x130", "100x150"))
    qtbot.addWidget(made)
    made.show()
    made.show_setup(USUAL_SETUP, USUAL_SETUP, prints=True)
    return made


def test_what_is_shown_is_what_it_gives_back(form: PrinterSetupForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.edited):
        form.show_setup(OTHER, OTHER, prints=True)
    assert form.setup() == OTHER
    assert (form.stock.currentText(), form.right.text(), form.down.text(), form.scale.text()) == (
        *("100 × 150 mm", "+0.3", "-1.2", "100.5"),
    )
    assert not form.save.isEnabled()


def test_a_change_can_be_saved_or_undone(form: PrinterSetupForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.edited):
        qtbot.keyClick(form.right, Qt.Key.Key_Up)
    assert form.state.text() == "Not saved yet"
    assert form.setup() == PrinterSetup("76x130", Placing(1, 0, 1000))
    with qtbot.waitSignal(form.save_asked):
        form.save.click()
    form.stock.choose("100x150")
    form.undo.click()
    assert form.setup() == USUAL_SETUP
    assert (form.state.text(), form.save.isEnabled(), form.undo.isEnabled()) == ("", False, False)


def test_a_number_beyond_the_ends_is_told_at_its_field_and_can_neither_be_saved_nor_printed(
    form: PrinterSetupForm, qtbot: QtBot
) -> None:
    form.scale.selectAll()
    qtbot.keyClicks(form.scale, "103")
    assert form.setup() is None
    assert [box.fault.text() for box in form.boxes] == ["", "", "", "From 98.0 to 102.0"]
    assert not any(button.isEnabled() for button in (form.save, form.ruler, form.label))
    assert form.undo.isEnabled()
    form.undo.click()
    assert form.boxes[3].fault.text() == ""
    assert form.ruler.isEnabled()


def test_a_printer_that_is_not_here_can_be_set_up_and_prints_no_test(form: PrinterSetupForm) -> None:
    form.show_setup(USUAL_SETUP, OTHER, prints=False)
    assert form.save.isEnabled()
    assert not form.ruler.isEnabled()
    assert not form.label.isEnabled()


def test_what_is_typed_stays_when_the_language_changes(form: PrinterSetupForm, speaking: QApplication) -> None:
    form.show_setup(USUAL_SETUP, OTHER, prints=True)
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert form.setup() == OTHER
    assert form.state.text() == "尚未保存"
    assert form.right.accessibleName() == "向右（毫米）"
