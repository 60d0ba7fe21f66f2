"""Tests of what an invited person fills in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui.first_time_form import FirstTimeForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_PASSWORD = "zhao-begins-on-a-monday"


@pytest.fixture
def form(qtbot: QtBot, speaking: object) -> FirstTimeForm:
    assert speaking
    shown = FirstTimeForm()
    qtbot.addWidget(shown)
    shown.begin_for("余杭文一西路网点", "赵敏")
    shown.show()
    return shown


def test_enter_leads_from_the_code_to_the_password_and_asks(form: FirstTimeForm, qtbot: QtBot) -> None:
    form.code.setFocus()
    qtbot.keyClicks(form.code, "1gmz7 h9dt9")
    qtbot.keyClick(form.code, Qt.Key.Key_Return)
    assert form.password.text.hasFocus()
    qtbot.keyClicks(form.password.text, _PASSWORD)
    with qtbot.waitSignal(form.asked) as told:
        qtbot.keyClick(form.password.text, Qt.Key.Key_Return)
    assert told.args == ["1gmz7 h9dt9", _PASSWORD]


def test_a_refused_password_is_told_beside_it_until_it_is_mended(form: FirstTimeForm, qtbot: QtBot) -> None:
    asked: list[str] = []
    form.asked.connect(asked.append)
    qtbot.keyClicks(form.code, "1GMZ7H9DT9")
    qtbot.keyClicks(form.password.text, "short")
    qtbot.mouseClick(form.begin, Qt.MouseButton.LeftButton)
    assert form.fault.text() == "Too short. Take at least ten characters, a sentence is best."
    assert not form.hint.isVisible()
    assert asked == []
    qtbot.keyClicks(form.password.text, "-but-longer-now")
    assert form.fault.text() == ""
    assert form.hint.isVisible()


def test_no_code_no_question(form: FirstTimeForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.password.text, _PASSWORD)
    with qtbot.assertNotEmitted(form.asked):
        qtbot.mouseClick(form.begin, Qt.MouseButton.LeftButton)
    assert form.code.hasFocus()


def test_another_person_finds_it_empty(form: FirstTimeForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.code, "1GMZ7")
    qtbot.keyClicks(form.password.text, _PASSWORD)
    form.begin_for("余杭文一西路网点", "孙丽")
    assert form.code.text() == form.password.text.text() == ""
    assert not form.code.isUndoAvailable()
