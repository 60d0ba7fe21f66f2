"""Tests of an act that needs the owner's password and card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from outlet_app.errors import WrongPassword
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.owner_form import OwnerForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def form(qtbot: QtBot, speaking: object) -> OwnerForm:
    assert speaking
    made = OwnerForm()
    qtbot.addWidget(made)
    made.say("Approve X", "From then on…", "Approve")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.begin()
    return made


def test_it_asks_for_what_is_missing_and_then_goes_on(form: OwnerForm, qtbot: QtBot) -> None:
    asked: list[bool] = []
    form.asked.connect(lambda: asked.append(True))
    form.drop.setFocus()
    form.do.click()
    assert form.proof.password.text.hasFocus()
    qtbot.keyClicks(form.proof.password.text, "secret words")
    qtbot.keyClick(form.proof.password.text, Qt.Key.Key_Return)
    assert form.fault.text() == "The owner card is still missing."
    assert not form.take_card("YT8800000000001")
    assert form.take_card("OK1.CARD")
    assert form.fault.text() == ""
    form.do.click()
    assert asked == [True]
    assert (form.password, form.card) == ("secret words", "OK1.CARD")


def test_a_refusal_keeps_the_card_and_lets_the_password_be_typed_over(form: OwnerForm, qtbot: QtBot) -> None:
    form.take_card("OK1.CARD")
    qtbot.keyClicks(form.proof.password.text, "wrong")
    form.tell_error(WrongPassword())
    assert form.fault.text().startswith("That did not open.")
    qtbot.keyClicks(form.proof.password.text, "right")
    assert (form.password, form.card) == ("right", "OK1.CARD")
    form.forget()
    assert (form.password, form.card, form.fault.text()) == ("", "", "")


def test_escape_and_the_button_drop_the_act(form: OwnerForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.dropped):
        qtbot.keyClick(form, Qt.Key.Key_Escape)
    with qtbot.waitSignal(form.dropped):
        form.drop.click()
    with qtbot.assertNotEmitted(form.dropped):
        qtbot.keyClick(form, Qt.Key.Key_A)


def test_everything_of_the_proof_follows_the_language(form: OwnerForm, speaking: QApplication) -> None:
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert form.drop.text() == "取消"
    assert form.proof.password.eye.toolTip() == "显示密码"
    assert form.proof.password.text.placeholderText() == ""


def test_where_the_password_is_enough_no_card_is_asked_for_and_none_is_taken(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    form = OwnerForm(with_card=False)
    qtbot.addWidget(form)
    form.say("Lift", "Until 04:00.", "Lift it")
    form.show()
    asked: list[str] = []
    form.asked.connect(lambda: asked.append(form.password))
    qtbot.keyClick(form.proof.password.text, Qt.Key.Key_Return)
    assert asked == []
    qtbot.keyClicks(form.proof.password.text, "secret")
    assert not form.take_card("OK1.ABCD.REST")
    qtbot.keyClick(form.proof.password.text, Qt.Key.Key_Return)
    assert asked == ["secret"]
    shown = [form.proof.card_caption, form.proof.icon, form.proof.state, form.proof.by_hand, form.proof.typed]
    assert not any(part.isVisible() for part in shown)
    assert not form.proof.awaits_card
