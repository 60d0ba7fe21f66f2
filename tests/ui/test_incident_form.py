"""The incident form on the screen."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.incident import IncidentDraft, IncidentKind, incident_faults
from outlet_app.ui.incident_form import IncidentForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def form(speaking: QApplication, qtbot: QtBot) -> IncidentForm:
    assert speaking
    shown = IncidentForm()
    qtbot.addWidget(shown)
    shown.resize(420, 300)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_what_is_typed_is_the_draft_and_tab_goes_from_field_to_field(form: IncidentForm) -> None:
    form.setFocus()
    QTest.keyClicks(form.discovered, "2026-11-22 08:05")
    here = form.discovered
    for name, text in form.texts.items():
        QTest.keyClick(here, Qt.Key.Key_Tab)
        assert text.hasFocus(), name
        QTest.keyClicks(text, name)
        here = text  # type: ignore[assignment] # the next press of Tab is made there
    form.kind.choose(IncidentKind.LOST.value)
    names = list(form.texts)
    assert form.draft() == IncidentDraft(IncidentKind.LOST, "2026-11-22 08:05", *names)


def test_every_fault_stands_beside_its_field_and_the_keys_go_to_the_first(form: IncidentForm) -> None:
    form.discovered.setText("2026-11-22 08:05")
    form.mark(incident_faults(form.draft(), datetime(2026, 11, 23, tzinfo=UTC)))
    told = [name for name, label in form._faults.items() if label.text()]
    assert told == list(form.texts)
    assert form.texts["data_kinds"].hasFocus()
    form.mark(())
    assert not any(label.isVisible() for label in form._faults.values())
