"""The head of an open waybill: everything that may be seen, nothing that may not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.masked_card import MaskedCard
from tests.builders import LI, ZHANG, draft
from tests.ui.finding import AT, NUMBER, found_waybill, texts_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

_TAKES = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
PARCEL = draft(remark="门口放", cash_on_delivery="88", declared_value="300")


@pytest.fixture
def card(qtbot: QtBot, speaking: object) -> MaskedCard:
    assert speaking
    shown = MaskedCard()
    qtbot.addWidget(shown)
    shown.resize(760, 260)
    shown.show_waybill(found_waybill(PARCEL))
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_it_says_number_carrier_state_tail_parties_and_facts(card: MaskedCard) -> None:
    said = texts_of(card)
    for text in (NUMBER, "YTO · Standard", "In the shop", "8000", "张**", "李**", "Remark: 门口放"):
        assert text in said
    assert "Clothing · 1.2 kg · fee ¥12.00 · Prepaid · cash on delivery ¥88.00 · declared ¥300.00" in said


def test_nothing_in_it_is_unmasked(card: MaskedCard) -> None:
    said = "\n".join(texts_of(card))
    for person in (ZHANG, LI):
        for secret in (person.name, person.phone, "501室", "5楼"):
            assert secret not in said


def test_where_a_parcel_went_is_said_with_the_time_on_the_outlets_clock(card: MaskedCard) -> None:
    gone = found_waybill(PARCEL, state=WaybillState.COLLECTED, left_at=AT + timedelta(hours=2))
    card.show_waybill(gone)
    assert card.state.text() == "Collected  2026-11-22 11:30"
    assert card.state.property("tone") == "muted"


def test_a_carrier_that_is_no_longer_known_is_told_by_its_code(card: MaskedCard) -> None:
    known = found_waybill(PARCEL)
    card.show_waybill(replace(known, masked=replace(known.masked, carrier="gone")))
    assert card.carrier.text() == "gone"


def test_its_words_cannot_be_marked_copied_or_dragged(card: MaskedCard) -> None:
    QGuiApplication.clipboard().setText("what stood there")
    for label in card.findChildren(QLabel):
        assert not label.textInteractionFlags() & _TAKES
        QTest.mouseDClick(label, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
        QTest.keyClick(label, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "what stood there"
    assert card.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_it_follows_a_change_of_language(card: MaskedCard, speaking: QApplication, qtbot: QtBot) -> None:
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: card.state.text() == "在店")
    assert card.facts.text().startswith("服装")


def test_what_was_emptied_or_erased_is_said_in_place_of_blanks(card: MaskedCard) -> None:
    assert not card.emptied.isVisible()
    whole = found_waybill(PARCEL)
    sender, recipient = (
        replace(each, name="", phone="", tail="") for each in (whole.masked.sender, whole.masked.recipient)
    )
    emptied = replace(whole, masked=replace(whole.masked, sender=sender, recipient=recipient))
    card.show_waybill(emptied)
    assert card.emptied.text() == "Names and phones were emptied: the parcel left long ago"
    assert "Clothing" not in card.facts.text()
    card.show_waybill(replace(emptied, is_erased=True))
    assert card.emptied.text() == "Details erased: their term was over"
    card.show_waybill(whole)
    assert not card.emptied.isVisible()
