"""A card that is made while the pages that show and ask it back stand already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.paper.stocks import STOCKS
from outlet_app.services.owner_papers import ask_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from outlet_app.domain.printer import Printer
    from outlet_app.services.owner_papers import OwnerPapers


class LaterPapers:
    """A `PaperSource` over the papers that were put last. Raises ValueError where there are none."""

    def __init__(self) -> None:
        self._papers: OwnerPapers | None = None

    def put(self, papers: OwnerPapers) -> None:
        """These are the ones now; those before are worth nothing."""
        self._papers = papers

    def drop(self) -> None:
        """They are on paper, or nobody wants them."""
        self._papers = None

    def card(self) -> str:
        """As `OwnerPapers.card`."""
        return self._ready().card()

    def card_fits(self, text: str) -> bool:
        """As `OwnerPapers.card_fits`."""
        return self._ready().card_fits(text)

    def recovery_words(self, language: str) -> tuple[str, ...]:
        """As `OwnerPapers.recovery_words`."""
        return self._ready().recovery_words(language)

    def ask_words(self) -> tuple[int, ...]:
        """As `OwnerPapers.ask_words`."""
        return ask_words()

    def wrong_words(self, language: str, answers: Mapping[int, str]) -> tuple[int, ...]:
        """As `OwnerPapers.wrong_words`."""
        return self._ready().wrong_words(language, answers)

    def stocks(self) -> tuple[str, ...]:
        """The names of the papers that they can be printed on; known before there are any."""
        return tuple(STOCKS)

    def card_paper(self, printer: Printer, stock: str) -> bytes:
        """As `OwnerPapers.card_paper`."""
        return self._ready().card_paper(printer, stock)

    def sheet_paper(self, language: str, printer: Printer, stock: str) -> bytes:
        """As `OwnerPapers.sheet_paper`."""
        return self._ready().sheet_paper(language, printer, stock)

    def _ready(self) -> OwnerPapers:
        if self._papers is None:
            raise ValueError("nothing was prepared")
        return self._papers
