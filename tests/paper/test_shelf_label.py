"""The label of an arrived parcel: what it says, that its bars are read, and that it fits whatever paper is there."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.outlet_day import OUTLET_TIME
from outlet_app.domain.printer_setup import Placing
from outlet_app.paper.shelf_label import ShelfLabel, draw_shelf_label
from outlet_app.paper.stocks import LABEL_STOCKS, STOCK_60_40
from outlet_app.printing.pictures import page_size_mm
from tests.paper.labels import DPI_203, DPI_300, codes_on, metadata_of, picture, text_of
from tests.paper.test_label import SEEN

if TYPE_CHECKING:
    from outlet_app.paper.stocks import Stock

EACH_STOCK = pytest.mark.parametrize("stock", LABEL_STOCKS.values(), ids=list(LABEL_STOCKS))

LABEL = ShelfLabel(
    shelf_code="15-1-731",
    number="YT8800000000123",
    tail="5678",
    carrier="圆通速递",
    arrived_at=datetime(2026, 11, 22, 9, 30, tzinfo=OUTLET_TIME),
    due_fen=12050,
)
NUMBERS = ("YT8800000000123", "77512345678901", "JDX00012345678911", "EA123456784CN", "A12345678901234567", "123456")


@EACH_STOCK
@pytest.mark.parametrize("number", NUMBERS)
def test_the_bars_say_the_number_at_both_resolutions(stock: Stock, number: str) -> None:
    for dots_per_mm in (DPI_203, DPI_300):
        pdf = draw_shelf_label(replace(LABEL, number=number), stock, dots_per_mm)
        assert codes_on(picture(pdf, dots_per_mm)) == {number}


@pytest.mark.parametrize("seen", SEEN)
def test_the_bars_are_read_from_a_bad_picture(seen: str) -> None:
    image = picture(draw_shelf_label(LABEL, STOCK_60_40, DPI_300), DPI_300)
    assert codes_on(SEEN[seen](image)) == {LABEL.number}


@EACH_STOCK
def test_it_says_where_the_parcel_stands_whose_it_is_and_what_is_due(stock: Stock) -> None:
    pdf = draw_shelf_label(LABEL, stock, DPI_203)
    text = text_of(pdf)
    for words in ("15-1-731", "5678", "应收 ¥120.50", "圆通速递", "11-22 09:30 到", "单号尾 000123"):
        assert words in " ".join(text)
    assert page_size_mm(pdf) == (stock.width_mm, stock.height_mm)
    assert not metadata_of(pdf).get("Title")


def test_it_knows_nothing_else_of_anybody() -> None:
    known = {field.name for field in fields(ShelfLabel)}
    assert known == {"shelf_code", "number", "tail", "carrier", "arrived_at", "due_fen"}


def test_where_nothing_is_due_nothing_of_money_stands_and_no_tail_is_a_dash() -> None:
    text = " ".join(text_of(draw_shelf_label(replace(LABEL, due_fen=0, tail=""), STOCK_60_40, DPI_203)))
    assert "¥" not in text
    assert "应收" not in text
    assert "—" in text


@pytest.mark.parametrize("code", ["3-7", "15-1-731", "WWWW-WWWW-999", "A123-B456-999"])
@pytest.mark.parametrize("due_fen", [0, 100_000_000 * 2])
def test_the_longest_that_can_be_typed_fits(code: str, due_fen: int) -> None:
    label = replace(LABEL, shelf_code=code, due_fen=due_fen, carrier="中国邮政速递物流有限公司")
    assert code in text_of(draw_shelf_label(label, STOCK_60_40, DPI_203))


def test_a_number_without_room_for_its_bars_is_printed_whole() -> None:
    number = "ABCDEFGHIJKLMNOPQRS1"
    pdf = draw_shelf_label(replace(LABEL, number=number), STOCK_60_40, DPI_203)
    assert number in text_of(pdf)
    assert codes_on(picture(pdf, DPI_203)) == set()


def test_it_moves_with_the_placing_and_stays_readable() -> None:
    for placing in (Placing(10, -5, 1020), Placing(-10, 5, 980)):
        pdf = draw_shelf_label(LABEL, STOCK_60_40, DPI_203, placing)
        assert codes_on(picture(pdf, DPI_203)) == {LABEL.number}


def test_on_a_waybills_paper_it_stands_at_the_top_above_a_line_to_tear_along() -> None:
    image = picture(draw_shelf_label(LABEL, LABEL_STOCKS["76x130"], DPI_203), DPI_203)
    dark = [y for y in range(image.height) if min(image.crop((0, y, image.width, y + 1)).tobytes()) < 128]
    assert max(dark) < 41 * DPI_203
    dashes = image.crop((0, int(40 * DPI_203) - 2, image.width, int(40 * DPI_203) + 4))
    assert min(dashes.tobytes()) < 128


def test_the_same_label_gives_the_same_bytes() -> None:
    assert draw_shelf_label(LABEL, STOCK_60_40, DPI_203) == draw_shelf_label(LABEL, STOCK_60_40, DPI_203)
