"""What every layout has in common."""

from __future__ import annotations

import pytest

from outlet_app.paper.label import LAYOUTS
from outlet_app.paper.layout import Layout, turned_edges
from outlet_app.paper.page import Turn
from outlet_app.paper.pen import Zone


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=[stock.name for stock in LAYOUTS])
def test_bars_are_at_least_ten_millimetres_high(layout: Layout) -> None:
    assert min(layout.bars.height, layout.codes.bar_height_mm, layout.codes.lone_bar_height_mm) >= 10


def test_edges_are_read_from_outside() -> None:
    left, right = Zone(0, 0, 3, 100), Zone(97, 0, 3, 100)
    assert turned_edges((left,), (right,)) == ((left, Turn.UP), (right, Turn.DOWN))
