"""The full check of a closed database: every page by its own seal, every tree and index by its rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.errors import FileDamaged
from outlet_app.store.connection import open_database

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from outlet_app.store.connection import Database, DatabaseKey, Reader, Row

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%WITHOUT ROWID%'"
# Steps of SQLite's machine for one row of our tables: measured 65 at 10 k waybills and 55 at 1 M.
_STEPS_PER_ROW = 65
_STEPS_EACH = 20_000


class CheckStage(StrEnum):
    """What a full check is at. `TREES` can be stopped at any moment; `SEALS` is one call that nobody can stop."""

    TREES = "trees"
    SEALS = "seals"


@dataclass(frozen=True, slots=True)
class CheckProgress:
    """How far a full check is: `done` of `whole` steps, an estimate by rows; none while it looks at the seals."""

    stage: CheckStage
    done: int
    whole: int


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a full check found: SQLCipher's and SQLite's own lines, which name pages, tables and indexes, no value."""

    faults: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether every page, tree and index is what was written."""
        return not self.faults


def check(path: Path, key: DatabaseKey, tell: Callable[[CheckProgress], None]) -> CheckResult:
    """Check the whole file, which nobody may have open: all rows of `integrity_check` and `cipher_integrity_check`.

    The log is emptied into the file first, because page seals are looked at in the file alone. `tell` is called in the
    caller's thread; what it raises while trees are checked ends the check. An old page put back passes: freshness is
    what the activity record proves. Raises as `open_database`; damage that it meets is a fault of the result.
    """
    trees = _looked_at(path, key, lambda database: _trees(database, tell))
    tell(CheckProgress(CheckStage.SEALS, 0, 1))
    # A connection that met a bad page gives nothing more, so each test gets its own.
    seals = _looked_at(path, key, lambda database: database.reader.rows(_line, "PRAGMA cipher_integrity_check"))
    tell(CheckProgress(CheckStage.SEALS, 1, 1))
    return CheckResult((*seals, *(line for line in trees if line != "ok")))


def _looked_at(path: Path, key: DatabaseKey, look: Callable[[Database], list[str]]) -> list[str]:
    try:
        database = open_database(path, key)
    except FileDamaged:
        return ["the file does not open"]
    try:
        database.truncate_log()
        return look(database)
    except FileDamaged:
        return ["a page is not what was written"]
    finally:
        database.close()


def _trees(database: Database, tell: Callable[[CheckProgress], None]) -> list[str]:
    whole = max(1, _rows(database.reader) * _STEPS_PER_ROW)
    done = 0

    def step() -> None:
        nonlocal done
        done = min(done + _STEPS_EACH, whole)
        tell(CheckProgress(CheckStage.TREES, done, whole))

    tell(CheckProgress(CheckStage.TREES, 0, whole))
    with database.watched(step, _STEPS_EACH):
        return database.reader.rows(_line, "PRAGMA integrity_check")


def _rows(reader: Reader) -> int:
    """About how many rows the tables hold; ours count their rows from 1."""
    names = reader.rows(_line, _TABLES)
    return sum(reader.number(f"SELECT max(rowid) FROM {name}") for name in names)


def _line(row: Row) -> str:
    return str(row[0])
