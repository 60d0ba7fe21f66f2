"""Code 128 and QR as merged rectangles on whole printer dots: the one door to zxing-cpp."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias, cast

import zxingcpp

if TYPE_CHECKING:
    from collections.abc import Iterable

QUIET_CODE128 = 10
"""Modules of white on both sides of a Code 128 (ISO/IEC 15417)."""
QUIET_QR = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""
QR_SIDE = 37
"""Modules along the side of a version 5 QR code."""

WIDEST_MODULE_MM = 0.505
"""Wider modules gain nothing: every scanner reads 4 dots at 203 dpi, 0.5005 mm, from a hand's distance."""

_DARK = re.compile(rb"\0+")

Rectangle: TypeAlias = tuple[int, int, int, int]
"""Left, top, width, height, counted from the top left."""


@dataclass(frozen=True, slots=True)
class Modules:
    """The dark parts of a code as rectangles in modules; a Code 128 is one module high."""

    width: int
    height: int
    rectangles: tuple[Rectangle, ...]


@lru_cache(maxsize=256)
def code128_bars(text: str) -> Modules:
    """The bars of a Code 128, merged to runs, without quiet zones.

    Raises ValueError for an empty text or one that Code 128 cannot carry.
    """
    row = _rows(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128))[0]
    return Modules(len(row), 1, tuple((left, 0, right - left, 1) for left, right in _runs(row)))


def qr_modules(text: str) -> Modules:
    """A QR code of version 5, level M, merged to rectangles, without quiet zone: up to 122 of `0-9A-Z $%*+-./:`.

    The version is fixed, so that every coded label has the same square. Raises ValueError for a longer text.
    Nothing is kept of `text`: it may hold a label token.
    """
    rows = _rows(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M", version=5))
    return Modules(QR_SIDE, QR_SIDE, _merged(rows))


def read_back(width: int, height: int, rgb: bytes) -> frozenset[str]:
    """The texts of every QR code and Code 128 on a picture of 3 bytes a dot, from the top left.

    Not down-scaled: from a smaller picture a Code 128 can be misread with a valid checksum.
    """
    image = memoryview(rgb).cast("B", (height, width, 3))
    formats = zxingcpp.barcode_formats_from_str("QRCode,Code128")
    return frozenset(found.text for found in zxingcpp.read_barcodes(image, formats=formats, try_downscale=False))


def module_dots(room_dots: int, modules: int, dots_per_mm: float, least_mm: float) -> int | None:
    """The most whole dots a module can have where `modules` of them have `room_dots`, at most 0.505 mm.

    None where even a module of `least_mm` (rounded up to whole dots) does not fit.
    """
    dots = min(room_dots // modules, int(WIDEST_MODULE_MM * dots_per_mm))
    return dots if dots >= least_mm * dots_per_mm else None


def inset(rectangles: Iterable[Rectangle]) -> list[Rectangle]:
    """Rectangles in dots to quarter dots, a quarter dot smaller on every side.

    CUPS and poppler paint every dot they touch, so bars that end on a dot's edge come out one dot wider. 0.2 to 0.25
    dot less gives exact widths there and is still over half of the outermost dots everywhere else
    (measured 2026-11-22 with poppler, Ghostscript, cairo, PDFium and CUPS's pdf to rastertolabel chain).
    """
    return [(4 * left + 1, 4 * top + 1, 4 * width - 2, 4 * height - 2) for left, top, width, height in rectangles]


def in_dots(code: Modules, across: int, down: int) -> tuple[Rectangle, ...]:
    """A code's rectangles in dots from its own corner: modules `across` dots wide and `down` dots high."""
    return tuple([(x * across, y * down, width * across, height * down) for x, y, width, height in code.rectangles])


def _rows(barcode: zxingcpp.Barcode) -> list[bytes]:
    view = memoryview(barcode.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]  # a buffer, undeclared before Python 3.12
    height, width = cast("tuple[int, int]", view.shape)
    flat = view.tobytes()
    return [flat[row * width : (row + 1) * width] for row in range(height)]


def _runs(row: bytes) -> list[tuple[int, int]]:
    return [run.span() for run in _DARK.finditer(row)]


def _merged(rows: list[bytes]) -> tuple[Rectangle, ...]:
    """Runs of one row, with the equal runs right below them, as one rectangle."""
    done: list[Rectangle] = []
    growing: dict[tuple[int, int], int] = {}
    for bottom, row in enumerate([*rows, b""]):
        runs = _runs(row)
        started = growing
        growing = {run: started.pop(run, bottom) for run in runs}
        done += [(left, top, right - left, bottom - top) for (left, right), top in started.items()]
    return tuple(sorted(done, key=itemgetter(1, 0)))
