"""The page that a printer is set up by: rulers from the paper's edges, a square to measure, both codes to scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.printer_setup import AS_IT_IS
from outlet_app.paper import parts
from outlet_app.paper.faces import Weight
from outlet_app.paper.pen import Align, Style, Zone
from outlet_app.paper.single_page import CENTRED_CAPTION, draw_page

if TYPE_CHECKING:
    from outlet_app.domain.printer_setup import Placing
    from outlet_app.paper.pen import Pen
    from outlet_app.paper.stocks import Stock

TEST_NUMBER = "TESTRULER"
"""What the Code 128 of the page says: about as wide as a waybill number, and without a digit, so that it is none."""

TEST_CODE = "TEST.ABCDEFGHIJKLMNOPQRSTUVWXYZ.0123456789-/.END"
"""What the QR code of the page says: every character that a code of ours can hold. It opens nothing."""

SQUARE_MM, SMALL_SQUARE_MM = 40.0, 18.0
_ROOMY_MM = 100.0

_MM_PER_INCH = 25.4
_NOTE_MM = 4.4
_TICKS = ((10, 4.0), (5, 2.8), (1, 1.6))
_NOTES = (
    "1. 上、左两条标尺从纸边起，每格 1 毫米。",
    "2. 纸边到 10 刻度多几毫米，位置就减几毫米。",
    "3. 方框应为 40.0 × 40.0 毫米，否则调缩放。",
    "4. 扫描两个码：都应读出 TEST 开头的内容。",
)


def draw_ruler_page(printer_name: str, stock: Stock, dots_per_mm: float, placing: Placing = AS_IT_IS) -> bytes:
    """The page for one printer as it is set up now, placed and scaled like its labels. Holds nothing of anybody.

    On paper for shelf labels it has a smaller square, and no notes.
    """
    drawn_for = (stock, dots_per_mm, placing)

    def draw(pen: Pen) -> None:
        _rulers(pen, stock)
        _corners(pen, stock)
        if stock.height_mm < _ROOMY_MM:
            _small(pen, Zone(10, 10, stock.width_mm - 13, stock.height_mm - 12.6), _facts(printer_name, drawn_for))
            return
        inner = Zone(10, 10, stock.width_mm - 14, stock.height_mm - 14)
        head, bars, number, square, notes = inner.rows(19, 11, 4.5, SQUARE_MM + 6)
        _head(pen, head, _facts(printer_name, drawn_for))
        parts.code128(pen, bars, TEST_NUMBER, parts.LEAST_MODULE_MM)
        pen.line(number, TEST_NUMBER, "number", Style(largest_pt=8, align=Align.CENTRE))
        _square(pen, square)
        _notes(pen, notes)

    return draw_page(stock, dots_per_mm, placing, draw)


def _rulers(pen: Pen, stock: Stock) -> None:
    for at in range(int(stock.width_mm) + 1):
        pen.rule_right(Zone(at, 0, 0, _tick(at)))
        if at % 10 == 0 and 0 < at < stock.width_mm - 2:
            pen.line(Zone(at - 4, 4.2, 8, 3), str(at), "ruler", CENTRED_CAPTION)
    for at in range(10, int(stock.height_mm) + 1):
        pen.rule_below(Zone(0, at, _tick(at), 0))
        if at % 10 == 0 and at < stock.height_mm - 2:
            pen.line(Zone(4.4, at - 1.5, 6, 3), str(at), "ruler", Style(largest_pt=7))


def _tick(at_mm: int) -> float:
    return next(length for step, length in _TICKS if at_mm % step == 0)


def _corners(pen: Pen, stock: Stock) -> None:
    """Angles 2 mm from the other two edges, so that a cut or shifted page shows at once."""
    right, bottom = stock.width_mm - 2, stock.height_mm - 2
    for left, top, height in ((right - 5, 8, 0), (right - 5, bottom, 0), (10, bottom, 0)):
        pen.rule_below(Zone(left, top, 5, height))
    for left, top in ((right, 8), (right, bottom - 5), (10, bottom - 5)):
        pen.rule_right(Zone(left, top, 0, 5))


def _facts(printer_name: str, drawn_for: tuple[Stock, float, Placing]) -> tuple[str, str, str]:
    stock, dots_per_mm, placing = drawn_for
    dpi = round(dots_per_mm * _MM_PER_INCH)
    return (
        f"打印机 {printer_name}",
        f"纸张 {stock.width_mm:g} × {stock.height_mm:g} 毫米，{dpi} dpi",
        f"位置 右 {placing.right_tenths / 10:+.1f}、下 {placing.down_tenths / 10:+.1f} 毫米，缩放 {placing.scale:.1%}",
    )


def _head(pen: Pen, zone: Zone, facts: tuple[str, ...]) -> None:
    title, *rows, _ = zone.rows(6.5, 3.6, 3.6, 3.6)
    pen.line(title, "打印校准页", "title", Style(largest_pt=14, weight=Weight.BOLD))
    for row, fact in zip(rows, facts, strict=True):
        pen.cut_paragraph(row, fact, Style(largest_pt=8))


def _small(pen: Pen, zone: Zone, facts: tuple[str, ...]) -> None:
    """What fits on a shelf label: the square beside the facts, the bars below."""
    above, bars = zone.rows(SMALL_SQUARE_MM + 1.5)
    square, beside = above.cells(SMALL_SQUARE_MM + 1.5)
    square = Zone(square.left, square.top, SMALL_SQUARE_MM, SMALL_SQUARE_MM)
    pen.frame(square)
    pen.line(square, f"{SMALL_SQUARE_MM:g} 毫米", "square", CENTRED_CAPTION)
    pen.cut_paragraph(beside, "；".join(facts), Style(largest_pt=8))
    parts.code128(pen, bars, TEST_NUMBER, parts.LEAST_SMALL_MODULE_MM)


def _square(pen: Pen, zone: Zone) -> None:
    """The square to measure, with the QR code in it."""
    left = zone.left + (zone.width - SQUARE_MM) / 2
    square = Zone(left, zone.top + 3, SQUARE_MM, SQUARE_MM)
    pen.frame(square)
    code, caption = square.inner(4, 2).rows(SQUARE_MM - 9)
    parts.square(pen, code, TEST_CODE)
    pen.line(caption, "40.0 × 40.0 毫米", "square", CENTRED_CAPTION)


def _notes(pen: Pen, zone: Zone) -> None:
    *rows, _ = zone.rows(*[_NOTE_MM] * len(_NOTES))
    for row, note in zip(rows, _NOTES, strict=True):
        pen.line(row, note, "notes", Style(largest_pt=8))
