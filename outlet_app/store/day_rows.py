"""What rows say of a day beside its acts: the carriers of waybills and parcels, and which numbers waybills bear."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.domain.number_gaps import LOOKED_INTO, NumbersOfDay, RangeDay, gaps, runs
from outlet_app.store import number_ranges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.store.connection import Reader, Row
    from outlet_app.store.number_ranges import NumberRange

_AT_ONCE = 500
"""Records asked for in one statement: each is one bound value."""

_WAYBILLS = "SELECT record_id, carrier, number FROM waybills WHERE record_id IN "
_PARCELS = "SELECT record_id, carrier, '' FROM parcels WHERE record_id IN "
_RANGES = f"SELECT {number_ranges.COLUMNS} FROM number_ranges WHERE carrier = ? ORDER BY range_id"
_LAST_BEFORE = (
    "SELECT number FROM waybills WHERE number < ? AND number >= ? AND length(number) = ? AND carrier = ?"
    " ORDER BY number DESC LIMIT 1"
)
_BORNE = "SELECT number FROM waybills WHERE number BETWEEN ? AND ? AND length(number) = ? AND carrier = ?"
_VOID = "SELECT value FROM numbers_set_aside WHERE range_id = ? AND state = 'void' AND value BETWEEN ? AND ?"
_RETURNED = "SELECT first, last FROM numbers_returned WHERE range_id = ?"
_UNCERTAIN = "SELECT first, last FROM numbers_uncertain WHERE range_id = ?"


@dataclass(frozen=True, slots=True)
class DayRow:
    """What stays of a waybill or arrived parcel whatever becomes of it; `number` is empty for an arrived parcel."""

    record_id: bytes
    carrier: str
    number: str


def rows_of(reader: Reader, record_ids: Sequence[bytes]) -> dict[bytes, DayRow]:
    """The rows of these waybills and arrived parcels, as many as there are; not checked against any act."""
    found: dict[bytes, DayRow] = {}
    for query in (_WAYBILLS, _PARCELS):
        missing = [record_id for record_id in record_ids if record_id not in found]
        for start in range(0, len(missing), _AT_ONCE):
            some = missing[start : start + _AT_ONCE]
            marks = f"({', '.join('?' * len(some))})"
            found |= {row.record_id: row for row in reader.rows(_row, query + marks, *some)}
    return found


def numbers_of_day(reader: Reader, carrier: str, numbers: Sequence[str]) -> NumbersOfDay:
    """What `numbers`, all that a day's waybills of `carrier` bear, say of its ranges: runs and what they pass over."""
    days: list[RangeDay] = []
    for held in reader.rows(number_ranges.read_range, _RANGES, carrier):
        used = sorted(held.value(number) for number in numbers if held.holds(number))
        if used:
            days.append(_range_day(reader, held, used))
    in_ranges = sum(len(day.used) for day in days)
    return NumbersOfDay(
        carrier=carrier,
        used=len(numbers),
        typed=len(numbers) - in_ranges,
        runs=tuple(run for day in days for run in runs(day)),
        gaps=tuple(gap for day in days for gap in gaps(day)),
    )


def _range_day(reader: Reader, held: NumberRange, used: Sequence[int]) -> RangeDay:
    lowest, digits = held.number(used[0]), len(held.number(used[0]))
    before = reader.row(_number, _LAST_BEFORE, lowest, held.number(held.first), digits, held.carrier)
    plain = RangeDay(
        prefix=held.prefix,
        digits=held.digits,
        next=held.next,
        used=tuple(used),
        before=held.first - 1 if before is None else held.value(before),
        returned=tuple(reader.rows(_span, _RETURNED, held.range_id)),
        uncertain=tuple(reader.rows(_span, _UNCERTAIN, held.range_id)),
    )
    borne: list[int] = []
    void: list[int] = []
    for first, last in plain.holes():
        if last - first < LOOKED_INTO:
            ends = held.number(first), held.number(last)
            borne += map(held.value, reader.rows(_number, _BORNE, *ends, digits, held.carrier))
            void += reader.rows(_value, _VOID, held.range_id, first, last)
    return replace(plain, borne=frozenset(borne), void=frozenset(void))


def _row(row: Row) -> DayRow:
    return DayRow(*row)


def _number(row: Row) -> str:
    number: str = row[0]
    return number


def _value(row: Row) -> int:
    value: int = row[0]
    return value


def _span(row: Row) -> tuple[int, int]:
    return row[0], row[1]
