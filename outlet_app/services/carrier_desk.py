"""The outlet's carriers: what the owner changes of them, those he adds, and their tables of sort codes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.carrier import carriers, services
from outlet_app.domain.carrier_book import carrier_faults, made, next_own_code
from outlet_app.domain.number_shape import fits, shape_of
from outlet_app.domain.sort_code_table import MOST_ROWS, read_table
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.errors import InvalidDraft, TableUnreadable
from outlet_app.services.read_file import read_lines
from outlet_app.store import carrier_settings, sort_codes

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.domain.carrier import Carrier, Service
    from outlet_app.domain.carrier_book import CarrierDraft
    from outlet_app.domain.sort_code_table import SortCodeTable
    from outlet_app.errors import Fault
    from outlet_app.services.session import Session
    from outlet_app.store.store import Entry


@dataclass(frozen=True, slots=True)
class CarrierRow:
    """One carrier as its page lists it. `codes` are the rows of its table of sort codes, 0 where it has none.

    `is_changed` says that the owner changed what was shipped; one that he added is not changed but `is_own`.
    """

    carrier: Carrier
    is_changed: bool
    codes: int


class CarrierDesk:
    """The use case of the owner who says which carriers the outlet works for."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rows(self) -> tuple[CarrierRow, ...]:
        """Every carrier in the order in which they are offered. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        reader = self._session.store.reader
        return tuple(
            CarrierRow(
                carrier,
                not carrier.is_own and carrier_settings.is_changed(reader, code),
                sort_codes.count(reader, code),
            )
            for code, carrier in self._session.carriers().items()
        )

    def services(self) -> tuple[Service, ...]:
        """The services that a carrier can have."""
        return tuple(services().values())

    def check(self, draft: CarrierDraft) -> tuple[Fault, ...]:
        """Everything that keeps `draft` from being taken. Instant."""
        return carrier_faults(draft, self._session.carriers())

    def fits(self, shapes: str, number: str) -> bool | None:
        """Whether a number has one of the typed shapes; None while it is no number or no shape is typed. Instant."""
        read = read_number(number)
        if not is_number(read) or not shapes.split():
            return None
        return any(fits(shape, read) for shape in shapes.split())

    def shape_of(self, number: str) -> str:
        """The plainest shape that a typed or scanned number has; empty for what is no number. Instant."""
        read = read_number(number)
        return shape_of(read) if is_number(read) else ""

    def save(self, draft: CarrierDraft) -> str:
        """Take what was typed of a carrier, or add one, and tell its code. Raises NotPermitted, InvalidDraft."""
        self._session.require(Permission.SET_POLICY)
        faults = self.check(draft)
        if faults:
            raise InvalidDraft(faults)
        book = self._session.carriers()
        named = draft if draft.code else replace(draft, code=next_own_code(book))
        self._write(carrier_settings.changed(book.get(named.code), made(named, carriers().get(named.code))))
        return named.code

    def restore(self, code: str) -> None:
        """Let a shipped carrier be again as it was shipped; its place in the order stays.

        Raises NotPermitted, and KeyError for one that the outlet added.
        """
        self._session.require(Permission.SET_POLICY)
        if code not in carriers():
            raise KeyError(code)
        self._write(carrier_settings.restored(self._session.carriers()[code]))

    def move(self, code: str, step: int) -> None:
        """Offer a carrier `step` places later, or earlier where that is negative; at the ends it stays.

        The first one is the one that a new form begins with. Raises NotPermitted.
        """
        self._session.require(Permission.SET_POLICY)
        codes = list(self._session.carriers())
        place = codes.index(code)
        codes.insert(max(0, min(len(codes) - 1, place + step)), codes.pop(place))
        if codes != list(self._session.carriers()):
            self._write(carrier_settings.ordered(self._session.store.reader, codes))

    def read_sort_codes(self, path: Path) -> SortCodeTable:
        """A file's table as it would be loaded, with what is wrong in which row; nothing is changed.

        Some 0.3 s for 3,000 rows. Raises NotPermitted, FileMissing, TableUnreadable, TableTooLong.
        """
        self._session.require(Permission.SET_POLICY)
        table = read_table(path.name, read_lines(path, MOST_ROWS))
        if table is None:
            raise TableUnreadable(path)
        return table

    def load_sort_codes(self, code: str, table: SortCodeTable) -> None:
        """Let `table` be the carrier's, whole, in place of the one before: all of it or nothing.

        Raises NotPermitted, and InvalidDraft for a table without a row.
        """
        self._session.require(Permission.SET_POLICY)
        if not table.rows:
            raise InvalidDraft(())
        self._write(sort_codes.loaded(self._session.store.reader, code, table))

    def remove_sort_codes(self, code: str) -> None:
        """Let the carrier's parcels go by city and district again. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        self._write(sort_codes.removed(self._session.store.reader, code))

    def _write(self, entry: Entry) -> None:
        self._session.write(entry)
        self._session.outlet.take_up_carriers()
