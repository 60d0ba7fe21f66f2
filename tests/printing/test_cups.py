"""What CUPS tells of its queues and its spool."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.domain.printer import Printer
from outlet_app.paper.label import draw_label
from outlet_app.paper.stocks import STOCK_76_130
from outlet_app.printing import cups
from tests import print_server
from tests.paper.labels import DPI_203, PLAIN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.print_server import PrintServer

PDF = draw_label(PLAIN, STOCK_76_130, DPI_203).pdf
NOWHERE = "127.0.0.1:9"


def test_a_queue_is_told_with_its_device_its_driver_and_its_resolution(server: PrintServer) -> None:
    (printer,) = printing.printers()
    assert printer == Printer(print_server.QUEUE, server.device.uri, "Zebra ZPL Label Printer", 203 / 25.4)


def test_a_server_may_be_named_by_host_and_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", NOWHERE)
    assert printing.printers() == ()


def test_without_cups_there_are_no_printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printing.printers() == ()


def test_a_printer_that_does_not_tell_its_resolution_is_taken_for_the_usual_one() -> None:
    queue = {
        "printer-name": "Q",
        "device-uri": "usb://Q",
        "printer-make-and-model": "D",
        "printer-is-accepting-jobs": True,
        "printer-state": 3,
    }
    assert cups._queue(queue).printer.dots_per_mm == 8.0
    metric = {"xres": 118, "yres": 118, "units": "dpcm"}
    assert cups._queue(queue | {"printer-resolution-default": metric}).printer.dots_per_mm == 11.8


@pytest.mark.parametrize(
    ("configuration", "keeps"),
    [
        ("", True),
        ("#PreserveJobFiles No\n", True),
        ("PreserveJobFiles 86400\n", True),
        ("Listen x\n  preservejobfiles no\n", False),
        ("PreserveJobFiles No\nPreserveJobFiles Yes\n", True),
    ],
)
def test_a_spool_that_keeps_jobs_is_told(
    configuration: str,
    keeps: bool,  # noqa: FBT001  a table's column
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "cupsd.conf").write_text(configuration)
    monkeypatch.setenv("CUPS_SERVERROOT", str(tmp_path))
    monkeypatch.delenv("CUPS_SERVER", raising=False)
    assert printing.spool_keeps_jobs() is keeps


def test_a_spool_that_cannot_be_asked_is_not_guessed_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVERROOT", str(tmp_path))
    monkeypatch.delenv("CUPS_SERVER", raising=False)
    assert printing.spool_keeps_jobs() is None
    (tmp_path / "cupsd.conf").write_text("PreserveJobFiles No\n")
    monkeypatch.setenv("CUPS_SERVER", "printers.example:631")
    assert printing.spool_keeps_jobs() is None
