"""The owner card and the recovery sheet."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import LabelTooFull
from outlet_app.paper.owner_papers import OwnerCard, RecoverySheet, draw_owner_card, draw_recovery_sheet
from outlet_app.sealing.label_code import CardCode, RecoveryCode, read_code, write_card_code, write_recovery_code
from outlet_app.sealing.recovery_words import WordList, read_words, write_words
from tests.paper.labels import DPI_203, DPI_300, EACH_STOCK, codes_on, metadata_of, picture, text_of

if TYPE_CHECKING:
    from outlet_app.paper.stocks import Stock

OUTLET_ID = b"x" * 16
SECRET = bytes(range(100, 132))
CARD = OwnerCard(outlet_name="余杭文一西路网点", owner_name="王店主", card_text=write_card_code(OUTLET_ID, SECRET[:16]))
EACH_RESOLUTION = pytest.mark.parametrize("dots_per_mm", [DPI_203, DPI_300], ids=["203 dpi", "300 dpi"])


def _sheet(words: WordList = WordList.CHINESE, outlet_name: str = "余杭文一西路网点") -> RecoverySheet:
    return RecoverySheet(
        outlet_name=outlet_name,
        words=write_words(SECRET, words),
        code_text=write_recovery_code(OUTLET_ID, SECRET),
        made_at=dt.datetime(2026, 11, 22, 9, 5, tzinfo=dt.UTC),
    )


@EACH_RESOLUTION
@EACH_STOCK
def test_a_cards_code_reads_back_and_is_the_card(stock: Stock, dots_per_mm: float) -> None:
    (text,) = codes_on(picture(draw_owner_card(CARD, stock, dots_per_mm), dots_per_mm))
    code = read_code(text)
    assert isinstance(code, CardCode)
    assert code.secret == SECRET[:16]


@EACH_RESOLUTION
@EACH_STOCK
def test_a_sheets_code_and_its_words_say_the_same(stock: Stock, dots_per_mm: float) -> None:
    for words in WordList:
        pdf = draw_recovery_sheet(_sheet(words), stock, dots_per_mm)
        (text,) = codes_on(picture(pdf, dots_per_mm))
        code = read_code(text)
        assert isinstance(code, RecoveryCode)
        assert code.secret == SECRET
        found = " ".join(text_of(pdf)).split()
        numbered = [found[found.index(str(place), 0) + 1] for place in range(1, 26)]
        assert read_words(" ".join(numbered)) == SECRET


@EACH_STOCK
def test_a_card_can_be_copied_by_hand_from_its_text(stock: Stock) -> None:
    lines = text_of(draw_owner_card(CARD, stock, DPI_203))
    first = next(at for at, line in enumerate(lines) if line.startswith("OK1."))
    assert "".join(lines[first : first + 4]) == CARD.card_text
    assert read_code("".join(lines[first : first + 4])) == read_code(CARD.card_text)


@EACH_STOCK
def test_a_sheet_can_be_copied_by_hand_from_its_text(stock: Stock) -> None:
    sheet = _sheet()
    lines = text_of(draw_recovery_sheet(sheet, stock, DPI_203))
    first = next(at for at, line in enumerate(lines) if line.startswith("OR1."))
    assert "".join(lines[first : first + 6]) == sheet.code_text


@EACH_STOCK
def test_a_card_says_whose_it_is_what_it_is_for_and_that_it_is_never_photographed(stock: Stock) -> None:
    text = "".join(text_of(draw_owner_card(CARD, stock, DPI_203)))
    for words in ("店主卡", "余杭文一西路网点", "王店主", "与密码一起使用", "不拍照", "丢失或被人看见", "向后对折"):
        assert words in text


@EACH_STOCK
def test_a_sheet_says_what_it_opens_where_it_is_kept_and_that_it_is_never_photographed(stock: Stock) -> None:
    text = "".join(text_of(draw_recovery_sheet(_sheet(), stock, DPI_203)))
    for words in ("恢复单", "余杭文一西路网点", "可以打开本网点全部运单的资料", "锁在店外", "绝不拍照", "2026-11-22"):
        assert words in text


@EACH_STOCK
def test_the_metadata_of_both_papers_tell_nothing(stock: Stock) -> None:
    for pdf in (draw_owner_card(CARD, stock, DPI_203), draw_recovery_sheet(_sheet(), stock, DPI_203)):
        told = metadata_of(pdf)
        assert {told[key] for key in ("Title", "Author", "Subject", "Keywords", "Creator")} == {""}


@EACH_STOCK
def test_a_card_is_cut_out_of_the_label_as_high_as_a_bank_card_twice(stock: Stock) -> None:
    image = picture(draw_owner_card(CARD, stock, DPI_203), DPI_203)
    dark = image.point(lambda shade: 255 if shade < 128 else 0)
    edges = [y for y in range(image.height) if dark.crop((0, y, image.width, y + 1)).tobytes().count(255) > 200]
    assert {edges[0], edges[1]} == {32, 33}
    for fold in (4 + 54, 4 + 108):
        assert {fold * 8, fold * 8 + 1} <= set(edges)


@pytest.mark.parametrize("name", ["网点" * 20])
@EACH_STOCK
def test_a_name_too_long_for_its_line_is_told(stock: Stock, name: str) -> None:
    with pytest.raises(LabelTooFull):
        draw_recovery_sheet(_sheet(outlet_name=name), stock, DPI_203)


def test_what_opens_everything_does_not_show_when_it_is_printed_out() -> None:
    sheet = _sheet()
    assert "OK1" not in repr(CARD)
    assert sheet.code_text not in repr(sheet)
    assert "words" not in repr(sheet)
