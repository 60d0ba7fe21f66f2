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


def named_again(statement: Statement) -> Entry:
    """The act that named this statement was lost with a damaged page; this one names it in its place."""
    return Entry(Activity(ActivityKind.STATEMENT_MADE, None, _naming(statement)))


def every(reader: Reader) -> list[Statement]:
    """Every statement in the order of its serial, whether the record names it or not."""
    return reader.rows(_statement, "SELECT serial, text, signature FROM statements ORDER BY serial")


def unnamed(reader: Reader) -> list[Statement]:
    """The statements that no act of the record names, in the order of their serials."""
    named = set(reader.rows(_text, _NAMED))
    return [each for each in every(reader) if canonical_json(_naming(each)) not in named]


def next_serial(reader: Reader) -> int:
    """The serial that the next statement gets, from 1."""
    return reader.number("SELECT max(serial) FROM statements") + 1


def statements(reader: Reader) -> list[Statement]:
    """Every statement in the order of its serial. Unproven until its signature is checked.

    Raises StatementRefused when they are not exactly those that the record names: one taken away could be the one
    that dismissed somebody.
    """
    kept = every(reader)
    # Sorted, since a statement whose first act was lost with a bad page is named again by a later one.
    if sorted(canonical_json(_naming(statement)) for statement in kept) != sorted(reader.rows(_text, _NAMED)):
        raise StatementRefused
    return kept


def _naming(statement: Statement) -> dict[str, str | int]:
    return {"serial": statement.serial, "sha256": hashlib.sha256(statement.text.encode()).hexdigest()}


def _statement(row: Row) -> Statement:
    return Statement(*row)


def _text(row: Row) -> str:
    text: str = row[0]
    return text
