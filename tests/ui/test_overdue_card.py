"""What nobody collects, as numbers that open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui.overdue_card import OverdueCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NONE = {1: 0, 3: 0, 7: 0, 0: 0}


@pytest.fixture
def card(qtbot: QtBot, speaking: object) -> OverdueCard:
    assert speaking
    shown = OverdueCard((1, 3, 7, 0))
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_an_empty_shelf_says_so_and_opens_nothing(card: OverdueCard, qtbot: QtBot) -> None:
    asked: list[int] = []
    card.asked.connect(asked.append)
    card.tell(NONE)
    qtbot.keyClick(card, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert card.empty.isVisible()
    assert asked == []


def test_each_number_opens_by_its_key_and_by_a_click(card: OverdueCard, qtbot: QtBot) -> None:
    asked: list[int] = []
    card.asked.connect(asked.append)
    card.tell({1: 12, 3: 4, 7: 1, 0: 2})
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        qtbot.keyClick(card, key, Qt.KeyboardModifier.AltModifier)
    card.buttons[7].click()
    assert asked == [1, 3, 7, 0, 7]
    assert not card.empty.isVisible()


def test_the_longest_waiting_are_red_and_none_are_quiet(card: OverdueCard) -> None:
    card.tell({1: 12, 3: 0, 7: 1, 0: 2})
    assert [card.buttons[days].property("tone") for days in (1, 3, 7)] == ["warn", "muted", "bad"]
    assert card.buttons[7].accessibleName() == "1 parcels since 7 days: show them"
