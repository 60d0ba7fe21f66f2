"""Owner statements as rows: roles, verify keys and printers stand in them and in nothing else."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.store.connection import Cursor, Reader, Row


@dataclass(frozen=True, slots=True)
class KeptStatement:
    """An owner statement as it was signed: its place in the one counter, its text, the owner's signature (64 B)."""

    serial: int
    text: str
    signature: bytes


def statement_made(statement: KeptStatement) -> Entry:
    """A statement enters the record; its act names serial and SHA-256 of the text, so that a missing one shows.

    Writing raises ValueError when `serial` is not the one after the last.
    """

    def apply(cursor: Cursor) -> None:
        if statement.serial != next_serial(cursor):
            raise ValueError("statements are counted without a gap")
        cursor.run(
            "INSERT INTO statements (serial, text, signature) VALUES (?, ?, ?)",
            statement.serial,
            statement.text,
            statement.signature,
        )

    digest = hashlib.sha256(statement.text.encode()).hexdigest()
    return Entry(Activity(ActivityKind.STATEMENT_MADE, None, {"serial": statement.serial, "sha256": digest}), apply)


def next_serial(reader: Reader) -> int:
    """The serial that the next statement gets, from 1."""
    return reader.number("SELECT max(serial) FROM statements") + 1


def statements(reader: Reader) -> list[KeptStatement]:
    """Every statement in the order of its serial. Unproven until its signature is checked."""
    return reader.rows(_statement, "SELECT serial, text, signature FROM statements ORDER BY serial")


def _statement(row: Row) -> KeptStatement:
    return KeptStatement(*row)
