"""Carriers' sort codes by place, from the tables that the owner loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.sort_code_table import Place
from outlet_app.store.setting_commitments import COMMITMENT, SORT_CODES, of_sort_codes
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.domain.sort_code_table import SortCodeTable
    from outlet_app.store.connection import Cursor, Reader, Row

_EVERY = "SELECT carrier, province, city, district, code FROM sort_codes"
_INSERT = "INSERT INTO sort_codes (carrier, province, city, district, code) VALUES (?, ?, ?, ?, ?)"
_CLEAR = "DELETE FROM sort_codes WHERE carrier = ?"
_COUNT = "SELECT count(*) FROM sort_codes WHERE carrier = ?"


def every(reader: Reader) -> dict[Place, str]:
    """The codes of all tables; some 10 ms for a table of 3,000 rows."""
    return dict(reader.rows(_placed, _EVERY))


def count(reader: Reader, carrier: str) -> int:
    """How many rows the carrier's table has; 0 where none was loaded."""
    return reader.number(_COUNT, carrier)


def loaded(reader: Reader, carrier: str, table: SortCodeTable) -> Entry:
    """The carrier's table is this one, whole, in place of the one before."""
    rows = [(row.province, row.city, row.district, row.code) for row in table.rows]

    def apply(cursor: Cursor) -> None:
        cursor.run(_CLEAR, carrier)
        cursor.run_each(_INSERT, [(carrier, *row) for row in rows])

    return Entry(_act(carrier, count(reader, carrier), rows, table.name), apply)


def removed(reader: Reader, carrier: str) -> Entry:
    """The carrier has no table any more."""

    def apply(cursor: Cursor) -> None:
        cursor.run(_CLEAR, carrier)

    return Entry(_act(carrier, count(reader, carrier), (), ""), apply)


def _act(carrier: str, old: int, rows: Sequence[tuple[str, str, str, str]], file: str) -> Activity:
    detail = {"name": f"{SORT_CODES}{carrier}", "old": str(old), "new": f"{len(rows)} {file}".strip()}
    return Activity(ActivityKind.SETTING_CHANGED, None, {**detail, COMMITMENT: of_sort_codes(carrier, rows)})


def _placed(row: Row) -> tuple[Place, str]:
    return Place(*row[:4]), row[4]
