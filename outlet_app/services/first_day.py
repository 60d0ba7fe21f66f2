"""The first day of an outlet: founded only when card and sheet are proven, then equipped in the same sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.printer_setup import USUAL_SETUP
from outlet_app.paper.codes import QUIET_CODE128, code128_bars
from outlet_app.paper.stocks import STOCKS
from outlet_app.services.owner_papers import OwnerPapers, ask_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from outlet_app.domain.printer import Printer
    from outlet_app.errors import Fault
    from outlet_app.services.admission import Services
    from outlet_app.services.entrance import Entrance
    from outlet_app.services.setup import Prepared, Setup

TRIAL_TEXT = "OUTLET-2468"
"""What the scanner's trial code says: letters, digits and the hyphen, so that a wrong layout of the keyboard shows."""


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

    def papers(self) -> OwnerPapers:
        """Card and sheet as they were prepared last."""
        ready = self._ready()
        founding = ready.founding
        return OwnerPapers(
            founding.key_file.outlet_id,
            self._outlet_name,
            self._owner_name,
            self._clock,
            ready.card,
            founding.recovery.secret,
        )

    def card(self) -> str:
        """As `OwnerPapers.card`."""
        return self.papers().card()

    def card_fits(self, text: str) -> bool:
        """As `OwnerPapers.card_fits`."""
        return self.papers().card_fits(text)

    def recovery_words(self, language: str) -> tuple[str, ...]:
        """As `OwnerPapers.recovery_words`."""
        return self.papers().recovery_words(language)

    def ask_words(self) -> tuple[int, ...]:
        """As `OwnerPapers.ask_words`."""
        return ask_words()

    def wrong_words(self, language: str, answers: Mapping[int, str]) -> tuple[int, ...]:
        """As `OwnerPapers.wrong_words`."""
        return self.papers().wrong_words(language, answers)

    def stocks(self) -> tuple[str, ...]:
        """The names of the papers that card and sheet can be printed on; known before there are any."""
        return tuple(STOCKS)

    def card_paper(self, printer: Printer, stock: str) -> bytes:
        """As `OwnerPapers.card_paper`."""
        return self.papers().card_paper(printer, stock)

    def sheet_paper(self, language: str, printer: Printer, stock: str) -> bytes:
        """As `OwnerPapers.sheet_paper`."""
        return self.papers().sheet_paper(language, printer, stock)

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

    def ruler_page(self, printer: Printer) -> bytes:
        """The page to see whether the printer prints straight, as a PDF for the usual paper; recorded."""
        return self._begun().supplies.ruler_page(printer, USUAL_SETUP)

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
