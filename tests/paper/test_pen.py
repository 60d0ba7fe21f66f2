"""Zones, and what is drawn into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import LabelTooFull
from outlet_app.paper.faces import Weight, installed_faces
from outlet_app.paper.page import Sheets, Turn
from outlet_app.paper.pen import Align, Pen, Style, Zone
from outlet_app.paper.typesetting import Type
from tests.paper.labels import picture

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = Zone(0, 0, 30, 20)


def _dark(draw: Callable[[Pen], None]) -> tuple[int, int, int, int]:
    sheets = Sheets("YT1", installed_faces())
    sheets.start(PAGE.width, PAGE.height, 8.0)
    pen = Pen(sheets)
    draw(pen)
    pen.close()
    sheets.end()
    box = picture(sheets.pdf(), 8.0).point(lambda shade: 255 if shade < 128 else 0).getbbox()
    assert box is not None
    return box


def _pen() -> Pen:
    sheets = Sheets("YT1", installed_faces())
    sheets.start(PAGE.width, PAGE.height, 8.0)
    return Pen(sheets)


def test_cells_and_rows_fill_their_zone_without_a_gap() -> None:
    first, second, last = Zone(1, 2, 30, 10).cells(5, 10)
    assert (first, second, last) == (Zone(1, 2, 5, 10), Zone(6, 2, 10, 10), Zone(16, 2, 15, 10))
    assert Zone(1, 2, 30, 10).rows(4) == (Zone(1, 2, 30, 4), Zone(1, 6, 30, 6))


def test_an_inner_zone_keeps_its_distance_on_all_sides() -> None:
    assert Zone(1, 2, 30, 10).inner(2, 1) == Zone(3, 3, 26, 8)


def test_a_black_zone_ends_on_whole_dots() -> None:
    assert _dark(lambda pen: pen.blacken(Zone(1.01, 2, 3, 4))) == (8, 16, 32, 48)


def test_a_frame_surrounds_its_zone_with_two_dots() -> None:
    assert _dark(lambda pen: pen.frame(Zone(1, 2, 3, 4))) == (8, 16, 34, 50)


@pytest.mark.parametrize(("align", "left"), [(Align.LEFT, 3), (Align.CENTRE, 104), (Align.RIGHT, 204)])
def test_a_line_stands_where_it_is_aligned(align: Align, left: int) -> None:
    box = _dark(lambda pen: pen.line(PAGE, "国", "f", Style(largest_pt=14, align=align)))
    assert box[0] == pytest.approx(left, abs=2)


def test_a_line_stands_half_way_down_its_zone() -> None:
    _, top, _, bottom = _dark(lambda pen: pen.line(PAGE, "国", "f", Style(largest_pt=14)))
    assert (top + bottom) / 2 == pytest.approx(80, abs=2)


def test_a_line_takes_smaller_type_before_it_refuses() -> None:
    pen = _pen()
    zone = Zone(0, 0, 8 * 7.2 * 25.4 / 72, 5)
    pen.line(zone, "一二三四五六七八", "remark", Style(largest_pt=14))
    with pytest.raises(LabelTooFull) as refused:
        pen.line(zone, "一二三四五六七八九", "remark", Style(largest_pt=14))
    assert refused.value.field == "remark"


def test_a_paragraph_takes_smaller_type_before_it_refuses() -> None:
    pen = _pen()
    zone = Zone(0, 0, 20, 5.5)
    pen.paragraph(zone, "一二三四五六七八九十一二三四", "sender.address", Style(largest_pt=14))
    assert len(pen.sheets.lines) == 2
    with pytest.raises(LabelTooFull) as refused:
        pen.paragraph(zone, "一二三四五六七八九十" * 3, "sender.address", Style(largest_pt=14))
    assert refused.value.field == "sender.address"


def test_a_paragraph_that_may_be_cut_ends_in_dots() -> None:
    pen = _pen()
    pen.cut_paragraph(Zone(0, 0, 20, 5.5), "一二三四五六七八九十" * 3, Style(largest_pt=14))
    assert len(pen.sheets.lines) == 2
    assert pen.sheets.lines[-1].endswith("…")


def test_what_fits_is_said_before_it_is_drawn() -> None:
    pen = _pen()
    assert pen.fits(PAGE, "张三", 9, Weight.REGULAR)
    assert not pen.fits(PAGE, "张三" * 20, 9, Weight.REGULAR)
    assert pen.holds(Zone(0, 0, 30, 3), "张三", Type(7))
    assert not pen.holds(Zone(0, 0, 30, 3), "张三" * 20, Type(7))
    assert pen.sheets.lines == []


@pytest.mark.parametrize("turn", [Turn.UP, Turn.DOWN])
def test_an_upright_line_stands_in_the_middle_of_its_zone(turn: Turn) -> None:
    zone = Zone(4, 2, 4, 16)
    left, top, right, bottom = _dark(lambda pen: pen.upright(zone, "YT123", turn))
    assert (left + right) / 2 == pytest.approx(6 * 8, abs=3)
    assert (top + bottom) / 2 == pytest.approx(10 * 8, abs=3)
