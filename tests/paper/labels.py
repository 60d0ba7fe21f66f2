"""Made-up labels, and ways to look at them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from outlet_app import printing
from outlet_app.domain.sealed_waybill import MaskedParty, MaskedWaybill
from outlet_app.domain.terms import Category, Payment
from outlet_app.paper.label import LabelOrder
from outlet_app.paper.stocks import STOCKS

NUMBER = "YT1234567890123"
CODE = f"OA1.K7QM.{NUMBER}.1.ABCDEFGHJKMNPQRSTVWXYZ0123.0.12345.ABCDEFGHJKMNPQRSTVWXYZ0123456789.0123ABCD"
LONGEST_CODE = (
    "OA1.K7QM.YT123456789012345678.12.ABCDEFGHJKMNPQRSTVWXYZ0123.12.12345678.ABCDEFGHJKMNPQRSTVWXYZ0123456789.0123ABCD"
)
EACH_STOCK = pytest.mark.parametrize("stock", STOCKS.values(), ids=list(STOCKS))
DPI_203 = 8.0
DPI_300 = 300 / 25.4

RECIPIENT = MaskedParty(
    name="张**",
    initial="张",
    phone="*******8000",
    tail="8000",
    province="浙江省",
    city="杭州市",
    district="余杭区",
    road="文一西路969号***",
)
SENDER = MaskedParty(
    name="杭***公司",
    initial="杭",
    phone="0571-******34 转***",
    tail="34",
    province="上海市",
    city="上海市",
    district="徐汇区",
    road="虹漕路461号***",
)
WAYBILL = MaskedWaybill(
    record_id=bytes(16),
    version=1,
    number=NUMBER,
    carrier="yto",
    service="standard",
    sender=SENDER,
    recipient=RECIPIENT,
    category=Category.CLOTHING,
    remark="易碎，请轻放",
    weight_g=1250,
    payment=Payment.COLLECT,
    fee_fen=1800,
    cod_fen=128000,
    declared_fen=0,
    sort_code="杭州 余杭",
    accepted_at=dt.datetime(2026, 11, 22, 6, 5, tzinfo=dt.UTC),
)
PLAIN = LabelOrder(
    masked=WAYBILL,
    carrier_name="圆通速递",
    service_name="标准快递",
    outlet_name="文一西路网点",
    printed_at=dt.datetime(2026, 11, 22, 14, 5, tzinfo=dt.timezone(dt.timedelta(hours=8))),
)
CODED = replace(PLAIN, code_text=CODE)


def order(base: LabelOrder = PLAIN, **changes: object) -> LabelOrder:
    """`base` with another waybill: `changes` are fields of the masked waybill."""
    return replace(base, masked=replace(base.masked, **changes))  # type: ignore[arg-type] # fields of the waybill


def picture(pdf: bytes, dots_per_mm: float, page: int = 0) -> Image.Image:
    """A page in grey."""
    made = printing.page_picture(pdf, dots_per_mm, page)
    return Image.frombytes("RGB", (made.width, made.height), made.data).convert("L")


def codes_on(image: Image.Image) -> frozenset[str]:
    """The texts of all codes on a picture, as a reader finds them that was told nothing about it."""
    return frozenset(found.text for found in zxingcpp.read_barcodes(image))


def text_of(pdf: bytes, page: int = 0) -> list[str]:
    """The lines of text of a page as a PDF reader finds them, in the order they were drawn."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = document[page].get_textpage().get_text_range()
    finally:
        document.close()
    return [line.strip() for line in text.splitlines() if line.strip()]


def metadata_of(pdf: bytes) -> dict[str, str]:
    """The document's metadata as a PDF reader finds them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return dict(document.get_metadata_dict())
    finally:
        document.close()
