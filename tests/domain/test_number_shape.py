"""Shapes of numbers that an owner writes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.carrier import carriers
from outlet_app.domain.number_shape import LONGEST_SHAPE, fits, is_shape, shape_of

_NUMBERS = st.from_regex(r"[0-9A-Z]{1,20}", fullmatch=True)


def test_every_shipped_shape_is_one() -> None:
    assert all(is_shape(shape) for carrier in carriers().values() for shape in carrier.shapes)


@pytest.mark.parametrize(
    "shape",
    [
        "",
        r"(\d+)+X",
        r"\d+",
        r"\d*",
        "A?",
        ".{3}",
        r"\w{3}",
        "((7)|8)",
        "(7|77){10}",
        r"\d{0,5}",
        r"\d{5,2}",
        r"\d{21}",
        "[9-0]",
        "yt",
        "A" * 13,
        "[A-Z]" * 13,
        r"\d{1,20}" * 3,
        "A" * (LONGEST_SHAPE + 1),
        "(?=A)",
        "[^A]",
        r"A\1",
    ],
)
def test_what_could_be_slow_or_is_no_shape_is_none_and_fits_nothing(shape: str) -> None:
    assert not is_shape(shape)
    assert not fits(shape, "A")


@pytest.mark.parametrize(
    ("shape", "number"),
    [
        (r"YT\d{13}", "YT8962646785389"),
        (r"(77|43)\d{11,13}", "773277027280336"),
        ("SF[0-9A-Z]{13}", "SF1385628716739"),
        ("A", "A"),
    ],
)
def test_a_shape_fits_the_whole_number(shape: str, number: str) -> None:
    assert fits(shape, number)
    assert not fits(shape, number + "0")
    assert not fits(shape, "0" + number)


def test_the_slowest_shape_takes_no_time_that_anybody_notices() -> None:
    shape = r"[0-9A-Z]{1,20}\d{1,20}" + r"(1|11|111|1111)" * 2
    assert is_shape(shape)
    start = time.perf_counter()
    assert not fits(shape, "1" * 19 + "X")
    assert time.perf_counter() - start < 0.05


@given(_NUMBERS)
def test_a_number_fits_the_shape_that_is_made_from_it(number: str) -> None:
    shape = shape_of(number)
    assert not shape or fits(shape, number)


def test_a_shape_keeps_the_letters_and_counts_the_digits() -> None:
    assert shape_of("YT8962646785389") == r"YT\d{13}"
    assert shape_of("JDX024407261700") == r"JDX\d{12}"
    assert shape_of("快递123") == ""
    assert shape_of("A1B2C3D4E5F6G7") == ""


@given(st.text(alphabet="0189AZ\\d[]{}(),|-+*?", max_size=LONGEST_SHAPE), _NUMBERS)
def test_whatever_is_written_comparing_ends_at_once(shape: str, number: str) -> None:
    start = time.perf_counter()
    fits(shape, number)
    assert time.perf_counter() - start < 0.2
