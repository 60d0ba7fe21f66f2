"""A card that comes to be after the pages that ask for it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from outlet_app.domain.printer import Printer
from outlet_app.sealing.label_code import write_card_code
from outlet_app.services.later_papers import LaterPapers
from outlet_app.services.owner_papers import OwnerPapers

_PRINTER = Printer("office", "ipp://office.local/print", "Laser")
_CARD = write_card_code(bytes(16), bytes(range(16)))
_PAPERS = OwnerPapers(
    bytes(16), "余杭文一西路网点", "王店主", lambda: datetime(2026, 11, 22, tzinfo=UTC), _CARD, bytes(range(32))
)


def test_what_was_put_last_is_shown_and_asked_back() -> None:
    later = LaterPapers()
    later.put(_PAPERS)
    stock = later.stocks()[0]
    assert later.card() == _CARD
    assert later.card_fits(_CARD.lower())
    words = later.recovery_words("en")
    places = later.ask_words()
    assert later.wrong_words("en", {place: words[place - 1] for place in places}) == ()
    assert later.card_paper(_PRINTER, stock).startswith(b"%PDF")
    assert later.sheet_paper("zh_CN", _PRINTER, later.stocks()[1]).startswith(b"%PDF")


def test_before_and_after_there_is_nothing_but_the_papers_to_print_on() -> None:
    later = LaterPapers()
    assert later.stocks()
    with pytest.raises(ValueError, match="nothing was prepared"):
        later.card()
    later.put(_PAPERS)
    later.drop()
    with pytest.raises(ValueError, match="nothing was prepared"):
        later.recovery_words("en")
