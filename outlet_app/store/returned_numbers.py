"""Numbers that went back to their carrier, and those that a restore left in doubt, once the owner said which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.number_use import UncertainNumbers
from outlet_app.errors import NumberUsed
from outlet_app.store import number_ranges
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.store.connection import Cursor, Reader, Row
    from outlet_app.store.number_ranges import NumberRange

_FIRST_TAKEN = (
    "SELECT value FROM numbers_set_aside WHERE range_id = ? AND value >= ? AND value <= ? ORDER BY value LIMIT 1"
)
_SHORTEN = "UPDATE number_ranges SET last = ? WHERE range_id = ?"
_GIVE_BACK = "INSERT INTO numbers_returned (range_id, first, last) VALUES (?, ?, ?)"
_RESHAPE = "UPDATE number_ranges SET first = ?, last = ?, next = ? WHERE range_id = ?"
_CUT_OFF = (
    "INSERT INTO number_ranges (carrier, prefix, digits, first, last, next) SELECT carrier, prefix, digits, ?, ?, ?"
    " FROM number_ranges WHERE range_id = ?"
)
_NEWEST = "SELECT max(range_id) FROM number_ranges"
_REHOME = (
    "UPDATE numbers_set_aside SET range_id = ? WHERE range_id = ? AND value >= ?",
    "UPDATE numbers_uncertain SET range_id = ? WHERE range_id = ? AND first >= ?",
    "UPDATE numbers_returned SET range_id = ? WHERE range_id = ? AND first >= ?",
)
_SETTLE = "DELETE FROM numbers_uncertain WHERE range_id = ? AND first = ? AND last = ?"
_UNCERTAIN = (
    f"SELECT {', '.join('held.' + column for column in number_ranges.COLUMNS.split(', '))}, lost.first, lost.last,"
    " (SELECT count(*) FROM numbers_set_aside AS aside"
    " WHERE aside.range_id = lost.range_id AND value BETWEEN lost.first AND lost.last)"
    " FROM numbers_uncertain AS lost JOIN number_ranges AS held USING (range_id)"
    " ORDER BY held.carrier, held.range_id, lost.first"
)


def given_back(reader: Reader, carrier: str, first: str) -> Entry:
    """The numbers from `first` to the end of its range go back to the carrier; none of them is given out any more.

    Raises KeyError when no range holds `first`. Writing raises NumberUsed(number) for the lowest from there on that is
    used, void or in doubt: then nothing goes back.
    """
    held = number_ranges.holding(reader, carrier, first)
    if held is None:
        raise KeyError(first)
    value, last = held.value(first), held.last

    def apply(cursor: Cursor) -> None:
        standing = number_ranges.holding(cursor, carrier, first)
        if standing is None or value < standing.next:
            raise NumberUsed(first)
        taken = cursor.row(_value, _FIRST_TAKEN, standing.range_id, value, last)
        if taken is not None:
            raise NumberUsed(standing.number(taken))
        cursor.run(_SHORTEN, value - 1, standing.range_id)
        cursor.run(_GIVE_BACK, standing.range_id, value, last)

    detail = {"carrier": carrier, "first": first, "last": held.number(last)}
    return Entry(Activity(ActivityKind.NUMBERS_RETURNED, None, detail), apply)


def uncertain(reader: Reader) -> list[UncertainNumbers]:
    """What a restore left in doubt and nobody settled, by carrier."""
    return reader.rows(_doubt, _UNCERTAIN)


def settled(doubt: UncertainNumbers, *, free: bool) -> Entry:
    """The owner says what became of numbers in doubt: used in the lost days, or never given out and so `free`.

    Those that were typed from a label since stay used. Free ones become a range of their own, behind all others of
    their carrier. Writing raises KeyError when they are in doubt no more.
    """

    def apply(cursor: Cursor) -> None:
        held = number_ranges.holding(cursor, doubt.carrier, doubt.first)
        if held is None:
            raise KeyError(doubt.first)
        first, last = held.value(doubt.first), held.value(doubt.last)
        if not cursor.run(_SETTLE, held.range_id, first, last):
            raise KeyError(doubt.first)
        if free:
            _cut_out(cursor, held, first, last)

    said = "free" if free else "used"
    detail = {"carrier": doubt.carrier, "first": doubt.first, "last": doubt.last, "settled": said}
    return Entry(Activity(ActivityKind.NUMBERS_SETTLED, None, detail), apply)


def _cut_out(cursor: Cursor, held: NumberRange, first: int, last: int) -> None:
    """Make the values `first` to `last` a range of their own that begins anew; what was around them stays as it was."""
    parts = [
        (held.first, first - 1, first),
        (first, last, first),
        (last + 1, held.last, held.next),
    ]
    standing = [part for part in parts if part[0] <= part[1]]
    cursor.run(_RESHAPE, *standing[0], held.range_id)
    home = held.range_id
    for low, high, following in standing[1:]:
        cursor.run(_CUT_OFF, low, high, following, held.range_id)
        newest = cursor.number(_NEWEST)
        for query in _REHOME:
            cursor.run(query, newest, home, low)
        home = newest
    freed = number_ranges.holding(cursor, held.carrier, held.number(first))
    if freed is not None:
        number_ranges.go_on(cursor, freed.range_id, first)


def _doubt(row: Row) -> UncertainNumbers:
    held, (first, last, taken) = number_ranges.read_range(row[:7]), row[7:]
    return UncertainNumbers(held.carrier, held.number(first), held.number(last), last - first + 1, taken)


def _value(row: Row) -> int:
    value: int = row[0]
    return value
