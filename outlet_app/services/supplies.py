"""What the outlet is and works with: printers and their paper, number ranges it got from its carriers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.number_use import by_carrier
from outlet_app.domain.printer import printer_states
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.errors import Fault, FaultKind, InvalidDraft, PrinterMakesFiles
from outlet_app.paper.stocks import LABEL_STOCKS
from outlet_app.sealing.label_code import outlet_mark
from outlet_app.sealing.statements import PrintersApproved
from outlet_app.services import papers
from outlet_app.services.label_drawing import LabelPaper
from outlet_app.services.open_outlet import station_name
from outlet_app.services.owner_consent import owner_seed
from outlet_app.store import activities, number_ranges, profile
from outlet_app.store.moment import from_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from outlet_app.domain.number_use import CarrierNumbers, VoidReason
    from outlet_app.domain.printer import Printer, PrinterState
    from outlet_app.domain.printer_setup import PrinterSetup
    from outlet_app.paper.stocks import Stock
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session


@dataclass(frozen=True, slots=True)
class OutletFacts:
    """What is fixed about the outlet.

    `mark` are the four characters that its labels' codes begin with. `founded_at` (UTC) is the time of the first act.
    `station` is this PC's name as acts record it. The database and key file lie in `folder`.
    """

    name: str
    mark: str
    founded_at: datetime
    station: str
    folder: Path
    second_key_file: Path


class Supplies:
    """The use case of the owner who equips the counter."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def outlet(self) -> OutletFacts:
        """What is fixed about the outlet, and where its files lie. Raises NotPermitted."""
        session, place = self._session, self._keys.place
        session.require(Permission.SET_POLICY)
        first, *_ = activities.after(session.store.reader, 0, 1)
        return OutletFacts(
            session.outlet_name,
            outlet_mark(session.outlet_id),
            from_ms(first.at_ms),
            station_name(),
            place.folder,
            place.second_key_file,
        )

    def approve_printers(self, printers: tuple[Printer, ...], *, password: str, card: str) -> None:
        """Let coded labels go to these printers and to no other, as they are: name, URI, driver and resolution.

        Raises NotPermitted, WrongPassword, and PrinterMakesFiles for one that writes files.
        """
        self._session.require(Permission.SET_POLICY)
        for printer in printers:
            if printer.makes_files:
                raise PrinterMakesFiles(printer.name)
        seed = owner_seed(self._session, self._keys, password, card)
        self._session.state(seed, PrintersApproved(printers))

    def printers(self, found: Iterable[Printer]) -> tuple[PrinterState, ...]:
        """How the printers of this machine stand to the signed list, then those on it that were not found. Instant."""
        return printer_states(found, self._session.statements.printers())

    def approve_printer(self, printer: Printer, *, password: str, card: str) -> None:
        """Put one printer, as it is now, on the signed list in place of its namesake. Raises as `approve_printers`."""
        self.approve_printers((*self._others(printer), printer), password=password, card=card)

    def withdraw_printer(self, printer: Printer, *, password: str, card: str) -> None:
        """Take the printer of that name off the signed list. Raises as `approve_printers`."""
        self.approve_printers(self._others(printer), password=password, card=card)

    def _others(self, printer: Printer) -> tuple[Printer, ...]:
        self._session.require(Permission.SET_POLICY)
        return tuple(each for each in self._session.statements.printers() if each.name != printer.name)

    def stocks(self) -> tuple[Stock, ...]:
        """The papers that labels can be printed on; the last one holds shelf labels alone."""
        return tuple(LABEL_STOCKS.values())

    def printer_setup(self, printer: Printer) -> PrinterSetup:
        """The paper in a printer and where the print is placed, as they are set up under its name."""
        return profile.printer_setup(self._session.store.reader, printer.name)

    def set_printer_setup(self, printer: Printer, setup: PrinterSetup) -> None:
        """Set a printer's paper and placing; its next label is drawn for them.

        Raises NotPermitted, and ValueError for a stock that `stocks` does not name.
        """
        self._session.require(Permission.SET_POLICY)
        if setup.stock not in LABEL_STOCKS:
            raise ValueError("no such stock")
        self._session.write(profile.printer_setup_changed(self._session.store.reader, printer.name, setup))

    def ruler_page(self, printer: Printer, setup: PrinterSetup) -> bytes:
        """The page to set the printer up by, as a PDF, placed by `setup` whether that is saved or not; recorded.

        Raises NotPermitted.
        """
        paper = self._test(printer, setup, "ruler")
        return papers.ruler_page(printer.name, paper)

    def test_label(self, printer: Printer, setup: PrinterSetup) -> bytes:
        """A label of nobody's parcel without code, as a PDF, placed by `setup`; recorded. Raises NotPermitted."""
        paper = self._test(printer, setup, "label")
        return papers.test_label(self._session.outlet_name, self._session.clock(), paper)

    def _test(self, printer: Printer, setup: PrinterSetup, page: str) -> LabelPaper:
        self._session.require(Permission.SET_POLICY)
        detail = {"printer": printer.name, "page": page}
        self._session.write(Entry(Activity(ActivityKind.TEST_PRINTED, None, detail)))
        return LabelPaper(printer.dots_per_mm, setup)

    def numbers(self) -> tuple[CarrierNumbers, ...]:
        """Every range with how much of it is used, by carrier. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        return by_carrier(number_ranges.uses(self._session.store.reader))

    def count_numbers(self, first: str, last: str) -> int:
        """How many numbers a range from `first` to `last` would bring; 0 while they make none. Instant."""
        if self.range_faults(first, last):
            return 0
        return number_ranges.count_between(read_number(first), read_number(last))

    def range_faults(self, first: str, last: str) -> tuple[Fault, ...]:
        """Everything that keeps two numbers from being a range: faults of `first` and `last`. Instant."""
        faults = tuple(
            Fault(field, kind) for field, text in (("first", first), ("last", last)) if (kind := _fault(text))
        )
        if faults or number_ranges.is_range(read_number(first), read_number(last)):
            return faults
        return (Fault("last", FaultKind.NOT_A_RANGE),)

    def enter_numbers(self, carrier: str, first: str, last: str) -> None:
        """Take in the waybill numbers from `first` to `last` that the carrier gave.

        Raises NotPermitted, InvalidDraft with the faults of `range_faults`, and NumberUsed(number) for the first that
        stands in a range already.
        """
        self._session.require(Permission.SET_POLICY)
        faults = self.range_faults(first, last)
        if faults:
            raise InvalidDraft(faults)
        self._session.write(number_ranges.entered(carrier, read_number(first), read_number(last)))

    def void_number(self, carrier: str, number: str, reason: VoidReason) -> None:
        """Set a number aside that no waybill may get; it cannot be taken back.

        Raises NotPermitted, InvalidDraft with a fault of `number`, and NumberUsed(number) for one that was used or
        voided before.
        """
        session = self._session
        session.require(Permission.SET_POLICY)
        fault, read = _fault(number), read_number(number)
        if fault is None and not number_ranges.is_held(session.store.reader, carrier, read):
            fault = FaultKind.IN_NO_RANGE
        if fault is not None:
            raise InvalidDraft((Fault("number", fault),))
        session.write(number_ranges.voided(carrier, read, reason))


def _fault(number: str) -> FaultKind | None:
    if not number.strip():
        return FaultKind.EMPTY
    return None if is_number(read_number(number)) else FaultKind.NOT_A_WAYBILL_NUMBER
