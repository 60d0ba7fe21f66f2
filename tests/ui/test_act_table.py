"""Tests of the rows of the review."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QIcon

from outlet_app.domain.account import Role
from outlet_app.domain.day_totals import PersonTotals
from outlet_app.domain.proof import Proof
from outlet_app.services.review import Actor, DayTotals
from outlet_app.ui import theme
from outlet_app.ui.act_table import ActRows, TotalRows
from outlet_app.ui.theme import Token
from tests.ui.reviewed import act

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

CHEN, LIN = Actor(b"c" * 16, "陈伟", Role.CLERK), Actor(b"l" * 16, "", None)
SUNDAY, SATURDAY = date(2026, 11, 22), date(2026, 11, 21)
ROLE = Qt.ItemDataRole
TOTALS = DayTotals(SUNDAY, ((CHEN, PersonTotals(1, 2, 3, 4, 5, 6)), (LIN, PersonTotals())), whole=True)

pytestmark = pytest.mark.usefixtures("speaking")


def texts(rows: QAbstractTableModel, row: int) -> list[str]:
    return [rows.index(row, column).data() for column in range(rows.columnCount())]


def titles(rows: QAbstractTableModel) -> list[str]:
    return [str(rows.headerData(column, Qt.Orientation.Horizontal)) for column in range(rows.columnCount())]


def test_an_act_is_told_by_its_row() -> None:
    rows = ActRows()
    rows.show_acts((act(), act(n=6, number="", recipient="", person="")))
    assert titles(rows) == ["Time", "Person", "What was done", "Number", "Recipient", "Signature"]
    assert texts(rows, 0) == [
        *("2026-11-22 09:30:05", "陈伟", "Accepted the parcel", "YT8800000000001", "张**"),
        "Signed",
    ]
    assert texts(rows, 1)[1:5] == ["Nobody known", "Accepted the parcel", "", ""]
    assert rows.index(0, 2).data(ROLE.ToolTipRole) == "Accepted the parcel"


@pytest.mark.parametrize(
    ("proof", "words", "token"),
    [(Proof.UNSIGNED, "Not signed", Token.WARN), (Proof.WRONG, "Not as signed", Token.BAD)],
)
def test_an_act_that_is_not_as_signed_is_marked_by_icon_word_and_colour(proof: Proof, words: str, token: Token) -> None:
    rows = ActRows()
    rows.show_acts((act(proof=proof), act()))
    cell = rows.index(0, ActRows.PROOF)
    assert cell.data() == words
    assert isinstance(cell.data(ROLE.DecorationRole), QIcon)
    assert rows.index(0, 0).data(ROLE.ForegroundRole) == theme.colour(token)
    assert rows.index(1, 0).data(ROLE.ForegroundRole) is None
    assert rows.index(0, 0).data(ROLE.DecorationRole) is None


def test_a_day_is_told_person_by_person() -> None:
    rows = TotalRows()
    rows.show_days([TOTALS, DayTotals(SATURDAY, ((CHEN, PersonTotals(sign_ins=1)),), whole=False)])
    assert titles(rows)[2:] == ["Sign-ins", "Accepted", "Labels printed", "Reprints", "Corrections", "Refusals"]
    assert texts(rows, 0) == ["2026-11-22 Sun", "陈伟", "1", "2", "3", "4", "5", "6"]
    assert texts(rows, 1) == ["2026-11-22 Sun", "Nobody known", *"––––––"]
    assert rows.place(2) == (SATURDAY, CHEN)


def test_a_day_that_does_not_follow_is_marked_and_says_what_to_do() -> None:
    rows = TotalRows()
    rows.show_days([TOTALS, DayTotals(SATURDAY, ((CHEN, PersonTotals()),), whole=False)])
    good, bad = rows.index(0, 0), rows.index(2, 0)
    assert (good.data(ROLE.ForegroundRole), good.data(ROLE.DecorationRole)) == (None, None)
    assert bad.data(ROLE.ForegroundRole) == theme.colour(Token.BAD)
    assert isinstance(bad.data(ROLE.DecorationRole), QIcon)
    assert "verify the record" in bad.data(ROLE.ToolTipRole)
    assert bad.data(ROLE.SizeHintRole) is None


def test_figures_stand_under_their_titles() -> None:
    rows = TotalRows()
    rows.show_days([TOTALS])
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert rows.index(0, 2).data(ROLE.TextAlignmentRole) == right
    assert rows.headerData(2, Qt.Orientation.Horizontal, ROLE.TextAlignmentRole) == right
    assert rows.headerData(0, Qt.Orientation.Horizontal, ROLE.TextAlignmentRole) is None
    assert rows.headerData(0, Qt.Orientation.Vertical) is None


def test_the_rows_are_sound_and_give_nothing_to_drag(qtmodeltester: ModelTester) -> None:
    for rows in (ActRows(), TotalRows()):
        if isinstance(rows, ActRows):
            rows.show_acts((act(), act(n=6)))
        else:
            rows.show_days([TOTALS])
        qtmodeltester.check(rows)
        assert not rows.flags(rows.index(0, 0)) & (Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable)
        assert rows.mimeTypes() == []
        assert (rows.rowCount(rows.index(0, 0)), rows.columnCount(rows.index(0, 0))) == (0, 0)
        assert rows.rowCount(QModelIndex()) == 2
