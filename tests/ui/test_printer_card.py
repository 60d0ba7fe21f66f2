"""Tests of one printer in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from outlet_app.domain.printer import PrinterStanding, PrinterState
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.printer_card import PrinterCard
from tests.outlets import LABEL_PRINTER

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

OFFERS = {
    PrinterStanding.APPROVED: (False, True),
    PrinterStanding.CHANGED: (True, True),
    PrinterStanding.ABSENT: (False, True),
    PrinterStanding.NOT_APPROVED: (True, False),
    PrinterStanding.MAKES_FILES: (False, False),
}


@pytest.fixture
def card(qtbot: QtBot, speaking: object) -> PrinterCard:
    assert speaking
    made = PrinterCard()
    qtbot.addWidget(made)
    made.retranslate()
    made.show()
    return made


@pytest.mark.parametrize("standing", PrinterStanding)
def test_only_what_makes_sense_is_offered_and_every_standing_has_words(
    card: PrinterCard, standing: PrinterStanding, speaking: QApplication
) -> None:
    card.show_state(PrinterState(LABEL_PRINTER, standing))
    assert (card.approve.isVisible(), card.withdraw.isVisible()) == OFFERS[standing]
    english = {card.standing.text(), card.standing_word(standing)}
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert not english & {card.standing.text(), card.standing_word(standing)}


def test_what_changed_is_named(card: PrinterCard) -> None:
    card.show_state(PrinterState(LABEL_PRINTER, PrinterStanding.CHANGED, ("uri", "dots_per_mm")))
    assert "another connection, resolution now" in card.standing.text()
    assert card.approve.text() == "Approve as it is now…"
    assert card.facts.text() == "Zebra ZPL Label Printer · usb://Zebra/ZD420 · 203 dpi"


def test_the_buttons_ask(card: PrinterCard, qtbot: QtBot) -> None:
    card.show_state(PrinterState(LABEL_PRINTER, PrinterStanding.CHANGED, ("uri",)))
    with qtbot.waitSignal(card.approve_asked):
        card.approve.click()
    with qtbot.waitSignal(card.withdraw_asked):
        card.withdraw.click()
