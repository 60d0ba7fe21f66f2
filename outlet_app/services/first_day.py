"""The first day of an outlet: founded only when card and sheet are proven, then equipped in the same sitting."""

from __future__ import annotations

import random
import unicodedata
from typing import TYPE_CHECKING

from outlet_app.domain.printer_setup import PrinterSetup
from outlet_app.errors import LabelCodeRefused
from outlet_app.paper.codes import QUIET_CODE128, code128_bars
from outlet_app.paper.stocks import STOCKS
from outlet_app.sealing.label_code import read_code
from outlet_app.sealing.recovery_words import WORDS, WordList
from outlet_app.services.label_drawing import LabelPaper
from outlet_app.services.papers import owner_card, recovery_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from outlet_app.domain.printer import Printer
    from outlet_app.errors import Fault
    from outlet_app.services.admission import Services
    from outlet_app.services.entrance import Entrance
    from outlet_app.services.setup import Prepared, Setup

ASKED_WORDS = 3
"""So many words of the sheet are asked back: a sheet that was not copied is told by the first."""

TRIAL_TEXT = "OUTLET-2468"
"""What the scanner's trial code says: letters, digits and the hyphen, so that a wrong layout of the keyboard shows."""

_WORD_LISTS = {"zh_CN": WordList.CHINESE, "en": WordList.ENGLISH}


class FirstDay:
    """Leads from nothing to an owner who is signed in and has equipped his counter.

    Until `begin` nothing of the outlet exists outside of memory, so that there is never an outlet whose card or sheet
    nobody has. The owner's password and card are held until `end` or `abandon`.
    """

    def __init__(self, setup: Setup, entrance: Entrance, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._setup = setup
        self._entrance = entrance
        self._outlet_name = ""
        self._owner_name = ""
        self._password = ""
        self._prepared: Prepared | None = None
        self._services: Services | None = None

    @property
    def has_begun(self) -> bool:
        """Whether the outlet exists and its owner is signed in."""
        return self._services is not None

    @property
    def is_prepared(self) -> bool:
        """Whether there are a card and a sheet to show."""
        return self._prepared is not None

    def has_database(self) -> bool:
        """Whether a database without key file lies where the outlet will be."""
        return self._setup.has_database()

    def name_outlet(self, name: str) -> tuple[Fault, ...]:
        """Take the outlet's name; what is wrong with it, and then it is not taken. Instant."""
        faults = tuple(fault for fault in self._setup.check(name, "", "") if fault.field == "outlet_name")
        if not faults:
            self._outlet_name = name
        return faults

    def owner_faults(self, name: str, password: str) -> tuple[Fault, ...]:
        """What is wrong with the owner's `owner_name` and `password`. Instant."""
        return tuple(f for f in self._setup.check(self._outlet_name, name, password) if f.field != "outlet_name")

    def prepare(self, owner_name: str, password: str) -> None:
        """Make keys, card and sheet; those made before are worth nothing any more. Takes two Argon2id.

        Raises InvalidDraft with the faults of `owner_name` and `password`.
        """
        self._prepared = self._setup.prepare(self._outlet_name, owner_name, password)
        self._owner_name = owner_name
        self._password = password

    def card(self) -> str:
        """The text of the owner card, to be copied by hand: 43 characters without gaps."""
        return self._ready().card

    def card_fits(self, text: str) -> bool:
        """Whether a scanned or typed text is the card; gaps, case and width of its letters do not count."""
        try:
            return read_code("".join(text.split())) == read_code(self.card())
        except LabelCodeRefused:
            return False

    def recovery_words(self, language: str) -> tuple[str, ...]:
        """The 25 words of the recovery sheet, in `zh_CN` (each one character) or `en`; either opens the same."""
        return self._ready().recovery_words(_WORD_LISTS[language])

    def ask_words(self) -> tuple[int, ...]:
        """Three places on the sheet, 1 to 25, rising: drawn anew each time, the check word among them at times."""
        return tuple(sorted(random.SystemRandom().sample(range(1, WORDS + 1), ASKED_WORDS)))

    def wrong_words(self, language: str, answers: Mapping[int, str]) -> tuple[int, ...]:
        """The places at which another word stands on the sheet, rising."""
        words = self.recovery_words(language)
        return tuple(place for place in sorted(answers) if _plain(answers[place]) != words[place - 1])

    def stocks(self) -> tuple[str, ...]:
        """The names of the papers that card and sheet can be printed on."""
        return tuple(STOCKS)

    def card_paper(self, printer: Printer, stock: str) -> bytes:
        """The owner card as a PDF, for `printing.print_secret` alone. Raises LabelTooFull, MissingGlyph."""
        names = {"outlet_name": self._outlet_name, "owner_name": self._owner_name}
        return owner_card(self.card(), **names, paper=_paper(printer, stock))

    def sheet_paper(self, language: str, printer: Printer, stock: str) -> bytes:
        """The recovery sheet as a PDF, for `printing.print_secret` alone. Raises LabelTooFull, MissingGlyph."""
        return recovery_sheet(
            self.recovery_words(language),
            self._ready().recovery_code,
            outlet_name=self._outlet_name,
            at=self._clock(),
            paper=_paper(printer, stock),
        )

    def begin(self) -> None:
        """Write the outlet and sign its owner in. Takes one Argon2id; begun before, it does nothing.

        Killed before, there is no outlet; killed after, the next start asks the owner to sign in.
        Raises FileBusy when an outlet came to be meanwhile, DiskFull, FileReadOnly, and as `Entrance.sign_in`.
        """
        if self._services is not None:
            return
        if self._setup.is_needed():
            self._setup.commit(self._ready())
        self._services = self._entrance.sign_in(self._ready().owner_id, self._password)

    def approve_printers(self, printers: tuple[Printer, ...]) -> None:
        """Let coded labels go to these and to no other. Takes one Argon2id. Raises PrinterMakesFiles."""
        self._begun().supplies.approve_printers(printers, password=self._password, card=self.card())

    def range_faults(self, first: str, last: str) -> tuple[Fault, ...]:
        """What is wrong with the `first` and `last` number of a range. Instant."""
        return self._begun().supplies.range_faults(first, last)

    def enter_numbers(self, carrier: str, first: str, last: str) -> int:
        """Take in a range; how many numbers of the carrier are free now. Raises InvalidDraft, NumberUsed."""
        services = self._begun()
        services.supplies.enter_numbers(carrier, first, last)
        return services.entry.numbers_left(carrier)

    def trial_bars(self) -> tuple[int, tuple[tuple[int, int], ...]]:
        """The Code 128 of `TRIAL_TEXT`: its width in modules with quiet zones, and left and width of each bar."""
        bars = code128_bars(TRIAL_TEXT)
        placed = tuple((QUIET_CODE128 + left, width) for left, _, width, _ in bars.rectangles)
        return bars.width + 2 * QUIET_CODE128, placed

    def end(self) -> Services:
        """Forget card, sheet and password, and hand over what the owner's windows get: signing out is theirs now."""
        services, self._services = self._begun(), None
        self._forget()
        return services

    def abandon(self) -> None:
        """Forget everything and sign the owner out where he is signed in; the program closes. Raises DiskFull."""
        services, self._services = self._services, None
        self._forget()
        if services is not None:
            services.session.sign_out()

    def _forget(self) -> None:
        self._prepared = None
        self._password = ""

    def _ready(self) -> Prepared:
        if self._prepared is None:
            raise ValueError("nothing was prepared")
        return self._prepared

    def _begun(self) -> Services:
        if self._services is None:
            raise ValueError("the outlet is not there yet")
        return self._services


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).strip().lower()


def _paper(printer: Printer, stock: str) -> LabelPaper:
    return LabelPaper(printer.dots_per_mm, PrinterSetup(stock))
