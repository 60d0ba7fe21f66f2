"""The sender's card: open to be typed, or one masked line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.party_card import PartyCard
from tests.builders import LI, ZHANG

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def show(qtbot: QtBot) -> PartyCard:
    card = PartyCard("sender")
    qtbot.addWidget(card)
    card.resize(760, 180)
    card.show()
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    return card


def test_a_folded_party_is_masked(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    card = show(qtbot)
    card.fields.put(ZHANG)
    card.fold()
    assert not card.is_open
    shown = "".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())
    assert "张**" in shown
    assert "浙江省杭州市余杭区" in shown
    assert not any(secret in shown for secret in ("张三", "13800138000", "文一西路", "501"))


def test_a_folded_municipality_is_said_once(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    card = show(qtbot)
    card.fields.put(LI)
    card.fold()
    assert card.standing.summary.whole().endswith("   上海市徐汇区")


def test_change_opens_the_fields_with_the_keys_in_the_name(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    card = show(qtbot)
    card.fields.put(ZHANG)
    card.fold()
    with qtbot.waitSignal(card.opened):
        QTest.mouseClick(card.standing.change, Qt.MouseButton.LeftButton)
    assert card.is_open
    assert card.fields.name.hasFocus()
    assert card.fields.name.selectedText() == "张三"
    assert card.fields.draft() == ZHANG


def test_the_card_speaks_the_language_of_the_screen(qtbot: QtBot, speaking: QApplication) -> None:
    card = show(qtbot)
    assert card._card.heading.text() == "Sender"
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert card._card.heading.text() == "寄件人"
