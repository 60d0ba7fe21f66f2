"""The label as a whole: codes, text, nobody's name, bytes."""

from __future__ import annotations

import datetime as dt
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image, ImageFilter

from outlet_app.domain.mask_floor import violations
from outlet_app.domain.masking import mask
from outlet_app.domain.party import Party
from outlet_app.domain.printer_setup import Placing
from outlet_app.domain.terms import Category, Payment
from outlet_app.domain.waybill import Waybill
from outlet_app.errors import LabelTooFull
from outlet_app.paper.faces import Faces
from outlet_app.paper.label import LAYOUTS, draw_label, draw_labels
from outlet_app.paper.stocks import STOCK_76_130
from tests.paper.labels import (
    CODE,
    CODED,
    DPI_203,
    DPI_300,
    EACH_STOCK,
    LONGEST_CODE,
    NUMBER,
    PLAIN,
    RECIPIENT,
    codes_on,
    metadata_of,
    order,
    picture,
    text_of,
)

if TYPE_CHECKING:
    from outlet_app.paper.label import LabelOrder
    from outlet_app.paper.stocks import Stock

GOLDEN = Path(__file__).parent / "golden"
ORDERS = {
    "plain": PLAIN,
    "coded": CODED,
    "preview": replace(PLAIN, preview=True),
    "reprint": replace(
        order(CODED, payment=Payment.MONTHLY, cod_fen=0, category=Category.BOOKS, declared_fen=50_000), reprint=1
    ),
}
SEEN = {
    "straight": lambda image: image,
    "black and white": lambda image: image.point(lambda shade: 255 if shade > 127 else 0),
    "blurred": lambda image: image.filter(ImageFilter.GaussianBlur(1)),
    "turned right": lambda image: _turned(image, -2),
    "turned left": lambda image: _turned(image, 2),
}


def _turned(image: Image.Image, degrees: float) -> Image.Image:
    return image.rotate(degrees, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)


def _waybill() -> Waybill:
    return Waybill(
        record_id=bytes(16),
        version=1,
        number=NUMBER,
        carrier="yto",
        service="standard",
        sender=Party(
            name="李小龙",
            phone="0571-88880000",
            province="上海市",
            city="上海市",
            district="徐汇区",
            detail="虹漕路461号58号楼5楼",
        ),
        recipient=Party(
            name="张三",
            phone="13800138000",
            province="浙江省",
            city="杭州市",
            district="余杭区",
            detail="文一西路969号3号楼2单元501室",
        ),
        category=Category.CLOTHING,
        contents="红色毛衣",
        remark="周末打 13800138000",
        weight_g=1250,
        payment=Payment.COLLECT,
        fee_fen=1800,
        cod_fen=128_000,
        declared_fen=0,
        sort_code="杭州 余杭",
        accepted_at=dt.datetime(2026, 11, 22, 6, 5, tzinfo=dt.UTC),
    )


def _streams(pdf: bytes) -> bytes:
    """Every stream of the document, inflated where it is deflated."""
    parts = []
    for piece in pdf.split(b"stream")[1::2]:
        inflater = zlib.decompressobj()
        try:
            parts.append(inflater.decompress(piece.lstrip(b"\r\n")))
        except zlib.error:
            parts.append(piece)
    return b"".join(parts)


@pytest.mark.parametrize("dots_per_mm", [DPI_203, DPI_300, 203 / 25.4], ids=["8 dots", "300 dpi", "203 dpi"])
@pytest.mark.parametrize("code", [CODE, LONGEST_CODE], ids=["usual code", "longest code"])
@pytest.mark.parametrize("seen", SEEN)
@EACH_STOCK
def test_both_codes_read_back(seen: str, code: str, dots_per_mm: float, stock: Stock) -> None:
    label = draw_label(replace(CODED, code_text=code), stock, dots_per_mm)
    assert codes_on(SEEN[seen](picture(label.pdf, dots_per_mm))) == {NUMBER, code}


PLACINGS = pytest.mark.parametrize("placing", [Placing(15, -12, 980), Placing(-7, 14, 1020)], ids=["smaller", "larger"])


@pytest.mark.parametrize("dots_per_mm", [DPI_203, DPI_300], ids=["203 dpi", "300 dpi"])
@PLACINGS
@EACH_STOCK
def test_a_moved_and_scaled_label_reads_back(placing: Placing, dots_per_mm: float, stock: Stock) -> None:
    image = picture(draw_label(CODED, stock, dots_per_mm, placing=placing).pdf, dots_per_mm)
    for look in SEEN.values():
        assert codes_on(look(image)) == {NUMBER, CODE}


@PLACINGS
@EACH_STOCK
def test_a_moved_and_scaled_label_keeps_bars_of_whole_dots(placing: Placing, stock: Stock) -> None:
    image = picture(draw_label(CODED, stock, DPI_203, placing=placing).pdf, DPI_203)
    bars = LAYOUTS[stock].bars
    right, down = placing.right_tenths / 10, placing.down_tenths / 10
    y = int(((bars.top + bars.height / 2) * placing.scale + down) * DPI_203)
    left, end = (int((edge * placing.scale + right) * DPI_203) for edge in (bars.left, bars.right))
    row = image.crop((left + 8, y, end - 8, y + 1)).tobytes()
    runs = [len(list(run)) for is_dark, run in groupby(row, lambda shade: shade < 128) if is_dark]
    module = min(runs)
    assert len(runs) == 40
    assert module >= 3
    assert {run / module for run in runs} == {1, 2, 3, 4}


@pytest.mark.parametrize("number", ["JDVA12345678901", "EA123456785CN", "SF1234567890123"])
@pytest.mark.parametrize("scale", [980, 1020])
@pytest.mark.parametrize("dots_per_mm", [DPI_203, DPI_300], ids=["203 dpi", "300 dpi"])
@EACH_STOCK
def test_a_number_that_fits_a_label_fits_it_at_any_scale(
    number: str, scale: int, dots_per_mm: float, stock: Stock
) -> None:
    label = draw_label(order(CODED, number=number), stock, dots_per_mm, placing=Placing(scale_mille=scale))
    assert codes_on(picture(label.pdf, dots_per_mm)) == {number, CODE}


@pytest.mark.parametrize("dots_per_mm", [DPI_203, DPI_300], ids=["203 dpi", "300 dpi"])
@pytest.mark.parametrize("number", ["SF1234567890123", "12345678901234", "EA123456785CN", "JDVA12345678901", "123456"])
@EACH_STOCK
def test_numbers_of_all_shapes_read_back(number: str, dots_per_mm: float, stock: Stock) -> None:
    label = draw_label(order(number=number), stock, dots_per_mm)
    for look in SEEN.values():
        assert codes_on(look(picture(label.pdf, dots_per_mm))) == {number}


@EACH_STOCK
def test_a_preview_shows_a_grey_square_and_no_code(stock: Stock) -> None:
    label = draw_label(replace(PLAIN, preview=True), stock, DPI_203)
    image = picture(label.pdf, DPI_203)
    assert not label.coded
    assert codes_on(image) == {NUMBER}
    place = LAYOUTS[stock].codes.square
    middle = (place.left + place.width / 2, place.top + place.height / 2)
    assert image.getpixel((int(middle[0] * 8), int(middle[1] * 8))) == 191


@EACH_STOCK
def test_a_label_without_code_carries_the_number_alone(stock: Stock) -> None:
    label = draw_label(PLAIN, stock, DPI_203)
    assert not label.coded
    assert codes_on(picture(label.pdf, DPI_203)) == {NUMBER}


@EACH_STOCK
def test_a_code_that_does_not_fit_its_square_is_refused(stock: Stock) -> None:
    with pytest.raises(ValueError, match="too long"):
        draw_label(replace(PLAIN, code_text="A" * 123), stock, DPI_203)


@pytest.mark.parametrize("name", ORDERS)
@EACH_STOCK
def test_the_text_of_a_label_is_the_golden_text(name: str, stock: Stock) -> None:
    found = "\n".join(text_of(draw_label(ORDERS[name], stock, DPI_203).pdf)) + "\n"
    assert found == (GOLDEN / stock.name / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ORDERS)
@EACH_STOCK
def test_the_lines_that_are_judged_are_the_text_that_is_printed(name: str, stock: Stock) -> None:
    label = draw_label(ORDERS[name], stock, DPI_203)
    assert sorted("".join(label.lines).replace(" ", "")) == sorted("".join(text_of(label.pdf)).replace(" ", ""))


@EACH_STOCK
def test_no_part_of_a_label_holds_what_the_mask_hides(stock: Stock) -> None:
    waybill = _waybill()
    label = draw_label(replace(CODED, masked=mask(waybill)), stock, DPI_203)
    everything = "\n".join([*label.lines, *text_of(label.pdf), *metadata_of(label.pdf).values()])
    everything += "\n".join(codes_on(picture(label.pdf, DPI_203)))
    hidden = (
        "张三",
        "李小龙",
        "小龙",
        "13800138000",
        "138001",
        "8888",
        "501",
        "3号楼",
        "58号楼",
        "5楼",
        "红色毛衣",
        "毛衣",
    )
    assert [part for part in hidden if part in everything] == []
    raw = label.pdf + _streams(label.pdf)
    assert [part for part in hidden if part.encode() in raw or part.encode("utf-16-be") in raw] == []
    assert violations(label.lines, waybill) == ()


@EACH_STOCK
def test_the_title_is_the_number_and_the_rest_of_the_metadata_is_empty(stock: Stock) -> None:
    metadata = metadata_of(draw_label(CODED, stock, DPI_203).pdf)
    assert metadata["Title"] == NUMBER
    assert {metadata[key] for key in ("Author", "Subject", "Keywords", "Creator")} == {""}


@EACH_STOCK
def test_the_same_order_gives_the_same_bytes(stock: Stock) -> None:
    first = draw_label(CODED, stock, DPI_203)
    draw_label(order(remark="另一张"), stock, DPI_300)
    assert draw_label(CODED, stock, DPI_203) == first


@EACH_STOCK
def test_a_batch_is_one_document_with_a_page_each_and_its_faces_once(stock: Stock) -> None:
    numbers = [f"YT12345678901{place:02}" for place in range(40)]
    batch = draw_labels([order(CODED, number=number) for number in numbers], stock, DPI_203)
    document = pypdfium2.PdfDocument(batch.pdf)
    assert len(document) == len(numbers)
    document.close()
    assert batch.pdf.count(b"/FontFile2") == 2
    assert metadata_of(batch.pdf)["Title"] == f"{numbers[0]} +39"
    assert codes_on(picture(batch.pdf, DPI_203, 39)) == {numbers[39], CODE}
    assert text_of(batch.pdf, 39).count(numbers[39]) == 2


@EACH_STOCK
def test_a_label_in_a_batch_takes_at_most_2500_bytes(stock: Stock) -> None:
    orders = [order(CODED, number=f"YT1234567890{place:03}", weight_g=1000 + place) for place in range(101)]
    one = draw_labels(orders[:1], stock, DPI_203)
    many = draw_labels(orders, stock, DPI_203)
    assert (len(many.pdf) - len(one.pdf)) / 100 <= 2500


@EACH_STOCK
def test_a_batch_with_one_coded_label_counts_as_coded(stock: Stock) -> None:
    assert draw_labels([PLAIN, CODED], stock, DPI_203).coded
    assert not draw_labels([PLAIN, PLAIN], stock, DPI_203).coded


@EACH_STOCK
def test_a_character_without_a_face_is_boxed_and_told_but_never_dropped(stock: Stock) -> None:
    rare = order(recipient=replace(RECIPIENT, name="𠮷**"), remark="😀")
    label = draw_label(rare, stock, DPI_203, Faces(None))
    assert label.missing == ("𠮷", "😀")
    assert any(line.startswith("𠮷**") for line in label.lines)
    common = draw_label(order(recipient=replace(RECIPIENT, name="国**")), stock, DPI_203, Faces(None))
    assert common.missing == ()


def test_bytes_and_lines_do_not_show_when_a_label_is_printed_out() -> None:
    assert "张" not in repr(draw_label(PLAIN, STOCK_76_130, DPI_203))


@EACH_STOCK
def test_a_refused_label_does_not_spoil_the_next(stock: Stock) -> None:
    with pytest.raises(LabelTooFull):
        draw_label(order(number="A1B2C3D4E5F6G7H8J9K0"), stock, DPI_203)
    assert codes_on(picture(draw_label(CODED, stock, DPI_203).pdf, DPI_203)) == {NUMBER, CODE}


@EACH_STOCK
def test_labels_drawn_at_once_on_two_lanes_are_the_labels_drawn_one_by_one(stock: Stock) -> None:
    orders: list[LabelOrder] = [order(CODED, number=f"YT12345678901{place:02}") for place in range(12)]
    alone = [draw_label(each, stock, DPI_203).pdf for each in orders]
    with ThreadPoolExecutor(2) as lanes:
        together = list(lanes.map(lambda each: draw_label(each, stock, DPI_203).pdf, orders))
    assert together == alone
