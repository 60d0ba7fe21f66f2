"""Card and sheet go to paper only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app import printing
from outlet_app.domain.printer import Printer
from outlet_app.ui.secret_print import SecretPrint
from tests.outlets import LABEL_PRINTER

if TYPE_CHECKING:
    import pytest
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.tasks import Tasks

FILES = Printer("PDF", "cups-pdf:/", "Generic CUPS-PDF Printer")


def test_only_printers_that_make_no_files_are_offered(
    speaking: QApplication, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert speaking
    row = SecretPrint(("76x130", "100x150"), tasks)
    qtbot.addWidget(row)
    monkeypatch.setattr(printing, "printers", lambda: (FILES,))
    row.look()
    qtbot.waitUntil(lambda: "No printer" in row.none.text())
    assert row.button.isHidden()
    monkeypatch.setattr(printing, "printers", lambda: (FILES, LABEL_PRINTER))
    row.look()
    qtbot.waitUntil(lambda: not row.button.isHidden())
    assert [row.printer.itemText(place) for place in range(row.printer.count())] == [LABEL_PRINTER.name]
    row.stock.choose("100x150")
    with qtbot.waitSignal(row.asked) as asked:
        row.button.click()
    assert asked.args == [LABEL_PRINTER, "100x150"]
