"""What a parcel needs before it is given out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.errors import Fault, FaultKind
from outlet_app.ui import languages
from outlet_app.ui.giving_out import GivingOut
from outlet_app.ui.languages import Language
from tests.ui.test_find_cards import WAITING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

FREE = replace(WAITING, cod_fen=0, collect_fen=0)


@pytest.fixture
def giving(qtbot: QtBot, speaking: object) -> GivingOut:
    assert speaking
    shown = GivingOut()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_only_what_is_needed_is_asked(giving: GivingOut) -> None:
    for parcel, asks in ((FREE, True), (WAITING, False), (FREE, False)):
        giving.show_parcel(parcel, asks_digits=asks)
        assert giving.digits.isVisible() is asks
        assert giving.cash.isVisible() is giving.due.isVisible() is bool(parcel.due_fen)


def test_the_fourth_digit_asks_with_what_is_ticked(giving: GivingOut, qtbot: QtBot) -> None:
    asked: list[tuple[str, bool]] = []
    giving.asked.connect(lambda digits, cash: asked.append((digits, cash)))
    giving.show_parcel(WAITING, asks_digits=True)
    QTest.keyClicks(giving.digits, "1234")
    qtbot.keyClick(giving, Qt.Key.Key_F8)
    giving.do.click()
    assert asked == [("1234", False), ("1234", True)]


def test_what_is_wrong_is_marked_and_has_the_keys_and_a_change_takes_the_mark_away(giving: GivingOut) -> None:
    giving.show_parcel(WAITING, asks_digits=True)
    giving.tell((Fault("digits", FaultKind.NOT_ITS_TAIL), Fault("cash_taken", FaultKind.NOT_TAKEN)))
    assert giving.digits.hasFocus()
    assert giving.fault.isVisible()
    QTest.keyClicks(giving.digits, "1")
    assert not giving.fault.isVisible()
    giving.tell((Fault("cash_taken", FaultKind.NOT_TAKEN),))
    assert giving.cash.hasFocus()


def test_enter_says_wrong_digits_no_second_time_and_other_ones_at_once(giving: GivingOut) -> None:
    asked: list[str] = []
    giving.asked.connect(lambda digits, _cash: asked.append(digits))
    giving.show_parcel(FREE, asks_digits=True)
    QTest.keyClicks(giving.digits, "1234")
    giving.tell((Fault("digits", FaultKind.NOT_ITS_TAIL),))
    QTest.keyClick(giving.digits, Qt.Key.Key_Return)
    assert asked == ["1234"]
    assert giving.digits.selectedText() == "1234"
    QTest.keyClicks(giving.digits, "567")
    QTest.keyClick(giving.digits, Qt.Key.Key_Return)
    assert asked == ["1234", "567"]


def test_another_parcel_begins_with_nothing_typed_and_nothing_ticked(giving: GivingOut) -> None:
    giving.show_parcel(WAITING, asks_digits=True)
    giving.digits.setText("12")
    giving.cash.setChecked(True)
    giving.show_parcel(WAITING, asks_digits=True)
    assert (giving.digits.text(), giving.cash.isChecked()) == ("", False)


def test_what_is_wrong_is_said_in_the_language_of_the_screen(
    giving: GivingOut, qtbot: QtBot, speaking: QApplication
) -> None:
    giving.show_parcel(FREE, asks_digits=True)
    QTest.keyClicks(giving.digits, "12")
    giving.tell((Fault("digits", FaultKind.NOT_ITS_TAIL),))
    english = giving.fault.text()
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: giving.fault.text() not in {"", english})
    assert giving.digits.text() == "12"
    assert giving.fault.isVisible()
