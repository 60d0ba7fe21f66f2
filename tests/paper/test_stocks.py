"""Papers."""

from __future__ import annotations

from outlet_app.paper.stocks import STOCK_76_130


def test_the_one_sheet_waybill_is_76_by_130_mm() -> None:
    assert (STOCK_76_130.name, STOCK_76_130.width_mm, STOCK_76_130.height_mm) == ("76x130", 76, 130)
