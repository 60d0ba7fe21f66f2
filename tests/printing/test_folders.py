"""Destinations that are folders."""

from __future__ import annotations

import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.errors import PrinterNotApproved, PrinterUnavailable
from outlet_app.paper.label import draw_label
from outlet_app.paper.stocks import STOCK_76_130
from tests.paper.labels import CODED, DPI_203, NUMBER, PLAIN

if TYPE_CHECKING:
    from pathlib import Path


PDF = draw_label(PLAIN, STOCK_76_130, DPI_203).pdf


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
