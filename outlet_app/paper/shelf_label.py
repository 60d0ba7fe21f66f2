"""The label of an arrived parcel: where it stands, in type that is read from across the shop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from outlet_app.domain.amounts import yuan
from outlet_app.domain.printer_setup import AS_IT_IS
from outlet_app.errors import LabelTooFull
from outlet_app.paper import parts
from outlet_app.paper.faces import Weight
from outlet_app.paper.pen import Align, Style, Zone
from outlet_app.paper.single_page import dashed_below, draw_page
from outlet_app.paper.stocks import STOCK_60_40

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.printer_setup import Placing
    from outlet_app.paper.pen import Pen
    from outlet_app.paper.stocks import Stock

NUMBER_TAIL: Final = 6
"""Characters of the waybill number that are printed to be read; the bars say all of it."""

_SIDE_MM, _END_MM = 1.8, 1.4
_WIDEST_MM: Final = 76.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfLabel:
    """What a shelf label shows, and all it knows.

    `carrier` is its Chinese name, `arrived_at` is aware and in the outlet's local time. `tail` is empty where the
    parcel's own label shows none.
    """

    shelf_code: str
    number: str
    tail: str
    carrier: str
    arrived_at: datetime
    due_fen: int = 0


def draw_shelf_label(label: ShelfLabel, stock: Stock, dots_per_mm: float, placing: Placing = AS_IT_IS) -> bytes:
    """The label as a PDF of one page; on larger stock at its top, above a line to tear along.

    A number whose bars do not fit is printed whole in their place. The PDF tells nothing in its metadata. Raises
    LabelTooFull.
    """
    width, height = min(stock.width_mm, _WIDEST_MM), STOCK_60_40.height_mm

    def draw(pen: Pen) -> None:
        _draw(pen, Zone(0, 0, width, height).inner(_SIDE_MM, _END_MM), label)
        if stock.height_mm > height:
            dashed_below(pen, Zone(0, 0, stock.width_mm, height))

    return draw_page(stock, dots_per_mm, placing, draw)


def _draw(pen: Pen, zone: Zone, label: ShelfLabel) -> None:
    code, people, facts, bars = zone.rows(14.2, 8.4, 4.2)
    pen.line(code, label.shelf_code, "shelf_code", _bold(44, Align.CENTRE, smallest_pt=14))
    pen.rule_below(code)
    tail, due = people.cells(people.width * 0.44) if label.due_fen else (people, None)
    _tail(pen, tail.inner(0.6, 0.6), label.tail)
    if due is not None:
        pen.blacken(due.inner(0, 0.5))
        pen.line(due.inner(1, 0.8), f"应收 ¥{yuan(label.due_fen)}", "due", _bold(19, Align.CENTRE, white=True))
    carrier, arrived = facts.inner(0.6).cells(facts.width * 0.5)
    pen.cut_paragraph(carrier.inner(0, 0.4), label.carrier, _bold(9, Align.LEFT))
    pen.line(arrived, f"{label.arrived_at:%m-%d %H:%M} 到", "arrived_at", Style(largest_pt=8, align=Align.RIGHT))
    _bars(pen, bars, label.number)


def _tail(pen: Pen, zone: Zone, tail: str) -> None:
    word, digits = zone.cells(9)
    pen.line(word, "尾号", "form", Style(largest_pt=9))
    pen.line(digits, tail or "—", "tail", _bold(22, Align.LEFT))


def _bars(pen: Pen, zone: Zone, number: str) -> None:
    bars, below = zone.rows(zone.height - 3.4)
    pen.line(below, f"单号尾 {number[-NUMBER_TAIL:]}", "number", Style(largest_pt=8, align=Align.CENTRE))
    try:
        parts.code128(pen, bars.inner(0, 0.5), number, parts.LEAST_SMALL_MODULE_MM)
    except LabelTooFull:
        pen.line(bars, number, "number", _bold(12, Align.CENTRE))


def _bold(largest_pt: float, align: Align, *, smallest_pt: float = 7, white: bool = False) -> Style:
    return Style(largest_pt=largest_pt, smallest_pt=smallest_pt, weight=Weight.BOLD, align=align, white=white)
