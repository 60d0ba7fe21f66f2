"""What can be saved of a damaged database, in a new file under a new key; and exactly what cannot."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.holes import Hole
from outlet_app.errors import FileDamaged, FileTooNew, StatementRefused
from outlet_app.store import accounts, schema
from outlet_app.store.connection import ConstraintFailed, open_database
from outlet_app.store.wreck import Gap, Wreck, keyed_rows, numbered_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from outlet_app.domain.statement import Statement
    from outlet_app.store.connection import Cursor, Database, DatabaseKey, Row

_TABLES = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid"
_COLUMNS = "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid"
_LAST_SIGNED = "SELECT max(n) FROM acts WHERE n < ? AND signature IS NOT NULL"
_NUMBERS = "SELECT number, waybill_id FROM waybills INDEXED BY waybills_by_number"
_ACTS_OF_RECORDS = "SELECT record_id, n FROM acts INDEXED BY acts_by_record"
_WRAP_OF = "SELECT record_id FROM waybills WHERE left_ms IS NULL EXCEPT SELECT record_id FROM label_wraps"
_STATEMENTS = "SELECT count(*), max(serial) FROM statements"
_SERIAL_NAMED = "SELECT max(CAST(json_extract(detail, '$.serial') AS INTEGER)) FROM acts WHERE kind = 'statement_made'"
_WITHOUT_ACTS = "SELECT record_id FROM {table} EXCEPT SELECT record_id FROM acts"
_TOLD_BY_ACTS = ("waybills", "parcels")
"""Tables of which each row is compared with the acts of its record; the second one came with version 6."""
_MOST_NUMBERS = 10_000


@dataclass(frozen=True, slots=True)
class SalvageProgress:
    """How far the saving is: about `done` of `whole` rows."""

    done: int
    whole: int


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose database it is: the outlet's id, 16 bytes, and which branch its owner's statements say it is in.

    `branch_of` verifies them, and raises StatementRefused.
    """

    outlet_id: bytes
    branch_of: Callable[[Sequence[Statement]], int]


@dataclass(frozen=True, slots=True)
class TableLoss:
    """`lost` rows of a table stood on bad pages; None where nobody can know how many."""

    table: str
    lost: int | None


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved and what was not.

    `holes` are acts between others; from `tail` on, where it is not None, every act is lost. `numbers` are the waybill
    numbers of lost waybills, as far as an index still knows them. `unproven` are records of which acts were lost.
    """

    holes: tuple[Hole, ...]
    tail: int | None
    tables: tuple[TableLoss, ...]
    numbers: tuple[str, ...]
    unproven: tuple[bytes, ...]

    @property
    def acts_lost(self) -> int:
        """How many acts are lost between others; what a lost end held is not among them."""
        return sum(hole.last - hole.first + 1 for hole in self.holes)


def save(
    source: Path,
    key: DatabaseKey,
    target: Path,
    target_key: DatabaseKey,
    identity: Identity,
    tell: Callable[[SalvageProgress], None],
) -> Salvaged:
    """Write every row of `source` that can still be read to a new database at `target`, in the same version.

    Acts that no longer hang on a signature go with the lost ones, so that what is left can be verified. What `tell`
    raises ends the work; a file that was not finished is left for `rotation.remove`. Raises as `open_database`;
    FileDamaged when the first page cannot be read, FileTooNew, SchemaChanged, and StatementRefused when an owner
    statement is among the lost rows: it could be the one that dismissed somebody.
    """
    wreck = Wreck(source, key)
    try:
        steps = _steps(wreck, source)
        database = open_database(target, target_key, create=True)
        try:
            schema.build(database, steps)
            return _Saving(wreck, database, identity, tell).run()
        finally:
            database.close()
    finally:
        wreck.close()


def _steps(wreck: Wreck, source: Path) -> tuple[str, ...]:
    ((version,),) = wreck.query("PRAGMA user_version")
    steps = schema.shipped_steps()
    if version > len(steps):
        raise FileTooNew(source)
    if version < 1:
        raise FileDamaged(source)
    return steps[:version]


class _Saving:
    """One saving, from the first table to the last."""

    def __init__(
        self, wreck: Wreck, database: Database, identity: Identity, tell: Callable[[SalvageProgress], None]
    ) -> None:
        self._wreck = wreck
        self._database = database
        self._identity = identity
        self._tell = tell
        self._gaps: dict[str, list[Gap]] = {}
        self._losses: dict[str, int | None] = {}
        self._orphans: Counter[str] = Counter()
        self._done, self._whole = 0, 0

    def run(self) -> Salvaged:
        tables = [(name, sql) for name, sql in self._database.reader.rows(tuple, _TABLES) if name != "outlet"]
        numbered = [name for name, sql in tables if not sql.endswith("WITHOUT ROWID")]
        self._whole = sum(self._about(name) for name in numbered)
        for name, _ in tables:
            if name in numbered:
                self._save_numbered(name)
            else:
                self._save_keyed(name)
        self._save_wraps_one_by_one()
        self._name_outlet()
        holes, tail = self._mend_record()
        unproven = self._unproven(holes, tail)
        numbers = self._lost_numbers()
        self._database.truncate_log()
        losses = tuple(TableLoss(name, lost) for name, lost in self._losses.items())
        return Salvaged(holes, tail, losses, numbers, unproven)

    def _about(self, table: str) -> int:
        try:
            return int(self._wreck.query(f"SELECT max(rowid) FROM {table}")[0][0] or 0)
        except FileDamaged:
            return 0

    def _name_outlet(self) -> None:
        reader = self._database.reader
        statements = accounts.every(reader)
        newest = max((statement.serial for statement in statements), default=0)
        if self._gaps["statements"] or len(statements) != newest or newest < reader.number(_SERIAL_NAMED):
            raise StatementRefused
        branch = self._identity.branch_of(statements)
        with self._database.transaction() as cursor:
            cursor.run(
                "INSERT INTO outlet (only, outlet_id, branch) VALUES (1, ?, ?)", self._identity.outlet_id, branch
            )

    def _save_numbered(self, table: str) -> None:
        gaps = self._gaps.setdefault(table, [])
        columns = [name for name, _ in self._columns(table)]
        for rows in numbered_rows(self._wreck, table, ", ".join(columns), gaps):
            self._keep(table, columns, [row[1:] for row in rows])
        lost = sum(gap.last - gap.first + 1 for gap in gaps if gap.last is not None) + self._orphans[table]
        if gaps or lost:
            self._losses[table] = None if any(gap.last is None for gap in gaps) else lost

    def _save_keyed(self, table: str) -> None:
        described = self._columns(table)
        keys = [name for name, place in sorted(described, key=lambda each: each[1]) if place]
        columns = [*keys, *(name for name, place in described if not place)]
        rows, whole = keyed_rows(self._wreck, f"SELECT {', '.join(columns)} FROM {table}", keys)
        self._keep(table, columns, rows)
        if self._orphans[table] or not whole:
            self._losses[table] = self._orphans[table] if whole else None

    def _save_wraps_one_by_one(self) -> None:
        """Between two bad pages of label wraps stand good ones; the parcels in the shop say where to look."""
        if self._losses.get("label_wraps", 0) is not None:
            return
        columns = [name for name, _ in self._columns("label_wraps")]
        sql = f"SELECT {', '.join(columns)} FROM label_wraps WHERE record_id = ?"
        lost = self._orphans["label_wraps"]
        for (record_id,) in self._database.reader.rows(tuple, _WRAP_OF):
            try:
                self._keep("label_wraps", columns, self._wreck.query(sql, record_id))
            except FileDamaged:
                lost += 1
        self._losses["label_wraps"] = lost

    def _columns(self, table: str) -> list[tuple[str, int]]:
        return self._database.reader.rows(lambda row: (row[0], row[1]), _COLUMNS, table)

    def _keep(self, table: str, columns: list[str], rows: list[Row]) -> None:
        """Write rows to the new file; those that belong to a lost row are lost with it."""
        sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        with self._database.transaction() as cursor:
            for row in rows:
                self._orphans[table] += not _is_kept(cursor, sql, row)
        self._done += len(rows)
        self._tell(SalvageProgress(self._done, max(self._done, self._whole)))

    def _mend_record(self) -> tuple[tuple[Hole, ...], int | None]:
        """Take away the acts that hang in the air, and say where the record is torn."""
        with self._database.transaction() as cursor:
            spans, tail = _torn(cursor, self._gaps["acts"])
            holes = [Hole(first, last, _hash_of(cursor, last)) for first, last in spans]
            for hole in holes:
                cursor.run("DELETE FROM acts WHERE n BETWEEN ? AND ?", hole.first, hole.last)
            if tail is not None:
                cursor.run("DELETE FROM acts WHERE n >= ?", tail)
        return tuple(holes), tail

    def _unproven(self, holes: tuple[Hole, ...], tail: int | None) -> tuple[bytes, ...]:
        """The records of which an act is lost, as an index still knows.

        Where that index is torn too: those besides of which no act is left at all.
        """
        if not holes and tail is None:
            return ()
        rows, whole = keyed_rows(self._wreck, _ACTS_OF_RECORDS, ("record_id", "n"), start="record_id IS NOT NULL")
        lost = {
            record_id
            for record_id, n in rows
            if any(hole.holds(n) for hole in holes) or (tail is not None and n >= tail)
        }
        if not whole:
            for table in (name for name in _TOLD_BY_ACTS if name in self._gaps):
                sql = _WITHOUT_ACTS.format(table=table)
                lost.update(record_id for (record_id,) in self._database.reader.rows(tuple, sql))
        return tuple(sorted(lost))

    def _lost_numbers(self) -> tuple[str, ...]:
        gaps = self._gaps["waybills"]
        if not gaps:
            return ()
        rows, _ = keyed_rows(self._wreck, _NUMBERS, ("number", "waybill_id"))
        numbers = (number for number, row_id in rows if any(gap.holds(row_id) for gap in gaps))
        return tuple(sorted(numbers)[:_MOST_NUMBERS])


def _is_kept(cursor: Cursor, sql: str, row: Row) -> bool:
    try:
        cursor.run(sql, *row)
    except ConstraintFailed:
        return False
    return True


def _torn(cursor: Cursor, gaps: Sequence[Gap]) -> tuple[list[tuple[int, int]], int | None]:
    """First and last act of each hole, and the first act of a lost end.

    Before a gap the acts of its own transaction go with it, since nothing signs them. Behind it the first act goes: its
    hash is proven by a later signature, what it said is not, because the hash before it is lost. Holes that touch are
    one. A hole with no signature behind it is a lost end.
    """
    spans: list[tuple[int, int]] = []
    for gap in gaps:
        first = cursor.number(_LAST_SIGNED, gap.first) + 1
        if spans and first <= spans[-1][1] + 1:
            first = spans.pop()[0]
        last = 0 if gap.last is None else cursor.number("SELECT min(n) FROM acts WHERE n > ?", gap.last)
        if not last or not cursor.number("SELECT max(n) FROM acts WHERE n > ? AND signature IS NOT NULL", last):
            return spans, first
        spans.append((first, last))
    return spans, None


def _hash_of(cursor: Cursor, n: int) -> bytes:
    found = cursor.row(_hash, "SELECT chain_hash FROM acts WHERE n = ?", n)
    assert found is not None
    return found


def _hash(row: Row) -> bytes:
    chain_hash: bytes = row[0]
    return chain_hash
