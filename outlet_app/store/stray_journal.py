"""A rollback journal beside the database: never ours, and SQLite would roll its pages into the file without a word.

Our files keep a write-ahead log from their first page on, so only another hand lays a journal there. Source:
https://www.sqlite.org/fileformat2.html#the_rollback_journal, https://www.sqlite.org/wal.html, read 2026-11.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app import durable_file

if TYPE_CHECKING:
    from pathlib import Path


def lies_beside(database: Path) -> bool:
    """Whether there is one."""
    return _journal_of(database).exists()


def set_aside(database: Path) -> None:
    """Rename what lies there, so that the database opens as it is and nothing is lost. Raises FileReadOnly."""
    if lies_beside(database):
        durable_file.set_aside(_journal_of(database))


def _journal_of(database: Path) -> Path:
    return database.with_name(f"{database.name}-journal")
