"""A page of a PDF in dots, and its size: the door to PDFium."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import pypdfium2

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72

_ONE_PAGE = threading.Lock()
"""PDFium is not made for more than one thread at a time."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in dots: `data` is red, green, blue for each dot, 3 x `width` bytes a row, from the top left."""

    width: int
    height: int
    data: bytes = field(repr=False)


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


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _ONE_PAGE:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def page_size_mm(pdf: bytes) -> tuple[float, float]:
    """Width and height of the first page, to a tenth of a millimetre."""
    with _ONE_PAGE:
        document = pypdfium2.PdfDocument(pdf)
        try:
            width, height = document[0].get_size()
        finally:
            document.close()
    return _tenths_of_mm(width), _tenths_of_mm(height)


def _tenths_of_mm(points: float) -> float:
    return round(points * MM_PER_INCH / POINTS_PER_INCH, 1)
