"""The shelves: which place is given next, which ones rest, and whose a code was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.shelf_code import COOL_DOWN, next_places
from outlet_app.errors import ShelfFull
from outlet_app.store.moment import to_ms

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.store.connection import Cursor, Reader

_LAST = "SELECT last_place FROM shelves WHERE shelf = ?"
_GIVEN = "INSERT INTO shelves (shelf, last_place) VALUES (?1, ?2) ON CONFLICT (shelf) DO UPDATE SET last_place = ?2"
_LEFT = (
    "INSERT INTO former_places (shelf, place, freed_ms, parcel_id)"
    " VALUES (?, ?, ?, (SELECT parcel_id FROM parcels WHERE record_id = ?))"
    " ON CONFLICT (shelf, place, freed_ms, parcel_id) DO NOTHING"
)
# Each part ends at its first row, by an index alone: whoever stands there, left from there, was moved from there.
_TAKEN = (
    "SELECT EXISTS (SELECT 1 FROM parcels WHERE shelf = ?1 AND place = ?2 AND left_ms IS NULL)"
    " OR EXISTS (SELECT 1 FROM parcels WHERE shelf = ?1 AND place = ?2 AND left_ms > ?3)"
    " OR EXISTS (SELECT 1 FROM former_places WHERE shelf = ?1 AND place = ?2 AND freed_ms > ?3)"
)
_IN_USE = "SELECT shelf FROM shelves ORDER BY shelf"


def next_place(reader: Reader, shelf: str, now: datetime) -> int:
    """The place that the next parcel of a shelf gets: rising, without those that hold one or rest. Raises ShelfFull."""
    rests_since = to_ms(now - COOL_DOWN)
    last = reader.number(_LAST, shelf)
    for place in next_places(last):
        if not reader.number(_TAKEN, shelf, place, rests_since):
            return place
    raise ShelfFull(shelf)


def names(reader: Reader) -> tuple[str, ...]:
    """Every shelf that ever got a parcel, in the order of their names."""
    return tuple(reader.rows(lambda row: str(row[0]), _IN_USE))


def note_given(cursor: Cursor, shelf: str, place: int) -> None:
    """A place was given: the next one follows it."""
    cursor.run(_GIVEN, shelf, place)


def note_left(cursor: Cursor, record_id: bytes, shelf: str, place: int, at: datetime) -> None:
    """A parcel that stays in the shop left a place, which rests from `at` (UTC) on."""
    cursor.run(_LEFT, shelf, place, to_ms(at), record_id)
