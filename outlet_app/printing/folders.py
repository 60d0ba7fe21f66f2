"""Destinations that are folders: PDF files without code, and the demo outlet's tray."""

from __future__ import annotations

import errno
import os
import tempfile
import urllib.parse
from pathlib import Path
from typing import Final

from outlet_app.domain.printer import FILE_FOLDER, Printer
from outlet_app.errors import DiskFull, PrinterUnavailable

TRAY: Final = "tray"
"""URI scheme of the demo outlet's paper tray, the one that takes coded labels as files. No machine offers one, so no
real outlet's owner can approve it."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def folder_printer(folder: Path) -> Printer:
    """The destination "PDF file": writes labels without code into `folder`."""
    return Printer("PDF", f"{FILE_FOLDER}:{urllib.parse.quote(str(folder))}", "PDF")


def tray(folder: Path) -> Printer:
    """The demo outlet's stand-in for a label printer: a folder that each label is laid into, code and all."""
    return Printer("演示标签机", f"{TRAY}:{urllib.parse.quote(str(folder))}", "PDF")


def is_tray(printer: Printer) -> bool:
    """Whether the destination is a demo outlet's tray."""
    return printer.scheme == TRAY


def is_folder(printer: Printer) -> bool:
    """Whether labels become files in a folder of ours, tray or not, and no spooler sees them."""
    return printer.scheme in {TRAY, FILE_FOLDER}


def lay(pdf: bytes, printer: Printer, name: str) -> None:
    """Write the PDF into the destination's folder, whole or not at all. Raises DiskFull, PrinterUnavailable."""
    folder = Path(urllib.parse.unquote(urllib.parse.urlsplit(printer.uri).path))
    target = folder / f"{name}.pdf"
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
        if refusal.errno in _FULL:
            raise DiskFull(target) from refusal
        raise PrinterUnavailable(printer.name) from refusal
