"""The label as a whole: codes, text, nobody's name, bytes."""

from __future__ import annotations

import datetime as dt
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageFilter

from outlet_app.domain.mask_floor import violations
from outlet_app.domain.masking import mask
from outlet_app.domain.party import Party
from outlet_app.domain.terms import Category, Payment
from outlet_app.domain.waybill import Waybill
from outlet_app.errors import LabelTooFull
from outlet_app.paper import layout_76x130
from outlet_app.paper.faces import Faces
from outlet_app.paper.label import LabelOrder, draw_label, draw_labels
from outlet_app.paper.stocks import STOCK_76_130
from tests.paper.labels import (
    CODE,
    CODED,
    DPI_203,
    DPI_300,
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
def test_both_codes_read_back(seen: str, code: str, dots_per_mm: float) -> None:
    label = draw_label(replace(CODED, code_text=code), STOCK_76_130, dots_per_mm)
    assert codes_on(SEEN[seen](picture(label.pdf, dots_per_mm))) == {NUMBER, code}


@pytest.mark.parametrize("dots_per_mm", [DPI_203, DPI_300], ids=["203 dpi", "300 dpi"])
@pytest.mark.parametrize("number", ["SF1234567890123", "12345678901234", "EA123456785CN", "JDVA12345678901", "123456"])
def test_numbers_of_all_shapes_read_back(number: str, dots_per_mm: float) -> None:
    label = draw_label(order(number=number), STOCK_76_130, dots_per_mm)
    for look in SEEN.values():
        assert codes_on(look(picture(label.pdf, dots_per_mm))) == {number}


def test_a_preview_shows_a_grey_square_and_no_code() -> None:
    label = draw_label(replace(PLAIN, preview=True), STOCK_76_130, DPI_203)
    image = picture(label.pdf, DPI_203)
    assert not label.coded
    assert codes_on(image) == {NUMBER}
    middle = layout_76x130.CODES
    assert image.getpixel((int((middle.left + 10.75) * 8), int((middle.top + 11) * 8))) == 191


def test_a_label_without_code_carries_the_number_alone() -> None:
    label = draw_label(PLAIN, STOCK_76_130, DPI_203)
    assert not label.coded
    assert codes_on(picture(label.pdf, DPI_203)) == {NUMBER}


def test_a_code_that_does_not_fit_its_square_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        draw_label(replace(PLAIN, code_text="A" * 123), STOCK_76_130, DPI_203)


@pytest.mark.parametrize("name", ORDERS)
def test_the_text_of_a_label_is_the_golden_text(name: str) -> None:
    found = "\n".join(text_of(draw_label(ORDERS[name], STOCK_76_130, DPI_203).pdf)) + "\n"
    assert found == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ORDERS)
def test_the_lines_that_are_judged_are_the_text_that_is_printed(name: str) -> None:
    label = draw_label(ORDERS[name], STOCK_76_130, DPI_203)
    assert sorted("".join(label.lines).replace(" ", "")) == sorted("".join(text_of(label.pdf)).replace(" ", ""))


def test_no_part_of_a_label_holds_what_the_mask_hides() -> None:
    waybill = _waybill()
    label = draw_label(replace(CODED, masked=mask(waybill)), STOCK_76_130, DPI_203)
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


def test_the_title_is_the_number_and_the_rest_of_the_metadata_is_empty() -> None:
    metadata = metadata_of(draw_label(CODED, STOCK_76_130, DPI_203).pdf)
    assert metadata["Title"] == NUMBER
    assert {metadata[key] for key in ("Author", "Subject", "Keywords", "Creator")} == {""}


def test_the_same_order_gives_the_same_bytes() -> None:
    first = draw_label(CODED, STOCK_76_130, DPI_203)
    draw_label(order(remark="另一张"), STOCK_76_130, DPI_300)
    assert draw_label(CODED, STOCK_76_130, DPI_203) == first


def test_a_batch_is_one_document_with_a_page_each_and_its_faces_once() -> None:
    numbers = [f"YT12345678901{place:02}" for place in range(40)]
    batch = draw_labels([order(CODED, number=number) for number in numbers], STOCK_76_130, DPI_203)
    document = pypdfium2.PdfDocument(batch.pdf)
    assert len(document) == len(numbers)
    document.close()
    assert batch.pdf.count(b"/FontFile2") == 2
    assert metadata_of(batch.pdf)["Title"] == f"{numbers[0]} +39"
    assert codes_on(picture(batch.pdf, DPI_203, 39)) == {numbers[39], CODE}
    assert text_of(batch.pdf, 39).count(numbers[39]) == 2


def test_a_label_in_a_batch_takes_at_most_2500_bytes() -> None:
    orders = [order(CODED, number=f"YT1234567890{place:03}", weight_g=1000 + place) for place in range(101)]
    one = draw_labels(orders[:1], STOCK_76_130, DPI_203)
    many = draw_labels(orders, STOCK_76_130, DPI_203)
    assert (len(many.pdf) - len(one.pdf)) / 100 <= 2500


def test_a_batch_with_one_coded_label_counts_as_coded() -> None:
    assert draw_labels([PLAIN, CODED], STOCK_76_130, DPI_203).coded
    assert not draw_labels([PLAIN, PLAIN], STOCK_76_130, DPI_203).coded


def test_a_character_without_a_face_is_boxed_and_told_but_never_dropped() -> None:
    rare = order(recipient=replace(RECIPIENT, name="𠮷**"), remark="😀")
    label = draw_label(rare, STOCK_76_130, DPI_203, Faces(None))
    assert label.missing == ("𠮷", "😀")
    assert any(line.startswith("𠮷**") for line in label.lines)
    common = draw_label(order(recipient=replace(RECIPIENT, name="国**")), STOCK_76_130, DPI_203, Faces(None))
    assert common.missing == ()


def test_bytes_and_lines_do_not_show_when_a_label_is_printed_out() -> None:
    assert "张" not in repr(draw_label(PLAIN, STOCK_76_130, DPI_203))


def test_a_refused_label_does_not_spoil_the_next() -> None:
    with pytest.raises(LabelTooFull):
        draw_label(order(number="A1B2C3D4E5F6G7H8J9K0"), STOCK_76_130, DPI_203)
    assert codes_on(picture(draw_label(CODED, STOCK_76_130, DPI_203).pdf, DPI_203)) == {NUMBER, CODE}


def test_labels_drawn_at_once_on_two_lanes_are_the_labels_drawn_one_by_one() -> None:
    orders: list[LabelOrder] = [order(CODED, number=f"YT12345678901{place:02}") for place in range(12)]
    alone = [draw_label(each, STOCK_76_130, DPI_203).pdf for each in orders]
    with ThreadPoolExecutor(2) as lanes:
        together = list(lanes.map(lambda each: draw_label(each, STOCK_76_130, DPI_203).pdf, orders))
    assert together == alone
