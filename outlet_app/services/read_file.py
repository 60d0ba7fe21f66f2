"""A table that somebody saved elsewhere: CSV or tab-separated text, in UTF-8, GB18030 or UTF-16, as Excel writes it."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from itertools import islice
from typing import TYPE_CHECKING

from outlet_app.errors import FileMissing, TableTooLong, TableUnreadable

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 4_000_000
"""A table of 20,000 rows has less than two million."""

_ENCODINGS = ("utf-8-sig", "gb18030")
_TWO_BYTES = (BOM_UTF16_LE, BOM_UTF16_BE)
"""How a file begins that Excel saved as Unicode text."""


def read_lines(path: Path, most: int) -> list[list[str]]:
    """The cells of each line, at most `most`; a file without tabs is read as CSV. Some 20 ms for 3,000 lines.

    Raises FileMissing, TableTooLong, and TableUnreadable for what is empty, is no text, or has a quote that never ends.
    """
    text = _text(path, most)
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","
    try:
        lines = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), most + 1))
    except csv.Error:
        raise TableUnreadable(path) from None
    if len(lines) > most:
        raise TableTooLong(path, most)
    if not lines:
        raise TableUnreadable(path)
    return lines


def _text(path: Path, most: int) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        raise FileMissing(path) from None
    is_wide = content.startswith(_TWO_BYTES)
    if not is_wide and b"\0" in content:
        raise TableUnreadable(path)
    if len(content) > MOST_BYTES:
        raise TableTooLong(path, most)
    for encoding in ("utf-16",) if is_wide else _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableUnreadable(path)
