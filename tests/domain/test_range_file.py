"""A file of number ranges."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain import range_file
from outlet_app.domain.number_span import NumberSpan
from outlet_app.domain.range_file import MOST_FAULTS, RangeFaultKind, read_ranges


def _spans(*lines: list[str]) -> list[tuple[str, str]]:
    return [(span.first, span.last) for span in read_ranges("x.csv", lines, ()).spans]


def test_ranges_and_single_numbers_stand_a_line_each_and_headings_are_passed_over() -> None:
    found = read_ranges("x.csv", [["起始单号", "结束单号"], ["YT0001", "YT0100"], [], [" yt 0300 "]], ())
    assert [(span.first, span.last) for span in found.spans] == [("YT0001", "YT0100"), ("YT0300", "YT0300")]
    assert (found.count, found.faults, found.name) == (101, (), "x.csv")


def test_numbers_that_follow_each_other_become_one_range_whatever_their_order() -> None:
    assert _spans(["YT0002"], ["YT0001"], ["YT0004"], ["YT0003"], ["YT0009"]) == [
        ("YT0001", "YT0004"),
        ("YT0009", "YT0009"),
    ]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["单号"], RangeFaultKind.NOT_A_NUMBER),
        (["YT0001", "x"], RangeFaultKind.NOT_A_NUMBER),
        (["YT0009", "YT0005"], RangeFaultKind.NOT_A_RANGE),
        (["YT0102", "YT0103"], RangeFaultKind.DOUBLE),
        (["YT0700"], RangeFaultKind.STANDS),
    ],
)
def test_a_line_that_cannot_be_taken_says_why_and_the_others_stand(cells: list[str], kind: RangeFaultKind) -> None:
    standing = (NumberSpan("YT", 4, 600, 700),)
    found = read_ranges("x.csv", [["YT0100", "YT0102"], cells], standing)
    assert [(fault.row, fault.kind) for fault in found.faults] == [(2, kind)]
    assert (found.refused, found.count) == (1, 3)


def test_a_file_of_too_many_ranges_is_cut_and_only_the_first_faults_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(range_file, "MOST_SPANS", 1)
    lines = [["YT0001"], ["YT0002"], *([f"YT{value:04d}"] for value in range(10, 10 + 2 * MOST_FAULTS + 4, 2))]
    found = read_ranges("x.csv", lines, ())
    assert (found.count, len(found.faults), found.refused) == (2, MOST_FAULTS, MOST_FAULTS + 2)
    assert found.faults[0].kind is RangeFaultKind.TOO_MANY


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 5)), max_size=25))
def test_no_number_is_in_two_ranges_and_none_is_lost(pairs: list[tuple[int, int]]) -> None:
    lines = [[f"YT{low:04d}", f"YT{low + more:04d}"] for low, more in pairs]
    found = read_ranges("x.csv", lines, ())
    taken: set[int] = set()
    for low, more in pairs:
        span = set(range(low, low + more + 1))
        if not span & taken:
            taken |= span
    held = [value for span in found.spans for value in range(span.low, span.high + 1)]
    assert sorted(held) == sorted(taken)
    ordered = sorted(found.spans, key=lambda span: span.low)
    assert all(one.high + 1 < other.low for one, other in pairwise(ordered))
