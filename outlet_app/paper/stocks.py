"""The papers a label can be printed on, in mm. A page is the label: no margins, no scaling."""

from __future__ import annotations

from dataclasses import dataclass

from outlet_app.errors import PaperTooSmall


@dataclass(frozen=True, slots=True)
class Stock:
    """One paper."""

    name: str
    width_mm: float
    height_mm: float


STOCK_76_130 = Stock("76x130", 76, 130)
"""The one-sheet waybill of STO, J&T, ZTO, YTO and Yunda."""

STOCK_100_150 = Stock("100x150", 100, 150)
"""The two-part waybill of SF, STO and EMS: 90 mm for the courier, 60 mm that stay on the parcel."""

STOCK_60_40 = Stock("60x40", 60, 40)
"""The shelf label of arrived parcels; too small for a waybill."""

STOCK_A4 = Stock("A4", 210, 297)
"""Office paper, for reports; not among `STOCKS`, which labels are drawn on. Source: ISO 216."""

STOCKS = {stock.name: stock for stock in (STOCK_76_130, STOCK_100_150)}
"""Every paper that holds a waybill, by its name, in the order they are offered."""

LABEL_STOCKS = {**STOCKS, STOCK_60_40.name: STOCK_60_40}
"""Every paper that can lie in a label printer."""


def waybill_stock(name: str) -> Stock:
    """The paper of that name, for what needs the room of a waybill. Raises PaperTooSmall for the shelf labels'."""
    if name not in STOCKS:
        raise PaperTooSmall(name)
    return STOCKS[name]
