"""The open list of one carrier: figures, rows, pages, and the field for a number whose label does not scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.errors import Fault, FaultKind
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.list_rows import PAGE
from outlet_app.ui.open_list_card import OpenListCard
from tests.ui.counter import LABEL_CODE
from tests.ui.handing_over import a_list, an_item

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def card(qtbot: QtBot, speaking: QApplication) -> OpenListCard:
    assert speaking
    made = OpenListCard()
    qtbot.addWidget(made)
    made.resize(760, 440)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def full_page(last: int) -> tuple[object, ...]:
    return tuple(an_item(position) for position in range(last, last - PAGE, -1))


def test_count_and_weight_stand_large_and_the_list_is_named(card: OpenListCard) -> None:
    card.show_list("YTO", a_list(36))
    assert (card.count.text(), card.weight.text()) == ("36", "36 kg")
    assert card.story.text() == "YTO, list No. 12, opened at 11-22 09:30"
    assert card.count.font().pixelSize() >= 28


def test_an_empty_list_says_how_it_fills(card: OpenListCard) -> None:
    card.show_list("YTO", None)
    assert card.empty.isVisible()
    assert (card.count.text(), card.story.text()) == ("0", "YTO: no list is open")
    assert not card.undo.isEnabled()
    assert not card.off.isEnabled()


def test_a_typed_number_is_told_and_stays_until_it_was_put_on(card: OpenListCard, qtbot: QtBot) -> None:
    card.begin_typing()
    QTest.keyClicks(card.number, "yt8800000000001")
    with qtbot.waitSignal(card.typed) as told:
        QTest.keyClick(card.number, Qt.Key.Key_Return)
    assert told.args == ["yt8800000000001"]
    card.tell_fault(Fault("number", FaultKind.NOT_A_WAYBILL_NUMBER))
    assert card.fault.text().startswith("This does not look like")
    assert card.number.text() == "yt8800000000001"
    QTest.keyClicks(card.number, "2")
    assert card.fault.text() == ""
    card.clear_typed()
    assert card.number.text() == ""


def test_a_label_code_that_is_typed_is_taken_out_and_told(card: OpenListCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.code_refused):
        card.number.setText(LABEL_CODE)
    assert card.number.text() == ""


def test_escape_in_the_field_gives_the_keys_back_to_the_list(card: OpenListCard) -> None:
    card.show_list("YTO", a_list(1))
    card.show_items((an_item(1),))
    card.begin_typing()
    QTest.keyClick(card.number, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is card.table


def test_older_rows_are_turned_to_and_the_newest_again(card: OpenListCard, qtbot: QtBot) -> None:
    card.show_list("YTO", a_list(50))
    card.show_items(full_page(50))  # type: ignore[arg-type]
    assert card.is_newest
    with qtbot.waitSignal(card.page_asked) as told:
        card.turn(1)
    assert told.args == [31]
    card.show_items(full_page(30), before=31)  # type: ignore[arg-type]
    assert not card.is_newest
    with qtbot.waitSignal(card.page_asked) as told:
        card.turn(-1)
    assert told.args == [0]


def test_a_short_list_has_no_pages(card: OpenListCard) -> None:
    card.show_list("YTO", a_list(2))
    card.show_items((an_item(2), an_item(1)))
    assert card.older.isHidden()
    assert card.newer.isHidden()


def test_it_speaks_the_language_of_the_screen(card: OpenListCard, qtbot: QtBot, speaking: QApplication) -> None:
    card.show_list("圆通", a_list(36))
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: card.story.text() == "圆通，交接单第 12 号，11-22 09:30 起")
