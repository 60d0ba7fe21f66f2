"""The shipped tables: made and upgraded by numbered steps, and compared with what a file really holds."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from outlet_app.errors import FileDamaged, FileTooNew, SchemaChanged
from outlet_app.store.connection import memory_database

if TYPE_CHECKING:
    from outlet_app.store.connection import Cursor, Database, Reader, Row

_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"


@cache
def shipped_steps() -> tuple[str, ...]:
    """The SQL of each shipped step in order; step k brings a file to version k."""
    folder = resources.files("outlet_app.store") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


def build(database: Database, steps: tuple[str, ...]) -> None:
    """Bring a new database up to the last of `steps`, each step in a transaction of its own."""
    _take(database, steps, done=0)


def upgrade(database: Database, steps: tuple[str, ...]) -> None:
    """Bring a file that holds an outlet up to the last of `steps`; the steps it has are not run again.

    Raises FileTooNew when it has more than these, FileDamaged when it has none (a file emptied by somebody), and
    SchemaChanged when its tables are not those of the step it says it has.
    """
    done = database.reader.number("PRAGMA user_version")
    if done > len(steps):
        raise FileTooNew(database.path)
    if done < 1:
        raise FileDamaged(database.path)
    compare(database.reader, steps[:done])
    _take(database, steps, done)


def compare(reader: Reader, steps: tuple[str, ...]) -> None:
    """Raise SchemaChanged when tables, indexes, triggers or views differ in any letter from what `steps` make."""
    if reader.rows(tuple, _SCHEMA) != _made_by(steps):
        raise SchemaChanged


@cache
def _made_by(steps: tuple[str, ...]) -> list[Row]:
    trial = memory_database()
    try:
        build(trial, steps)
        return trial.reader.rows(tuple, _SCHEMA)
    finally:
        trial.close()


def _take(database: Database, steps: tuple[str, ...], done: int) -> None:
    for version, step in enumerate(steps[done:], start=done + 1):
        with database.transaction() as cursor:
            _run_step(cursor, step)
            cursor.run(f"PRAGMA user_version={version}")


def _run_step(cursor: Cursor, step: str) -> None:
    for statement in step.split(";\n"):
        if statement.strip():
            cursor.run(statement)
