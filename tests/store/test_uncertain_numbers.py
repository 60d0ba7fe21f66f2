"""Numbers that may stand on labels of lost days."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.errors import NumbersExhausted, NumberUsed
from outlet_app.store import number_ranges, uncertain_numbers
from outlet_app.store.store import Entry, Store
from outlet_app.store.uncertain_numbers import Span, the_next, up_to
from tests.store.rows import AUTHOR, accept

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.fixture
def store(store: Store) -> Store:
    """Two ranges of one carrier, of which the first three numbers are used, and one of another."""
    for carrier, first, last in (("yto", "YT0001", "YT0010"), ("yto", "YT0101", "YT0110"), ("zto", "75001", "75009")):
        store.write(AUTHOR, number_ranges.entered(carrier, first, last))
    for number in ("YT0001", "YT0002", "YT0003"):
        accept(store, number)
    return store


def mark(store: Store, spans: Sequence[Span]) -> None:
    activity = Activity(ActivityKind.RESTORED)
    store.write(AUTHOR, Entry(activity, lambda cursor: uncertain_numbers.keep(cursor, spans)))


def ranges(store: Store, carrier: str = "yto") -> list[number_ranges.NumberRange]:
    return [each for each in uncertain_numbers.open_ranges(store.reader) if each.carrier == carrier]


def test_the_ranges_with_numbers_left_come_in_the_order_of_their_use(store: Store) -> None:
    assert [each.number(each.next) for each in uncertain_numbers.open_ranges(store.reader)] == [
        "YT0004",
        "YT0101",
        "75001",
    ]


def test_up_to_a_number_means_everything_before_it_that_was_not_used(store: Store) -> None:
    assert up_to(ranges(store), "YT0006") == (Span(1, 4, 6),)
    assert up_to(ranges(store), "YT0102") == (Span(1, 4, 10), Span(2, 101, 102))
    assert up_to(ranges(store), "YT0003") == ()


@pytest.mark.parametrize("number", ["75001", "YT0011", "YT006", "YT00006", "YT000六", "0006", ""])
def test_a_number_of_no_range_says_nothing(store: Store, number: str) -> None:
    assert up_to(ranges(store), number) is None


def test_the_next_numbers_run_on_into_the_next_range_and_end_with_the_last(store: Store) -> None:
    assert the_next(ranges(store), 7) == (Span(1, 4, 10),)
    assert the_next(ranges(store), 9) == (Span(1, 4, 10), Span(2, 101, 102))
    assert the_next(ranges(store), 999) == (Span(1, 4, 10), Span(2, 101, 110))
    assert sum(span.count for span in the_next(ranges(store), 9)) == 9


def test_uncertain_numbers_are_never_given_out(store: Store) -> None:
    mark(store, the_next(ranges(store), 9))
    assert number_ranges.next_free(store.reader, "yto") == "YT0103"
    assert number_ranges.count_free(store.reader, "yto") == 8
    mark(store, the_next(ranges(store), 8))
    with pytest.raises(NumbersExhausted):
        number_ranges.next_free(store.reader, "yto")
    assert [span.count for span in uncertain_numbers.all_spans(store.reader)] == [7, 2, 8]


def test_the_range_goes_on_behind_a_number_that_was_used_ahead(store: Store) -> None:
    accept(store, "YT0007")
    mark(store, [Span(1, 4, 6)])
    assert number_ranges.next_free(store.reader, "yto") == "YT0008"


def test_a_parcel_of_the_lost_days_is_entered_again_under_its_own_number_once(store: Store) -> None:
    mark(store, [Span(1, 4, 6)])
    accept(store, "YT0005")
    with pytest.raises(NumberUsed):
        accept(store, "YT0005")
    with pytest.raises(NumberUsed):
        accept(store, "YT0002")
    assert number_ranges.next_free(store.reader, "yto") == "YT0007"


def test_the_busiest_day_is_an_outlet_day_of_one_carrier(store: Store) -> None:
    early, late = datetime(2026, 12, 1, 19, 59, tzinfo=UTC), datetime(2026, 12, 1, 20, 0, tzinfo=UTC)
    for number, at in (("A1", early), ("A2", late), ("A3", late), ("A4", late), ("A5", late)):
        accept(store, number, accepted_at=at)
    assert uncertain_numbers.busiest_day(store.reader, "yto") == 4
    assert uncertain_numbers.busiest_day(store.reader, "zto") == 0
