"""Waybills and arrived parcels whose terms are over: which they are, and the entries that erase of them what is due."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.commitments import VERSION, commitments, without_details
from outlet_app.domain.terms import Category
from outlet_app.store import erased_ranges, label_wraps, waybills
from outlet_app.store.erased_ranges import RANGE_ROWS, Part
from outlet_app.store.moment import from_ms, to_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from outlet_app.domain.activity import Detail
    from outlet_app.domain.sealed_waybill import SealedWaybill
    from outlet_app.store.connection import Cursor, Reader, Row

PARCELS_AT_ONCE = 200
"""Tails emptied in one transaction, some milliseconds."""

# In the words of their indexes, which hold what is due and nothing else.
_LEFT = "left_ms IS NOT NULL AND masked_salt <> x''"
_CLOSED = "left_ms IS NOT NULL AND owner_wrap <> x''"
_WITH_TAIL = "left_ms IS NOT NULL AND tail <> ''"
_AFTER = "({moment} > ?1 OR ({moment} = ?1 AND waybill_id > ?2)) AND {moment} >= ?1 AND {moment} <= ?3"
_NEXT = {
    Part.MASKED: f"SELECT left_ms, waybill_id FROM waybills WHERE {_LEFT} AND {_AFTER.format(moment='left_ms')}"
    " ORDER BY left_ms, waybill_id LIMIT 1",
    Part.DETAILS: f"SELECT accepted_ms, waybill_id FROM waybills WHERE {_CLOSED} AND "
    f"{_AFTER.format(moment='accepted_ms')} ORDER BY accepted_ms, waybill_id LIMIT 1",
}
_OF_RANGE = {
    Part.MASKED: f"SELECT record_id FROM waybills WHERE waybill_id > ? AND waybill_id <= ? AND {_LEFT}"
    " AND left_ms <= ? ORDER BY waybill_id",
    Part.DETAILS: f"SELECT record_id FROM waybills WHERE waybill_id > ? AND waybill_id <= ? AND {_CLOSED}"
    " AND accepted_ms <= ? ORDER BY waybill_id",
}
# By the index of what stands in the shop, which is little; and by that of what left, from its end.
_KEPT_BACK = (
    "SELECT record_id FROM waybills INDEXED BY waybills_in_shop WHERE left_ms IS NULL AND accepted_ms <= ?1"
    f" UNION SELECT record_id FROM waybills WHERE {_LEFT} AND left_ms > ?2"
    f" UNION SELECT record_id FROM waybills WHERE {_CLOSED} AND accepted_ms > ?2 LIMIT {RANGE_ROWS}"
)
_HOW_MANY = f"SELECT count(*), min(accepted_ms), max(accepted_ms) FROM waybills WHERE {_CLOSED} AND accepted_ms <= ?"
_GONE = {
    Part.MASKED: "SELECT record_id FROM waybills WHERE waybill_id > ? AND waybill_id <= ? AND masked_salt = x''",
    Part.DETAILS: "SELECT record_id FROM waybills WHERE waybill_id > ? AND waybill_id <= ? AND owner_wrap = x''",
}
_EMPTY = (
    "UPDATE waybills SET sender_name = '', sender_initial = '', sender_phone = '', sender_tail = '',"
    " recipient_name = '', recipient_initial = '', recipient_phone = '', recipient_tail = '',"
    f" category = '{Category.OTHER.value}', masked_salt = x'' WHERE record_id = ? AND left_ms IS NOT NULL"
)
_ERASE = (
    "UPDATE waybills SET details = x'', owner_wrap = x'', carrier_wrap = NULL"
    " WHERE record_id = ? AND left_ms IS NOT NULL"
)
_EMPTY_TAILS = (
    "UPDATE parcels SET tail = '' WHERE parcel_id IN"
    f" (SELECT parcel_id FROM parcels WHERE {_WITH_TAIL} AND left_ms <= ? ORDER BY left_ms LIMIT {PARCELS_AT_ONCE})"
)
_TAILS = f"SELECT count(*) FROM (SELECT 1 FROM parcels WHERE {_WITH_TAIL} AND left_ms <= ? LIMIT {PARCELS_AT_ONCE})"


@dataclass(frozen=True, slots=True)
class DueRow:
    """A row that may be due: its moment in milliseconds, by which they are ordered, and its place in the table."""

    at_ms: int
    place: int


FIRST = DueRow(-(2**63), 0)
"""Before every row, whatever moment somebody wrote into it."""


@dataclass(frozen=True, slots=True)
class DueDetails:
    """How many waybills still have details although they were accepted at some moment or before, and left.

    `oldest` and `newest` (UTC) are when the first and the last of them were accepted, None where there is none.
    """

    count: int
    oldest: datetime | None
    newest: datetime | None


def next_due(reader: Reader, part: Part, end: datetime, after: DueRow = FIRST) -> DueRow | None:
    """The next row behind `after` that is due by what it says of itself, which the acts have to confirm.

    MASKED goes by when the parcel left, DETAILS by when the waybill was accepted; `end` (UTC) is the last moment.
    """
    return reader.row(_due, _NEXT[part], after.at_ms, after.place, to_ms(end))


def due_of_range(reader: Reader, part: Part, range_id: int, end: datetime) -> list[bytes]:
    """The record ids of all rows of one range that are due as `next_due`, at most 32, in the order of their places."""
    start = range_id * RANGE_ROWS
    return reader.rows(_record_id, _OF_RANGE[part], start, start + RANGE_ROWS, to_ms(end))


def kept_back(reader: Reader, end: datetime, now: datetime) -> list[bytes]:
    """The record ids of at most 32 rows that are old and not due by what they say of themselves.

    Accepted at `end` (UTC) or before and standing here, or leaving or accepted later than `now`: their acts tell
    whether that is so.
    """
    return reader.rows(_record_id, _KEPT_BACK, to_ms(end), to_ms(now))


def due_details(reader: Reader, end: datetime) -> DueDetails:
    """How many details are due at `end` (UTC); by the index alone."""
    found = reader.row(_details, _HOW_MANY, to_ms(end))
    return DueDetails(0, None, None) if found is None else found


def count_tails(reader: Reader, end: datetime) -> int:
    """How many arrived parcels that left at `end` (UTC) or before still have their tail; counted to 200."""
    return reader.number(_TAILS, to_ms(end))


def masked_emptied(reader: Reader, range_id: int, record_ids: Collection[bytes], odd: Collection[bytes]) -> Entry:
    """The masked parts of these waybills, all of one range and gone, are emptied, with the salts that blinded them.

    The act commits to every one but the `odd`, whose rows were not what their acts say, and stay so. Writing raises
    KeyError when a row is not there, or its parcel stands here.
    """
    new = dict.fromkeys((each for each in record_ids if each not in odd), b"")
    return _erased(reader, Part.MASKED, range_id, new, (_EMPTY, record_ids))


def details_erased(
    reader: Reader, range_id: int, rows: Collection[SealedWaybill], odd: Collection[bytes], serial: int
) -> Entry:
    """The details of these waybills, all of one range and gone, are erased with every wrap of their keys.

    The act names the owner's statement `serial` that ordered it, and commits anew to the columns that stay. Of the
    `odd`, which are none of `rows`, it commits to nothing, as `masked_emptied`. Writing raises KeyError as that.
    """
    new = {row.masked.record_id: _stays(row) for row in rows}
    return _erased(reader, Part.DETAILS, range_id, new, (_ERASE, [*new, *odd]), serial=serial)


def tails_emptied(count: int, end: datetime) -> Entry:
    """The first `count` arrived parcels that left at `end` (UTC) or before, at most 200, lose their tail.

    No commitment holds a tail, so the act only counts. Writing raises KeyError when it were others.
    """

    def apply(cursor: Cursor) -> None:
        if cursor.run(_EMPTY_TAILS, to_ms(end)) != count:
            raise KeyError(count)

    return Entry(Activity(ActivityKind.PARTS_EMPTIED, None, {"parcels": count}), apply, erases=True)


def as_found(reader: Reader) -> list[Entry]:
    """A damaged disk took acts about ranges, or what they commit to: new ones, of the rows as they stand.

    As with all that is kept as it was found, they prove nothing of what was before.
    """
    return [_as_found(reader, part, range_id) for part, range_id in erased_ranges.doubtful(reader)]


def _as_found(reader: Reader, part: Part, range_id: int) -> Entry:
    start = range_id * RANGE_ROWS
    found = waybills.sealed_of(reader, reader.rows(_record_id, _GONE[part], start, start + RANGE_ROWS))
    new = {row.masked.record_id: _stays(row) if part is Part.DETAILS else b"" for row in found}
    return _erased(reader, part, range_id, new, ("", ()))


def _stays(row: SealedWaybill) -> bytes:
    """What commits to the columns that stay of a waybill whose details go."""
    return bytes.fromhex(commitments(without_details(row))[VERSION])


def _erased(
    reader: Reader,
    part: Part,
    range_id: int,
    new: Mapping[bytes, bytes],
    change: tuple[str, Collection[bytes]],
    **facts: int,
) -> Entry:
    records = erased_ranges.joined(reader, part, range_id, new)
    sql, record_ids = change

    def apply(cursor: Cursor) -> None:
        for record_id in record_ids:
            if not cursor.run(sql, record_id):
                raise KeyError(record_id.hex())
            label_wraps.remove(cursor, record_id)
        erased_ranges.keep(cursor, part, range_id, records)

    said: Detail = {
        "range": range_id,
        "sha_records": hashlib.sha256(records).hexdigest(),
        "waybills": len(record_ids),
        **facts,
    }
    return Entry(Activity(erased_ranges.KINDS[part], None, said), apply, erases=True)


def _due(row: Row) -> DueRow:
    return DueRow(row[0], row[1])


def _record_id(row: Row) -> bytes:
    record_id: bytes = row[0]
    return record_id


def _details(row: Row) -> DueDetails:
    count, oldest, newest = row
    days = [None if each is None else from_ms(max(0, each)) for each in (oldest, newest)]  # none of ours is before 1970
    return DueDetails(count, *days)
