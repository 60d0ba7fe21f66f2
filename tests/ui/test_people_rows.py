"""Who did how much, beside what is usual."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from outlet_app.domain.behaviour import Measure
from outlet_app.services.flag_desk import PersonRow
from outlet_app.ui.people_rows import SHOWN, PeopleRows

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

COUNTS = dict.fromkeys(Measure, 0) | {Measure.LOOK_UPS: 12, Measure.REVEALS: 2}
USUAL = dict.fromkeys(Measure, 0.0) | {Measure.LOOK_UPS: 4.0, Measure.ACCEPTED: 2.5}
ROW = PersonRow(b"c" * 16, "陈伟", COUNTS, USUAL)


def test_each_figure_stands_beside_what_is_usual_and_twice_as_much_stands_out(speaking: QApplication) -> None:
    assert speaking
    rows = PeopleRows()
    rows.show_people((ROW,))
    shown = {measure: rows.index(0, place) for place, measure in enumerate(SHOWN, start=1)}
    assert rows.index(0, 0).data() == "陈伟"
    assert shown[Measure.LOOK_UPS].data() == "12 · 4"
    assert shown[Measure.ACCEPTED].data() == "– · 2.5"
    assert shown[Measure.LOOK_UPS].data(Qt.ItemDataRole.ToolTipRole) == "12, usually 4"
    loud = [each for each in SHOWN if isinstance(shown[each].data(Qt.ItemDataRole.FontRole), QFont)]
    assert loud == [Measure.LOOK_UPS]  # two reveals are no cause, however few are usual
    assert [each for each in SHOWN if shown[each].data(Qt.ItemDataRole.ForegroundRole)] == loud


def test_what_is_usual_for_everybody_stands_in_brackets_beside_somebody_new(speaking: QApplication) -> None:
    assert speaking
    rows = PeopleRows()
    rows.show_people((replace(ROW, is_own=False),))
    cell = rows.index(0, 1 + SHOWN.index(Measure.LOOK_UPS))
    assert cell.data() == "12 · (4)"
    assert cell.data(Qt.ItemDataRole.ToolTipRole).startswith("12; everybody's usual is 4: 陈伟")


def test_heads_name_the_measures_and_nothing_can_be_taken_out(speaking: QApplication) -> None:
    assert speaking
    rows = PeopleRows()
    rows.show_people((ROW,))
    across = Qt.Orientation.Horizontal
    heads = [rows.headerData(place, across) for place in range(rows.columnCount())]
    assert heads[0] == "Person"
    assert len(set(heads)) == 1 + len(SHOWN)
    assert rows.mimeTypes() == []
    assert not rows.flags(rows.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
