"""Numbers that follow each other."""

from __future__ import annotations

import pytest

from outlet_app.domain.number_span import NumberSpan, read_span


def test_a_span_keeps_beginning_and_leading_zeros() -> None:
    span = read_span("YT0098", "YT0101")
    assert span == NumberSpan("YT", 4, 98, 101)
    assert (span.first, span.last, span.count) == ("YT0098", "YT0101", 4)


@pytest.mark.parametrize(
    ("first", "last"),
    [("YT0002", "YT0001"), ("YT0001", "YT00002"), ("YT0001", "ZT0002"), ("YTA", "YTB"), ("YT1", "YT²"), ("A1", "AB")],
)
def test_two_numbers_that_do_not_count_up_make_none(first: str, last: str) -> None:
    assert read_span(first, last) is None


def test_spans_overlap_and_follow_only_within_one_beginning_and_length() -> None:
    one, two, far = NumberSpan("YT", 4, 1, 5), NumberSpan("YT", 4, 6, 9), NumberSpan("YT", 5, 6, 9)
    assert one.is_followed_by(two)
    assert not two.is_followed_by(one)
    assert not one.is_followed_by(far)
    assert not one.overlaps(two)
    assert one.overlaps(NumberSpan("YT", 4, 5, 5))
    assert not two.overlaps(far)
