"""Owner wraps moved to a new owner seed, a range of rows at a time: one act commits to all of a range.

A range is 32 rows by their place in the table. Its hashes stand beside, as record id 16 B | SHA-256(W1) 32 B for each
waybill that was moved; the act names their SHA-256. One act for each waybill would make a year's record of an hour.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.commitments import OWNER_WRAP, Told
from outlet_app.errors import HistoryBroken
from outlet_app.store import activities
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.domain.activity import Detail
    from outlet_app.domain.sealed_waybill import SealedWaybill
    from outlet_app.store.connection import Cursor, Reader, Row

RANGE_ROWS = 32
"""Rows of one range: some 20 ms of work, so that a parcel that is accepted meanwhile waits no longer."""

_ID_BYTES, _HASH_BYTES = 16, 32
_ENTRY_BYTES = _ID_BYTES + _HASH_BYTES
# One statement for all of a range: a third of the time that one for each row takes. A W1 is bound to its record and
# version, so the one that was read says which row is meant, and that it is still the same.
_MOVE = (
    "UPDATE waybills SET owner_wrap = CASE owner_wrap {cases} END"
    " WHERE waybill_id > ? AND waybill_id <= ? AND owner_wrap IN ({marks})"
)
_KEEP = (
    "INSERT INTO rewrapped_ranges (range_id, hashes) VALUES (?, ?)"
    " ON CONFLICT (range_id) DO UPDATE SET hashes = excluded.hashes"
)
_HASHES = "SELECT hashes FROM rewrapped_ranges WHERE range_id = ?"
# The first fact of an act's canonical detail is its range, so the index on the detail finds the range's acts.
_NEWEST = "SELECT max(n) FROM acts WHERE kind = 'rewrapped' AND detail >= ? AND detail < ?"


@dataclass(frozen=True, slots=True)
class Rewrap:
    """A waybill as its row stands, and its new W1, 80 bytes."""

    sealed: SealedWaybill
    owner_wrap: bytes


def range_of(waybill_id: int) -> int:
    """The range that holds the row of this place; places count from 1, ranges from 0."""
    return (waybill_id - 1) // RANGE_ROWS


def ranges(reader: Reader) -> int:
    """How many ranges the table has now."""
    return range_of(reader.number("SELECT max(waybill_id) FROM waybills")) + 1


def rewrapped(reader: Reader, range_id: int, moved: Sequence[Rewrap]) -> Entry:
    """The waybills of `moved`, all of one range, get their new W1; those moved before in it stay committed to.

    Where what stands there of the range is not what its act said, nothing of it is taken over. Writing raises KeyError
    when a row is not of the range, or no longer the one that was read.
    """
    known = _said_before(reader, range_id) | {
        rewrap.sealed.masked.record_id: hashlib.sha256(rewrap.owner_wrap).digest() for rewrap in moved
    }
    hashes = b"".join(record_id + known[record_id] for record_id in sorted(known))

    def apply(cursor: Cursor) -> None:
        if moved and _move(cursor, range_id, moved) != len(moved):
            raise KeyError(range_id)
        cursor.run(_KEEP, range_id, hashes)

    detail: Detail = {"range": range_id, "sha_owner_wraps": hashlib.sha256(hashes).hexdigest(), "waybills": len(moved)}
    return Entry(Activity(ActivityKind.REWRAPPED, None, detail), apply)


def told(reader: Reader, waybill_id: int, record_id: bytes) -> list[Told]:
    """What was said of this waybill when its range was moved; nothing where it was not.

    Raises HistoryBroken when what stands there of the range is not what its act said.
    """
    n, known = _known(reader, range_of(waybill_id))
    return [Told(n, {OWNER_WRAP: known[record_id].hex()})] if record_id in known else []


def _move(cursor: Cursor, range_id: int, moved: Sequence[Rewrap]) -> int:
    start = range_id * RANGE_ROWS
    sql = _MOVE.format(cases=" ".join(["WHEN ? THEN ?"] * len(moved)), marks=", ".join("?" * len(moved)))
    former = [rewrap.sealed.owner_wrap for rewrap in moved]
    pairs = [wrap for rewrap in moved for wrap in (rewrap.sealed.owner_wrap, rewrap.owner_wrap)]
    return cursor.run(sql, *pairs, start, start + RANGE_ROWS, *former)


def _said_before(reader: Reader, range_id: int) -> dict[bytes, bytes]:
    try:
        return _known(reader, range_id)[1]
    except HistoryBroken:
        return {}  # those waybills then no longer fit what was said of them, and that shows


def _known(reader: Reader, range_id: int) -> tuple[int, dict[bytes, bytes]]:
    """The newest act about a range and the hashes it commits to, by record id; 0 and none where there is none."""
    n = reader.number(_NEWEST, f'{{"range":{range_id},', f'{{"range":{range_id}-')
    if not n:
        return 0, {}
    (act,) = activities.following(reader, activities.after(reader, n - 1, 1))
    hashes = reader.row(_blob, _HASHES, range_id) or b""
    if read_detail(act).get("sha_owner_wraps") != hashlib.sha256(hashes).hexdigest():
        raise HistoryBroken(n)
    starts = range(0, len(hashes), _ENTRY_BYTES)
    return n, {hashes[at : at + _ID_BYTES]: hashes[at + _ID_BYTES : at + _ENTRY_BYTES] for at in starts}


def _blob(row: Row) -> bytes:
    hashes: bytes = row[0]
    return hashes
