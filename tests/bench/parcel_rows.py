"""Outlets of arrived parcels that the benches look through, built once under `out/bench`, and their plain peers.

Rows are written as the store writes them, without their acts, which no look-up reads. The plain peer is the same table
with the same indexes in plain SQLite.
"""

from __future__ import annotations

import contextlib
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.store import connection, parcels, schema, shelves
from outlet_app.store.store import Store
from tests.bench import outlet_rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from outlet_app.store.connection import Cursor

WAITING = 600
"""Parcels that stand on their shelves: two days. All others were given out."""

SHELVES = 12
_START_MS, _EACH_MS = 1_735_689_600_000, 60_000
_TABLES = ("parcels", "shelves", "former_places")


def build(size: int) -> tuple[Path, Path]:
    """The sealed outlet and the plain peer of `size` parcels, made when they are not there yet."""
    folder = outlet_rows.FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    sealed_path, plain_path = folder / f"parcels-{size}.db", folder / f"plain-parcels-{size}.db"
    built = folder / f"built-parcels-{size}"
    if not built.exists():
        for path in (sealed_path, plain_path):
            for part in folder.glob(path.name + "*"):
                part.unlink()
        with _hurrying():
            _fill(size, sealed_path, plain_path)
        built.touch()
    return sealed_path, plain_path


def number_of(place: int) -> str:
    """The number of the parcel in this place."""
    return f"SF{place:013d}"


@contextlib.contextmanager
def _hurrying() -> Iterator[None]:
    """What costs time and changes no byte of the file is left out; what is measured later has it again."""
    kept = connection._MEMORY_SECURITY, connection._CACHE_KIB
    connection._MEMORY_SECURITY, connection._CACHE_KIB = "OFF", 4_000_000
    yield
    connection._MEMORY_SECURITY, connection._CACHE_KIB = kept


def _fill(size: int, sealed_path: Path, plain_path: Path) -> None:
    plain = outlet_rows.plain_database(plain_path)
    for statement in _statements():
        plain.execute(statement)
    with Store.create(sealed_path, outlet_rows.KEY, outlet_id=outlet_rows.OUTLET, clock=outlet_rows.clock) as store:
        for at in range(0, size, outlet_rows.BATCH):
            rows = list(_rows(at, min(at + outlet_rows.BATCH, size), size))
            with store._database.transaction() as cursor:
                _insert(cursor, rows)
            plain.execute("BEGIN")
            plain.executemany(parcels._INSERT, rows)
            plain.execute("COMMIT")
    plain.close()


def _insert(cursor: Cursor, rows: list[tuple[object, ...]]) -> None:
    cursor.run_each(parcels._INSERT, rows)  # type: ignore[arg-type] # the columns' own types
    for shelf, place in {row[4]: row[5] for row in rows}.items():
        shelves.note_given(cursor, str(shelf), int(str(place)))


def _rows(first: int, end: int, size: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(first)
    for place in range(first, end):
        arrived_ms = _START_MS + place * _EACH_MS
        waits = place >= size - WAITING
        shelf, on_shelf = f"{place % SHELVES + 1}-1", place // SHELVES % 999 + 1
        left_ms = None if waits else arrived_ms + chance.randrange(60_000, 86_400_000)
        state = "waiting" if waits else "collected"
        tail = f"{chance.randrange(10_000):04d}"
        yield (os.urandom(16), number_of(place), "sf", tail, shelf, on_shelf, state, 0, 0, None, arrived_ms, left_ms)


def _statements() -> list[str]:
    texts = [text.strip() for text in schema.shipped_steps()[5].split(";\n")]
    return [text for text in texts if any(f" {name} (" in text or f" ON {name} " in text for name in _TABLES)]


def plain_database(path: Path) -> sqlite3.Connection:
    """The plain peer, opened as it is for waybills."""
    return outlet_rows.plain_database(path)
