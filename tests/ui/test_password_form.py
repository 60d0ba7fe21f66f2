"""One act that needs the owner's password alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.errors import WrongPassword
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.password_form import PasswordForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def form(qtbot: QtBot, speaking: QApplication) -> PasswordForm:
    assert speaking
    shown = PasswordForm()
    qtbot.addWidget(shown)
    shown.say("Lift", "Until 04:00.", "Lift it")
    shown.begin()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.setFocus()
    return shown


def test_enter_asks_once_a_password_stands_there_and_escape_drops(form: PasswordForm) -> None:
    asked: list[str] = []
    form.asked.connect(lambda: asked.append(form.password.text.text()))
    form.dropped.connect(lambda: asked.append("dropped"))
    QTest.keyClick(form.password.text, Qt.Key.Key_Return)
    form.do.click()
    assert asked == []
    QTest.keyClicks(form.password.text, "secret")
    QTest.keyClick(form.password.text, Qt.Key.Key_Return)
    QTest.keyClick(form.password.text, Qt.Key.Key_Escape)
    form.drop.click()
    assert asked == ["secret", "dropped", "dropped"]


def test_a_refusal_stands_beside_the_password_until_it_is_typed_over(form: PasswordForm) -> None:
    QTest.keyClicks(form.password.text, "wrong")
    form.tell_error(WrongPassword())
    assert form.fault.text() == "That did not open. Check what you typed and try again."
    QTest.keyClicks(form.password.text, "x")
    assert (form.fault.text(), form.password.text.text()) == ("", "x")
    form.forget()
    assert form.password.text.text() == ""


def test_it_speaks_the_language_of_the_screen_and_keeps_what_is_typed(
    form: PasswordForm, speaking: QApplication
) -> None:
    QTest.keyClicks(form.password.text, "secret")
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert (form.caption.text(), form.drop.text()) == ("您自己的密码", "取消")
    assert form.password.text.text() == "secret"
