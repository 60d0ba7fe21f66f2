"""Looking through the activity record backwards: by person, time, kind and waybill, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Act
from outlet_app.store import activities
from outlet_app.store.moment import from_ms, to_ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from outlet_app.domain.history import Checkpoint
    from outlet_app.store.connection import Reader, Row, Value

_COLUMNS = "n, at_ms, account_id, station, kind, record_id, detail, chain_hash, signature"
_WITHIN = f"SELECT {_COLUMNS} FROM acts WHERE at_ms >= ? AND at_ms < ? ORDER BY n"
_ONE = f"SELECT {_COLUMNS} FROM acts WHERE n <= ? ORDER BY n DESC LIMIT 1"
_LATEST_OF_FORMER = "SELECT at_ms FROM acts INDEXED BY acts_by_time WHERE n < ? ORDER BY at_ms DESC LIMIT 1"
_FIRST_SINCE = "SELECT min(n) FROM acts INDEXED BY acts_by_time WHERE at_ms >= ? AND n > ?"
# In the words of their index, which says OR, as `activities.of_people` does.
_OF_SUSPENSIONS = f"SELECT {_COLUMNS} FROM acts WHERE kind = 'suspended' OR kind = 'limit_lifted' ORDER BY n"
_OF_REVIEWS = f"""
    SELECT {_COLUMNS} FROM acts WHERE kind = 'flag_ticked' OR kind = 'flag_muted' OR kind = 'reviewed' ORDER BY n
"""
_LATEST = "SELECT at_ms FROM acts ORDER BY at_ms DESC LIMIT 1"
_LATEST_BEFORE = "SELECT at_ms FROM acts WHERE at_ms < ? ORDER BY at_ms DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class ActQuery:
    """Which acts are looked for; what is None or empty asks for nothing.

    `span` is a beginning and an end, the end left out. `kinds` are words as they are stored. No waybill at all is
    meant by an empty `record_ids`, not every one.
    """

    account_id: bytes | None = None
    span: tuple[datetime, datetime] | None = None
    kinds: tuple[str, ...] = ()
    record_ids: tuple[bytes, ...] | None = None


def matching(reader: Reader, query: ActQuery, *, above: int, before: int, limit: int) -> list[Act]:
    """The acts with `above` < n < `before` that `query` looks for, newest first, at most `limit`.

    As they stand there: not recomputed. Without a span or waybills every act between the two numbers is looked at.
    """
    if query.record_ids == ():
        return []
    sql, values = _search(query, above, before, limit)
    return reader.rows(_act, sql, *values)


def within(reader: Reader, start: datetime, end: datetime) -> list[Act]:
    """The acts that bear a time from `start` on and before `end`, in their order, as they stand there."""
    return reader.rows(_act, _WITHIN, to_ms(start), to_ms(end))


def at_or_before(reader: Reader, n: int) -> Act | None:
    """Act `n`, or where it is missing the last one before it; None where there is none."""
    return reader.row(_act, _ONE, n)


def latest(reader: Reader, before: datetime | None = None) -> datetime | None:
    """The latest time that an act bears, UTC, or the latest before `before`; None where no act is that early."""
    if before is None:
        return reader.row(_time, _LATEST)
    return reader.row(_time, _LATEST_BEFORE, to_ms(before))


def latest_of_former(reader: Reader, n: int) -> datetime | None:
    """The latest time that any act before act `n` bears, UTC; None where there is none."""
    return reader.row(_time, _LATEST_OF_FORMER, n)


def first_since(reader: Reader, at: datetime, after: int) -> int | None:
    """The number of the first act behind act `after` that bears the time `at` or a later one; None where there is none.

    Whatever time those behind it bear.
    """
    return reader.number(_FIRST_SINCE, to_ms(at), after) or None


def of_suspensions(reader: Reader) -> list[Act]:
    """Every suspension and every lift of a limit, in order, as they stand there."""
    return reader.rows(_act, _OF_SUSPENSIONS)


def of_reviews(reader: Reader) -> list[Act]:
    """Every flag that was ticked off or muted and every review that was ended, in order, as they stand there."""
    return reader.rows(_act, _OF_REVIEWS)


def transaction_rest(reader: Reader, act: Act, genesis: Checkpoint) -> tuple[bytes | None, list[Act]]:
    """The acts from `act` to the end of its transaction, and the hash that the act before it bears.

    The hash is None where that act is missing. Where no act is signed any more, the act comes alone.
    """
    before = genesis.chain_hash if act.n == 1 else activities.hash_of(reader, act.n - 1)
    end = activities.next_signed(reader, act.n)
    return before, [act] if end is None else activities.after(reader, act.n - 1, end - act.n + 1)


def _search(query: ActQuery, above: int, before: int, limit: int) -> tuple[str, list[Value]]:
    conditions = ["n > ?", "n < ?"]
    values: list[Value] = [above, before]
    for condition, wanted in _conditions(query):
        conditions.append(condition)
        values += wanted
    sql = f"SELECT {_COLUMNS} FROM acts {_way(query)} WHERE {' AND '.join(conditions)} ORDER BY n DESC LIMIT ?"
    return sql, [*values, limit]


def _way(query: ActQuery) -> str:
    """How the acts are reached: named, so that no planner takes a longer way through a large record."""
    if query.record_ids is not None:
        return "INDEXED BY acts_by_record"
    return "NOT INDEXED" if query.span is None else "INDEXED BY acts_by_time"


def _conditions(query: ActQuery) -> Iterator[tuple[str, Sequence[Value]]]:
    if query.account_id is not None:
        yield "account_id = ?", (query.account_id,)
    if query.span is not None:
        yield "at_ms >= ? AND at_ms < ?", (to_ms(query.span[0]), to_ms(query.span[1]))
    if query.kinds:
        yield f"kind IN ({_marks(query.kinds)})", query.kinds
    if query.record_ids is not None:
        yield f"record_id IN ({_marks(query.record_ids)})", query.record_ids


def _marks(values: Sequence[Value]) -> str:
    return ", ".join("?" * len(values))


def _act(row: Row) -> Act:
    return Act(*row)


def _time(row: Row) -> datetime:
    return from_ms(row[0])
