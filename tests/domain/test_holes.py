"""Holes in the record."""

from __future__ import annotations

import pytest

from outlet_app.domain.holes import Hole, read_hole, write_hole

HOLE = Hole(7, 19, bytes(range(32)))


def test_a_hole_is_read_back_as_it_was_written() -> None:
    assert read_hole(write_hole(HOLE)) == HOLE
    assert read_hole(write_hole(Hole(1, 1, bytes(32)))) == Hole(1, 1, bytes(32))


def test_its_text_is_frozen() -> None:
    """The owner signs it: another form would be another statement."""
    assert write_hole(Hole(7, 9, bytes(32))) == (f'{{"hash":"{"00" * 32}","last":9,"subject":"acts-lost:7"}}')


def test_it_holds_its_first_its_last_and_what_lies_between() -> None:
    assert [n for n in range(5, 22) if HOLE.holds(n)] == list(range(7, 20))


@pytest.mark.parametrize(("first", "last", "length"), [(0, 1, 32), (3, 2, 32), (1, 2, 20)])
def test_what_is_no_hole_cannot_be_made(first: int, last: int, length: int) -> None:
    with pytest.raises(ValueError, match="hole"):
        Hole(first, last, bytes(length))


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "7",
        "no json",
        '{"subject":"role:00"}',
        write_hole(HOLE).replace("acts-lost:7", "acts-lost:07"),
        write_hole(HOLE).replace('"last":19', '"last": 19'),
        write_hole(HOLE).replace('"last":19', '"last":"19"'),
        write_hole(HOLE).replace("acts-lost:7", "acts-lost:20"),
    ],
)
def test_no_other_text_is_taken_for_one(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each text has its own way to be wrong
        read_hole(text)
