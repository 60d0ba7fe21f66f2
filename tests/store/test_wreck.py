"""Reading a damaged file row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import FileDamaged, FileMissing
from outlet_app.store.connection import open_database
from outlet_app.store.wreck import Gap, Wreck, keyed_rows, numbered_rows
from tests.store.rows import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = 4096
ROWS = 300
TABLES = (
    "CREATE TABLE numbered (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
    "CREATE TABLE keyed (a INTEGER, b TEXT, text TEXT, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID",
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each tree in a run of pages of its own: some ten rows a page."""
    path = tmp_path_factory.mktemp("wreck") / "some.db"
    database = open_database(path, KEY, create=True)
    for table in TABLES:
        with database.transaction() as cursor:
            cursor.run(table)
    with database.transaction() as cursor:
        for number in range(1, ROWS + 1):
            cursor.run("INSERT INTO numbered VALUES (?, ?)", number, f"{number:0400}")
    with database.transaction() as cursor:
        for number in range(1, ROWS + 1):
            cursor.run("INSERT INTO keyed VALUES (?, ?, ?)", number // 7, f"{number:05}", f"{number:0400}")
    database.truncate_log()
    database.close()
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "some.db"
    copy.write_bytes(template.read_bytes())
    return copy


def _damage(path: Path, *pages: int) -> None:
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE + 50] ^= 1
    path.write_bytes(content)


@pytest.fixture
def wreck(path: Path) -> Iterator[Wreck]:
    opened = Wreck(path, KEY)
    yield opened
    opened.close()


def _numbered(wreck: Wreck) -> tuple[list[int], list[Gap]]:
    gaps: list[Gap] = []
    rows = [row for portion in numbered_rows(wreck, "numbered", "id, text", gaps) for row in portion]
    assert all(row[0] == row[1] and int(row[2]) == row[1] for row in rows)
    return [row[0] for row in rows], gaps


def test_a_sound_file_gives_every_row_and_no_gap(wreck: Wreck) -> None:
    assert _numbered(wreck) == (list(range(1, ROWS + 1)), [])
    rows, whole = keyed_rows(wreck, "SELECT a, b, text FROM keyed", ("a", "b"))
    assert whole
    assert [int(row[1]) for row in rows] == list(range(1, ROWS + 1))


@pytest.mark.parametrize("pages", [(8,), (8, 9), (8, 11), (7, 9, 12), (30,)])
def test_the_gaps_are_exactly_what_is_missing(path: Path, wreck: Wreck, pages: tuple[int, ...]) -> None:
    wreck.close()
    _damage(path, *pages)
    numbers, gaps = _numbered(wreck)
    missing = [number for number in range(1, ROWS + 1) if number not in numbers]
    assert 1 <= len(missing) <= 12 * len(pages)
    assert [number for number in range(1, ROWS + 1) if any(gap.holds(number) for gap in gaps)] == missing


def test_a_bad_page_of_the_tree_loses_all_behind_it_and_is_told_without_end(path: Path, wreck: Wreck) -> None:
    wreck.close()
    _damage(path, 2)
    numbers, gaps = _numbered(wreck)
    assert numbers == []
    assert gaps == [Gap(1, None)]
    assert gaps[0].holds(10**9)


def test_rows_without_numbers_are_read_from_both_ends(path: Path, wreck: Wreck) -> None:
    wreck.close()
    _damage(path, 53)
    rows, whole = keyed_rows(wreck, "SELECT a, b, text FROM keyed", ("a", "b"))
    assert not whole
    numbers = [int(row[1]) for row in rows]
    assert numbers == sorted(set(numbers))
    assert ROWS - 12 <= len(numbers) < ROWS


def test_a_query_behind_a_bad_page_begins_afresh(path: Path, wreck: Wreck) -> None:
    wreck.close()
    _damage(path, 8)
    with pytest.raises(FileDamaged):
        wreck.query("SELECT count(text), max(text) FROM numbered")
    assert wreck.query("SELECT id FROM numbered WHERE id = 1") == [(1,)]


def test_a_file_that_does_not_open_is_told(path: Path, tmp_path: Path) -> None:
    _damage(path, 1)
    with pytest.raises(FileDamaged):
        Wreck(path, KEY)
    with pytest.raises(FileMissing):
        Wreck(tmp_path / "none.db", KEY)
