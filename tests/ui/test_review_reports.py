"""The reports page over a real record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app import printing
from outlet_app.services.report import ReportKind
from outlet_app.ui import prompts
from outlet_app.ui.review_reports import ReviewReports
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "tray"
    folder.mkdir()
    monkeypatch.setattr(printing, "printers", lambda: (printing.tray(folder),))
    return folder


@pytest.fixture
def page(owner: Services, tray: Path, tasks: Tasks, qtbot: QtBot, speaking: QApplication) -> ReviewReports:
    assert speaking
    assert tray
    shown = ReviewReports(owner.reports, owner.review, tasks)
    qtbot.addWidget(shown)
    shown.resize(1198, 600)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.waitUntil(lambda: shown.make.isEnabled() and tasks.is_idle(), timeout=LONG_MS)
    shown.setFocus()
    return shown


def make(page: ReviewReports, kind: ReportKind, tasks: Tasks, qtbot: QtBot) -> None:
    page.kind.choose(kind.value)
    QTest.keyClick(page.kind, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not page._run.is_running and tasks.is_idle(), timeout=LONG_MS)


def test_a_day_sheet_is_made_seen_printed_and_saved_by_keys(
    page: ReviewReports, tray: Path, tmp_path: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    told: list[str] = []
    page.message.connect(lambda _, words: told.append(words))
    make(page, ReportKind.DAY_SHEET, tasks, qtbot)
    assert page.preview.paper.image is not None
    assert page.print.hasFocus()
    QTest.keyClick(page.print, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert [path.suffix for path in tray.iterdir()] == [".pdf"]
    folder = tmp_path / "reports"
    folder.mkdir()
    prompts.answer_next(folder)
    QTest.keyClick(page.print, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == f"Saved in {folder}."
    assert [path.suffix for path in folder.iterdir()] == [".pdf"]


def test_an_evidence_report_is_saved_with_its_part_of_the_record(
    page: ReviewReports, tmp_path: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    make(page, ReportKind.EVIDENCE, tasks, qtbot)
    prompts.answer_next(tmp_path)
    page.save.click()
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("evidence-*"))) == 2)
    assert {path.suffix for path in tmp_path.glob("evidence-*")} == {".pdf", ".record"}


def test_an_incident_form_that_lacks_something_says_so_and_keeps_what_is_typed(
    page: ReviewReports, tasks: Tasks, qtbot: QtBot
) -> None:
    page.kind.choose(ReportKind.INCIDENT.value)
    page.incident.texts["cause"].setPlainText("a lent login")
    make(page, ReportKind.INCIDENT, tasks, qtbot)
    assert page.incident._faults["discovered"].isVisible()
    assert page.incident.texts["cause"].toPlainText() == "a lent login"
    assert not page.save.isEnabled()


def test_what_is_done_with_a_report_stays_in_sight_while_a_long_form_is_filled_in(
    page: ReviewReports, tasks: Tasks, qtbot: QtBot
) -> None:
    page.kind.choose(ReportKind.INCIDENT.value)
    page.incident.texts["contact"].setFocus()
    qtbot.waitUntil(lambda: page.ground.verticalScrollBar().maximum() > 0)
    make(page, ReportKind.INCIDENT, tasks, qtbot)
    for part in (page.make, page.print, page.save, page.incident.discovered):
        assert not part.visibleRegion().isEmpty()
    assert page.preview.empty.isVisible()
    assert not page.preview.ground.isVisible()


def test_totals_have_no_pages_and_are_saved(page: ReviewReports, tmp_path: Path, tasks: Tasks, qtbot: QtBot) -> None:
    make(page, ReportKind.TOTALS, tasks, qtbot)
    assert not page.print.isEnabled()
    assert page.preview.empty.text().startswith("The table is made.")
    prompts.answer_next(tmp_path)
    page.save.click()
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("totals-*.csv"))))
    assert list(tmp_path.glob("totals-*.pdf")) == []


def test_a_span_that_goes_backwards_is_told_beside_its_days(page: ReviewReports, tasks: Tasks, qtbot: QtBot) -> None:
    page.kind.choose(ReportKind.TOTALS.value)
    if page.last.count() < 2:
        pytest.fail("the made-up outlet has one day only")
    page.last.setCurrentIndex(1)
    make(page, ReportKind.TOTALS, tasks, qtbot)
    assert page.fault.text().startswith("The first day comes before the last")
    assert page.fault.isVisible()


def test_what_was_made_is_gone_when_something_else_is_chosen(page: ReviewReports, tasks: Tasks, qtbot: QtBot) -> None:
    make(page, ReportKind.DAY_SHEET, tasks, qtbot)
    assert page.save.isEnabled()
    page.kind.choose(ReportKind.EVIDENCE.value)
    assert not page.save.isEnabled()
    assert page.preview.paper.image is None


def test_a_making_is_stopped_and_the_wish_to_print_is_kept(
    page: ReviewReports, owner: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    page.make.click()
    page.stop.click()
    qtbot.waitUntil(tasks.is_idle)
    assert not page.save.isEnabled()
    page.prints_itself.click()
    qtbot.waitUntil(tasks.is_idle)
    assert not owner.reports.prints_itself()
