"""The outlet's day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.outlet_day import day_span, day_start, hour_span, outlet_day, outlet_time


def test_half_past_three_in_the_morning_belongs_to_the_day_before() -> None:
    assert outlet_day(datetime(2026, 11, 21, 19, 59, tzinfo=UTC)) == date(2026, 11, 21)
    assert outlet_day(datetime(2026, 11, 21, 20, 0, tzinfo=UTC)) == date(2026, 11, 22)


def test_the_outlets_clock_shows_beijing_time() -> None:
    assert outlet_time(datetime(2026, 11, 22, 1, 30, tzinfo=UTC)).strftime("%H:%M") == "09:30"


@given(st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_every_moment_lies_in_the_24_hours_from_its_days_start(at: datetime) -> None:
    assert timedelta() <= at - day_start(at) < timedelta(hours=24)
    assert outlet_day(day_start(at)) == outlet_day(at)


def test_the_span_of_a_day_is_24_hours_from_four_in_the_morning() -> None:
    start, end = day_span(date(2026, 11, 22))
    assert (start, end) == (datetime(2026, 11, 21, 20, tzinfo=UTC), datetime(2026, 11, 22, 20, tzinfo=UTC))
    assert day_start(start) == start
    assert (outlet_day(start), outlet_day(end)) == (date(2026, 11, 22), date(2026, 11, 23))


def test_the_hours_of_a_day_follow_one_another_from_four_in_the_morning_to_the_next() -> None:
    day = date(2026, 11, 22)
    spans = [hour_span(day, hour) for hour in (*range(4, 24), *range(4))]
    assert (spans[0][0], spans[-1][1]) == day_span(day)
    assert [end for _, end in spans[:-1]] == [start for start, _ in spans[1:]]
    assert hour_span(day, 23)[0] == datetime(2026, 11, 22, 15, tzinfo=UTC)
