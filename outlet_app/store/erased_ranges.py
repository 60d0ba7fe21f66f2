"""What is erased of waybills while the outlet goes on: one act commits to all that is erased in a range of rows.

A range is 32 rows by their place in the table. Its records stand beside: the record id, 16 B, of each waybill whose
masked part was emptied; of each whose details were erased also what commits to the columns that stay, 32 B. The act
names their SHA-256. One act for each waybill would be three hundred acts a day more.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.commitments import EMPTIED, MASKED_PART, OWNER_WRAP, VERSION, Told
from outlet_app.domain.policies import SHORTEST, details_end, masked_end
from outlet_app.domain.waybill_life import left_ms
from outlet_app.errors import HistoryBroken
from outlet_app.store import activities
from outlet_app.store.moment import from_ms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from outlet_app.domain.activity import Act
    from outlet_app.store.connection import Cursor, Reader, Row

RANGE_ROWS = 32
"""Rows of one range: some ten acts a day at 300 parcels. A parcel that is accepted meanwhile waits for one range: to
judge and empty it takes 55 ms of processor time, to erase its details 95 ms (a busy machine of two cores, 2026-11)."""

_ID_BYTES = 16
_KEEP = (
    "INSERT INTO erased_ranges (part, range_id, records) VALUES (?, ?, ?)"
    " ON CONFLICT (part, range_id) DO UPDATE SET records = excluded.records"
)
_RECORDS = "SELECT records FROM erased_ranges WHERE part = ? AND range_id = ?"
# The first fact of an act's canonical detail is its range, so the index on the detail finds the range's acts.
_NEWEST = "SELECT max(n) FROM acts WHERE kind = '{kind}' AND detail >= ? AND detail < ?"

# Whoever holds the database can have written an act whose detail is anything.
_TOLD = """
    SELECT DISTINCT CASE WHEN json_valid(detail) THEN
        CASE json_type(detail, '$.range') WHEN 'integer' THEN json_extract(detail, '$.range') END END
    FROM acts WHERE kind = '{kind}'
"""
_LAST_PLACE = "SELECT max(waybill_id) FROM waybills"


class Part(StrEnum):
    """What is erased of a waybill. The values are stored: never rename one."""

    MASKED = "masked"
    DETAILS = "details"


KINDS = {Part.MASKED: ActivityKind.PARTS_EMPTIED, Part.DETAILS: ActivityKind.DETAILS_ERASED}
"""By which kind of act each part is erased."""
_ENTRY_BYTES = {Part.MASKED: _ID_BYTES, Part.DETAILS: _ID_BYTES + 32}


@dataclass(frozen=True, slots=True)
class ErasedRange:
    """What `act`, the newest about a range, commits to: by record id, nothing for MASKED, 32 bytes for DETAILS."""

    act: Act
    records: Mapping[bytes, bytes]


def range_of(place: int) -> int:
    """The range that holds the row of this place; places count from 1, ranges from 0."""
    return (place - 1) // RANGE_ROWS


def told(reader: Reader, place: int, record_id: bytes, acts: Sequence[Act]) -> list[Told]:
    """What the acts about its range say of this waybill, of which `acts` are all its own, in order.

    Raises HistoryBroken when what stands there of the range is not what its act said, and when that was said before
    any term that an owner may set was over.
    """
    found = [(part, known(reader, part, range_of(place))) for part in Part]
    said = [(part, erased) for part, erased in found if erased is not None and record_id in erased.records]
    for part, erased in said:
        former = [act for act in acts if act.n < erased.act.n]
        if former and not _is_over(part, former, from_ms(erased.act.at_ms)):
            raise HistoryBroken(erased.act.n)
    return [Told(erased.act.n, _said(part, erased.records[record_id])) for part, erased in said]


def known(reader: Reader, part: Part, range_id: int) -> ErasedRange | None:
    """What is erased in a range, None where nothing is. Raises as `told`."""
    sql = _NEWEST.format(kind=KINDS[part].value)
    n = reader.number(sql, f'{{"range":{range_id},', f'{{"range":{range_id}-')
    if not n:
        return None
    (act,) = activities.following(reader, activities.after(reader, n - 1, 1))
    blob = reader.row(_blob, _RECORDS, part.value, range_id) or b""
    if read_detail(act).get("sha_records") != hashlib.sha256(blob).hexdigest():
        raise HistoryBroken(n)
    size = _ENTRY_BYTES[part]
    entries = [blob[at : at + size] for at in range(0, len(blob), size)]
    return ErasedRange(act, {each[:_ID_BYTES]: each[_ID_BYTES:] for each in entries})


def doubtful(reader: Reader) -> list[tuple[Part, int]]:
    """The ranges of which what stands there and what the acts say do not fit: a damaged disk took one of them."""
    whole = range_of(reader.number(_LAST_PLACE)) + 1
    named = {part: reader.rows(_number, _TOLD.format(kind=KINDS[part].value)) for part in Part}
    told_by_acts = {(part, each) for part in Part for each in named[part] if each is not None and 0 <= each < whole}
    kept = {(Part(part), range_id) for part, range_id in reader.rows(_key, "SELECT part, range_id FROM erased_ranges")}
    return [each for each in sorted(told_by_acts | kept) if not _fits(reader, *each)]


def joined(reader: Reader, part: Part, range_id: int, new: Mapping[bytes, bytes]) -> bytes:
    """The records of a range with `new` ones among them, as `keep` stores them.

    Where what stands there is not what its act said, nothing of it is taken over.
    """
    try:
        erased = known(reader, part, range_id)
    except HistoryBroken:
        erased = None  # those waybills then no longer fit what was said of them, and that shows
    records = {**(erased.records if erased else {}), **new}
    return b"".join(record_id + records[record_id] for record_id in sorted(records))


def keep(cursor: Cursor, part: Part, range_id: int, records: bytes) -> None:
    """Store the records of a range, inside the transaction whose act names their SHA-256."""
    cursor.run(_KEEP, part.value, range_id, records)


def _fits(reader: Reader, part: Part, range_id: int) -> bool:
    try:
        return known(reader, part, range_id) is not None
    except HistoryBroken:
        return False


def _is_over(part: Part, acts: Sequence[Act], at: datetime) -> bool:
    """Whether the shortest term was over at `at` by the acts of one waybill that were done by then."""
    if part is Part.DETAILS:
        return from_ms(acts[0].at_ms) <= details_end(SHORTEST, at)
    left = left_ms(acts)
    return left is not None and from_ms(left) <= masked_end(SHORTEST, at)


def _said(part: Part, version: bytes) -> dict[str, str]:
    if part is Part.MASKED:
        return {MASKED_PART: EMPTIED}
    return {VERSION: version.hex(), OWNER_WRAP: EMPTIED}


def _blob(row: Row) -> bytes:
    records: bytes = row[0]
    return records


def _number(row: Row) -> int | None:
    number: int | None = row[0]
    return number


def _key(row: Row) -> tuple[str, int]:
    return row[0], row[1]
