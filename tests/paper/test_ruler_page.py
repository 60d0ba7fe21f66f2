"""The page that a printer is set up by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from outlet_app.domain.printer_setup import Placing
from outlet_app.paper.ruler_page import SMALL_SQUARE_MM, SQUARE_MM, TEST_CODE, TEST_NUMBER, draw_ruler_page
from outlet_app.paper.stocks import STOCK_60_40
from tests.paper.labels import DPI_203, DPI_300, EACH_STOCK, codes_on, picture, text_of

if TYPE_CHECKING:
    from PIL import Image

    from outlet_app.paper.stocks import Stock


def _dark_in_row(image: Image.Image, y: int) -> list[int]:
    row = image.crop((0, y, image.width, y + 1)).tobytes()
    return [dot for dot, shade in enumerate(row) if shade < 128]


def _starts(dots: list[int]) -> list[int]:
    return [dot for at, dot in enumerate(dots) if at == 0 or dots[at - 1] != dot - 1]


@EACH_STOCK
def test_both_codes_read_back_at_both_resolutions(stock: Stock) -> None:
    for dots_per_mm in (DPI_203, DPI_300):
        image = picture(draw_ruler_page("Zebra", stock, dots_per_mm), dots_per_mm)
        assert codes_on(image) == {TEST_NUMBER, TEST_CODE}


@EACH_STOCK
def test_the_ruler_has_a_line_at_each_whole_millimetre_from_the_edge(stock: Stock) -> None:
    image = picture(draw_ruler_page("Zebra", stock, DPI_203), DPI_203)
    starts = _starts(_dark_in_row(image, 4))
    assert starts == [8 * at for at in range(int(stock.width_mm) + 1) if 8 * at < image.width]


@EACH_STOCK
def test_the_ruler_moves_and_grows_with_the_placing(stock: Stock) -> None:
    moved = picture(draw_ruler_page("Zebra", stock, DPI_203, Placing(5, 0, 1000)), DPI_203)
    assert _starts(_dark_in_row(moved, 4))[:3] == [4, 12, 20]
    grown = picture(draw_ruler_page("Zebra", stock, DPI_203, Placing(0, 0, 1020)), DPI_203)
    assert _starts(_dark_in_row(grown, 4))[50] == round(50 * 8 * 1.02)


@EACH_STOCK
def test_the_square_measures_forty_millimetres(stock: Stock) -> None:
    image = picture(draw_ruler_page("Zebra", stock, DPI_203), DPI_203)
    wide = [
        (dark[0], dark[-1])
        for y in range(8 * 20, image.height)
        if (dark := [dot for dot in _dark_in_row(image, y) if dot > 8 * 11]) and len(dark) >= 8 * SQUARE_MM
    ]
    assert wide
    assert all(right - left + 1 == 8 * SQUARE_MM + 2 for left, right in wide)


@EACH_STOCK
def test_the_page_says_printer_paper_resolution_and_placing(stock: Stock) -> None:
    text = " ".join(text_of(draw_ruler_page("Zebra 柜台", stock, DPI_300, Placing(3, -12, 1005))))
    for words in ("Zebra 柜台", f"{stock.width_mm:g} × {stock.height_mm:g}", "300 dpi", "+0.3", "-1.2", "100.5%"):
        assert words in text


def test_the_test_code_holds_every_character_of_a_real_one_and_opens_nothing() -> None:
    assert set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ.-/") <= set(TEST_CODE)
    assert not re.search(r"O[A-Z]\d\.", TEST_CODE + TEST_NUMBER)


def test_on_paper_for_shelf_labels_it_has_rulers_bars_and_a_smaller_square() -> None:
    for dots_per_mm in (DPI_203, DPI_300):
        image = picture(draw_ruler_page("Zebra", STOCK_60_40, dots_per_mm, Placing(3, -12, 1005)), dots_per_mm)
        assert codes_on(image) == {TEST_NUMBER}
    image = picture(draw_ruler_page("Zebra", STOCK_60_40, DPI_203), DPI_203)
    assert _starts(_dark_in_row(image, 4)) == [8 * at for at in range(60)]
    dark = [dot for dot in _dark_in_row(image, 10 * 8) if 8 * 8 < dot < 30 * 8]
    assert dark[-1] - dark[0] + 1 == 8 * SMALL_SQUARE_MM + 2
    text = " ".join(text_of(draw_ruler_page("Zebra 柜台", STOCK_60_40, DPI_203)))
    assert "Zebra 柜台" in text
    assert "60 × 40" in text
