"""Waybill numbers beyond entering a range: files of them, what goes back, what a restore left in doubt, gaps by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.number_use import left_behind
from outlet_app.domain.outlet_day import day_span
from outlet_app.domain.range_file import MOST_LINES, read_ranges
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.errors import Fault, FaultKind, InvalidDraft
from outlet_app.services.day_numbers import day_numbers, last_days
from outlet_app.services.read_file import read_lines
from outlet_app.store import act_search, day_rows, number_ranges, returned_numbers
from outlet_app.store.act_search import ActQuery

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from outlet_app.domain.number_gaps import NumbersOfDay
    from outlet_app.domain.number_use import CarrierNumbers, UncertainNumbers
    from outlet_app.domain.range_file import RangeFile
    from outlet_app.services.session import Session

MOST_DAYS = 31
"""Days whose numbers can be looked at; what is older stands in the record."""

_A_DAYS_ACTS = 5000
"""Waybills of one day that are looked at, five times a large outlet's."""


class NumberDesk:
    """The use case of the owner who keeps count of the outlet's waybill numbers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def read_file(self, carrier: str, path: Path) -> RangeFile:
        """A file's ranges as they would be entered for `carrier`, with what is wrong in which row; nothing is changed.

        Raises NotPermitted, FileMissing, TableUnreadable, TableTooLong.
        """
        self._session.require(Permission.SET_POLICY)
        lines = read_lines(path, MOST_LINES)
        return read_ranges(path.name, lines, number_ranges.spans(self._session.store.reader, carrier))

    def enter_file(self, carrier: str, ranges: RangeFile) -> None:
        """Take in every good range of a file in one transaction: all of them or none.

        Raises NotPermitted, InvalidDraft where there is none, and NumberUsed(number) for a range that was entered since
        the file was read.
        """
        self._session.require(Permission.SET_POLICY)
        if not ranges.spans:
            raise InvalidDraft(())
        self._session.write(*(number_ranges.entered(carrier, span.first, span.last) for span in ranges.spans))

    def count_back(self, numbers: Iterable[CarrierNumbers], carrier: str, first: str) -> int:
        """How many numbers would go back from `first`, as typed, on; 0 while none of `numbers` is meant. Instant."""
        return left_behind(numbers, carrier, read_number(first))

    def give_back(self, carrier: str, first: str) -> None:
        """Give the numbers from `first`, as typed, to the end of its range back to the carrier.

        Raises NotPermitted, InvalidDraft with a fault of `number`, and NumberUsed(number) for one of them that is used,
        void or in doubt.
        """
        self._session.require(Permission.SET_POLICY)
        read = read_number(first)
        fault = None if is_number(read) else FaultKind.NOT_A_WAYBILL_NUMBER if first.strip() else FaultKind.EMPTY
        if fault is None and not number_ranges.is_held(self._session.store.reader, carrier, read):
            fault = FaultKind.IN_NO_RANGE
        if fault is not None:
            raise InvalidDraft((Fault("number", fault),))
        self._session.write(returned_numbers.given_back(self._session.store.reader, carrier, read))

    def uncertain(self) -> tuple[UncertainNumbers, ...]:
        """What a restore left in doubt and nobody settled yet. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        return tuple(returned_numbers.uncertain(self._session.store.reader))

    def settle(self, doubt: UncertainNumbers, *, free: bool) -> None:
        """Say what became of numbers in doubt: used in the lost days, or never given out, so that they are free.

        Raises NotPermitted.
        """
        self._session.require(Permission.SET_POLICY)
        self._session.write(returned_numbers.settled(doubt, free=free))

    def days(self) -> tuple[date, ...]:
        """Today, and the days before it that hold acts, newest first, at most 31. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        return last_days(self._session.store.reader, self._session.clock(), MOST_DAYS)

    def gaps(self, day: date) -> tuple[NumbersOfDay, ...]:
        """What a day took of the ranges, and what it passed over. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        reader = self._session.store.reader
        query = ActQuery(span=day_span(day), kinds=(ActivityKind.ACCEPTED.value,))
        newest = self._session.store.checkpoint().n
        acts = act_search.matching(reader, query, above=0, before=newest + 1, limit=_A_DAYS_ACTS)
        rows = day_rows.rows_of(reader, tuple(act.record_id for act in acts if act.record_id is not None))
        return day_numbers(reader, reversed(acts), rows)
