"""Sheets laid out over any paper."""

from __future__ import annotations

import pytest

from outlet_app.paper.faces import installed_faces
from outlet_app.paper.sheet_blocks import Block, Facts, Heading, Paragraph, Sheet, SigningLines, Table
from outlet_app.paper.sheet_layout import Measures, PlacedPage, lay_out
from outlet_app.paper.stocks import STOCK_76_130, STOCK_100_150, STOCK_A4, Stock

EACH_PAPER = pytest.mark.parametrize("stock", [STOCK_A4, STOCK_100_150, STOCK_76_130], ids=lambda stock: stock.name)
LONG = "做了一件要用很多字才说得清楚的事，" * 12


def table(rows: int, words: str = "收寄包裹") -> Table:
    return Table(
        ("序号", "时间", "做了什么", "运单"),
        tuple((str(at), "2026-11-22 09:31:05", words, f"YT{at:013d}") for at in range(rows)),
        (12, 34, 90, 36),
        right=(0,),
        empty="没有",
    )


def pages_of(stock: Stock, *blocks: Block) -> list[PlacedPage]:
    return lay_out(Sheet("标题", "副标题", blocks), stock, installed_faces())


def texts(page: PlacedPage) -> list[str]:
    return [placed.text for placed in page.texts]


@EACH_PAPER
def test_nothing_stands_beyond_the_margins_or_in_the_foot(stock: Stock) -> None:
    faces, measures = installed_faces(), Measures.of(stock)
    blocks = (
        Heading("一"),
        Facts((("名称", LONG),)),
        table(40, LONG),
        Paragraph(LONG * 3),
        SigningLines(("签字",) * 9),
    )
    for page in pages_of(stock, *blocks):
        for placed in page.texts:
            right = placed.x + faces.width_mm(placed.text, placed.kind.weight, placed.kind.size_pt)
            assert measures.margin_mm <= placed.x
            assert right <= stock.width_mm - measures.margin_mm + 0.3
            assert placed.y <= stock.height_mm - measures.margin_mm - measures.foot_mm + 0.3
        assert all(rule.right <= stock.width_mm - measures.margin_mm + 0.01 for rule in page.rules)


@EACH_PAPER
def test_every_row_stands_once_and_in_order(stock: Stock) -> None:
    shown = [text for page in pages_of(stock, table(200)) for text in texts(page)]
    numbers = [word for text in shown for word in text.split() if word.startswith("YT")]
    assert numbers == [f"YT{at:013d}" for at in range(200)]


def test_the_heads_stand_on_every_page_that_the_table_runs_over() -> None:
    pages = pages_of(STOCK_A4, table(200))
    assert len(pages) > 2
    assert all(texts(page).count("做了什么") == 1 for page in pages)


def test_on_label_stock_a_row_becomes_a_paragraph_that_is_not_torn_apart() -> None:
    pages = pages_of(STOCK_76_130, table(100))
    for page in pages:
        told = texts(page)
        assert sum("2026-11-22" in text for text in told) == sum("YT" in text for text in told)
    assert "做了什么 收寄包裹 · 运单 YT0000000000000" in texts(pages[0])


@EACH_PAPER
def test_a_table_without_rows_says_so(stock: Stock) -> None:
    (page,) = pages_of(stock, table(0))
    assert texts(page) == ["标题", "副标题", "没有"]


def test_figures_end_at_one_edge() -> None:
    (page,) = pages_of(STOCK_A4, table(11))
    faces = installed_faces()
    ends = {
        round(placed.x + faces.width_mm(placed.text, placed.kind.weight, placed.kind.size_pt), 3)
        for placed in page.texts
        if placed.text.isdigit()
    }
    assert len(ends) == 1


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for lines in range(40, 75):
        pages = pages_of(STOCK_A4, *[Paragraph("一行")] * lines, Heading("下一段"), Paragraph("正文"))
        assert all(texts(page)[-1] != "下一段" for page in pages)
