"""The activity record's rows: how acts are written, and how they are read by number, time, account or record."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.acknowledgement import Acknowledgement, read_acknowledgement
from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Act, ActivityKind
from outlet_app.domain.history import is_next
from outlet_app.domain.holes import Hole, read_hole
from outlet_app.errors import HistoryBroken
from outlet_app.store.moment import from_ms, to_ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from outlet_app.store.connection import Cursor, Reader, Row

_COLUMNS = "n, at_ms, account_id, station, kind, record_id, detail, chain_hash, signature"
_APPEND = f"INSERT INTO acts ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_AFTER = f"SELECT {_COLUMNS} FROM acts WHERE n > ? ORDER BY n LIMIT ?"
_SINCE = f"SELECT {_COLUMNS} FROM acts WHERE at_ms >= ? ORDER BY n"
_OF_ACCOUNT = f"SELECT {_COLUMNS} FROM acts WHERE at_ms >= ? AND account_id = ? ORDER BY n"
_OF_RECORD = f"SELECT {_COLUMNS} FROM acts WHERE record_id = ? ORDER BY n"
# In the words of its index, which says OR: for a list of IN, every act that is written builds a table in memory.
_OF_PEOPLE = f"""
    SELECT {_COLUMNS} FROM acts
    WHERE kind = 'dismissed' OR kind = 'duties_accepted' OR kind = 'key_rotated' ORDER BY n
"""
_OF_STATEMENTS = f"SELECT {_COLUMNS} FROM acts WHERE kind = 'statement_made' ORDER BY n"
_OF_LISTS = f"SELECT {_COLUMNS} FROM acts WHERE n > ? AND (kind = 'listed' OR kind = 'unlisted') ORDER BY n"
_NEWEST = f"SELECT {_COLUMNS} FROM acts ORDER BY n DESC LIMIT 1"
_HASH = "SELECT chain_hash FROM acts WHERE n = ?"
_HOLES = 'SELECT text FROM statements WHERE instr(text, \'"subject":"acts-lost:\')'
_ACKNOWLEDGED = 'SELECT text FROM statements WHERE instr(text, \'"subject":"mismatch:\') ORDER BY serial'
_LAST_SIGNED = "SELECT n FROM acts WHERE n < ? AND signature IS NOT NULL ORDER BY n DESC LIMIT 1"
_LAST_SIGN_IN = f"SELECT {_COLUMNS} FROM acts WHERE n <= ? AND kind = 'signed_in' ORDER BY n DESC LIMIT 1"
_NEXT_SIGNED = "SELECT n FROM acts WHERE n >= ? AND signature IS NOT NULL ORDER BY n LIMIT 1"

_PORTION = 10_000
"""Acts read at a time where there may be a million."""


@dataclass(frozen=True, slots=True)
class DutiesAccepted:
    """The version of the duties that somebody accepted last, and when (UTC)."""

    version: int
    at: datetime


def append(cursor: Cursor, acts: Sequence[Act]) -> None:
    """Write `acts` behind the record, in their order. Called by `Store.write` and by nothing else."""
    cursor.run_each(
        _APPEND,
        [
            (a.n, a.at_ms, a.account_id, a.station, a.kind, a.record_id, a.detail, a.chain_hash, a.signature)
            for a in acts
        ],
    )


def newest(reader: Reader) -> Act | None:
    """The last act of the record, None while there is none."""
    return reader.row(_act, _NEWEST)


def after(reader: Reader, n: int, limit: int) -> list[Act]:
    """The acts behind act `n`, in order, at most `limit`."""
    return reader.rows(_act, _AFTER, n, limit)


def since(reader: Reader, start: datetime, account_id: bytes | None = None) -> list[Act]:
    """The acts that bear a time from `start` on, in their order, of everybody or of one account.

    Each is recomputed from the act before it; raises HistoryBroken at the first that does not follow.
    """
    if account_id is None:
        acts = reader.rows(_act, _SINCE, to_ms(start))
    else:
        acts = reader.rows(_act, _OF_ACCOUNT, to_ms(start), account_id)
    return following(reader, acts)


def of_record(reader: Reader, record_id: bytes) -> list[Act]:
    """Every act that concerns one waybill, in order. Raises as `since`."""
    return following(reader, reader.rows(_act, _OF_RECORD, record_id))


def of_people(reader: Reader) -> list[Act]:
    """Every dismissal, acceptance of the duties and rotation of the database key, in order. Raises as `since`."""
    return following(reader, reader.rows(_act, _OF_PEOPLE))


def of_lists(reader: Reader, n: int) -> list[Act]:
    """Every act behind act `n` that put a parcel on a hand-over list or took one off, in order. Raises as `since`."""
    return following(reader, reader.rows(_act, _OF_LISTS, n))


def stated_at(reader: Reader) -> dict[int, datetime]:
    """When (UTC) each statement was made, by its serial. Raises as `since`."""
    made = following(reader, reader.rows(_act, _OF_STATEMENTS))
    return {json.loads(act.detail)["serial"]: from_ms(act.at_ms) for act in made}


def duties_accepted(reader: Reader) -> dict[bytes, DutiesAccepted]:
    """What each account accepted last of the duties. Raises as `since`."""
    acts = (act for act in of_people(reader) if act.kind == ActivityKind.DUTIES_ACCEPTED)
    said = [(act, read_detail(act).get("version")) for act in acts]
    return {
        act.account_id: DutiesAccepted(version, from_ms(act.at_ms)) for act, version in said if isinstance(version, int)
    }


def hash_of(reader: Reader, n: int) -> bytes | None:
    """The chain hash that act `n` bears; the last of the lost acts of a hole keeps its own. None for no such act."""
    found = reader.row(_hash, _HASH, n)
    if found is not None:
        return found
    return next((hole.chain_hash for hole in holes(reader) if hole.last == n), None)


def holes(reader: Reader) -> tuple[Hole, ...]:
    """What the owner stated as lost, in the order of the record.

    Every opening has verified all statements before anything is asked here, and nobody else can write since.
    """
    return tuple(sorted(reader.rows(_hole, _HOLES), key=lambda hole: hole.first))


def acknowledged(reader: Reader) -> tuple[Acknowledgement, ...]:
    """What the owner acknowledged of a record that did not fit, in the order of his statements. As `holes`."""
    return tuple(reader.rows(_said, _ACKNOWLEDGED))


def next_signed(reader: Reader, n: int) -> int | None:
    """The number of the first signed act from `n` on: where its transaction ends. None where none is signed."""
    return reader.number(_NEXT_SIGNED, n) or None


def last_signed(reader: Reader, n: int) -> int:
    """The number of the last signed act before `n`: behind it the transaction of `n` begins. 0 where none is signed."""
    return reader.number(_LAST_SIGNED, n)


def last_sign_in(reader: Reader, n: int) -> Act | None:
    """The last full sign-in at or before act `n`; None where there is none."""
    return reader.row(_act, _LAST_SIGN_IN, n)


def between(reader: Reader, first: int, last: int) -> Iterator[Act]:
    """The acts from `first` to `last` as they stand, read in portions."""
    reached = first - 1
    while reached < last:
        acts = [act for act in after(reader, reached, min(last - reached, _PORTION)) if act.n <= last]
        yield from acts
        reached = acts[-1].n if acts else last


def following(reader: Reader, acts: list[Act]) -> list[Act]:
    """The same acts, each recomputed from the act before it.

    Raises HistoryBroken at the first that does not follow, unless the owner acknowledged that it does not.
    """
    known: dict[int, bytes | None] = {act.n: act.chain_hash for act in acts}
    for act in acts:
        before = known[act.n - 1] if act.n - 1 in known else hash_of(reader, act.n - 1)
        # Before act 1 stands the outlet's genesis, which the whole chain's check covers.
        follows = act.n == 1 or (before is not None and is_next(before, act))
        if not follows and not any(said.takes_as_is(act.n) for said in acknowledged(reader)):
            raise HistoryBroken(act.n)
    return acts


def _act(row: Row) -> Act:
    return Act(*row)


def _hole(row: Row) -> Hole:
    return read_hole(row[0])


def _said(row: Row) -> Acknowledgement:
    return read_acknowledgement(row[0])


def _hash(row: Row) -> bytes:
    chain_hash: bytes = row[0]
    return chain_hash
