"""Printers of this machine, jobs, folders, pictures."""

from __future__ import annotations

import io
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen.canvas import Canvas

from outlet_app import printing
from outlet_app.printing import cups
from outlet_app.domain.printer import Printer
from outlet_app.errors import PrinterNotApproved, PrinterUnavailable
from outlet_app.paper.label import draw_label, draw_labels
from outlet_app.paper.stocks import STOCK_76_130
from tests import print_server
from tests.paper.labels import CODED, DPI_203, DPI_300, NUMBER, PLAIN, codes_on, order, picture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.print_server import PrintServer

PDF = draw_label(PLAIN, STOCK_76_130, DPI_203).pdf
NOWHERE = "127.0.0.1:9"


@pytest.fixture(scope="module")
def started() -> Iterator[PrintServer]:
    if (reason := print_server.why_not()) is not None:
        pytest.skip(reason)
    with print_server.running() as server:
        yield server


@pytest.fixture
def server(started: PrintServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    monkeypatch.setenv("CUPS_SERVER", started.address)
    yield started
    started.point_to(started.device.uri)


def test_a_queue_is_told_with_its_device_its_driver_and_its_resolution(server: PrintServer) -> None:
    (printer,) = printing.printers()
    assert printer == Printer(print_server.QUEUE, server.device.uri, "Zebra ZPL Label Printer", 203 / 25.4)


def test_a_persons_own_options_do_not_change_what_a_queue_is(server: PrintServer, tmp_path: Path) -> None:
    (tmp_path / ".cups").mkdir()
    line = f"Dest {print_server.QUEUE} device-uri=socket://elsewhere printer-make-and-model=Other copies=3\n"
    (tmp_path / ".cups" / "lpoptions").write_text(line)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("HOME", str(tmp_path))
        (printer,) = printing.printers()
        jobs = len(server.device.jobs)
        printing.print_pdf(PDF, printer, NUMBER, coded=False)
    server.wait_for(lambda: len(server.device.jobs) > jobs and not server.spooled())
    assert printer.uri == server.device.uri
    assert server.device.jobs[-1].count(b"~DGR:") == 1
    assert b"^PQ1," in server.device.jobs[-1] or b"^PQ" not in server.device.jobs[-1]


def test_nothing_of_a_job_is_left_in_the_temporary_folder(
    server: PrintServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (printer,) = printing.printers()
    jobs = len(server.device.jobs)
    printing.print_pdf(PDF, printer, NUMBER, coded=False)
    assert list(tmp_path.iterdir()) == []
    server.wait_for(lambda: len(server.device.jobs) > jobs)


@pytest.mark.parametrize("change", [{"uri": "socket://127.0.0.1:1"}, {"driver": "Zebra EPL2 Label Printer"}])
def test_a_queue_that_is_no_longer_what_was_approved_gets_no_job(server: PrintServer, change: dict[str, str]) -> None:
    (now,) = printing.printers()
    with pytest.raises(PrinterNotApproved) as refused:
        printing.print_pdf(PDF, replace(now, **change), NUMBER, coded=True)
    assert refused.value.printer == print_server.QUEUE
    assert server.spooled() == []


def test_a_queue_that_was_pointed_elsewhere_gets_no_job(server: PrintServer) -> None:
    (approved,) = printing.printers()
    server.point_to("socket://127.0.0.1:1")
    with pytest.raises(PrinterNotApproved):
        printing.print_pdf(PDF, approved, NUMBER, coded=True)


@pytest.mark.parametrize(("stop", "start"), [("cupsdisable", "cupsenable"), ("cupsreject", "cupsaccept")])
def test_a_stopped_queue_gets_no_job_to_keep(server: PrintServer, stop: str, start: str) -> None:
    (printer,) = printing.printers()
    server.run(stop, print_server.QUEUE)
    try:
        with pytest.raises(PrinterUnavailable) as refused:
            printing.print_pdf(PDF, printer, NUMBER, coded=False)
    finally:
        server.run(start, print_server.QUEUE)
    assert refused.value.printer == print_server.QUEUE
    assert server.spooled() == []


def test_a_queue_that_is_gone_is_unavailable(server: PrintServer) -> None:
    gone = Printer("Elsewhere", server.device.uri, "Zebra ZPL Label Printer")
    with pytest.raises(PrinterUnavailable):
        printing.print_pdf(PDF, gone, NUMBER, coded=False)


def test_a_spooler_that_takes_no_document_is_unavailable(
    server: PrintServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (printer,) = printing.printers()
    (tmp_path / "ipptool").symlink_to("/usr/bin/ipptool")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PrinterUnavailable):
        printing.print_pdf(PDF, printer, NUMBER, coded=False)
    (tmp_path / "lp").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "lp").chmod(0o700)
    with pytest.raises(PrinterUnavailable):
        printing.print_pdf(PDF, printer, NUMBER, coded=False)
    assert server.spooled() == []


def test_a_server_may_be_named_by_host_and_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", NOWHERE)
    assert printing.printers() == ()


def test_without_cups_there_are_no_printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printing.printers() == ()


@pytest.mark.parametrize("name", ["", "张三", "YT1 -o raw", "../YT1", "YT1\n", "A" * 41])
def test_a_job_has_no_other_name_than_a_number(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="waybill number"):
        printing.print_pdf(PDF, printing.folder_printer(tmp_path), name, coded=False)


def test_a_folder_gets_the_label_without_code_readable_by_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "面单 #1?"
    folder.mkdir()
    printing.print_pdf(PDF, printing.folder_printer(folder), NUMBER, coded=False)
    (file,) = folder.iterdir()
    assert file.name == f"{NUMBER}.pdf"
    assert file.read_bytes() == PDF
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_folder_never_gets_a_coded_label(tmp_path: Path) -> None:
    coded = draw_label(CODED, STOCK_76_130, DPI_203)
    with pytest.raises(PrinterNotApproved):
        printing.print_pdf(coded.pdf, printing.folder_printer(tmp_path), NUMBER, coded=coded.coded)
    with pytest.raises(PrinterNotApproved):
        printing.print_pdf(coded.pdf, printing.folder_printer(tmp_path), NUMBER)
    assert list(tmp_path.iterdir()) == []


def test_a_tray_of_the_demo_takes_coded_labels(tmp_path: Path) -> None:
    tray = printing.tray(tmp_path)
    assert printing.is_tray(tray)
    assert not printing.is_tray(printing.folder_printer(tmp_path))
    printing.print_pdf(PDF, tray, NUMBER, coded=True)
    assert (tmp_path / f"{NUMBER}.pdf").read_bytes() == PDF


@pytest.mark.parametrize(
    "uri", ["cups-pdf:/", "file:///tmp/x", "beh:/1/3/5/socket://h", "cups-brf:/", "file-folder:/x"]
)
def test_a_queue_that_makes_files_is_known(uri: str) -> None:
    printer = Printer("Queue", uri, "Driver")
    assert printer.makes_files
    with pytest.raises(PrinterNotApproved):
        printing.print_pdf(PDF, printer, NUMBER, coded=True)


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


def test_a_label_printer_does_not_make_files() -> None:
    assert not Printer("Zebra", "usb://Zebra/ZD421", "Zebra ZPL Label Printer").makes_files


def test_a_folder_that_is_gone_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(PrinterUnavailable):
        printing.print_pdf(PDF, printing.folder_printer(tmp_path / "gone"), NUMBER, coded=False)


def test_a_name_that_is_taken_by_a_folder_is_unavailable_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / f"{NUMBER}.pdf").mkdir()
    with pytest.raises(PrinterUnavailable):
        printing.print_pdf(PDF, printing.folder_printer(tmp_path), NUMBER, coded=False)
    assert [path.name for path in tmp_path.iterdir()] == [f"{NUMBER}.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes on Windows")
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    program = (
        "import sys, resource, signal, pathlib\n"
        "from outlet_app import printing\n"
        "from outlet_app.errors import DiskFull\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        "    printing.print_pdf(b'%' * 5000, printing.folder_printer(pathlib.Path(sys.argv[1])), 'YT1', coded=False)\n"
        "except DiskFull as full:\n"
        "    print(full.path.name)\n"
    )
    told = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "YT1.pdf"
    assert list(tmp_path.iterdir()) == []


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


@pytest.mark.parametrize(
    ("dots_per_mm", "size"),
    [(DPI_203, (608, 1040)), (DPI_300, (898, 1536)), (3.3, (251, 429)), (203 / 25.4, (608, 1039))],
)
def test_a_picture_has_the_dots_of_its_page(dots_per_mm: float, size: tuple[int, int]) -> None:
    made = printing.page_picture(PDF, dots_per_mm)
    assert (made.width, made.height) == size
    assert len(made.data) == 3 * made.width * made.height


def test_a_picture_shows_red_before_blue() -> None:
    page = io.BytesIO()
    canvas = Canvas(page, pagesize=(72, 72))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 72, 72, fill=1)
    canvas.save()
    made = printing.page_picture(page.getvalue(), 2.0)
    middle = 3 * (made.width * (made.height // 2) + made.width // 2)
    assert made.data[middle : middle + 3] == b"\xff\x00\x00"


def test_a_pages_picture_is_that_page() -> None:
    numbers = [NUMBER, "YT1234567890124"]
    batch = draw_labels([order(number=number) for number in numbers], STOCK_76_130, DPI_203)
    assert [codes_on(picture(batch.pdf, DPI_203, page)) for page in (0, 1)] == [{number} for number in numbers]


def test_a_pictures_bytes_do_not_show_when_it_is_printed_out() -> None:
    assert "data" not in repr(printing.page_picture(PDF, 1.0))


def test_pictures_made_at_once_on_two_lanes_are_the_pictures_made_one_by_one() -> None:
    sizes = [4.0, 8.0, 3.3, 8.0, 4.0, 3.3]
    alone = [printing.page_picture(PDF, size) for size in sizes]
    with ThreadPoolExecutor(2) as lanes:
        assert list(lanes.map(lambda size: printing.page_picture(PDF, size), sizes)) == alone
