"""A paper that is drawn once and is no label: one page, one PDF."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from outlet_app.paper.faces import installed_faces
from outlet_app.paper.page import ONE_DRAWING, Sheets
from outlet_app.paper.pen import Align, Pen, Style, Zone

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.printer_setup import Placing
    from outlet_app.paper.stocks import Stock

DASH_MM = 1.5


def draw_page(stock: Stock, dots_per_mm: float, placing: Placing, draw: Callable[[Pen], None]) -> bytes:
    """The PDF of what `draw` draws. It has no title: its metadata tell nothing. Raises what `draw` raises."""
    with ONE_DRAWING:
        sheets = Sheets("", installed_faces())
        sheets.start(stock.width_mm, stock.height_mm, dots_per_mm, placing)
        with closing(Pen(sheets)) as pen:
            draw(pen)
        sheets.end()
        return sheets.pdf()


def dashed(pen: Pen, zone: Zone) -> None:
    """A dashed frame, along which the zone is cut out."""
    dashed_below(pen, Zone(zone.left, zone.top, zone.width, 0))
    dashed_below(pen, zone)
    for left in (zone.left, zone.right):
        for step in range(int(zone.height / DASH_MM / 2) + 1):
            top = zone.top + 2 * step * DASH_MM
            pen.rule_right(Zone(left, top, 0, min(DASH_MM, zone.bottom - top)))


def dashed_below(pen: Pen, zone: Zone) -> None:
    """A dashed line along the lower edge."""
    for step in range(int(zone.width / DASH_MM / 2) + 1):
        left = zone.left + 2 * step * DASH_MM
        pen.rule_below(Zone(left, zone.top, min(DASH_MM, zone.right - left), zone.height))


def code_lines(pen: Pen, zone: Zone, code_text: str, style: Style) -> None:
    """A code for the hand to copy: lines of at most 13 characters, the first one ending behind the outlet's mark."""
    lines: list[str] = []
    for piece in code_text.replace(".", ". ").split():
        if lines and lines[-1].endswith(".") and len(lines[-1]) + len(piece) <= 13:
            lines[-1] += piece
        else:
            lines += [piece[at : at + 13] for at in range(0, len(piece), 13)]
    height = zone.height / len(lines)
    for row, line in zip(zone.rows(*[height] * (len(lines) - 1)), lines, strict=True):
        pen.line(row, line, "code", style)


CENTRED_CAPTION = Style(largest_pt=7, align=Align.CENTRE)
