"""Flags as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.flags import FlagKind
from outlet_app.errors import Fault, FaultKind, InvalidDraft
from outlet_app.ui import languages
from outlet_app.ui.flag_cards import FlagCards
from outlet_app.ui.languages import Language
from tests.ui.flagged import VIEW, flag

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def cards(speaking: QApplication, qtbot: QtBot) -> FlagCards:
    assert speaking
    shown = FlagCards()
    qtbot.addWidget(shown)
    shown.resize(1100, 400)
    shown.show_flags((VIEW, flag(first_n=20), flag(kind=FlagKind.REMOTE, facts={"what": "ssh"}, rows=())))
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_a_card_is_one_sentence_with_the_rows_behind_it(cards: FlagCards, qtbot: QtBot) -> None:
    card = cards.cards[0]
    assert "陈伟 opened 14 records at 22:10" in card.sentence.text()
    with qtbot.waitSignal(cards.rows_asked) as heard:
        QTest.keyClick(card.rows, Qt.Key.Key_Space)
    assert heard.args == [(7, 8, 9)]
    assert cards.cards[2].rows.isHidden()


def test_a_word_and_enter_tick_it_off(cards: FlagCards, qtbot: QtBot) -> None:
    card = cards.cards[1]
    card.note.setFocus()
    QTest.keyClicks(card.note, "asked")
    with qtbot.waitSignal(cards.ticked) as heard:
        QTest.keyClick(card.note, Qt.Key.Key_Return)
    assert heard.args == [card, "asked"]


def test_a_word_that_cannot_stand_is_told_beside_it_until_it_changes(cards: FlagCards) -> None:
    card = cards.cards[0]
    card.refuse(InvalidDraft((Fault("note", FaultKind.TOO_LONG),)))
    assert card.fault.isVisible()
    assert card.note.hasFocus()
    QTest.keyClicks(card.note, "x")
    assert not card.fault.isVisible()


def test_what_is_nobodys_habit_cannot_be_muted(cards: FlagCards, qtbot: QtBot) -> None:
    assert not cards.cards[2].mute.isVisible()
    with qtbot.waitSignal(cards.muted) as heard:
        cards.cards[0].mute.click()
    assert heard.args == [cards.cards[0]]


def test_up_and_down_go_from_card_to_card(cards: FlagCards) -> None:
    cards.cards[0].setFocus()
    QTest.keyClick(cards.cards[0].note, Qt.Key.Key_Down)
    assert cards.cards[1].note.hasFocus()
    QTest.keyClick(cards.cards[1].note, Qt.Key.Key_Up)
    QTest.keyClick(cards.cards[0].note, Qt.Key.Key_Up)
    assert cards.cards[0].note.hasFocus()


def test_what_is_typed_stays_while_other_flags_come_and_go(
    cards: FlagCards, speaking: QApplication, qtbot: QtBot
) -> None:
    cards.cards[1].note.setText("half")
    cards.show_flags((flag(first_n=20), flag(first_n=40)))
    assert [card.note.text() for card in cards.cards] == ["half", ""]
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: cards.cards[0].tick.text() == "处理完")
    assert cards.cards[0].note.text() == "half"
