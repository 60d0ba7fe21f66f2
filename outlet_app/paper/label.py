"""A masked waybill to the label that goes on its parcel."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.domain.printer_setup import AS_IT_IS
from outlet_app.paper import layout_76x130, layout_100x150, parts
from outlet_app.paper.faces import Faces, installed_faces
from outlet_app.paper.label_order import LabelOrder
from outlet_app.paper.page import ONE_DRAWING, Sheets
from outlet_app.paper.pen import Pen
from outlet_app.paper.stocks import STOCK_76_130, STOCK_100_150

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.domain.printer_setup import Placing
    from outlet_app.paper.layout import Layout
    from outlet_app.paper.stocks import Stock

__all__ = ["DrawnLabel", "LabelOrder", "draw_label", "draw_labels"]

LAYOUTS: dict[Stock, Layout] = {STOCK_76_130: layout_76x130.LAYOUT, STOCK_100_150: layout_100x150.LAYOUT}

_FORM = "form"


@dataclass(frozen=True, slots=True)
class DrawnLabel:
    """Labels as one PDF, a page each.

    `lines` is every text drawn, in drawing order, one entry a line: what `mask_floor` judges. `missing` names the
    characters that no face of this machine can draw; each stands on the label as a crossed box, and unchanged in
    `lines`. `coded` says whether the PDF holds a label token.
    """

    pdf: bytes = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)
    width_mm: float
    height_mm: float
    coded: bool
    missing: tuple[str, ...] = field(repr=False)


def draw_label(
    order: LabelOrder,
    stock: Stock,
    dots_per_mm: float,
    faces: Faces | None = None,
    *,
    placing: Placing = AS_IT_IS,
) -> DrawnLabel:
    """One label for a printer of that resolution. The same order gives the same bytes.

    Raises LabelTooFull(field) where a field does not fit its zone in type of 7 points, and for a waybill number whose
    bars would be thinner than 0.33 mm; ValueError for a `code_text` longer than the QR code holds.
    """
    return draw_labels([order], stock, dots_per_mm, faces, placing=placing)


def draw_labels(
    orders: Sequence[LabelOrder],
    stock: Stock,
    dots_per_mm: float,
    faces: Faces | None = None,
    *,
    placing: Placing = AS_IT_IS,
) -> DrawnLabel:
    """A batch as one PDF, a page for each order, with the faces embedded once. Raises as `draw_label`."""
    layout = LAYOUTS[stock]
    lines: list[str] = []
    missing: dict[str, None] = {}
    with ONE_DRAWING:
        sheets = Sheets(_title(orders), faces or installed_faces())
        for place, order in enumerate(orders):
            sheets.start(stock.width_mm, stock.height_mm, dots_per_mm, placing)
            if not place:
                _share_form(sheets, layout)
            sheets.place_shared(_FORM)
            with closing(Pen(sheets)) as pen:
                parts.draw(pen, layout, order)
            sheets.end()
            lines += sheets.lines
            missing |= dict.fromkeys(sheets.missing)
        pdf = sheets.pdf()
    coded = any(order.code_text is not None for order in orders)
    return DrawnLabel(pdf, tuple(lines), stock.width_mm, stock.height_mm, coded, tuple(missing))


def _title(orders: Sequence[LabelOrder]) -> str:
    first = orders[0].masked.number
    return first if len(orders) == 1 else f"{first} +{len(orders) - 1}"


def _share_form(sheets: Sheets, layout: Layout) -> None:
    sheets.start_shared(_FORM)
    with closing(Pen(sheets)) as pen:
        parts.draw_form(pen, layout)
    sheets.end_shared(_FORM)
