"""Arrived parcels by what people say of them, and those that wait too long; few rows, in the order of an index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from outlet_app.store.moment import to_ms
from outlet_app.store.parcels import COLUMNS, read_row
from outlet_app.store.waybills import MOST_ROWS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from outlet_app.domain.arrived_parcel import ArrivedParcel, ParcelState
    from outlet_app.store.connection import Reader

MOST_GONE: Final = 5
"""Of the parcels that left, only the last few are shown, so that they crowd nothing out that stands here."""

_ONE_MORE = MOST_ROWS + 1
_HERE = f"SELECT {COLUMNS} FROM parcels WHERE {{key}} AND left_ms IS NULL ORDER BY parcel_id DESC LIMIT {_ONE_MORE}"
_GONE = f"SELECT {COLUMNS} FROM parcels WHERE {{key}} AND left_ms IS NOT NULL ORDER BY {{last}} DESC LIMIT {MOST_GONE}"
_MOVED = (
    f"SELECT {COLUMNS} FROM former_places AS was JOIN parcels USING (parcel_id)"
    f" WHERE was.shelf = ?1 AND was.place = ?2 ORDER BY was.freed_ms DESC LIMIT {MOST_GONE}"
).replace("shelf, place,", "parcels.shelf, parcels.place,")


def _either(key: str, last: str = "left_ms") -> str:
    return " UNION ALL ".join(f"SELECT * FROM ({part.format(key=key, last=last)})" for part in (_HERE, _GONE))


# What stands here and what left, in one statement, each part in the order of its index with the limit in its text.
_BY_NUMBER = _either("number = ?1", "parcel_id")
_BY_TAIL = _either("tail = ?1 AND tail <> ''")
_BY_PLACE = _either("shelf = ?1 AND place = ?2") + f" UNION ALL SELECT * FROM ({_MOVED})"
_OVERDUE = "SELECT count(*) FROM parcels WHERE state = ? AND arrived_ms < ? AND left_ms IS NULL"
_WAITING = (
    f"SELECT {COLUMNS} FROM parcels WHERE state = ?1 AND arrived_ms < ?2 AND left_ms IS NULL"
    " AND (arrived_ms > ?3 OR (arrived_ms = ?3 AND parcel_id > (SELECT parcel_id FROM parcels WHERE record_id = ?4)))"
    f" ORDER BY arrived_ms, parcel_id LIMIT {MOST_ROWS}"
)
_FIRST_WAITING = (
    f"SELECT {COLUMNS} FROM parcels WHERE state = ?1 AND arrived_ms < ?2 AND left_ms IS NULL"
    f" ORDER BY arrived_ms, parcel_id LIMIT {MOST_ROWS}"
)


@dataclass(frozen=True, slots=True)
class ParcelHits:
    """What was found, at most 20: parcels that stand here, the newest first, then at most 5 that left, the last first.

    `more` says that others stand here.
    """

    parcels: tuple[ArrivedParcel, ...]
    more: bool


def by_number(reader: Reader, number: str) -> ParcelHits:
    """The parcels of this number, of whatever carrier."""
    return _hits(reader.rows(read_row, _BY_NUMBER, number))


def by_tail(reader: Reader, tail: str) -> ParcelHits:
    """The parcels whose label shows exactly this tail; an empty one finds nothing."""
    return _hits(reader.rows(read_row, _BY_TAIL, tail)) if tail else ParcelHits((), more=False)


def by_place(reader: Reader, shelf: str, place: int) -> ParcelHits:
    """The parcel at a place, those that left from it, and those that stood there before they were moved."""
    return _hits(reader.rows(read_row, _BY_PLACE, shelf, place))


def count_waiting(reader: Reader, state: ParcelState, before: datetime) -> int:
    """How many parcels in that state arrived before a moment (UTC); by the index alone."""
    return reader.number(_OVERDUE, state.value, to_ms(before))


def waiting(
    reader: Reader, state: ParcelState, before: datetime, after: ArrivedParcel | None = None
) -> list[ArrivedParcel]:
    """The parcels in that state that arrived before a moment (UTC), oldest first, at most 20; those behind `after`."""
    if after is None:
        return reader.rows(read_row, _FIRST_WAITING, state.value, to_ms(before))
    since = to_ms(after.arrived_at)
    return reader.rows(read_row, _WAITING, state.value, to_ms(before), since, after.record_id)


def _hits(parcels: Sequence[ArrivedParcel]) -> ParcelHits:
    """A parcel that was moved away and back comes once."""
    once = {parcel.record_id: parcel for parcel in parcels}
    standing = [parcel for parcel in once.values() if parcel.left_at is None]
    gone = [parcel for parcel in once.values() if parcel.left_at is not None]
    told = (*standing, *gone[:MOST_GONE])[:MOST_ROWS]
    return ParcelHits(told, more=len(standing) > MOST_ROWS)
