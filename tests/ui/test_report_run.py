"""A report on its way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.domain.incident import IncidentDraft
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.errors import FileReadOnly, InvalidDraft, NotPermitted, PrinterUnavailable
from outlet_app.services.entrance import wall_clock
from outlet_app.services.report import Report, ReportKind
from outlet_app.ui.report_run import ReportRun
from tests.outlets import LABEL_PRINTER
from tests.paper.labels import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks

FORMER = date(2026, 1, 5)


@pytest.fixture
def run(owner: Services, tasks: Tasks, speaking: QApplication) -> Iterator[ReportRun]:
    assert speaking
    made = ReportRun(owner.reports, tasks)
    yield made
    made.deleteLater()


def test_a_day_sheet_is_made_in_chinese_after_the_record_was_recomputed(run: ReportRun, qtbot: QtBot) -> None:
    went: list[tuple[int, int]] = []
    run.gone_on.connect(lambda done, every: went.append((done, every)))
    with qtbot.waitSignal(run.made) as heard:
        run.day_sheet(outlet_day(wall_clock()))
        assert run.is_running
    assert not run.is_running
    (report,) = heard.args
    assert report.kind is ReportKind.DAY_SHEET
    assert any("操作记录已从头重新计算" in line for line in text_of(report.pages))
    assert went[0][0] == 0
    assert went[-1][0] == went[-1][1] > 0


def test_what_was_stopped_ends_unheard_and_the_next_one_is_heard(run: ReportRun, tasks: Tasks, qtbot: QtBot) -> None:
    heard: list[Report] = []
    run.made.connect(heard.append)
    run.day_sheet(FORMER)
    run.stop()
    qtbot.waitUntil(tasks.is_idle)
    assert heard == []
    run.day_sheet(FORMER)
    with qtbot.waitSignal(run.made):
        run.day_sheet(date(2026, 1, 6))
    qtbot.waitUntil(tasks.is_idle)
    assert [report.name for report in heard] == ["day-sheet-2026-01-06"]


def test_a_report_that_is_refused_says_why(run: ReportRun, qtbot: QtBot) -> None:
    def refuse() -> Report:
        raise NotPermitted

    with qtbot.waitSignal(run.failed) as heard:
        run.make(refuse)
    assert isinstance(heard.args[0], NotPermitted)
    assert not run.is_running


def test_every_part_of_a_report_is_saved_under_its_name(run: ReportRun, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    with qtbot.waitSignal(run.saved):
        run.save(Report(ReportKind.EVIDENCE, "evidence-x", b"%PDF", b"", b"{}"), folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "evidence-x.pdf": b"%PDF",
        "evidence-x.record": b"{}",
    }


def test_a_folder_that_takes_nothing_is_told(run: ReportRun, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with qtbot.waitSignal(run.failed) as heard:
        run.save(Report(ReportKind.DAY_SHEET, "x", b"%PDF"), tmp_path / "file")
    assert isinstance(heard.args[0], FileReadOnly)


def test_a_report_goes_to_a_printer_or_the_printers_absence_is_told(
    run: ReportRun, qtbot: QtBot, tmp_path: Path
) -> None:
    report = Report(ReportKind.DAY_SHEET, "day-sheet-2026-11-22", b"%PDF-1.3")
    tray = printing.tray(tmp_path)
    with qtbot.waitSignal(run.sent) as heard:
        run.print(report, tray)
    assert heard.args == [tray.name]
    assert (tmp_path / "day-sheet-2026-11-22.pdf").read_bytes() == b"%PDF-1.3"
    with qtbot.waitSignal(run.failed) as failed:
        run.print(report, LABEL_PRINTER)
    assert isinstance(failed.args[0], PrinterUnavailable)


def test_an_evidence_report_comes_with_its_part_of_the_record_drawn_on_the_other_lane(
    run: ReportRun, owner: Services, qtbot: QtBot
) -> None:
    day = outlet_day(wall_clock())
    with qtbot.waitSignal(run.made, timeout=20_000) as heard:
        run.evidence(owner.session.account.account_id, day, day)
    (report,) = heard.args
    assert report.kind is ReportKind.EVIDENCE
    assert report.pages
    assert b"record-segment" in report.segment
    assert not run.is_running


def test_totals_and_an_incident_form_are_made_and_a_form_that_lacks_something_is_refused(
    run: ReportRun, qtbot: QtBot
) -> None:
    day = outlet_day(wall_clock())
    with qtbot.waitSignal(run.made) as heard:
        run.totals(day, day)
    assert heard.args[0].table
    with qtbot.waitSignal(run.failed) as refused:
        run.incident(IncidentDraft(), day, day)
    assert isinstance(refused.args[0], InvalidDraft)
