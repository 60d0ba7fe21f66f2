"""Tests of the table that gives nothing away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from outlet_app.ui.read_table import ReadTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(qtbot: QtBot, speaking: object) -> ReadTable:
    assert speaking
    rows = QStandardItemModel(0, 2)
    for row in range(4):
        rows.appendRow([QStandardItem(f"day {row}"), QStandardItem(f"what {row}")])
    rows.setHorizontalHeaderLabels(["A rather long title", "What"])
    shown = ReadTable(rows)
    rows.setParent(shown)
    qtbot.addWidget(shown)
    shown.resize(600, 300)
    shown.show()
    shown.setFocus()
    return shown


def _click(table: ReadTable, row: int) -> None:
    place = table.visualRect(table.model().index(row, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_nothing_is_copied_or_marked_as_a_whole(table: ReadTable) -> None:
    QGuiApplication.clipboard().setText("what stood there")
    table.selectRow(1)
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_A, Qt.Key.Key_Insert):
        QTest.keyClick(table, key, CTRL)
    assert QGuiApplication.clipboard().text() == "what stood there"
    assert {index.row() for index in table.selectedIndexes()} == {1}


def test_only_one_row_stands_out_even_when_the_pointer_is_drawn_over_many(table: ReadTable) -> None:
    first, last = (table.visualRect(table.model().index(row, 0)).center() for row in (0, 3))
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(table.viewport(), last)
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=last)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert len({index.row() for index in table.selectedIndexes()}) == 1
    assert not table.dragEnabled()
    assert table.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert table.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu


def test_a_click_and_enter_choose_a_row(table: ReadTable) -> None:
    chosen: list[int] = []
    table.row_chosen.connect(chosen.append)
    _click(table, 2)
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Enter)
    assert chosen == [2, 1, 1]


def test_the_row_that_stands_out_is_told_and_none_when_the_rows_go(table: ReadTable) -> None:
    reached: list[int] = []
    table.row_reached.connect(reached.append)
    table.selectRow(2)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert reached == [2, 3]
    rows = table.model()
    assert isinstance(rows, QStandardItemModel)
    rows.beginResetModel()
    rows.endResetModel()
    assert reached[-1] == -1


def test_columns_are_as_wide_as_their_widest_and_one_takes_the_rest(table: ReadTable) -> None:
    table.size_columns(("short", None))
    title = table.fontMetrics().horizontalAdvance("A rather long title")
    assert title < table.columnWidth(0) < 2 * title
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
    assert table.indexAt(QPoint(1, 1)) != QModelIndex()


def test_enter_in_an_empty_table_chooses_nothing(table: ReadTable) -> None:
    chosen: list[int] = []
    table.row_chosen.connect(chosen.append)
    table.model().removeRows(0, 4)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen == []


def test_a_height_shows_as_many_rows_as_it_says(table: ReadTable) -> None:
    table.resize(600, table.height_of(3))
    bottom = table.viewport().height()
    assert table.visualRect(table.model().index(2, 0)).bottom() < bottom
    assert table.visualRect(table.model().index(3, 0)).bottom() >= bottom
