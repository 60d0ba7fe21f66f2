"""A coded label through the real print system, read back from what the label printer got."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from outlet_app import printing
from outlet_app.paper.label import LAYOUTS, draw_label
from outlet_app.paper.shelf_label import draw_shelf_label
from outlet_app.paper.stocks import STOCK_60_40, STOCK_76_130, STOCK_100_150
from tests import print_server
from tests.paper.labels import CODE, CODED, LONGEST_CODE, NUMBER, codes_on, order
from tests.paper.test_shelf_label import LABEL as SHELF_LABEL
from tests.paper.zebra import Bitmap, printed_bitmap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.paper.stocks import Stock
    from tests.print_server import PrintServer


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    if (reason := print_server.why_not()) is not None:
        pytest.skip(reason)
    with print_server.running() as running:
        monkeypatch.setenv("CUPS_SERVER", running.address)
        yield running


def _print(server: PrintServer, code: str, number: str, stock: Stock = STOCK_76_130) -> Bitmap:
    (printer,) = printing.printers()
    wanted = replace(order(CODED, number=number), code_text=code)
    label = draw_label(wanted, stock, printer.dots_per_mm)
    printing.print_pdf(label.pdf, printer, number, coded=label.coded)
    jobs = len(server.device.jobs)
    server.wait_for(lambda: len(server.device.jobs) > jobs and not server.spooled())
    return printed_bitmap(server.device.jobs[-1])


def _black_runs(bitmap: Bitmap, y_mm: float, left_mm: float, right_mm: float) -> list[int]:
    row = bitmap.row(round(y_mm * 8))[round(left_mm * 8) : round(right_mm * 8)]
    return [len(list(run)) for shade, run in groupby(row) if shade == 0]


@pytest.mark.parametrize(
    ("stock", "size", "module", "small"),
    [(STOCK_76_130, (608, 1039), 3, 2), (STOCK_100_150, (800, 1199), 4, 3)],
    ids=["76x130", "100x150"],
)
def test_a_coded_label_comes_out_of_the_label_printer_with_both_codes_on_whole_dots(
    server: PrintServer, stock: Stock, size: tuple[int, int], module: int, small: int
) -> None:
    bitmap = _print(server, CODE, NUMBER, stock)
    image = Image.frombytes("L", (bitmap.width, bitmap.height), bitmap.dots)
    assert (bitmap.width, bitmap.height) == size
    assert codes_on(image) == {NUMBER, CODE}
    layout = LAYOUTS[stock]
    for zone, dots in ((layout.bars, module), (layout.codes.beside, small)):
        bars = _black_runs(bitmap, zone.top + 5, zone.left + 1, zone.right - 1)
        assert len(bars) == 40
        assert set(bars) == {dots, 2 * dots, 3 * dots, 4 * dots}
    place = layout.codes.square
    square = _black_runs(bitmap, place.top + place.height / 2, place.left + 1, place.right - 0.5)
    assert square
    assert all(run % module == 0 for run in square)


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


def test_a_shelf_label_comes_out_whole_with_bars_on_whole_dots(server: PrintServer) -> None:
    (printer,) = printing.printers()
    pdf = draw_shelf_label(SHELF_LABEL, STOCK_60_40, printer.dots_per_mm)
    printing.print_pdf(pdf, printer, SHELF_LABEL.number, coded=False)
    server.wait_for(lambda: bool(server.device.jobs) and not server.spooled())
    bitmap = printed_bitmap(server.device.jobs[-1])
    assert (bitmap.width, bitmap.height) == (480, 320)
    assert codes_on(Image.frombytes("L", (bitmap.width, bitmap.height), bitmap.dots)) == {SHELF_LABEL.number}
    bars = _black_runs(bitmap, 31, 3, 57)
    assert len(bars) > 20
    assert set(bars) <= {2, 4, 6, 8}
