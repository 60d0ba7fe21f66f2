"""The papers a label can be printed on, in mm. A page is the label: no margins, no scaling."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stock:
    """One paper."""

    name: str
    width_mm: float
    height_mm: float


STOCK_76_130 = Stock("76x130", 76, 130)
"""The one-sheet waybill of STO, J&T, ZTO, YTO and Yunda."""
