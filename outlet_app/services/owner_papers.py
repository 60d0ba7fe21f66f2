"""Card and sheet on their way to paper: shown or printed once, and asked back before they count."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from outlet_app.domain.printer_setup import PrinterSetup
from outlet_app.errors import LabelCodeRefused
from outlet_app.paper.stocks import STOCKS
from outlet_app.sealing.label_code import read_code, write_recovery_code
from outlet_app.sealing.recovery_words import WORDS, WordList, write_words
from outlet_app.services.label_drawing import LabelPaper
from outlet_app.services.papers import owner_card, recovery_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from outlet_app.domain.printer import Printer

ASKED_WORDS = 3
"""So many words of the sheet are asked back: a sheet that was not copied is told by the first."""

_WORD_LISTS = {"zh_CN": WordList.CHINESE, "en": WordList.ENGLISH}


class PaperSource(Protocol):
    """What the pages that show and ask back card and sheet need of who made them."""

    def card(self) -> str:
        """The text of the owner card, to be copied by hand: 43 characters without gaps."""
        ...

    def card_fits(self, text: str) -> bool:
        """Whether a scanned or typed text is the card; gaps, case and width of its letters do not count."""
        ...

    def recovery_words(self, language: str) -> tuple[str, ...]:
        """The 25 words of the recovery sheet, in `zh_CN` (each one character) or `en`; either opens the same."""
        ...

    def ask_words(self) -> tuple[int, ...]:
        """Three places on the sheet, 1 to 25, rising: drawn anew each time, the check word among them at times."""
        ...

    def wrong_words(self, language: str, answers: Mapping[int, str]) -> tuple[int, ...]:
        """The places at which another word stands on the sheet, rising."""
        ...

    def stocks(self) -> tuple[str, ...]:
        """The names of the papers that card and sheet can be printed on."""
        ...

    def card_paper(self, printer: Printer, stock: str) -> bytes:
        """The owner card as a PDF, for `printing.print_secret` alone. Raises LabelTooFull, MissingGlyph."""
        ...

    def sheet_paper(self, language: str, printer: Printer, stock: str) -> bytes:
        """The recovery sheet as a PDF, for `printing.print_secret` alone. Raises LabelTooFull, MissingGlyph."""
        ...


@dataclass(frozen=True, slots=True)
class OwnerPapers:
    """A card, and where there is one a sheet, that nobody has on paper yet; a `PaperSource`. Drop it when proven.

    `card_text` is the card's `OK1.…`; `recovery_secret` (R, 32 bytes) is empty where only the card is new.
    """

    outlet_id: bytes
    outlet_name: str
    owner_name: str
    clock: Callable[[], datetime]
    card_text: str = field(repr=False)
    recovery_secret: bytes = field(default=b"", repr=False)

    def card(self) -> str:
        """The text of the owner card, to be copied by hand: 43 characters without gaps."""
        return self.card_text

    def card_fits(self, text: str) -> bool:
        """Whether a scanned or typed text is the card; gaps, case and width of its letters do not count."""
        try:
            return read_code("".join(text.split())) == read_code(self.card_text)
        except LabelCodeRefused:
            return False

    def recovery_words(self, language: str) -> tuple[str, ...]:
        """The 25 words of the recovery sheet, in `zh_CN` (each one character) or `en`; either opens the same."""
        return write_words(self.recovery_secret, _WORD_LISTS[language])

    def ask_words(self) -> tuple[int, ...]:
        """Three places on the sheet, 1 to 25, rising: drawn anew each time, the check word among them at times."""
        return ask_words()

    def wrong_words(self, language: str, answers: Mapping[int, str]) -> tuple[int, ...]:
        """The places at which another word stands on the sheet, rising."""
        words = self.recovery_words(language)
        return tuple(place for place in sorted(answers) if _plain(answers[place]) != words[place - 1])

    def stocks(self) -> tuple[str, ...]:
        """The names of the papers that card and sheet can be printed on."""
        return tuple(STOCKS)

    def card_paper(self, printer: Printer, stock: str) -> bytes:
        """The owner card as a PDF, for `printing.print_secret` alone. Raises LabelTooFull, MissingGlyph."""
        names = {"outlet_name": self.outlet_name, "owner_name": self.owner_name}
        return owner_card(self.card_text, **names, paper=_paper(printer, stock))

    def sheet_paper(self, language: str, printer: Printer, stock: str) -> bytes:
        """The recovery sheet as a PDF, for `printing.print_secret` alone. Raises LabelTooFull, MissingGlyph."""
        return recovery_sheet(
            self.recovery_words(language),
            write_recovery_code(self.outlet_id, self.recovery_secret),
            outlet_name=self.outlet_name,
            at=self.clock(),
            paper=_paper(printer, stock),
        )


def ask_words() -> tuple[int, ...]:
    """As `PaperSource.ask_words`; the same for every sheet."""
    return tuple(sorted(random.SystemRandom().sample(range(1, WORDS + 1), ASKED_WORDS)))


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).strip().lower()


def _paper(printer: Printer, stock: str) -> LabelPaper:
    return LabelPaper(printer.dots_per_mm, PrinterSetup(stock))
