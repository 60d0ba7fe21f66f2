"""Tests of the card of a carrier's sort codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.carrier import carriers
from outlet_app.domain.sort_code_table import RowFault, RowFaultKind, SortCodeRow, SortCodeTable
from outlet_app.services.carrier_desk import CarrierRow
from outlet_app.ui.sort_code_card import SortCodeCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def card(qtbot: QtBot, speaking: object) -> SortCodeCard:
    del speaking
    made = SortCodeCard()
    qtbot.addWidget(made)
    made.show_row(CarrierRow(carriers()["yto"], is_changed=False, codes=2))
    return made


def test_a_carrier_with_a_table_says_how_large_it_is_and_can_lose_it(card: SortCodeCard, qtbot: QtBot) -> None:
    assert card.state.text() == "2 places have a code of this carrier; the others go by city and district."
    with qtbot.waitSignal(card.remove_asked):
        card.remove.click()
    card.show_row(None)
    assert not card.isVisible()


@pytest.mark.parametrize("kind", list(RowFaultKind))
def test_every_fault_of_a_row_has_words(card: SortCodeCard, kind: RowFaultKind) -> None:
    row = SortCodeRow("浙江省", "", "", "1")
    card.show_table(SortCodeTable("t.csv", (row,), (RowFault(7, kind),), 1))
    assert card.preview.faults.text().startswith("Row 7: ")
    assert len(card.preview.faults.text()) > len("Row 7: ")
    assert card.preview.take.text() == "Load them for YTO, in place of what is there"
    card.preview.leave.click()
    assert card.table is None
