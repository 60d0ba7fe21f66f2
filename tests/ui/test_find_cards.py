"""The cards of what was found: read by the eye and by readers, and taken away by nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.domain.arrived_parcel import ArrivedParcel, ParcelState
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.ui import languages, theme
from outlet_app.ui.card_painters import CARD_PX
from outlet_app.ui.find_cards import FindCards
from outlet_app.ui.languages import Language
from outlet_app.ui.theme import Token
from tests.ui.counter import CTRL, SHIFT
from tests.ui.finding import AT, found_waybill

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROWS = tuple(found_waybill(number=f"YT880000000000{place}") for place in range(1, 5))
WAITING = ArrivedParcel(
    record_id=bytes(16),
    number="YT8899",
    carrier="yto",
    tail="1234",
    shelf="15-1",
    place=731,
    state=ParcelState.WAITING,
    cod_fen=3000,
    collect_fen=850,
    waybill=None,
    arrived_at=AT - timedelta(days=3),
    left_at=None,
)
GONE = found_waybill(number="YT8800000000009", state=WaybillState.COLLECTED, left_at=AT + timedelta(hours=2))


@pytest.fixture
def cards(qtbot: QtBot, speaking: object) -> FindCards:
    assert speaking
    shown = FindCards(lambda parcel: (AT - parcel.arrived_at).days)
    qtbot.addWidget(shown)
    shown.resize(380, 400)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.show_rows((*ROWS, GONE))
    shown.setFocus()
    return shown


def _middle(cards: FindCards, row: int) -> QPoint:
    return cards.visualRect(cards.rows.index(row)).center()


def test_the_first_card_stands_out_at_once_and_arrows_go_from_card_to_card(cards: FindCards, qtbot: QtBot) -> None:
    reached: list[int] = []
    cards.reached.connect(reached.append)
    assert cards.currentIndex().row() == 0
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    qtbot.keyClick(cards, Qt.Key.Key_End)
    cards.show_rows(())
    assert reached[:2] == [1, 4]
    assert reached[-1] == -1


def test_enter_takes_a_card_and_a_click_chooses_one(cards: FindCards, qtbot: QtBot) -> None:
    chosen: list[int] = []
    entered: list[int] = []
    cards.chosen.connect(chosen.append)
    cards.entered.connect(entered.append)
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=_middle(cards, 2))
    cards.show_rows(())
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert (entered, chosen) == ([0], [2])


def test_no_key_copies_or_marks_everything(cards: FindCards) -> None:
    QGuiApplication.clipboard().setText("what stood there")
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_A, Qt.Key.Key_Insert):
        QTest.keyClick(cards, key, CTRL)
    QTest.keyClick(cards, Qt.Key.Key_Down, SHIFT)
    assert QGuiApplication.clipboard().text() == "what stood there"
    assert len(cards.selectedIndexes()) == 1


def test_the_pointer_drags_nothing_away_and_marks_one_card_at_most(cards: FindCards) -> None:
    QTest.mousePress(cards.viewport(), Qt.MouseButton.LeftButton, pos=_middle(cards, 0))
    for row in (1, 2, 3):
        QTest.mouseMove(cards.viewport(), _middle(cards, row))
    QTest.mouseRelease(cards.viewport(), Qt.MouseButton.LeftButton, pos=_middle(cards, 3))
    assert len(cards.selectedIndexes()) == 1
    assert not cards.dragEnabled()
    assert not cards.rows.flags(cards.rows.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert cards.rows.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert cards.rows.mimeTypes() == []


def test_no_menu_opens_on_a_card(cards: FindCards) -> None:
    where = _middle(cards, 0)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, cards.viewport().mapToGlobal(where))
    QApplication.sendEvent(cards.viewport(), menu)
    assert QApplication.activePopupWidget() is None


def test_a_card_has_words_for_readers_and_no_text_for_anybody_else(cards: FindCards) -> None:
    first, last = cards.rows.index(0), cards.rows.index(4)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "YT8800000000001, In the shop, 张**  杭州市余杭区, 8000"
    assert "Collected" in last.data(Qt.ItemDataRole.AccessibleTextRole)
    shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)
    assert [first.data(role) for role in shown] == [None] * 3
    assert cards.rows.rowCount(first) == 0


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_card_that_stands_out_has_a_frame_of_another_colour(
    cards: FindCards, speaking: QApplication, *, dark: bool
) -> None:
    theme.apply(speaking, dark=dark)
    picture = cards.viewport().grab().toImage()
    first, second = cards.visualRect(cards.rows.index(0)), cards.visualRect(cards.rows.index(1))
    frame = [picture.pixelColor(card.left() + 1, card.top() + CARD_PX // 2) for card in (first, second)]
    assert frame[0] == theme.colour(Token.PRIMARY)
    assert frame[1] != frame[0]


def test_a_waybill_that_was_found_by_its_sender_alone_says_so_with_the_sender_s_tail(cards: FindCards) -> None:
    cards.show_rows(ROWS, "00")
    assert cards.rows.lines(0) == ("YT8800000000001", "In the shop", "From 李**  上海市徐汇区", "00", "")
    cards.show_rows(ROWS, "8000")
    assert cards.rows.lines(0)[2:4] == ("张**  杭州市余杭区", "8000")


def test_a_waybill_that_changed_is_shown_anew_where_it_stood(cards: FindCards) -> None:
    cards.rows.put(0, GONE)
    assert cards.currentIndex().row() == 0
    assert cards.rows.lines(0)[1] == "Collected"
    assert cards.rows.rowCount() == 5


def test_an_arrived_parcel_says_its_shelf_code_large_how_long_it_waits_and_what_is_due(cards: FindCards) -> None:
    cards.show_rows((WAITING,))
    assert cards.rows.lines(0) == ("YT8899", "Waiting · 3 days", "YTO · tail 1234", "15-1-731", "¥38.50")
    assert cards.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("15-1-731, ¥38.50")


def test_a_tail_that_the_customer_is_to_say_is_not_on_the_card(cards: FindCards) -> None:
    cards.show_rows((WAITING,), hides_tails=True)
    assert cards.rows.lines(0).line == "YTO · tail: ask for it"
    assert "1234" not in " ".join(cards.rows.lines(0))


def test_what_has_left_says_since_when_and_asks_for_no_money(cards: FindCards) -> None:
    cards.show_rows((replace(WAITING, state=ParcelState.COLLECTED, left_at=AT),), hides_tails=True)
    assert cards.rows.lines(0)[1:] == ("Collected  11-22 09:30", "YTO · tail 1234", "15-1-731", "")


def test_a_change_of_language_changes_what_a_card_says(cards: FindCards, speaking: QApplication) -> None:
    languages.speak(speaking, Language.CHINESE)
    assert "在店" in cards.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
