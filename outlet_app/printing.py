"""This machine's printers, and PDFs on their way to them; a page to dots.

Printers are CUPS queues, read and fed through CUPS's own programs (`ipptool`, `lp`), never through Qt's print dialog,
which prints to files. On a system without CUPS there are none yet: Windows' spooler comes with a later issue.
"""

from __future__ import annotations

import errno
import os
import plistlib
import re
import shutil
import subprocess
import tempfile
import threading
import urllib.parse
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import pypdfium2

from outlet_app.domain.printer import Printer
from outlet_app.errors import DiskFull, PrinterNotApproved, PrinterUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72

FILE_FOLDER: Final = "file-folder"
"""URI scheme of the destination that writes PDFs into a folder; gets labels without code only."""
FILE_SCHEMES: Final = frozenset({FILE_FOLDER, "file", "cups-pdf", "cups-brf", "beh", "nul"})
"""Destinations that make files, or hide where they print. A queue can be renamed, so this only warns: what counts is
the owner's signed list."""

USUAL_DOTS_PER_MM = 8.0
"""Of a label printer that does not tell: 203 dpi, by far the commonest."""

TRAY: Final = "tray"
"""URI scheme of the demo outlet's paper tray, the one that takes coded labels as files. No machine offers one, so no
real outlet's owner can approve it."""

_ASKING_SECONDS = 5
_SENDING_SECONDS = 30
_STOPPED = 5
"""printer-state `stopped` (RFC 8011, 5.4.11)."""
_JOB_NAME = re.compile(r"[0-9A-Za-z-]{1,40}")

_ONE_PAGE = threading.Lock()
"""PDFium is not made for more than one thread at a time."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in dots: `data` is red, green, blue for each dot, 3 x `width` bytes a row, from the top left."""

    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Queue:
    printer: Printer
    ready: bool


def printers() -> tuple[Printer, ...]:
    """The print queues of this machine; empty where CUPS or its `ipptool` is missing or does not answer in 5 s.

    Each with its device URI and make and model as the server tells them (a user's own `lpoptions` cannot change
    that), and its resolution where the driver names one.
    """
    return tuple(queue.printer for queue in _queues())


def folder_printer(folder: Path) -> Printer:
    """The destination "PDF file": writes labels without code into `folder`."""
    return Printer("PDF", f"{FILE_FOLDER}:{urllib.parse.quote(str(folder))}", "PDF")


def tray(folder: Path) -> Printer:
    """The demo outlet's stand-in for a label printer: a folder that each label is laid into, code and all."""
    return Printer("演示标签机", f"{TRAY}:{urllib.parse.quote(str(folder))}", "PDF")


def is_tray(printer: Printer) -> bool:
    """Whether the destination is a demo outlet's tray."""
    return urllib.parse.urlsplit(printer.uri).scheme == TRAY


def makes_files(printer: Printer) -> bool:
    """Whether the destination is known to write files, so that it should not be offered for coded labels."""
    return urllib.parse.urlsplit(printer.uri).scheme in FILE_SCHEMES


def print_pdf(pdf: bytes, printer: Printer, job_name: str, *, coded: bool = True) -> None:
    """Hand one copy of `pdf` to the spooler, unscaled, on paper of its first page's size; returns when it is taken.

    `job_name` is the waybill number and nothing else; it shows in queues and names the file of a folder. `coded` says
    that the PDF holds a label token, and unless told otherwise it is taken to. The bytes go to `lp` by its standard
    input, its temporary folder is ours and gone afterwards. Before each job the queue is asked for its URI and driver
    again.

    Raises PrinterNotApproved when they are not those of `printer`, or when a coded PDF would become a file;
    PrinterUnavailable when the queue is gone, stopped, or refuses the job; DiskFull.
    """
    if not _JOB_NAME.fullmatch(job_name):
        msg = "a job's name is a waybill number"
        raise ValueError(msg)
    if coded and makes_files(printer):
        raise PrinterNotApproved(printer.name)
    if urllib.parse.urlsplit(printer.uri).scheme in {FILE_FOLDER, TRAY}:
        _write(pdf, printer, job_name)
    else:
        _check(printer)
        _send(pdf, printer, job_name)


def spool_keeps_jobs() -> bool | None:
    """Whether this machine's CUPS keeps the files of finished jobs on disk; None where that cannot be read.

    CUPS keeps them for a day unless `PreserveJobFiles No` stands in its cupsd.conf (CUPS 2.4, cupsd.conf(5)).
    """
    local = not (server := os.environ.get("CUPS_SERVER", "")) or server.startswith(("/", "localhost", "127."))
    path = Path(os.environ.get("CUPS_SERVERROOT", "/etc/cups")) / "cupsd.conf"
    try:
        text = path.read_text(encoding="utf-8", errors="replace") if local else None
    except OSError:
        text = None
    if text is None:
        return None
    values = re.findall(r"^[ \t]*PreserveJobFiles[ \t]+(\S+)", text, re.IGNORECASE | re.MULTILINE)
    return not values or values[-1].lower() not in {"no", "false", "off", "0"}


def page_picture(pdf: bytes, dots_per_mm: float, page: int = 0) -> Picture:
    """One page of a PDF in dots, for the preview and for printers that take pictures."""
    scale = dots_per_mm * MM_PER_INCH / POINTS_PER_INCH
    with _ONE_PAGE:
        document = pypdfium2.PdfDocument(pdf)
        try:
            # The library rounds up, and a size in points is a hair over its whole dots as often as under.
            bitmap = document[page].render(scale=scale * (1 - 1e-6), rev_byteorder=True, draw_annots=False)
            data, stride, width, height = bytes(bitmap.buffer), bitmap.stride, bitmap.width, bitmap.height
        finally:
            document.close()
    rows = (data[row * stride : row * stride + 3 * width] for row in range(height))
    return Picture(width, height, b"".join(rows))


def _queues() -> Iterator[_Queue]:
    if (program := shutil.which("ipptool")) is None:
        return
    command = [program, "-T", str(_ASKING_SECONDS), "-tX", _server_uri(), "get-printers.test"]
    try:
        answer = subprocess.run(  # noqa: S603 - a fixed command; the server's name is the system's own setting
            command, capture_output=True, check=True, timeout=_ASKING_SECONDS + 1, env=_environment()
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return
    for test in plistlib.loads(answer.stdout)["Tests"]:
        for attributes in test["ResponseAttributes"]:
            if "printer-name" in attributes:
                yield _queue(attributes)


def _queue(attributes: Mapping[str, object]) -> _Queue:
    printer = Printer(
        str(attributes["printer-name"]),
        str(attributes["device-uri"]),
        str(attributes["printer-make-and-model"]),
        _dots_per_mm(attributes.get("printer-resolution-default")),
    )
    ready = bool(attributes["printer-is-accepting-jobs"]) and attributes["printer-state"] != _STOPPED
    return _Queue(printer, ready)


def _dots_per_mm(resolution: object) -> float:
    if not isinstance(resolution, dict):
        return USUAL_DOTS_PER_MM
    across = cast("int", resolution["xres"])
    return across / (10 if resolution["units"] == "dpcm" else MM_PER_INCH)


def _check(printer: Printer) -> None:
    now = {queue.printer.name: queue for queue in _queues()}.get(printer.name)
    if now is None or not now.ready:
        raise PrinterUnavailable(printer.name)
    if (now.printer.uri, now.printer.driver) != (printer.uri, printer.driver):
        raise PrinterNotApproved(printer.name)


def _send(pdf: bytes, printer: Printer, job_name: str) -> None:
    if (program := shutil.which("lp")) is None:
        raise PrinterUnavailable(printer.name)
    options = ("print-scaling=none", f"PageSize={_page_size(pdf)}")
    with tempfile.TemporaryDirectory(prefix="outlet-app-") as own:
        command = [program, "-h", _server(), "-d", printer.name, "-t", job_name, "-n", "1"]
        for option in options:
            command += ["-o", option]
        try:
            subprocess.run(  # noqa: S603 - a fixed command; the queue's name came from the server
                [*command, "-"],
                input=pdf,
                capture_output=True,
                check=True,
                timeout=_SENDING_SECONDS,
                env=_environment() | {"TMPDIR": own, "HOME": own},
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as refusal:
            raise PrinterUnavailable(printer.name) from refusal


def _page_size(pdf: bytes) -> str:
    """The first page's size for the option `PageSize`.

    Not for `media`: CUPS cuts a custom medium to whole points and moves the page by half of what it lost, so that
    bars leave their dots (seen with CUPS 2.4.2).
    """
    with _ONE_PAGE:
        document = pypdfium2.PdfDocument(pdf)
        try:
            sides = document[0].get_size()
        finally:
            document.close()
    width, height = (round(side * MM_PER_INCH / POINTS_PER_INCH, 1) for side in sides)
    return f"Custom.{width:g}x{height:g}mm"


def _write(pdf: bytes, printer: Printer, job_name: str) -> None:
    folder = Path(urllib.parse.unquote(urllib.parse.urlsplit(printer.uri).path))
    target = folder / f"{job_name}.pdf"
    try:
        handle, part = tempfile.mkstemp(prefix=".", suffix=".part", dir=folder)
    except OSError as refusal:
        raise PrinterUnavailable(printer.name) from refusal
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
        Path(part).replace(target)
    except OSError as refusal:
        Path(part).unlink(missing_ok=True)
        if refusal.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            raise DiskFull(target) from refusal
        raise PrinterUnavailable(printer.name) from refusal


def _server() -> str:
    """The print server as CUPS's programs name it. Said to both of them, so that both ask the same one."""
    return os.environ.get("CUPS_SERVER") or "localhost"


def _server_uri() -> str:
    server = _server()
    return f"ipp://{urllib.parse.quote(server, safe='')}/" if server.startswith("/") else f"ipp://{server}/"


def _environment() -> dict[str, str]:
    """No settings of the person's own: neither language nor `lpoptions` may change what is asked or printed."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "HOME": os.devnull}
