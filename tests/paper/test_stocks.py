"""Papers."""

from __future__ import annotations

import pytest

from outlet_app.domain.printer_setup import USUAL_STOCK
from outlet_app.errors import PaperTooSmall
from outlet_app.paper.label import LAYOUTS
from outlet_app.paper.stocks import LABEL_STOCKS, STOCKS, waybill_stock


@pytest.mark.parametrize(
    ("name", "width_mm", "height_mm"), [("76x130", 76, 130), ("100x150", 100, 150), ("60x40", 60, 40)]
)
def test_a_paper_is_as_large_as_its_name_says(name: str, width_mm: float, height_mm: float) -> None:
    stock = LABEL_STOCKS[name]
    assert (stock.name, stock.width_mm, stock.height_mm) == (name, width_mm, height_mm)


def test_every_paper_for_waybills_has_a_layout_and_the_usual_one_is_among_them() -> None:
    assert set(LAYOUTS) == set(STOCKS.values())
    assert USUAL_STOCK in STOCKS


def test_paper_for_shelf_labels_holds_no_waybill_and_says_so() -> None:
    assert waybill_stock("76x130") is STOCKS["76x130"]
    with pytest.raises(PaperTooSmall) as refused:
        waybill_stock("60x40")
    assert refused.value.stock == "60x40"
