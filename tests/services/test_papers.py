"""Papers that are no labels, as the windows ask for them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from outlet_app.domain.printer_setup import Placing, PrinterSetup
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.paper.ruler_page import TEST_CODE, TEST_NUMBER
from outlet_app.printing.pictures import page_size_mm
from outlet_app.sealing.label_code import write_recovery_code
from outlet_app.sealing.recovery_words import WordList, write_words
from outlet_app.services import papers
from outlet_app.services.label_drawing import PLAIN_PAPER, LabelPaper
from tests.paper.labels import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.outlets import Outlet

    ReadCodes = Callable[[bytes], frozenset[str]]

WIDE = LabelPaper(8.0, PrinterSetup("100x150", Placing(2, 3, 1001)))


def test_each_paper_is_drawn_for_what_lies_in_the_printer(outlet: Outlet) -> None:
    for paper, size in ((PLAIN_PAPER, (76, 130)), (WIDE, (100, 150))):
        card = papers.owner_card(outlet.card, outlet_name="网点", owner_name="王店主", paper=paper)
        assert page_size_mm(papers.ruler_page("counter", paper)) == page_size_mm(card) == size


def test_the_card_that_is_printed_is_the_owners_card(outlet: Outlet, read_codes: ReadCodes) -> None:
    card = papers.owner_card(outlet.card, outlet_name="网点", owner_name="王店主", paper=WIDE)
    assert read_codes(card) == {outlet.card}


def test_the_sheet_is_dated_in_the_outlets_own_time(read_codes: ReadCodes) -> None:
    secret = bytes(32)
    code = write_recovery_code(b"x" * 16, secret)
    at = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
    words = write_words(secret, WordList.CHINESE)
    sheet = papers.recovery_sheet(words, code, outlet_name="网点", at=at, paper=PLAIN_PAPER)
    assert read_codes(sheet) == {code}
    assert "2026-11-23 02:30" in " ".join(text_of(sheet))


def test_the_ruler_page_is_read_by_a_scanner(read_codes: ReadCodes) -> None:
    assert read_codes(papers.ruler_page("counter", PLAIN_PAPER)) == {TEST_NUMBER, TEST_CODE}


def test_what_a_test_page_says_is_never_taken_for_a_waybill_number() -> None:
    for number in (TEST_NUMBER, papers.TEST_LABEL_NUMBER):
        assert number.startswith("TEST")
        assert not is_number(read_number(number))


def test_the_test_label_is_of_nobody_and_says_that_it_is_none(read_codes: ReadCodes) -> None:
    at = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    for paper, size in ((PLAIN_PAPER, (76, 130)), (WIDE, (100, 150))):
        label = papers.test_label("余杭文一西路网点", at, paper)
        assert page_size_mm(label) == size
        assert read_codes(label) == {papers.TEST_LABEL_NUMBER}
        assert "测试面单，不是运单" in text_of(label)
