"""Notes of a form's row: where they stand, that they do not overlap, and their other readings."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.ui.form_row import CutLabel, FormRow, Note, Severity
from outlet_app.ui.inputs import TextInput

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = Note(Severity.FAULT, "This does not look like a number of this carrier. Check it.")
DOUBT = Note(Severity.DOUBT, "Can be read in several ways.", ("北京市朝阳区", "吉林省长春市朝阳区"))


@pytest.fixture
def row(qtbot: QtBot, speaking: object) -> FormRow:
    assert speaking
    made = FormRow()
    made.fields = [TextInput() for _ in range(6)]
    for field, stretch in zip(made.fields, (8, 4, 5, 5, 5, 6), strict=True):
        made.add(field, stretch)
    made.name("a", "b", "c", "d", "e", "f")
    qtbot.addWidget(made)
    made.resize(667, 90)
    made.show()
    qtbot.waitExposed(made)
    return made


def settle(row: FormRow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: all(line.isVisible() for line in row._lines))


@pytest.mark.parametrize("noted", [(0,), (5,), (0, 5), (0, 4, 5), (1, 2, 3, 4, 5), (3, 5)])
def test_notes_stand_under_their_inputs_and_never_on_each_other(
    row: FormRow, qtbot: QtBot, noted: tuple[int, ...]
) -> None:
    row.show_notes({row.fields[place]: LONG for place in noted})
    settle(row, qtbot)
    lines = sorted(row._lines, key=lambda line: line.x())
    assert len(lines) == len(noted)
    for left, right in itertools.pairwise(lines):
        assert left.geometry().right() < right.x()
    for line in lines:
        assert line.y() > line.field.geometry().bottom()
        assert line.geometry().left() <= line.field.geometry().left()
        assert line.geometry().right() >= line.field.geometry().right()


def test_the_last_narrow_input_has_room_for_its_note(row: FormRow, qtbot: QtBot) -> None:
    row.show_notes({row.fields[5]: Note(Severity.FAULT, "This is not an amount. Type yuan.")})
    settle(row, qtbot)
    assert row._lines[0].sentence.text() == "This is not an amount. Type yuan."


def test_rows_in_one_line_share_it_as_their_inputs_do_and_stand_level(row: FormRow, qtbot: QtBot) -> None:
    large = TextInput(figure=True)
    qtbot.addWidget(large)
    before = row.sizeHint().height()
    row.keep_height(large)
    assert row.sizeHint().height() - before == max(0, large.sizeHint().height() - TextInput().sizeHint().height())
    shares = row.stretch()
    row.add(large, 5)
    assert row.stretch() == shares + 5


def test_a_note_marks_its_input_and_goes_with_it(row: FormRow) -> None:
    row.show_notes({row.fields[0]: LONG, row.fields[1]: DOUBT})
    assert (row.fields[0].property("fault"), row.fields[0].property("doubt")) == (True, False)
    assert (row.fields[1].property("fault"), row.fields[1].property("doubt")) == (False, True)
    row.show_notes({})
    assert row._lines == []
    assert (row.fields[0].property("fault"), row.fields[1].property("doubt")) == (False, False)


def test_a_note_that_stays_is_not_made_anew(row: FormRow) -> None:
    row.show_notes({row.fields[0]: LONG})
    line = row._lines[0]
    row.show_notes({row.fields[0]: LONG})
    assert row._lines[0] is line


def test_a_reading_is_taken_by_click_or_by_its_place(row: FormRow, qtbot: QtBot) -> None:
    row.show_notes({row.fields[0]: DOUBT})
    line = row.offers()[0]
    with qtbot.waitSignal(row.reading_chosen) as chosen:
        QTest.mouseClick(line.readings[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [row.fields[0], "吉林省长春市朝阳区"]
    with qtbot.waitSignal(row.reading_chosen) as chosen:
        line.take(0)
    assert chosen.args == [row.fields[0], "北京市朝阳区"]
    with qtbot.assertNotEmitted(row.reading_chosen):
        line.take(2)
    assert [button.accessibleName() for button in line.readings] == list(DOUBT.readings)


def test_a_long_reading_is_cut_on_its_button_and_whole_in_its_tip(row: FormRow) -> None:
    whole = "新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿图什市"
    row.show_notes({row.fields[0]: Note(Severity.DOUBT, "?", (whole,))})
    button = row.offers()[0].readings[0]
    assert button.text().endswith("…")
    assert whole in button.toolTip()


@pytest.mark.parametrize("noted", [(0,), (5,), (0, 5), (0, 4, 5), (1, 2, 3, 4, 5), (3, 5)])
def test_without_a_line_of_their_own_notes_stand_over_the_captions_and_nothing_moves(
    row: FormRow, qtbot: QtBot, noted: tuple[int, ...]
) -> None:
    row.keep_room(for_notes=False)
    row.layout().activate()
    height, places = row.sizeHint().height(), [field.geometry() for field in row.fields]
    row.show_notes({row.fields[place]: DOUBT for place in noted})
    settle(row, qtbot)
    row.layout().activate()
    assert row.sizeHint().height() == height
    assert [field.geometry() for field in row.fields] == places
    lines = sorted(row._lines, key=lambda line: line.x())
    assert len(lines) == len(noted)
    for left, right in itertools.pairwise(lines):
        assert left.geometry().right() < right.x()
    assert all(line.geometry().bottom() < line.field.y() for line in lines)


def test_a_note_over_captions_leaves_its_own_inputs_caption_to_be_read(row: FormRow, qtbot: QtBot) -> None:
    row.keep_room(for_notes=False)
    row.show_notes({row.fields[0]: LONG, row.fields[5]: LONG})
    settle(row, qtbot)
    first, last = row._lines
    captions = row._captions
    assert first.x() + first.icon.x() >= captions[0].x() + captions[0].sizeHint().width()
    assert last.geometry().right() < captions[5].x()


def test_notes_follow_when_their_line_comes_or_goes(row: FormRow, qtbot: QtBot) -> None:
    row.show_notes({row.fields[0]: LONG})
    settle(row, qtbot)
    row.keep_room(for_notes=False)
    settle(row, qtbot)
    row.layout().activate()
    assert row._lines[0].y() < row.fields[0].y()
    row.keep_room(for_notes=True)
    settle(row, qtbot)
    row.layout().activate()
    assert row._lines[0].y() > row.fields[0].y()


def test_a_row_may_keep_room_for_notes_or_not(row: FormRow) -> None:
    with_room = row.sizeHint().height()
    row.keep_room(for_notes=False)
    assert row.sizeHint().height() < with_room


def test_a_label_that_does_not_fit_is_cut_and_told_as_a_tip(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    label = CutLabel("浙江省杭州市余杭区文一西路")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole() == "浙江省杭州市余杭区文一西路"
    label.resize(600, 20)
    assert (label.text(), label.toolTip()) == (label.whole(), "")
