"""The switch beside the paste box."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.paste_target import PasteTarget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def target(qtbot: QtBot, speaking: object) -> PasteTarget:
    assert speaking
    made = PasteTarget()
    qtbot.addWidget(made)
    made.resize(88, 60)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("role", ["sender", "recipient"])
def test_one_party_is_marked(target: PasteTarget, role: str) -> None:
    target.show_role(role)
    assert target.role() == role
    assert (target.to_sender.isChecked(), target.to_recipient.isChecked()) == (role == "sender", role == "recipient")


def test_a_click_asks_for_a_party(target: PasteTarget, qtbot: QtBot) -> None:
    target.show_role("recipient")
    with qtbot.waitSignal(target.chosen) as chosen:
        QTest.mouseClick(target.to_sender, Qt.MouseButton.LeftButton)
    assert chosen.args == ["sender"]


def test_the_switch_takes_no_keys_and_speaks_the_language(target: PasteTarget, speaking: QApplication) -> None:
    assert target.to_sender.focusPolicy() == Qt.FocusPolicy.NoFocus
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert (target.to_sender.text(), target.to_recipient.text()) == ("寄件人", "收件人")
