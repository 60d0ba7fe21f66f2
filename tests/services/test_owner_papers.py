"""Card and sheet on their way to paper."""

from __future__ import annotations

import pytest

from outlet_app.sealing.label_code import CARD_BYTES, RECOVERY_BYTES, write_card_code
from outlet_app.sealing.recovery_words import WORDS, read_words
from outlet_app.services.owner_papers import ASKED_WORDS, OwnerPapers
from tests.outlets import LABEL_PRINTER, Clock

OUTLET_ID = bytes(range(16))
SECRET = bytes(range(RECOVERY_BYTES))
CARD = write_card_code(OUTLET_ID, bytes(range(CARD_BYTES)))
PAPERS = OwnerPapers(OUTLET_ID, "余杭文一西路网点", "王店主", Clock(), CARD, SECRET)


def test_either_language_of_the_sheet_says_the_same_secret() -> None:
    for language, gap in (("en", " "), ("zh_CN", "")):
        assert read_words(gap.join(PAPERS.recovery_words(language))) == SECRET


def test_the_card_is_known_with_gaps_and_small_letters_and_no_other_text_is() -> None:
    assert PAPERS.card_fits(f" {CARD[:7]} {CARD[7:].lower()}")
    assert not PAPERS.card_fits(CARD[:-1])
    assert not PAPERS.card_fits(write_card_code(OUTLET_ID, bytes(CARD_BYTES)))


def test_three_places_are_asked_anew_and_a_wrong_word_is_named_by_its_place() -> None:
    asked = {PAPERS.ask_words() for _ in range(20)}
    assert len(asked) > 1
    assert all(len(places) == ASKED_WORDS and set(places) <= set(range(1, WORDS + 1)) for places in asked)
    words = PAPERS.recovery_words("en")
    assert PAPERS.wrong_words("en", {1: words[0].upper(), 2: f" {words[1]} "}) == ()
    assert PAPERS.wrong_words("en", {9: "nothing", 3: words[2], 4: ""}) == (4, 9)


@pytest.mark.parametrize("stock", PAPERS.stocks())
def test_card_and_sheet_can_be_drawn_on_every_paper(stock: str) -> None:
    assert PAPERS.card_paper(LABEL_PRINTER, stock).startswith(b"%PDF")
    assert PAPERS.sheet_paper("zh_CN", LABEL_PRINTER, stock).startswith(b"%PDF")


def test_the_secrets_do_not_show() -> None:
    assert CARD not in repr(PAPERS)
    assert SECRET.hex() not in repr(PAPERS)
    assert repr(SECRET) not in repr(PAPERS)
