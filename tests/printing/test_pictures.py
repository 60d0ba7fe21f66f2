"""A page in dots."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
from reportlab.pdfgen.canvas import Canvas

from outlet_app import printing
from outlet_app.paper.label import draw_label, draw_labels
from outlet_app.paper.sheet import draw_sheet
from outlet_app.paper.sheet_blocks import Sheet, Table
from outlet_app.paper.stocks import STOCK_76_130
from tests.paper.labels import DPI_203, DPI_300, NUMBER, PLAIN, codes_on, order, picture

PDF = draw_label(PLAIN, STOCK_76_130, DPI_203).pdf


@pytest.mark.parametrize(
    ("dots_per_mm", "size"),
    [(DPI_203, (608, 1040)), (DPI_300, (898, 1536)), (3.3, (251, 429)), (203 / 25.4, (608, 1039))],
)
def test_a_picture_has_the_dots_of_its_page(dots_per_mm: float, size: tuple[int, int]) -> None:
    made = printing.page_picture(PDF, dots_per_mm)
    assert (made.width, made.height) == size
    assert len(made.data) == 3 * made.width * made.height


def test_a_picture_shows_red_before_blue() -> None:
    page = io.BytesIO()
    canvas = Canvas(page, pagesize=(72, 72))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 72, 72, fill=1)
    canvas.save()
    made = printing.page_picture(page.getvalue(), 2.0)
    middle = 3 * (made.width * (made.height // 2) + made.width // 2)
    assert made.data[middle : middle + 3] == b"\xff\x00\x00"


def test_a_pages_picture_is_that_page() -> None:
    numbers = [NUMBER, "YT1234567890124"]
    batch = draw_labels([order(number=number) for number in numbers], STOCK_76_130, DPI_203)
    assert [codes_on(picture(batch.pdf, DPI_203, page)) for page in (0, 1)] == [{number} for number in numbers]


def test_a_pictures_bytes_do_not_show_when_it_is_printed_out() -> None:
    assert "data" not in repr(printing.page_picture(PDF, 1.0))


def test_pictures_made_at_once_on_two_lanes_are_the_pictures_made_one_by_one() -> None:
    sizes = [4.0, 8.0, 3.3, 8.0, 4.0, 3.3]
    alone = [printing.page_picture(PDF, size) for size in sizes]
    with ThreadPoolExecutor(2) as lanes:
        assert list(lanes.map(lambda size: printing.page_picture(PDF, size), sizes)) == alone


def test_the_pages_of_a_pdf_are_counted() -> None:
    rows = tuple((str(at),) for at in range(150))
    assert printing.page_count(draw_sheet(Sheet("x", "", (Table(("序号",), rows, (20,)),)))) == 3
