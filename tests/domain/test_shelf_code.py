"""Shelf codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.find_key import KeyKind, read_key
from outlet_app.domain.shelf_code import (
    HIGHEST_PLACE,
    next_places,
    possible_places,
    read_shelf,
    read_shelf_code,
    shelf_code,
)

_GROUPS = st.lists(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=4), min_size=1, max_size=2)


@pytest.mark.parametrize(
    ("typed", "shelf"),
    [("15-1", "15-1"), (" a3 ", "A3"), ("１５－１", "15-1"), ("15—1", "15-1"), ("7", "7"), ("ABCD-1234", "ABCD-1234")],
)
def test_a_shelf_is_read_as_it_is_written(typed: str, shelf: str) -> None:
    assert read_shelf(typed) == shelf


@pytest.mark.parametrize(
    "typed", ["", " ", "-", "15-", "-1", "15-1-7", "12345", "十五", "15 1", "A_1", "15--1", "15.1"]
)
def test_what_is_no_shelf_is_none(typed: str) -> None:
    assert read_shelf(typed) is None


@given(_GROUPS, st.integers(1, HIGHEST_PLACE))
def test_every_code_that_is_made_is_read_as_one_by_whoever_looks_for_it(groups: list[str], place: int) -> None:
    shelf = read_shelf("-".join(groups))
    assert shelf is not None
    code = shelf_code(shelf, place)
    key = read_key(code.lower())
    assert key is not None
    assert key.kind is KeyKind.SHELF_CODE
    assert read_shelf_code(key.value) == (shelf, place)


@pytest.mark.parametrize("code", ["15", "15-0", "15-1000", "15-1-A", "15-1-", "-5", "1-2-3-4", "15-1-00731", "15-٣"])
def test_what_names_no_place_is_none(code: str) -> None:
    assert read_shelf_code(code) is None


def test_a_place_may_be_said_with_idle_zeros() -> None:
    assert read_shelf_code("15-1-031") == ("15-1", 31)


@given(_GROUPS, st.integers(1, HIGHEST_PLACE), st.sampled_from(["", " ", ".", "，", "/"]))
def test_a_code_without_its_hyphens_may_mean_the_place_that_it_names(
    groups: list[str], place: int, between: str
) -> None:
    code = shelf_code("-".join(groups), place)
    meant = possible_places(code.replace("-", between))
    assert read_shelf_code(code) in meant or len(code.replace("-", "")) < 3
    assert len(meant) == len(set(meant)) <= 15


@pytest.mark.parametrize("text", ["", "12", "15-1-731", "0" * 12, "15.1", "15 1 0", "张 5678", "15?731", "A0"])
def test_what_cannot_be_a_code_without_hyphens_means_no_place(text: str) -> None:
    assert possible_places(text) == (() if text != "15.1" else (("15", 1),))


def test_places_rise_and_begin_anew_behind_the_highest() -> None:
    assert list(next_places(0))[:3] == [1, 2, 3]
    assert list(next_places(997))[:4] == [998, 999, 1, 2]
    assert next(next_places(999)) == 1
    for last in (0, 1, 500, 999):
        assert sorted(next_places(last)) == list(range(1, HIGHEST_PLACE + 1))
