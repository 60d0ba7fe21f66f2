"""Tests of the list of number ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.number_use import CarrierNumbers, RangeUse
from outlet_app.ui.range_list import CarrierCard, RangeList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

USED_UP = CarrierNumbers("sf", (RangeUse("sf", "SF01", "SF10", used=10, voided=0, free=0),))
HALF = CarrierNumbers("yto", (RangeUse("yto", "YT0001", "YT1000", used=400, voided=100, free=500),))


@pytest.mark.usefixtures("speaking")
def test_without_a_range_the_list_says_what_to_do(qtbot: QtBot) -> None:
    shown = RangeList()
    qtbot.addWidget(shown)
    shown.show()
    shown.show_numbers(())
    assert shown.none.isVisible()
    assert shown.none.text().startswith("No numbers yet. Enter the first range below")
    shown.show_numbers((HALF,))
    assert not shown.none.isVisible()
    assert len(shown.cards) == 1


@pytest.mark.usefixtures("speaking")
def test_a_bar_tells_how_much_of_its_range_is_gone(qtbot: QtBot) -> None:
    for numbers, gone in ((HALF, 500), (USED_UP, 1000)):
        card = CarrierCard(numbers)
        qtbot.addWidget(card)
        assert (card.bars[0].value(), card.bars[0].maximum()) == (gone, 1000)
