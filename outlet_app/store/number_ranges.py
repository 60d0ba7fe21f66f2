"""Number ranges: the waybill numbers that the outlet got from its carriers, and which of them are still free."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.number_span import MOST_DIGITS, NumberSpan, read_span
from outlet_app.domain.number_use import RangeUse
from outlet_app.domain.waybill_number import LONGEST
from outlet_app.errors import NumbersExhausted, NumberUsed
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.domain.number_use import VoidReason
    from outlet_app.store.connection import Cursor, Reader, Row

_PREFIX = re.compile(rf"[0-9A-Z]{{0,{LONGEST - 1}}}")
COLUMNS = "range_id, carrier, prefix, digits, first, last, next"
"""What `read_range` takes, in this order."""

_OPEN = f"SELECT {COLUMNS} FROM number_ranges WHERE carrier = ? AND next <= last ORDER BY range_id LIMIT 1"
_HOLDING = (
    f"SELECT {COLUMNS} FROM number_ranges"
    " WHERE carrier = ?1 AND substr(?2, 1, length(prefix)) = prefix AND length(?2) = length(prefix) + digits"
    " AND substr(?2, length(prefix) + 1) NOT GLOB '*[^0-9]*'"
    " AND CAST(substr(?2, length(prefix) + 1) AS INTEGER) BETWEEN first AND last"
)
_OVERLAPPING = (
    f"SELECT {COLUMNS} FROM number_ranges"
    " WHERE carrier = ? AND prefix = ? AND digits = ? AND first <= ? AND last >= ? ORDER BY first LIMIT 1"
)
_ALL_OF = "SELECT prefix, digits, first, last FROM number_ranges WHERE carrier = ? AND last >= first"
_ENTER = "INSERT INTO number_ranges (carrier, prefix, digits, first, last, next) VALUES (?, ?, ?, ?, ?, ?)"
_SET_ASIDE = "INSERT INTO numbers_set_aside (range_id, value, state) VALUES (?, ?, ?)"
_IS_SET_ASIDE = "SELECT count(*) FROM numbers_set_aside WHERE range_id = ? AND value = ?"
_USES = (
    "SELECT range_id, carrier, prefix, digits, first, last, next,"
    " (SELECT count(*) FROM numbers_set_aside AS aside WHERE aside.range_id = held.range_id AND value > next),"
    " (SELECT count(*) FROM numbers_set_aside AS aside WHERE aside.range_id = held.range_id AND state <> 'used'),"
    " (SELECT coalesce(sum(back.last - back.first + 1), 0) FROM numbers_returned AS back"
    " WHERE back.range_id = held.range_id),"
    " (SELECT coalesce(sum(lost.last - lost.first + 1 - (SELECT count(*) FROM numbers_set_aside AS aside"
    " WHERE aside.range_id = lost.range_id AND value BETWEEN lost.first AND lost.last)), 0)"
    " FROM numbers_uncertain AS lost WHERE lost.range_id = held.range_id)"
    " FROM number_ranges AS held ORDER BY range_id"
)
_IS_RETURNED = (
    "SELECT count(*) FROM numbers_returned AS back JOIN number_ranges USING (range_id)"
    " WHERE carrier = ?1 AND substr(?2, 1, length(prefix)) = prefix AND length(?2) = length(prefix) + digits"
    " AND substr(?2, length(prefix) + 1) NOT GLOB '*[^0-9]*'"
    " AND CAST(substr(?2, length(prefix) + 1) AS INTEGER) BETWEEN back.first AND back.last"
)
_IS_UNCERTAIN = "SELECT count(*) FROM numbers_uncertain WHERE range_id = ? AND ? BETWEEN first AND last"
_AHEAD = "SELECT sum(last - next + 1) FROM number_ranges WHERE carrier = ?"
_SET_ASIDE_AHEAD = (
    "SELECT count(*) FROM numbers_set_aside JOIN number_ranges USING (range_id) WHERE carrier = ? AND value > next"
)
_BORNE = (
    "SELECT number FROM waybills WHERE number BETWEEN ? AND ? AND length(number) = ? AND carrier = ? ORDER BY number"
)


@dataclass(frozen=True, slots=True)
class NumberRange:
    """A run of numbers: `prefix` and then `digits` decimal digits, from `first` to `last`.

    `next` is the lowest that was neither used nor voided, nor marked uncertain by a restore, `last` + 1 when all were.
    """

    range_id: int
    carrier: str
    prefix: str
    digits: int
    first: int
    last: int
    next: int

    def __post_init__(self) -> None:
        # A hand at the database may write anything; a number made of it would stop the counter with a fault of ours.
        if not (1 <= self.digits <= MOST_DIGITS and _PREFIX.fullmatch(self.prefix)):
            raise ValueError("no range that numbers can be of")

    def number(self, value: int) -> str:
        """The waybill number of `value`, with its leading zeros."""
        return f"{self.prefix}{value:0{self.digits}}"

    def holds(self, number: str) -> bool:
        """Whether this is a number of the range."""
        value = number.removeprefix(self.prefix)
        digits = len(value) == self.digits and value.isascii() and value.isdecimal()
        return number.startswith(self.prefix) and digits and self.first <= int(value) <= self.last

    def value(self, number: str) -> int:
        """The value inside a number of this range."""
        return int(number[len(self.prefix) :])


def is_range(first: str, last: str) -> bool:
    """Whether two numbers make a range that `entered` takes."""
    return read_span(first, last) is not None


def entered(carrier: str, first: str, last: str) -> Entry:
    """The outlet got the numbers `first` to `last` of `carrier`: equal but for at most 18 digits at their end.

    Numbers that a waybill of this carrier already bears are not free. Writing raises NumberUsed(number) for the first
    number that stands in a range already; ValueError for two numbers that make no range.
    """
    span = _span(first, last)

    def apply(cursor: Cursor) -> None:
        standing = overlapping(cursor, carrier, first, last)
        if standing is not None:
            raise NumberUsed(standing)
        cursor.run(_ENTER, carrier, span.prefix, span.digits, span.low, span.high, span.low)
        for number in cursor.rows(_text, _BORNE, first, last, len(first), carrier):
            use(cursor, carrier, number)

    detail = {"carrier": carrier, "first": first, "last": last}
    return Entry(Activity(ActivityKind.NUMBERS_ENTERED, None, detail), apply)


def count_between(first: str, last: str) -> int:
    """How many numbers there are from `first` to `last`, 0 where they make no range."""
    span = read_span(first, last)
    return 0 if span is None else span.count


def spans(reader: Reader, carrier: str) -> list[NumberSpan]:
    """The ranges of one carrier, used up or not, without what went back to it."""
    return reader.rows(_as_span, _ALL_OF, carrier)


def voided(carrier: str, number: str, reason: VoidReason) -> Entry:
    """A number is not to be given out.

    Writing raises NumberUsed when it was used or voided before, KeyError when it stands in no range.
    """

    def apply(cursor: Cursor) -> None:
        held = holding(cursor, carrier, number)
        if held is None:
            raise KeyError(number)
        _take(cursor, held, number, "void")

    detail = {"carrier": carrier, "number": number, "reason": reason.value}
    return Entry(Activity(ActivityKind.NUMBER_VOIDED, None, detail), apply)


def overlapping(reader: Reader, carrier: str, first: str, last: str) -> str | None:
    """The first number from `first` to `last`, which make a range, that stands in a range of `carrier` already."""
    span = _span(first, last)
    found = reader.row(read_range, _OVERLAPPING, carrier, span.prefix, span.digits, span.high, span.low)
    return None if found is None else found.number(max(span.low, found.first))


def is_held(reader: Reader, carrier: str, number: str) -> bool:
    """Whether a range of `carrier` holds that number, used or not."""
    return holding(reader, carrier, number) is not None


def uses(reader: Reader) -> list[RangeUse]:
    """Every range as it stands, the one that was entered first in front."""
    return reader.rows(_use, _USES)


def next_free(reader: Reader, carrier: str) -> str:
    """The number that the next waybill of `carrier` gets, from the oldest range first.

    Raises NumbersExhausted when no range has one left.
    """
    found = reader.row(read_range, _OPEN, carrier)
    if found is None:
        raise NumbersExhausted(carrier)
    return found.number(found.next)


def count_free(reader: Reader, carrier: str) -> int:
    """How many numbers of `carrier` are left in all its ranges."""
    return reader.number(_AHEAD, carrier) - reader.number(_SET_ASIDE_AHEAD, carrier)


def use(cursor: Cursor, carrier: str, number: str) -> None:
    """Mark `number` used where a range of `carrier` holds it; a number of no range is the carrier's own label's.

    A number that a restore marked uncertain is taken when it is typed or scanned: a label already bears it. Runs inside
    the transaction that stores the waybill. Raises NumberUsed when it was used, voided or given
    back to the carrier before.
    """
    # Nearly always the number is the one that `next_free` gave; only then is the cheaper look enough.
    held = cursor.row(read_range, _OPEN, carrier)
    if held is None or number != held.number(held.next):
        held = holding(cursor, carrier, number)
    if held is not None:
        _take(cursor, held, number, "used")
    elif cursor.number(_IS_RETURNED, carrier, number):
        raise NumberUsed(number)


def _take(cursor: Cursor, held: NumberRange, number: str, state: str) -> None:
    value = held.value(number)
    if value != held.next and _is_gone(cursor, held, value):
        raise NumberUsed(number)
    if value != held.next or state == "void":
        cursor.run(_SET_ASIDE, held.range_id, value, state)
    if value == held.next:
        go_on(cursor, held.range_id, value + 1)


def _is_gone(cursor: Cursor, held: NumberRange, value: int) -> bool:
    if cursor.number(_IS_SET_ASIDE, held.range_id, value):
        return True
    return value < held.next and not cursor.number(_IS_UNCERTAIN, held.range_id, value)


def go_on(cursor: Cursor, range_id: int, value: int) -> None:
    """Let a range go on at `value`, or at the first behind it that was not set aside."""
    while cursor.number(_IS_SET_ASIDE, range_id, value):
        value += 1
    cursor.run("UPDATE number_ranges SET next = ? WHERE range_id = ?", value, range_id)


def holding(reader: Reader, carrier: str, number: str) -> NumberRange | None:
    """The range of `carrier` that holds that number, None where none does."""
    return reader.row(read_range, _HOLDING, carrier, number)


def _span(first: str, last: str) -> NumberSpan:
    span = read_span(first, last)
    if span is None:
        raise ValueError("the two numbers make no range")
    return span


def read_range(row: Row) -> NumberRange:
    """A row of `COLUMNS`."""
    return NumberRange(*row)


def _use(row: Row) -> RangeUse:
    held, (ahead, voided, returned, uncertain) = NumberRange(*row[:7]), row[7:]
    free = held.last - held.next + 1 - ahead
    used = held.last - held.first + 1 - free - voided - uncertain
    last = held.number(held.last + returned)
    return RangeUse(held.carrier, held.number(held.first), last, used, voided, free, returned, uncertain)


def _as_span(row: Row) -> NumberSpan:
    return NumberSpan(*row)


def _text(row: Row) -> str:
    text: str = row[0]
    return text
