"""Tests of what a file would bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from outlet_app.ui.file_preview import MOST_LINES, FilePreview

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def preview(qtbot: QtBot, speaking: object) -> FilePreview:
    del speaking
    made = FilePreview()
    qtbot.addWidget(made)
    return made


def test_nothing_is_shown_until_there_is_a_file(preview: FilePreview) -> None:
    assert preview.isHidden()


def test_what_is_good_can_be_taken_and_what_is_not_is_said_row_by_row(preview: FilePreview, qtbot: QtBot) -> None:
    preview.show_file("t.csv", "3 rows", "Take", ["Row 2: bad"], 1)
    assert (preview.heading.text(), preview.good.text(), preview.faults.text()) == ("t.csv", "3 rows", "Row 2: bad")
    with qtbot.waitSignal(preview.taken):
        preview.take.click()
    with qtbot.waitSignal(preview.left):
        preview.leave.click()


def test_a_file_without_anything_good_cannot_be_taken(preview: FilePreview) -> None:
    preview.show_file("t.csv", "", "Take", [], 0)
    assert not preview.take.isEnabled()
    assert preview.good.text() == "Nothing in this file can be taken."
    assert not preview.faults.isVisible()


def test_of_many_faults_the_first_are_told_and_the_others_counted(preview: FilePreview) -> None:
    preview.show_file("t.csv", "1", "Take", [f"Row {row}" for row in range(MOST_LINES + 3)], 500)
    lines = preview.faults.text().splitlines()
    assert len(lines) == MOST_LINES + 1
    assert lines[-1] == f"… and {500 - MOST_LINES} more rows that are left out"


def test_in_a_page_that_scrolls_it_comes_into_sight(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    page, area, preview = QWidget(), QScrollArea(), FilePreview()
    qtbot.addWidget(area)
    column = QVBoxLayout(page)
    above = QWidget()
    above.setFixedHeight(600)
    column.addWidget(above)
    column.addWidget(preview)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(500, 300)
    area.show()
    preview.show_file("t.csv", "3 rows", "Take", ["Row 2: bad"], 1)

    def is_seen() -> bool:
        return not preview.take.visibleRegion().isEmpty() and not preview.heading.visibleRegion().isEmpty()

    qtbot.waitUntil(is_seen)
