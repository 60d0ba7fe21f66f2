"""The rows of a hand-over list: what each says, how many are held, and the key that takes one off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.domain.handover_list import HandoverThing, HandoverWay
from outlet_app.ui.list_rows import PAGE, ListRows, ListTable
from tests.ui.handing_over import an_item

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.domain.handover_list import HandoverItem


@pytest.fixture
def rows(speaking: QApplication) -> ListRows:
    assert speaking
    return ListRows()


@pytest.fixture
def table(rows: ListRows, qtbot: QtBot) -> ListTable:
    made = ListTable(rows)
    qtbot.addWidget(made)
    made.show()
    return made


def texts(rows: ListRows, row: int) -> list[str]:
    return [str(rows.data(rows.index(row, column))) for column in range(rows.columnCount())]


def test_a_row_says_place_number_way_and_weight(rows: ListRows) -> None:
    rows.show_items((an_item(3), an_item(2, HandoverWay.BARS), an_item(1, HandoverWay.TYPED, weight_g=0)))
    assert texts(rows, 0) == ["3", "YT8800000000003", "code scanned", "1.25 kg"]
    assert texts(rows, 1)[2] == "bars scanned"
    assert texts(rows, 2)[2:] == ["typed", "–"]
    assert rows.headerData(1, Qt.Orientation.Horizontal) == "Number"


def test_a_refused_parcel_says_that_it_goes_back(rows: ListRows) -> None:
    rows.show_items((an_item(1, HandoverWay.BARS, HandoverThing.PARCEL, 0),))
    assert texts(rows, 0)[2] == "bars scanned, goes back"


def test_however_many_are_scanned_one_page_is_held_the_last_one_first(rows: ListRows) -> None:
    for position in range(1, 5 * PAGE):
        rows.put_first(an_item(position))
    assert rows.rowCount() == PAGE
    assert texts(rows, 0)[0] == str(5 * PAGE - 1)


def test_nothing_of_it_can_be_edited_dragged_or_copied(table: ListTable, rows: ListRows) -> None:
    rows.show_items((an_item(1),))
    table.selectRow(0)
    QApplication.clipboard().setText("as it was")
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "as it was"
    assert rows.mimeTypes() == []
    assert not rows.flags(rows.index(0, 0)) & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled)


def test_del_asks_for_the_row_that_stands_out_and_for_none_where_none_does(table: ListTable, rows: ListRows) -> None:
    asked: list[HandoverItem] = []
    table.off_asked.connect(asked.append)
    rows.show_items((an_item(2), an_item(1)))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert asked == []
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert [item.position for item in asked] == [1]


def test_digits_are_left_to_the_page(table: ListTable, rows: ListRows, qtbot: QtBot) -> None:
    rows.show_items(tuple(an_item(position) for position in (3, 2, 1)))
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_2)
    assert table.currentIndex().row() == 0
    qtbot.wait(0)
