"""Waybill numbers that may have been used in lost days: never given out, taken only where a label already bears one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from outlet_app.store import number_ranges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.store.connection import Cursor, Reader, Row
    from outlet_app.store.number_ranges import NumberRange

_OPEN = f"SELECT {number_ranges.COLUMNS} FROM number_ranges WHERE next <= last ORDER BY carrier, range_id"
_SPANS = "SELECT range_id, first, last FROM numbers_uncertain ORDER BY range_id, first"
_KEEP = "INSERT INTO numbers_uncertain (range_id, first, last) VALUES (?, ?, ?)"
# An outlet day begins at 04:00 of UTC+8, which is 20:00 UTC.
_BUSIEST = (
    "SELECT max(taken) FROM (SELECT count(*) AS taken FROM waybills WHERE carrier = ?"
    " GROUP BY (accepted_ms + 14400000) / 86400000)"
)


@dataclass(frozen=True, slots=True)
class Span:
    """The values `first` to `last` of one range, both included."""

    range_id: int
    first: int
    last: int

    @property
    def count(self) -> int:
        """How many numbers these are."""
        return self.last - self.first + 1


def open_ranges(reader: Reader) -> list[NumberRange]:
    """The ranges that still have numbers, by carrier and then in the order in which they are used up."""
    return reader.rows(number_ranges.read_range, _OPEN)


def busiest_day(reader: Reader, carrier: str) -> int:
    """The most waybills of `carrier` that one outlet day took in."""
    return reader.number(_BUSIEST, carrier)


def up_to(ranges: Sequence[NumberRange], number: str) -> tuple[Span, ...] | None:
    """Every value not used yet, up to `number`, through the ranges of one carrier in their order.

    Empty when `number` was used by then; None when it stands in none of these ranges.
    """
    for place, each in enumerate(ranges):
        if each.holds(number):
            before = [Span(full.range_id, full.next, full.last) for full in ranges[:place]]
            value = each.value(number)
            return (*before, *([Span(each.range_id, each.next, value)] if value >= each.next else ()))
    return None


def the_next(ranges: Sequence[NumberRange], count: int) -> tuple[Span, ...]:
    """The next `count` values not used yet, through the ranges of one carrier in their order, or all that are left."""
    left = [each.last - each.next + 1 for each in ranges]
    before = [0, *accumulate(left)]
    return tuple(
        Span(each.range_id, each.next, min(each.last, each.next + count - gone - 1))
        for each, gone in zip(ranges, before, strict=False)
        if gone < count
    )


def keep(cursor: Cursor, spans: Sequence[Span]) -> None:
    """Mark `spans`, which begin where their ranges go on, and let the ranges go on behind them."""
    for span in spans:
        cursor.run(_KEEP, span.range_id, span.first, span.last)
        number_ranges.go_on(cursor, span.range_id, span.last + 1)


def all_spans(reader: Reader) -> list[Span]:
    """Everything that was ever marked, used since or not."""
    return reader.rows(_span, _SPANS)


def _span(row: Row) -> Span:
    return Span(*row)
