"""The same database under a key of its own, copied while the counter goes on, and proven before that key is dropped."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.history import Checkpoint
from outlet_app.errors import FileDamaged
from outlet_app.store import activities
from outlet_app.store.connection import copy_database_beside, open_database

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from outlet_app.store.connection import Database, DatabaseKey, Reader

_BESIDE = ("", "-wal", "-shm", "-journal", ".room")


class BackupStage(StrEnum):
    """What a backup is at."""

    COPYING = "copying"
    CHECKING = "checking"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class BackupProgress:
    """How far a backup is: `done` of `whole`, pages while it copies, tests, then bytes written and read back."""

    stage: BackupStage
    done: int
    whole: int


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds: its last act, with the branch it stands in, and the version of its tables."""

    at: Checkpoint
    schema: int


def copy(
    source: Database, least: Checkpoint, path: Path, key: DatabaseKey, tell: Callable[[BackupProgress], None]
) -> Copied:
    """Write all of `source` to a new file at `path` under `key`, from another thread than its own, and prove it.

    `least` is how far the record had come when this began: the copy holds that act or it is none. `tell` is called in
    the caller's thread; what it raises ends the copy. Raises FileExistsError, DiskFull, FileReadOnly, Stopped, and
    FileDamaged when `source` cannot be read whole or the copy is not what was written. What is not finished is left
    for `remove`.
    """
    copy_database_beside(source, path, key, lambda done, whole: tell(BackupProgress(BackupStage.COPYING, done, whole)))
    tell(BackupProgress(BackupStage.CHECKING, 0, 1))
    database = open_database(path, key)
    try:
        copied = _checked(database.reader, least, path)
    finally:
        database.close()
    tell(BackupProgress(BackupStage.CHECKING, 1, 1))
    return copied


def remove(path: Path) -> None:
    """Delete an unfinished or delivered copy, with what lies beside it.

    What somebody still reads, where that keeps a file (Windows), goes the next time.
    """
    for ending in _BESIDE:
        with suppress(PermissionError):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _checked(reader: Reader, least: Checkpoint, path: Path) -> Copied:
    """Every page by its own seal, the trees, and the record up to the act that had been confirmed."""
    if reader.rows(tuple, "PRAGMA quick_check") != [("ok",)]:
        raise FileDamaged(path)
    last = activities.newest(reader)
    if last is None or activities.hash_of(reader, least.n) != least.chain_hash:
        raise FileDamaged(path)
    branch = reader.number("SELECT branch FROM outlet")
    return Copied(Checkpoint(branch, last.n, last.chain_hash), reader.number("PRAGMA user_version"))
