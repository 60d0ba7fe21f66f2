"""A coded label through the real print system, read back from what the label printer got."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from outlet_app import printing
from outlet_app.paper.label import LAYOUTS, draw_label
from outlet_app.paper.stocks import STOCK_76_130
from tests import print_server
from tests.paper.labels import CODE, CODED, LONGEST_CODE, NUMBER, codes_on, order
from tests.paper.zebra import Bitmap, printed_bitmap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.print_server import PrintServer


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    if (reason := print_server.why_not()) is not None:
        pytest.skip(reason)
    with print_server.running() as running:
        monkeypatch.setenv("CUPS_SERVER", running.address)
        yield running


def _print(server: PrintServer, code: str, number: str) -> Bitmap:
    (printer,) = printing.printers()
    wanted = replace(order(CODED, number=number), code_text=code)
    label = draw_label(wanted, STOCK_76_130, printer.dots_per_mm)
    printing.print_pdf(label.pdf, printer, number, coded=label.coded)
    jobs = len(server.device.jobs)
    server.wait_for(lambda: len(server.device.jobs) > jobs and not server.spooled())
    return printed_bitmap(server.device.jobs[-1])


def _black_runs(bitmap: Bitmap, y_mm: float, left_mm: float, right_mm: float) -> list[int]:
    row = bitmap.row(round(y_mm * 8))[round(left_mm * 8) : round(right_mm * 8)]
    return [len(list(run)) for shade, run in groupby(row) if shade == 0]


def test_a_coded_label_comes_out_of_the_label_printer_with_both_codes_on_whole_dots(server: PrintServer) -> None:
    bitmap = _print(server, CODE, NUMBER)
    image = Image.frombytes("L", (bitmap.width, bitmap.height), bitmap.dots)
    assert (bitmap.width, bitmap.height) == (608, 1039)
    assert codes_on(image) == {NUMBER, CODE}
    frame = layout_76x130.FRAME
    bars = _black_runs(bitmap, layout_76x130.NUMBER.top + 5, frame.left + 1, frame.right - 1)
    assert len(bars) == 40
    assert set(bars) == {3, 6, 9, 12}
    small = _black_runs(bitmap, layout_76x130.CODES.top + 5, frame.left + 22, frame.right - 1)
    assert len(small) == 40
    assert set(small) == {2, 4, 6, 8}
    square = _black_runs(bitmap, layout_76x130.CODES.top + 11, frame.left + 1, frame.left + 21)
    assert all(run % 3 == 0 for run in square)


def test_nothing_of_a_label_stays_in_the_spool(server: PrintServer) -> None:
    _print(server, LONGEST_CODE, "YT1234567890124")
    assert server.spooled() == []
    for path in (server.folder / "spool").rglob("*"):
        left = path.read_bytes() if path.is_file() else b""
        assert b"OA1." not in left
        assert b"%PDF" not in left
        assert "张".encode() not in left


def test_a_job_is_called_by_its_number_and_prints_one_copy(server: PrintServer) -> None:
    _print(server, CODE, NUMBER)
    names = server.ask("get-completed-jobs.test", "job-name")
    assert names == [NUMBER]
    assert len(server.device.jobs) == 1
    assert server.device.jobs[0].count(b"~DGR:") == 1
