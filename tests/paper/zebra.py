"""Reads back what CUPS sends to a Zebra label printer: a compressed bitmap inside ZPL."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BITMAP = re.compile(rb"~DGR:CUPS\.GRF,(\d+),(\d+),\r?\n?([^~^]*)")
_COUNTS = {chr(ord("G") + step): step + 1 for step in range(19)} | {
    chr(ord("g") + step): 20 * (step + 1) for step in range(20)
}
"""G to Y repeat the next digit 1 to 19 times, g to z 20 to 400 times; they add up.

Source: Zebra, ZPL II Programming Guide, "Alternative data compression scheme for ~DG and ~DB".
"""


@dataclass(frozen=True, slots=True)
class Bitmap:
    """One dot a byte, 0 for black and 255 for white."""

    width: int
    height: int
    dots: bytes

    def row(self, y: int) -> bytes:
        return self.dots[y * self.width : (y + 1) * self.width]


def printed_bitmap(zpl: bytes) -> Bitmap:
    """The first picture of a job."""
    found = _BITMAP.search(zpl)
    assert found, "the job holds no picture"
    total, row_bytes = int(found[1]), int(found[2])
    rows = _rows(found[3].decode("ascii"), 2 * row_bytes)
    assert len(rows) == total // row_bytes
    dots = b"".join(_dots(row) for row in rows)
    return Bitmap(8 * row_bytes, len(rows), dots)


def _dots(digits: str) -> bytes:
    bits = "".join(f"{int(digit, 16):04b}" for digit in digits)
    return bytes(0 if bit == "1" else 255 for bit in bits)


def _rows(text: str, digits: int) -> list[str]:
    rows: list[str] = []
    row, count = "", 0
    for character in text:
        if character in _COUNTS:
            count += _COUNTS[character]
        elif character == ":":
            rows.append(rows[-1])
        elif character in ",!":
            row = row.ljust(digits, "0" if character == "," else "F")
        elif character in "0123456789ABCDEF":
            row, count = row + character * max(1, count), 0
        if len(row) == digits:
            rows.append(row)
            row = ""
    assert not row
    return rows
