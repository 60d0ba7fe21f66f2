"""Printers, number ranges, and the end of the first day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from outlet_app import printing
from outlet_app.domain.printer import Printer
from tests.outlets import LABEL_PRINTER

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.ui.newcomer import Newcomer

FILES = Printer("PDF", "cups-pdf:/", "Generic CUPS-PDF Printer")


def test_what_makes_files_cannot_be_ticked_and_the_reason_stands_there(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printers", lambda: (LABEL_PRINTER, FILES))
    newcomer.to_printers()
    page = newcomer.wizard.printers
    assert set(page.ticks) == {LABEL_PRINTER}
    shown = newcomer.shown(page)
    assert "cannot be approved" in shown
    assert FILES.uri in shown
    assert LABEL_PRINTER.driver in shown


def test_a_printer_is_tried_before_it_is_approved(
    newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder, gone = printing.folder_printer(tmp_path), printing.folder_printer(tmp_path / "gone")
    monkeypatch.setattr(printing, "printers", lambda: (folder, gone))
    newcomer.to_printers()
    page = newcomer.wizard.printers
    newcomer.qtbot.mouseClick(page.trials[folder], Qt.MouseButton.LeftButton)
    newcomer.settle()
    assert (tmp_path / "TEST.pdf").is_file()
    assert page.news.text() == f"{folder.name} has printed it"
    page.trials[gone].click()
    newcomer.settle()
    assert "does not answer" in page.fault.text()
    assert newcomer.is_at(page)


def test_a_range_that_is_none_or_is_there_already_is_told_and_none_can_be_skipped(newcomer: Newcomer) -> None:
    newcomer.to_numbers()
    page = newcomer.wizard.numbers
    assert newcomer.wizard.next.text() == "Skip"
    for first, last, told in (
        ("YT8800000001000", "YT8800000000001", "must be alike"),
        ("YT8800000000001", "YT8800000001000", ""),
        ("YT8800000000500", "YT8800000002000", "already in use"),
    ):
        page.first.put(first)
        page.last.put(last)
        newcomer.wizard.next.click()
        newcomer.settle()
        assert told in page.fault.text()
        assert newcomer.is_at(page)
    assert "1000 numbers ready" in page.entered.text()
    page.first.put("")
    page.last.put("")
    newcomer.wizard.next.click()
    assert newcomer.is_at(newcomer.wizard.done)
    assert "no backups" in newcomer.wizard.done.missing.text()
