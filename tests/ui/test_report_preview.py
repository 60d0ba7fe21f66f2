"""A report's pages on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.paper.sheet import draw_sheet
from outlet_app.paper.sheet_blocks import Sheet, Table
from outlet_app.services.report import Report, ReportKind
from outlet_app.ui.report_preview import ReportPreview

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.tasks import Tasks

ROWS = tuple((str(n),) for n in range(150))
REPORT = Report(ReportKind.EVIDENCE, "x", draw_sheet(Sheet("x", "", (Table(("序号",), ROWS, (20,)),))))


@pytest.fixture
def preview(tasks: Tasks, speaking: QApplication, qtbot: QtBot) -> ReportPreview:
    assert speaking
    shown = ReportPreview(tasks)
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_the_pages_are_shown_and_turned_by_keys_and_no_further_than_they_go(
    preview: ReportPreview, tasks: Tasks, qtbot: QtBot
) -> None:
    assert preview.paper.image is None
    preview.show_report(REPORT)
    qtbot.waitUntil(lambda: preview.paper.image is not None)
    first = preview.paper.image
    assert preview.place.text() == "Page 1 of 3"
    for place in (1, 2, 2):
        QTest.keyClick(preview, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(tasks.is_idle)
        assert preview.page == place
    assert preview.paper.image != first
    QTest.keyClick(preview, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert preview.page == 1
    qtbot.waitUntil(tasks.is_idle)


def test_a_page_fits_the_width_and_is_scrolled_down(preview: ReportPreview, tasks: Tasks, qtbot: QtBot) -> None:
    preview.show_report(REPORT)
    qtbot.waitUntil(tasks.is_idle)
    assert preview.paper.height() > preview.ground.height()
    assert preview.paper.width() <= preview.ground.width()
    assert preview.ground.verticalScrollBar().maximum() > 0


def test_what_is_cleared_while_it_is_drawn_is_not_shown(preview: ReportPreview, tasks: Tasks, qtbot: QtBot) -> None:
    preview.show_report(REPORT)
    preview.clear()
    qtbot.waitUntil(tasks.is_idle)
    assert preview.paper.image is None
    assert preview.place.text() == ""
