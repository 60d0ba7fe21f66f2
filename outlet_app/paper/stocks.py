"""The papers a label can be printed on, in mm. A page is the label: no margins, no scaling."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stock:
    """One paper. `module_mm` is the width its codes' modules aim at before they are rounded to whole dots."""

    name: str
    width_mm: float
    height_mm: float
    module_mm: float


STOCK_76_130 = Stock("76x130", 76, 130, 0.375)
"""The one-sheet waybill of STO, J&T, ZTO, YTO and Yunda. 0.375 mm is 3 dots at 203 dpi."""
