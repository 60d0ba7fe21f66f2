"""The printed hand-over list."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest

from outlet_app import printing
from outlet_app.domain.handover_list import HandoverItem, HandoverThing, HandoverWay
from outlet_app.paper import codes
from outlet_app.paper.handover_paper import HandoverPaper, handover_sheet
from outlet_app.paper.sheet import draw_sheet
from outlet_app.paper.sheet_blocks import Table
from outlet_app.paper.stocks import STOCK_76_130, STOCK_100_150, STOCK_A4, Stock

CODE = "OC1.7QXM.1.4182.0123456789ABCDEFGHJKMNPQRSTVWXYZ.ABCDEFGH"
ITEMS = (
    HandoverItem(b"1" * 16, "YT8800000000001", HandoverThing.WAYBILL, HandoverWay.CODE, 1, 1200),
    HandoverItem(b"2" * 16, "YT8800000000002", HandoverThing.WAYBILL, HandoverWay.BARS, 2, 550),
    HandoverItem(b"3" * 16, "YT5500000000003", HandoverThing.PARCEL, HandoverWay.TYPED, 4, 0),
)
PAPER = HandoverPaper(
    outlet_name="余杭文一西路网点",
    carrier_name="圆通速递",
    number=12,
    opened_at=datetime(2026, 11, 22, 9, 30),  # noqa: DTZ001 - on the outlet's clock
    closed_at=datetime(2026, 11, 22, 18, 5),  # noqa: DTZ001 - as above
    closed_by="陈伟",
    items=ITEMS,
    unsealed=frozenset(),
    code_text=CODE,
)


def test_the_paper_says_what_a_driver_counts_and_signs_and_nothing_else() -> None:
    sheet = handover_sheet(PAPER)
    assert (sheet.title, sheet.foot) == ("圆通速递交接单 第12号", "圆通速递 第12号")
    assert sheet.subtitle == "余杭文一西路网点 · 交接 2026-11-22 18:05 · 开单 11-22 09:30"
    facts, table, legend, signing, checkpoint = sheet.blocks
    assert facts.rows == (  # type: ignore[union-attr] # the order is the paper's
        ("件数", "3 件，其中退回 1 件"),
        ("总重量", "1.75 公斤（退回件不计）"),
        ("经手人", "陈伟"),
    )
    assert table.rows == (  # type: ignore[union-attr]
        ("1", "YT8800000000001", "扫码", "1.20", ""),
        ("2", "YT8800000000002", "条码", "0.55", ""),
        ("3", "YT5500000000003", "手输", "", "退回"),
    )
    assert "方式" in legend.text  # type: ignore[union-attr]
    assert signing.captions == ("网点交件人", "快递公司收件人", "日期、时间")  # type: ignore[union-attr]
    assert checkpoint.code_text == CODE  # type: ignore[union-attr]


def test_what_the_carrier_cannot_open_is_named_on_its_row_and_said() -> None:
    sheet = handover_sheet(replace(PAPER, unsealed=frozenset({"YT8800000000002"})))
    (table,) = (block for block in sheet.blocks if isinstance(block, Table))
    assert [row[4] for row in table.rows] == ["", "未密封", "退回"]
    assert any("补录" in getattr(block, "text", "") for block in sheet.blocks)


def test_a_list_of_own_waybills_alone_says_nothing_of_returns_and_nobody_when_nobody_is_known() -> None:
    facts = handover_sheet(replace(PAPER, items=ITEMS[:2], closed_by="")).blocks[0]
    assert facts.rows == (("件数", "2 件"), ("总重量", "1.75 公斤"))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("stock", "dots", "pages"),
    [(STOCK_76_130, 8.0, 14), (STOCK_76_130, 300 / 25.4, 14), (STOCK_100_150, 8.0, 12), (STOCK_A4, 300 / 25.4, 6)],
)
def test_three_hundred_parcels_print_on_any_paper_and_the_checkpoint_is_read_back(
    stock: Stock, dots: float, pages: int
) -> None:
    items = tuple(replace(ITEMS[0], number=f"YT88000000{place:05d}", position=place) for place in range(300))
    pdf = draw_sheet(handover_sheet(replace(PAPER, items=items)), stock, dots)
    document = pypdfium2.PdfDocument(pdf)
    texts = [document[page].get_textpage().get_text_bounded() for page in range(len(document))]
    assert len(texts) <= pages
    assert all("第12号" in text for text in texts)
    assert all(item.number in "".join(texts) for item in items)
    picture = printing.page_picture(pdf, 12.0, page=len(texts) - 1)
    assert codes.read_back(picture.width, picture.height, picture.data) == {CODE}
