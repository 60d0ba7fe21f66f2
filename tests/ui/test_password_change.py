"""A clerk's new password, form alone; the window's tests change it for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from outlet_app.demo import CLERKS
from outlet_app.ui.password_change import PasswordChange

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks

NEW = "a new sentence of hers"


@pytest.fixture
def form(services: Services, tasks: Tasks, speaking: object, qtbot: QtBot) -> PasswordChange:
    assert speaking
    shown = PasswordChange(services.people, tasks)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_enter_goes_from_field_to_field_and_an_empty_one_gets_the_keys(form: PasswordChange, qtbot: QtBot) -> None:
    form.setFocus()
    for field in (form.old, form.new, form.again):
        assert QApplication.focusWidget() is field.text
        qtbot.keyClick(field.text, Qt.Key.Key_Return)
    assert form.old.text.hasFocus()


def test_a_clerk_is_asked_for_no_card_and_a_card_is_not_taken(form: PasswordChange) -> None:
    assert form.proof is None
    assert not form.take_scan("OK1.ABCD.0123456789ABC.XX")


def test_a_fault_is_gone_with_the_next_key(form: PasswordChange, qtbot: QtBot) -> None:
    for field, text in ((form.old, CLERKS[0][1]), (form.new, NEW), (form.again, "another")):
        qtbot.keyClicks(field.text, text)
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert form.fault.isVisible()
    assert form.again.text.property("fault")
    qtbot.keyClicks(form.again.text, "x")
    assert not form.fault.isVisible()
    assert not form.again.text.property("fault")


def test_a_password_that_holds_the_own_name_is_refused_as_one_types(form: PasswordChange) -> None:
    form.new.text.setText(f"{CLERKS[0][0]}{CLERKS[0][0]}的密码是这一个")
    form.new.text.textEdited.emit(form.new.text.text())
    assert form.rules.objectName() == "doubt"


def test_while_it_works_nothing_can_be_typed_and_then_it_is_told(form: PasswordChange, qtbot: QtBot) -> None:
    for field, text in ((form.old, CLERKS[0][1]), (form.new, NEW), (form.again, NEW)):
        qtbot.keyClicks(field.text, text)
    with qtbot.waitSignal(form.changed, timeout=20_000):
        qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
        assert not form.new.isEnabled()
        assert form.progress.isVisible()
    assert form.new.isEnabled()
    assert form.old.text.text() == form.new.text.text() == ""
