"""The two-part waybill: what is torn off, and what stays on the parcel."""

from __future__ import annotations

from dataclasses import replace

from outlet_app.paper.label import draw_label
from outlet_app.paper.layout_100x150 import LAYOUT, TEAR_MM
from outlet_app.paper.stocks import STOCK_100_150
from tests.paper.labels import CODE, CODED, DPI_203, NUMBER, PLAIN, RECIPIENT, codes_on, order, picture

TEAR_DOTS = int(TEAR_MM * DPI_203)


def test_nothing_is_printed_within_a_millimetre_of_the_tear() -> None:
    image = picture(draw_label(CODED, STOCK_100_150, DPI_203).pdf, DPI_203)
    assert image.crop((0, TEAR_DOTS - 8, image.width, TEAR_DOTS + 8)).getextrema() == (255, 255)


def test_each_part_carries_the_number_and_the_code_stays_on_the_parcel() -> None:
    image = picture(draw_label(CODED, STOCK_100_150, DPI_203).pdf, DPI_203)
    assert codes_on(image.crop((0, 0, image.width, TEAR_DOTS))) == {NUMBER}
    assert codes_on(image.crop((0, TEAR_DOTS, image.width, image.height))) == {NUMBER, CODE}


def test_modules_are_four_dots_at_203_dpi() -> None:
    image = picture(draw_label(CODED, STOCK_100_150, DPI_203).pdf, DPI_203)
    middle = int((LAYOUT.bars.top + LAYOUT.bars.height / 2) * DPI_203)
    row = image.crop((40, middle, image.width - 40, middle + 1)).tobytes()
    dark = [dot for dot, shade in enumerate(row) if shade < 128]
    assert (dark[-1] - dark[0] + 1) % 4 == 0
    assert (dark[-1] - dark[0] + 1) // 4 == 145


def test_the_part_on_the_parcel_names_both_parties_once_more_masked() -> None:
    lines = draw_label(PLAIN, STOCK_100_150, DPI_203).lines
    whole = f"{RECIPIENT.name}  {RECIPIENT.phone}  {RECIPIENT.address}"
    assert lines.count(whole) == 1
    assert lines.count(f"{RECIPIENT.name}  {RECIPIENT.phone}") == 1


def test_a_copy_that_is_too_long_is_cut_while_above_it_stands_whole() -> None:
    long = replace(
        RECIPIENT,
        road="仓前街道文一西路与清水河南大道交叉口西北方向二百米处工业园区第三期物流中心旁的市场大门东侧一百米处右转后直行到底***",
    )
    lines = draw_label(order(recipient=long), STOCK_100_150, DPI_203).lines
    assert long.address in "".join(lines)
    assert [line for line in lines if line.endswith("…")]
