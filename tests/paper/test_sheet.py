"""Reports and sheets as PDFs."""

from __future__ import annotations

import pypdfium2
import pytest

from outlet_app.paper.sheet import draw_sheet
from outlet_app.paper.sheet_blocks import (
    CheckpointBlock,
    Facts,
    Heading,
    Paragraph,
    Sheet,
    SigningLines,
    Table,
)
from outlet_app.paper.stocks import STOCK_76_130, STOCK_100_150, STOCK_A4, Stock
from tests.paper.labels import CODE, DPI_203, DPI_300, codes_on, metadata_of, picture, text_of

CHECKPOINT = "OC1.K7QM.9999.999999999999.ABCDEFGHJKMNPQRSTVWXYZ0123456789.0123ABCD"
SHEET = Sheet(
    "日结单",
    "余杭文一西路网点  2026-11-22",
    (
        CheckpointBlock(CHECKPOINT, "扫此码核对"),
        Heading("合计"),
        Facts((("收寄", "128 票"), ("到件", "96 件"))),
        Paragraph("操作记录前后相接。", strong=True),
        Table(("时间", "做了什么"), (("09:31", "查看收件人电话"), ("09:32", CODE)), (30, 120)),
        SigningLines(("店主签字",)),
    ),
    "余杭文一西路网点",
)
EACH_PAPER = pytest.mark.parametrize("stock", [STOCK_A4, STOCK_100_150, STOCK_76_130], ids=lambda stock: stock.name)


@pytest.mark.parametrize("dots_per_mm", [DPI_203, DPI_300], ids=["203 dpi", "300 dpi"])
@EACH_PAPER
def test_the_checkpoints_code_reads_back_and_is_the_only_one(stock: Stock, dots_per_mm: float) -> None:
    assert codes_on(picture(draw_sheet(SHEET, stock, dots_per_mm), dots_per_mm)) == {CHECKPOINT}


@EACH_PAPER
def test_the_checkpoint_can_be_copied_from_its_text(stock: Stock) -> None:
    text = "".join(text_of(draw_sheet(SHEET, stock))).replace(" ", "")
    assert CHECKPOINT in text


@EACH_PAPER
def test_no_other_code_is_on_the_paper_in_text_either(stock: Stock) -> None:
    text = " ".join(text_of(draw_sheet(SHEET, stock)))
    assert "OA1" not in text
    assert "***" in text


def test_the_text_of_a_sheet_is_what_was_put_in() -> None:
    assert text_of(draw_sheet(SHEET)) == [
        "日结单",
        "余杭文一西路网点 2026-11-22",
        "扫此码核对",
        "OC1. K7QM. 9999. 999999999999. ABCDEFGHJKMNPQRSTVWXYZ0123456789. 0123ABCD",
        "合计",
        "收寄 128 票",
        "到件 96 件",
        "操作记录前后相接。",
        "时间 做了什么",
        "09:31 查看收件人电话",
        "09:32 ***",
        "店主签字",
        "余杭文一西路网点 第 1 页，共 1 页",
    ]


def test_each_page_says_which_of_how_many_it_is() -> None:
    rows = tuple((str(at), "收寄") for at in range(150))
    pdf = draw_sheet(Sheet("报告", "", (Table(("序号", "做了什么"), rows, (20, 100)),)))
    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    document.close()
    assert count == 3
    assert [text_of(pdf, page)[-1] for page in range(count)] == [f"第 {page} 页，共 3 页" for page in (1, 2, 3)]


def test_the_metadata_tell_what_kind_of_paper_it_is_and_nothing_else() -> None:
    told = metadata_of(draw_sheet(SHEET))
    assert told["Title"] == "日结单"
    assert {told[key] for key in ("Author", "Subject", "Keywords", "Creator")} == {""}


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert draw_sheet(SHEET) == draw_sheet(SHEET)
