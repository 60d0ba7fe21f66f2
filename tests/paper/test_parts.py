"""A label on each paper: its zones, its words, its limits."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw
import pytest

from outlet_app.domain.terms import Category, Payment
from outlet_app.errors import LabelTooFull
from outlet_app.paper.label import LAYOUTS, LabelOrder, draw_label
from outlet_app.paper.parts import CATEGORIES
from tests.paper.labels import CODED, DPI_203, EACH_STOCK, PLAIN, RECIPIENT, SENDER, order, picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.paper.pen import Zone
    from outlet_app.paper.stocks import Stock

MM = 25.4 / 72
FULL = replace(
    order(
        CODED,
        number="JDVA12345678901",
        sort_code="342-081-00 052",
        category=Category.ELECTRONICS,
        payment=Payment.COLLECT,
        weight_g=999_999,
        fee_fen=100_000_000,
        cod_fen=100_000_000,
        declared_fen=100_000_000,
        remark="请在工作日送达，送货前请提前联系，若无人接听请放物业前台" * 4,
        recipient=replace(
            RECIPIENT,
            name="新***有限责任公司",
            phone="+86 0991-******34 转***",
            province="新疆维吾尔自治区",
            city="巴音郭楞蒙古自治州",
            district="和硕县",
            road="塔哈其镇特吾里克西路与清水河南大道交叉口西北方向二百米处工业园区第三期物流中心***",
        ),
        sender=replace(
            SENDER,
            province="内蒙古自治区",
            city="呼伦贝尔市",
            district="莫力达瓦达斡尔族自治旗",
            road="尼尔基镇纳文慕仁大街北段农牧业机械推广服务站***",
        ),
    ),
    carrier_name="京东物流快递有限公司",
    service_name="特惠重货",
    outlet_name="呼伦贝尔市莫力达瓦尼尔基网点",
    reprint=12,
)


@dataclass(frozen=True)
class Character:
    """One printed character: its ink's box in mm from the top left, and its type size in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size_pt: float


def _characters(pdf: bytes, stock: Stock) -> Iterator[Character]:
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage()
    for index in range(text.count_chars()):
        if not text.get_text_range(index, 1).strip():
            continue
        left, bottom, right, top = (side * MM for side in text.get_charbox(index))
        size = pypdfium2.raw.FPDFText_GetFontSize(text, index) * _scale(text, index)
        height = stock.height_mm
        yield Character(text.get_text_range(index, 1), left, height - top, right, height - bottom, size)
    document.close()


def _scale(text: pypdfium2.PdfTextPage, index: int) -> float:
    matrix = pypdfium2.raw.FS_MATRIX()
    assert pypdfium2.raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    return float((matrix.a**2 + matrix.b**2) ** 0.5)


def _holds(zone: Zone, character: Character) -> bool:
    return (
        zone.left - 0.05 <= character.left
        and character.right <= zone.right + 0.05
        and zone.top - 0.05 <= character.top
        and character.bottom <= zone.bottom + 0.05
    )


def _lines(wanted: LabelOrder, stock: Stock) -> tuple[str, ...]:
    return draw_label(wanted, stock, DPI_203).lines


@EACH_STOCK
def test_zones_do_not_overlap_and_stay_on_the_paper(stock: Stock) -> None:
    for one, other in combinations(LAYOUTS[stock].zones, 2):
        apart = one.right <= other.left + 1e-9 or other.right <= one.left + 1e-9
        assert apart or one.bottom <= other.top + 1e-9 or other.bottom <= one.top + 1e-9
    for zone in LAYOUTS[stock].zones:
        assert zone.left >= 0
        assert zone.top >= 0
        assert zone.right <= stock.width_mm
        assert zone.bottom <= stock.height_mm


@pytest.mark.parametrize("wanted", [PLAIN, CODED, FULL, replace(FULL, code_text=None)])
@EACH_STOCK
def test_no_character_leaves_its_zone_or_is_smaller_than_7_points(wanted: LabelOrder, stock: Stock) -> None:
    characters = list(_characters(draw_label(wanted, stock, DPI_203).pdf, stock))
    assert len(characters) > 150
    assert [each for each in characters if not any(_holds(zone, each) for zone in LAYOUTS[stock].zones)] == []
    assert min(each.size_pt for each in characters) >= 6.99


@EACH_STOCK
def test_the_sort_code_is_the_largest_type(stock: Stock) -> None:
    characters = list(_characters(draw_label(CODED, stock, DPI_203).pdf, stock))
    largest = max(characters, key=lambda each: each.size_pt)
    assert _holds(LAYOUTS[stock].sort_code, largest)


@pytest.mark.parametrize(
    ("payment", "cod_fen", "lines"),
    [
        (Payment.PAID, 0, {"寄付", "无"}),
        (Payment.MONTHLY, 5, {"月结", "¥0.05"}),
        (Payment.COLLECT, 128_000, {"到付 ¥18.00", "¥1,280.00"}),
    ],
)
@EACH_STOCK
def test_who_pays_and_what_is_collected_stands_large(
    payment: Payment, cod_fen: int, lines: set[str], stock: Stock
) -> None:
    assert lines <= set(_lines(order(payment=payment, cod_fen=cod_fen), stock))


@EACH_STOCK
def test_amounts_to_collect_are_white_on_black(stock: Stock) -> None:
    dots = 8
    place = LAYOUTS[stock].on_delivery
    spot = (int((place.right - 2) * dots), int((place.top + 1) * dots))
    shades = [picture(draw_label(order(cod_fen=cod), stock, DPI_203).pdf, DPI_203).getpixel(spot) for cod in (0, 100)]
    assert shades == [255, 0]


@pytest.mark.parametrize(
    ("grams", "text"), [(1250, "1.25 kg"), (1000, "1.00 kg"), (5, "0.005 kg"), (12_300, "12.30 kg")]
)
@EACH_STOCK
def test_weight_is_told_to_the_gram(grams: int, text: str, stock: Stock) -> None:
    assert text in _lines(order(weight_g=grams), stock)


@pytest.mark.parametrize("category", list(Category))
@EACH_STOCK
def test_contents_are_told_as_a_category_only(category: Category, stock: Stock) -> None:
    assert CATEGORIES[category] in _lines(order(category=category), stock)


@EACH_STOCK
def test_a_declared_value_is_told_where_there_is_one(stock: Stock) -> None:
    assert "未声明" in _lines(PLAIN, stock)
    assert "¥30.00" in _lines(order(declared_fen=3000), stock)


@EACH_STOCK
def test_inspected_and_real_name_checked_stand_on_every_label(stock: Stock) -> None:
    assert {"已验视", "已实名", "签收人"} <= set(_lines(PLAIN, stock))


@EACH_STOCK
def test_a_reprint_says_the_how_manieth_it_is(stock: Stock) -> None:
    assert not [line for line in _lines(PLAIN, stock) if "补打" in line]
    assert "补打 2" in _lines(replace(PLAIN, reprint=2), stock)


@EACH_STOCK
def test_the_number_stands_under_both_codes_and_four_times_at_the_edges(stock: Stock) -> None:
    assert _lines(PLAIN, stock).count(PLAIN.masked.number) == 6


@EACH_STOCK
def test_what_a_waybill_does_not_have_takes_no_line(stock: Stock) -> None:
    lines = _lines(replace(order(sort_code="", remark=""), service_name="", outlet_name=""), stock)
    assert "" not in lines


@EACH_STOCK
def test_a_remark_that_is_too_long_is_cut_and_says_so(stock: Stock) -> None:
    assert [line for line in _lines(FULL, stock) if line.endswith("…")]


@pytest.mark.parametrize(
    ("field", "wanted"),
    [
        ("number", order(number="A1B2C3D4E5F6G7H8J9K0")),
        ("sort_code", order(sort_code="三" * 30)),
        ("recipient.name", order(recipient=replace(RECIPIENT, name="张" * 40))),
        ("recipient.phone", order(recipient=replace(RECIPIENT, phone="*" * 100))),
        ("recipient.address", order(recipient=replace(RECIPIENT, road="路" * 200))),
        ("sender.address", order(sender=replace(SENDER, road="路" * 80))),
        ("carrier", replace(PLAIN, carrier_name="快" * 20)),
        ("service", replace(PLAIN, service_name="标准" * 8)),
        ("outlet", replace(PLAIN, outlet_name="网点" * 12)),
        ("cash_on_delivery", order(cod_fen=10**26)),
        ("fee", order(fee_fen=10**14)),
        ("declared_value", order(declared_fen=10**14)),
        ("weight", order(weight_g=10**11)),
    ],
)
@EACH_STOCK
def test_a_field_that_cannot_fit_is_named(field: str, wanted: LabelOrder, stock: Stock) -> None:
    with pytest.raises(LabelTooFull) as refused:
        draw_label(wanted, stock, DPI_203)
    assert refused.value.field == field
