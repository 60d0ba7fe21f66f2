"""A damaged database, read row by row: whatever a good page holds comes out, and what a bad page held is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.errors import FileDamaged
from outlet_app.store.connection import open_database

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from outlet_app.store.connection import Database, DatabaseKey, Row, Value

PORTION = 500
"""Rows read at a time while pages are good."""

# A page holds some tens of rows; past that a page of the tree above is bad, and single steps would take for ever.
_SINGLE_STEPS = 32
_STRIDE = 8
_LAST_ROWID = 2**62


@dataclass(frozen=True, slots=True)
class Gap:
    """Rows between `first` and `last`, both included, that stood on pages which cannot be read.

    `last` is None where everything from `first` on is lost, however far it went.
    """

    first: int
    last: int | None

    def holds(self, rowid: int) -> bool:
        """Whether a row of that number is in the gap."""
        return self.first <= rowid and (self.last is None or rowid <= self.last)


class Wreck:
    """A file that is opened anew behind each bad page, because a connection that met one gives nothing more.

    Raises as `open_database`; FileDamaged there means that not even the first page can be read.
    """

    def __init__(self, path: Path, key: DatabaseKey) -> None:
        self._path = path
        self._key = key
        self._database: Database | None = open_database(path, key)

    def query(self, sql: str, *values: Value) -> list[Row]:
        """Every row of the query. Raises FileDamaged where it needs a bad page; the next query begins afresh."""
        if self._database is None:
            self._database = open_database(self._path, self._key)
        try:
            return self._database.reader.rows(tuple, sql, *values)
        except FileDamaged:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        database, self._database = self._database, None
        if database is not None:
            database.close()


def numbered_rows(wreck: Wreck, table: str, columns: str, gaps: list[Gap]) -> Iterator[list[Row]]:
    """The rows of a table that counts them, in order and in portions, each behind its number.

    What cannot be read is added to `gaps`. Indexes are not asked, so a damaged one costs nothing.
    """
    sql = f"SELECT rowid, {columns} FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT ?"
    at, portion = 0, PORTION
    while True:
        rows = _attempt(wreck, sql, at, portion)
        if rows is None and portion > 1:
            portion = max(1, portion // 8)
            continue
        if rows is None:
            following = _next_readable(wreck, sql, at)
            gaps.append(Gap(at + 1, None if following is None else following - 1))
            if following is None:
                return
            at, portion = following - 1, PORTION
            continue
        if not rows:
            return
        yield rows
        at = rows[-1][0]


def keyed_rows(wreck: Wreck, select: str, keys: Sequence[str], *, start: str = "") -> tuple[list[Row], bool]:
    """The rows of a query over a tree without numbers, in the order of `keys`, which are its first columns.

    Read from the front to the first bad page and from the back to the last one; the second value says whether all of
    it could be read. `start` is a condition of the query's own.
    """
    front = _from_one_end(wreck, select, keys, start, backward=False)
    if front[1]:
        return front
    back, _ = _from_one_end(wreck, select, keys, start, backward=True)
    known = {row[: len(keys)] for row in front[0]}
    return [*front[0], *(row for row in reversed(back) if row[: len(keys)] not in known)], False


def _from_one_end(
    wreck: Wreck, select: str, keys: Sequence[str], start: str, *, backward: bool
) -> tuple[list[Row], bool]:
    direction, beyond = ("DESC", "<") if backward else ("ASC", ">")
    order = ", ".join(f"{key} {direction}" for key in keys)
    names, marks = ", ".join(keys), ", ".join("?" * len(keys))
    found: list[Row] = []
    portion = PORTION
    while True:
        conditions = [start] if start else []
        if found:
            conditions.append(f"({names}) {beyond} ({marks})")
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        values: tuple[Value, ...] = found[-1][: len(keys)] if found else ()
        rows = _attempt(wreck, f"{select} {where} ORDER BY {order} LIMIT ?", *values, portion)
        if rows:
            found += rows
        elif rows is not None or portion == 1:
            return found, rows is not None
        else:
            portion = max(1, portion // 8)


def _attempt(wreck: Wreck, sql: str, *values: Value) -> list[Row] | None:
    try:
        return wreck.query(sql, *values)
    except FileDamaged:
        return None


def _next_readable(wreck: Wreck, sql: str, at: int) -> int | None:
    """The number of the first row behind `at` that can be read, None where there is none."""
    bad, distance = at, 1
    while bad + distance < _LAST_ROWID:
        found = _attempt(wreck, sql, bad + distance, 1)
        if found is not None:
            return _nearest(wreck, sql, bad, bad + distance)
        bad += distance
        distance = 1 if bad - at < _SINGLE_STEPS else distance * _STRIDE
    return None


def _nearest(wreck: Wreck, sql: str, bad: int, good: int) -> int | None:
    """The first readable row between a place behind which nothing can be read and one behind which it can."""
    while good - bad > 1:
        middle = (bad + good) // 2
        if _attempt(wreck, sql, middle, 1) is None:
            bad = middle
        else:
            good = middle
    found = _attempt(wreck, sql, good, 1)
    return found[0][0] if found else None
