"""What was found beside what stands open: a waybill's card or a parcel's, whichever stands out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from outlet_app.ui.find_cards import FindCards
from outlet_app.ui.found_board import FoundBoard
from tests.ui.finding import found_waybill
from tests.ui.test_find_cards import WAITING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WAYBILL = found_waybill()


@pytest.fixture
def board(qtbot: QtBot, speaking: object) -> FoundBoard:
    assert speaking
    shown = FoundBoard(FindCards(lambda _: 0), QWidget(), QWidget())  # type: ignore[arg-type]  # any two widgets
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_without_anything_found_the_guide_stands_there(board: FoundBoard) -> None:
    board.show_rows((), more=False)
    assert board.guide.isVisible()
    assert board.chosen is None
    assert board.open(0) is None


def test_the_card_of_its_kind_stands_open(board: FoundBoard) -> None:
    board.show_rows((WAITING, WAYBILL), more=False)
    assert board.open(0) is WAITING
    assert (board.parcel_card.isVisible(), board.card.isVisible()) == (True, False)
    assert board.open(1) is WAYBILL
    assert (board.parcel_card.isVisible(), board.card.isVisible()) == (False, True)
    assert board.open(2) is None


def test_more_than_is_shown_is_said_with_its_count(board: FoundBoard) -> None:
    board.show_rows((WAITING, replace(WAITING, number="YT2")), more=True)
    assert board.more.isVisible()
    assert board.more.text().startswith("These are the first 2.")
