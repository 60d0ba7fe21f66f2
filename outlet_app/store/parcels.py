"""Arrived parcels as rows, and the entries that change them; each is told by an act that the row is compared with."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.arrived_parcel import ArrivedParcel, ParcelState
from outlet_app.domain.context import ctx
from outlet_app.errors import AlreadyOnShelf, HistoryBroken, NotOnShelf
from outlet_app.store import activities, shelves
from outlet_app.store.connection import ConstraintFailed
from outlet_app.store.moment import from_ms, to_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from outlet_app.domain.activity import Act, Detail
    from outlet_app.store.connection import Cursor, Reader, Row

STATE_WORD: Final = "parcel"
"""In the detail of each act that changes where an arrived parcel is: its new state. Waybills' acts have none."""

_IDENTITY, _SHELF_CODE = "sha_parcel", "shelf_code"
_AMOUNTS = ("cod_fen", "collect_fen")
_TOLD = frozenset({STATE_WORD, _IDENTITY, "carrier", _SHELF_CODE, *_AMOUNTS})

COLUMNS = "record_id, number, carrier, tail, shelf, place, state, cod_fen, collect_fen, waybill, arrived_ms, left_ms"
_INSERT = f"INSERT INTO parcels ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_CORRECT = (
    "UPDATE parcels SET number = ?, carrier = ?, tail = ?, cod_fen = ?, collect_fen = ?"
    " WHERE record_id = ? AND left_ms IS NULL"
)
_MOVE = "UPDATE parcels SET shelf = ?, place = ? WHERE record_id = ? AND left_ms IS NULL"
_CHANGE = "UPDATE parcels SET state = ?, left_ms = ? WHERE record_id = ? AND state = ?"
_BY_ID = f"SELECT {COLUMNS} FROM parcels WHERE record_id = ?"
_HERE = f"SELECT {COLUMNS} FROM parcels WHERE number = ? AND carrier = ? AND left_ms IS NULL"
_LATEST = f"SELECT {COLUMNS} FROM parcels ORDER BY parcel_id DESC LIMIT 10"
_OF_WAYBILL = "SELECT record_id FROM parcels WHERE waybill = ? ORDER BY parcel_id"


@dataclass(frozen=True, slots=True)
class Said:
    """What the acts of a parcel say of it, up to act `n`. `identity` is 64 hex digits."""

    n: int
    identity: str
    carrier: str
    shelf_code: str
    state: str
    cod_fen: int
    collect_fen: int


def arrived(parcel: ArrivedParcel) -> Entry:
    """A parcel comes to its shelf. The act says carrier, shelf code and amounts, and commits to number and waybill.

    Writing raises AlreadyOnShelf when a parcel of this number and carrier stands here, and ConstraintFailed when the
    place is taken.
    """

    def apply(cursor: Cursor) -> None:
        try:
            cursor.run(_INSERT, *_values(parcel))
        except ConstraintFailed:
            _refuse_double(cursor, parcel)
            raise
        shelves.note_given(cursor, parcel.shelf, parcel.place)

    return Entry(Activity(ActivityKind.ARRIVED, parcel.record_id, _told(parcel)), apply)


def corrected(former: ArrivedParcel, parcel: ArrivedParcel) -> Entry:
    """Number, carrier, tail and amounts are put right. The act says what changed and, behind `was_`, what it was.

    Of the tail it says only that it changed, of the number that another stands behind its commitment. Writing raises
    AlreadyOnShelf, and NotOnShelf.
    """

    def apply(cursor: Cursor) -> None:
        values = (parcel.number, parcel.carrier, parcel.tail, parcel.cod_fen, parcel.collect_fen, parcel.record_id)
        try:
            changed = cursor.run(_CORRECT, *values)
        except ConstraintFailed:
            _refuse_double(cursor, parcel)
            raise
        if not changed:
            raise NotOnShelf(parcel.number)

    detail: dict[str, str | int] = {_IDENTITY: _identity(parcel)}
    for name in ("carrier", *_AMOUNTS):
        old, new = getattr(former, name), getattr(parcel, name)
        detail |= {} if old == new else {name: new, f"was_{name}": old}
    if former.tail != parcel.tail:
        detail["tail"] = "changed"
    return Entry(Activity(ActivityKind.ARRIVAL_CORRECTED, parcel.record_id, detail), apply)


def moved(former: ArrivedParcel, parcel: ArrivedParcel, at: datetime) -> Entry:
    """The parcel gets the place of `parcel`; the former one rests, and its code still finds the parcel.

    Writing raises NotOnShelf, and ConstraintFailed when the place is taken.
    """

    def apply(cursor: Cursor) -> None:
        if not cursor.run(_MOVE, parcel.shelf, parcel.place, parcel.record_id):
            raise NotOnShelf(parcel.number)
        shelves.note_left(cursor, former.record_id, former.shelf, former.place, at)
        shelves.note_given(cursor, parcel.shelf, parcel.place)

    detail = {_SHELF_CODE: parcel.shelf_code, f"was_{_SHELF_CODE}": former.shelf_code}
    return Entry(Activity(ActivityKind.MOVED, parcel.record_id, detail), apply)


def collected(parcel: ArrivedParcel, at: datetime, facts: Detail) -> Entry:
    """The parcel is given out; the act says its shelf code, what was taken for it, and `facts`. Raises as `left`."""
    return left(parcel, ParcelState.COLLECTED, at, {_SHELF_CODE: parcel.shelf_code, **amounts(parcel), **facts})


def collection_undone(parcel: ArrivedParcel, former: ParcelState) -> Entry:
    """The parcel stands on its shelf again as `former`; the act says the amounts that go back.

    Writing raises NotOnShelf when it was not collected, and AlreadyOnShelf when its number stands here anew.
    """

    def apply(cursor: Cursor) -> None:
        try:
            changed = cursor.run(_CHANGE, former.value, None, parcel.record_id, ParcelState.COLLECTED.value)
        except ConstraintFailed:
            _refuse_double(cursor, parcel)
            raise
        if not changed:
            raise NotOnShelf(parcel.number)

    detail = {STATE_WORD: former.value, _SHELF_CODE: parcel.shelf_code, **amounts(parcel)}
    return Entry(Activity(ActivityKind.COLLECTION_UNDONE, parcel.record_id, detail), apply)


def refused(parcel: ArrivedParcel, reason: str) -> Entry:
    """The parcel waits on its shelf to go back to its carrier; `reason` is a `RefusalReason` value.

    Writing raises NotOnShelf.
    """

    def apply(cursor: Cursor) -> None:
        change(cursor, parcel.record_id, parcel.state, ParcelState.REFUSED)

    detail = {STATE_WORD: ParcelState.REFUSED.value, _SHELF_CODE: parcel.shelf_code, "reason": reason}
    return Entry(Activity(ActivityKind.REFUSED, parcel.record_id, detail), apply)


def as_found(parcel: ArrivedParcel) -> Entry:
    """Acts of the parcel were lost: a new one says all of it as it stands, for later checks to start from."""
    detail = {**dict.fromkeys(_AMOUNTS, 0), **_told(parcel)}
    return Entry(Activity(ActivityKind.SALVAGED, parcel.record_id, detail))


_LEAVING = {
    ParcelState.COLLECTED: ActivityKind.COLLECTED,
    ParcelState.RETURNED: ActivityKind.RETURNED,
    ParcelState.FORWARDED: ActivityKind.FORWARDED,
    ParcelState.LOST: ActivityKind.LOST,
    ParcelState.CANCELLED: ActivityKind.ARRIVAL_UNDONE,
}


def left(parcel: ArrivedParcel, state: ParcelState, at: datetime, facts: Detail | None = None) -> Entry:
    """The parcel leaves its shelf for `state`; the act says `facts` beside. Writing raises NotOnShelf."""

    def apply(cursor: Cursor) -> None:
        change(cursor, parcel.record_id, parcel.state, state, at)

    detail = {STATE_WORD: state.value, **(facts or {})}
    return Entry(Activity(_LEAVING[state], parcel.record_id, detail), apply)


def handed_back(parcel: ArrivedParcel, at: datetime, facts: Detail | None = None) -> Entry:
    """Its carrier took the parcel back with a hand-over list. Writing raises NotOnShelf."""
    return left(parcel, ParcelState.RETURNED, at, facts)


def change(
    cursor: Cursor, record_id: bytes, former: ParcelState, state: ParcelState, left_at: datetime | None = None
) -> None:
    """Put a parcel's state into its row; its act must say it by `STATE_WORD`.

    `left_at` (UTC) is when it leaves the shop, None while it stays. Raises NotOnShelf when it is not `former` any more.
    """
    left_ms = None if left_at is None else to_ms(left_at)
    if not cursor.run(_CHANGE, state.value, left_ms, record_id, former.value):
        parcel = by_id(cursor, record_id)
        raise NotOnShelf("" if parcel is None else parcel.number)


def by_id(reader: Reader, record_id: bytes) -> ArrivedParcel | None:
    """The parcel with this record id, None where there is none; not compared with its acts."""
    return reader.row(read_row, _BY_ID, record_id)


def here(reader: Reader, number: str, carrier: str) -> ArrivedParcel | None:
    """The parcel of this number and carrier that stands in the shop."""
    return reader.row(read_row, _HERE, number, carrier)


def latest(reader: Reader) -> list[ArrivedParcel]:
    """The last ten that were shelved, newest first, wherever they are now."""
    return reader.rows(read_row, _LATEST)


def of_waybill(reader: Reader, waybill: bytes) -> list[bytes]:
    """The record ids of the parcels that this waybill came back as, in order."""
    return reader.rows(lambda row: row[0], _OF_WAYBILL, waybill)


def checked(reader: Reader, record_id: bytes) -> ArrivedParcel:
    """The parcel, compared with what its acts say of it: number, carrier, waybill, shelf code, amounts and state.

    What is given out, moved or put right comes from here. Raises HistoryBroken when the row says anything else, and
    KeyError when there is no such parcel.
    """
    parcel = by_id(reader, record_id)
    if parcel is None:
        raise KeyError(record_id.hex())
    said = read_said(activities.of_record(reader, record_id))
    if said is None or said != _said_by(parcel, said.n):
        raise HistoryBroken(0 if said is None else said.n)
    return parcel


def read_said(acts: Sequence[Act]) -> Said | None:
    """What all acts of a parcel, in order, say of it in the end; None where none commits to its number."""
    facts: dict[str, str | int] = {}
    at = 0
    for act in acts:
        told = {name: value for name, value in read_detail(act).items() if name in _TOLD}
        facts |= told
        at = act.n if told else at
    if _IDENTITY not in facts:
        return None
    return Said(
        n=at,
        identity=str(facts[_IDENTITY]),
        carrier=str(facts.get("carrier", "")),
        shelf_code=str(facts.get(_SHELF_CODE, "")),
        state=str(facts.get(STATE_WORD, "")),
        cod_fen=int(facts.get("cod_fen", 0)),
        collect_fen=int(facts.get("collect_fen", 0)),
    )


def amounts(parcel: ArrivedParcel) -> dict[str, int]:
    """What is due for the parcel, for an act: each amount that is more than nothing."""
    return {name: fen for name in _AMOUNTS if (fen := getattr(parcel, name))}


def read_row(row: Row) -> ArrivedParcel:
    """A parcel from the columns of `COLUMNS`."""
    return ArrivedParcel(
        record_id=row[0],
        number=row[1],
        carrier=row[2],
        tail=row[3],
        shelf=row[4],
        place=row[5],
        state=ParcelState(row[6]),
        cod_fen=row[7],
        collect_fen=row[8],
        waybill=row[9],
        arrived_at=from_ms(row[10]),
        left_at=None if row[11] is None else from_ms(row[11]),
    )


def _values(parcel: ArrivedParcel) -> tuple[str | int | bytes | None, ...]:
    return (
        *(parcel.record_id, parcel.number, parcel.carrier, parcel.tail, parcel.shelf, parcel.place),
        *(parcel.state.value, parcel.cod_fen, parcel.collect_fen, parcel.waybill, to_ms(parcel.arrived_at)),
        None if parcel.left_at is None else to_ms(parcel.left_at),
    )


def _told(parcel: ArrivedParcel) -> dict[str, str | int]:
    return {
        STATE_WORD: parcel.state.value,
        "carrier": parcel.carrier,
        _SHELF_CODE: parcel.shelf_code,
        _IDENTITY: _identity(parcel),
        **amounts(parcel),
    }


def _said_by(parcel: ArrivedParcel, n: int) -> Said:
    return Said(
        n=n,
        identity=_identity(parcel),
        carrier=parcel.carrier,
        shelf_code=parcel.shelf_code,
        state=parcel.state.value,
        cod_fen=parcel.cod_fen,
        collect_fen=parcel.collect_fen,
    )


def _identity(parcel: ArrivedParcel) -> str:
    """What an act says of number and waybill: they are not told in the open, and cannot be exchanged afterwards."""
    text = ctx("parcel", parcel.record_id, parcel.number, parcel.carrier, parcel.waybill or b"")
    return hashlib.sha256(text).hexdigest()


def _refuse_double(reader: Reader, parcel: ArrivedParcel) -> None:
    standing = here(reader, parcel.number, parcel.carrier)
    if standing is not None and standing.record_id != parcel.record_id:
        raise AlreadyOnShelf(standing.shelf_code) from None
