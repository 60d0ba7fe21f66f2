"""The one-sheet waybill."""

from __future__ import annotations

import pytest

from outlet_app.errors import LabelTooFull
from outlet_app.paper.label import draw_label
from outlet_app.paper.layout_76x130 import LAYOUT
from outlet_app.paper.stocks import STOCK_76_130
from tests.paper.labels import CODED, PLAIN, order


def test_it_names_each_party_once() -> None:
    assert LAYOUT.copies == ()
    assert draw_label(PLAIN, STOCK_76_130, 8.0).lines.count("张**  *******8000") == 1


def test_its_zones_are_those_of_the_trade_from_top_to_bottom() -> None:
    parts = (LAYOUT.carrier, LAYOUT.bars, LAYOUT.sort_code, LAYOUT.recipient.mark, LAYOUT.sender.mark)
    below = (LAYOUT.codes.whole, LAYOUT.payment, LAYOUT.facts[0], LAYOUT.remark, LAYOUT.marks[0])
    tops = [zone.top for zone in (*parts, *below)]
    assert tops == sorted(tops)


def test_a_printer_too_coarse_for_the_square_gets_none() -> None:
    with pytest.raises(LabelTooFull) as refused:
        draw_label(order(CODED, number="12345678"), STOCK_76_130, 4.0)
    assert refused.value.field == "code"
