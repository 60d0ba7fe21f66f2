"""The same database under a new key, in a new file beside: copied page by page, never in the clear, and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.durable_file import set_aside
from outlet_app.errors import FileDamaged
from outlet_app.store.connection import copy_database, open_database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from outlet_app.store.connection import Database, DatabaseKey, Reader, Row

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
_HEAD = "SELECT n, chain_hash FROM acts ORDER BY n DESC LIMIT 1"
_FILES = re.compile(r"(outlet-[0-9]+\.db)(-wal|-shm|-journal|\.room|\.before-[0-9]+(?:\.new)?)?")
_COMPANIONS = ("-wal", "-shm", "-journal")


class Stage(StrEnum):
    """What a rotation is at."""

    COPYING = "copying"
    CHECKING = "checking"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a rotation is: `done` of `whole`, pages while it copies, tests while it checks."""

    stage: Stage
    done: int
    whole: int


def copy(source: Database, path: Path, key: DatabaseKey, tell: Callable[[Progress], None]) -> None:
    """Write all of `source` to a new file at `path` under `key`, durably, and prove that it is the same.

    Pages go from one cipher to the other in memory. `tell` is called in the caller's thread; what it raises ends the
    copy. Raises FileExistsError where there is a file, DiskFull, FileReadOnly, and FileDamaged when `source` cannot be
    read whole or the copy is not what was written. A copy that was not finished is left for `remove`.
    """
    copy_database(source, path, key, lambda done, whole: tell(Progress(Stage.COPYING, done, whole)))
    database = open_database(path, key)
    try:
        _check(source.reader, database, tell)
    finally:
        database.close()


def remove(folder: Path, name: str) -> int:
    """Delete the database file of that name in `folder`, with what lies beside it; how many files went."""
    return _unlink(path for path, base in _databases(folder) if base == name)


def remove_others(folder: Path, kept_name: str) -> int:
    """Clear `folder` of every database file but the one named, with what lies beside it; how many files went.

    What a rotation can have left, one epoch before or behind the one in force, is deleted. Any other was put out of
    force by a restore or comes from elsewhere: it is set aside, never deleted.
    """
    kept = _epoch(kept_name)
    others = [(path, base) for path, base in _databases(folder) if base != kept_name]
    deleted = _unlink(path for path, base in others if abs(_epoch(base) - kept) <= 1)
    for path, base in others:
        # A companion without its database is of no use to anybody, and went with it where there was one.
        if path.exists():
            set_aside(path, _COMPANIONS if path.name == base else ())
    return deleted + sum(abs(_epoch(base) - kept) > 1 for _, base in others)


def next_epoch(folder: Path, *known: int) -> int:
    """An epoch for a database that comes from elsewhere: so far from every file here that none is taken for its own."""
    found = [_epoch(base) for _, base in _databases(folder)] if folder.is_dir() else []
    return max([*known, *found], default=-1) + 2


def _epoch(name: str) -> int:
    return int(name.removeprefix("outlet-").removesuffix(".db"))


def _databases(folder: Path) -> list[tuple[Path, str]]:
    found = [(path, _FILES.fullmatch(path.name)) for path in sorted(folder.iterdir())]
    return [(path, form[1]) for path, form in found if form is not None]


def _unlink(paths: Iterable[Path]) -> int:
    count = 0
    for path in paths:
        path.unlink()
        count += 1
    return count


def _check(source: Reader, copied: Database, tell: Callable[[Progress], None]) -> None:
    """Each page by its own seal, the trees, as many rows in each table, and the same last act."""
    reader = copied.reader
    tests: list[Callable[[], bool]] = [
        lambda: not reader.rows(tuple, "PRAGMA cipher_integrity_check"),
        lambda: reader.rows(tuple, "PRAGMA integrity_check") == [("ok",)],
        lambda: _counts(reader) == _counts(source),
        lambda: reader.row(tuple, _HEAD) == source.row(tuple, _HEAD),
    ]
    for done, test in enumerate(tests):
        tell(Progress(Stage.CHECKING, done, len(tests)))
        if not test():
            raise FileDamaged(copied.path)
    tell(Progress(Stage.CHECKING, len(tests), len(tests)))


def _counts(reader: Reader) -> list[tuple[str, int]]:
    return [(name, reader.number(f"SELECT count(*) FROM {name}")) for name in reader.rows(_name, _TABLES)]


def _name(row: Row) -> str:
    name: str = row[0]
    return name
