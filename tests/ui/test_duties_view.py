"""Tests of reading and accepting the duties before the counter opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from outlet_app.ui import languages
from outlet_app.ui.duties_view import DutiesView
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks


def test_accepting_is_recorded_and_asked_once(
    services: Services, tasks: Tasks, speaking: QApplication, qtbot: QtBot
) -> None:
    assert services.people.duties_due()
    view = DutiesView(services.people, tasks)
    qtbot.addWidget(view)
    view.show()
    assert "Postal Law" in view.text.toPlainText()
    with qtbot.waitSignal(view.accepted):
        qtbot.mouseClick(view.accept, Qt.MouseButton.LeftButton)
    assert not services.people.duties_due()
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: "邮政法" in view.text.toPlainText())


def test_not_now_records_nothing(services: Services, tasks: Tasks, speaking: object, qtbot: QtBot) -> None:
    assert speaking
    view = DutiesView(services.people, tasks)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.refused):
        qtbot.mouseClick(view.later, Qt.MouseButton.LeftButton)
    assert services.people.duties_due()


def test_a_lock_meanwhile_is_told_and_can_be_tried_again(
    services: Services, tasks: Tasks, speaking: object, qtbot: QtBot
) -> None:
    assert speaking
    services.session.lock()
    view = DutiesView(services.people, tasks)
    qtbot.addWidget(view)
    view.accept.click()
    qtbot.waitUntil(lambda: "locked" in view.fault.text())
    assert view.accept.isEnabled()
