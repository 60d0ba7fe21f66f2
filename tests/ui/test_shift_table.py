"""The shifts of a day as rows: what each says, and what stands out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui import theme
from outlet_app.ui.shift_table import ShiftRows
from outlet_app.ui.theme import Token
from tests.ui.evening import AT, CHEN, counted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture
def rows(speaking: QApplication) -> ShiftRows:
    assert speaking
    return ShiftRows()


def texts(rows: ShiftRows, row: int) -> list[str]:
    return [str(rows.data(rows.index(row, column))) for column in range(rows.columnCount())]


def test_a_shift_says_who_how_many_and_how_much(rows: ShiftRows) -> None:
    rows.show_shifts((CHEN,), None)
    assert texts(rows, 0) == ["陈伟", "28", "4", "3", "24", "1", "¥380.00", "–", "–"]
    assert rows.headerData(5, Qt.Orientation.Horizontal) == "Odd cases"
    assert rows.data(rows.index(0, 0), Qt.ItemDataRole.FontRole) is None


def test_a_counted_and_ended_one_says_so_and_a_wrong_drawer_stands_out(rows: ShiftRows) -> None:
    short = replace(CHEN, count=counted(37000), ended_at=AT)
    right = replace(CHEN, count=counted(38000))
    rows.show_shifts((short, right), None)
    assert texts(rows, 0)[7:] == ["¥10.00 missing", "18:42"]
    assert texts(rows, 1)[7] == "right to the fen"
    colours = [rows.data(rows.index(row, 7), Qt.ItemDataRole.ForegroundRole) for row in (0, 1)]
    assert colours == [theme.colour(Token.WARN), theme.colour(Token.GOOD)]


def test_the_total_stands_last_and_bold(rows: ShiftRows) -> None:
    rows.show_shifts((CHEN, CHEN), CHEN)
    assert texts(rows, 2)[0] == "Together"
    font = rows.data(rows.index(2, 0), Qt.ItemDataRole.FontRole)
    assert font is not None
    assert font.bold()  # type: ignore[union-attr]


def test_nothing_of_it_can_be_edited_or_dragged(rows: ShiftRows) -> None:
    rows.show_shifts((CHEN,), None)
    assert rows.mimeTypes() == []
    assert not rows.flags(rows.index(0, 0)) & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled)
