"""Owner statements as rows: roles, verify keys and printers stand in them and in nothing else."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.context import canonical_json
from outlet_app.domain.statement import Statement
from outlet_app.errors import StatementRefused
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.store.connection import Cursor, Reader, Row


_NAMED = "SELECT detail FROM acts WHERE kind = 'statement_made' ORDER BY n"


def statement_made(statement: Statement) -> Entry:
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

    return Entry(Activity(ActivityKind.STATEMENT_MADE, None, _naming(statement)), apply)


def next_serial(reader: Reader) -> int:
    """The serial that the next statement gets, from 1."""
    return reader.number("SELECT max(serial) FROM statements") + 1


def statements(reader: Reader) -> list[Statement]:
    """Every statement in the order of its serial. Unproven until its signature is checked.

    Raises StatementRefused when they are not exactly those that the record names: one taken away could be the one
    that dismissed somebody.
    """
    kept = reader.rows(_statement, "SELECT serial, text, signature FROM statements ORDER BY serial")
    if [canonical_json(_naming(statement)) for statement in kept] != reader.rows(_text, _NAMED):
        raise StatementRefused
    return kept


def _naming(statement: Statement) -> dict[str, str | int]:
    return {"serial": statement.serial, "sha256": hashlib.sha256(statement.text.encode()).hexdigest()}


def _statement(row: Row) -> Statement:
    return Statement(*row)


def _text(row: Row) -> str:
    text: str = row[0]
    return text
