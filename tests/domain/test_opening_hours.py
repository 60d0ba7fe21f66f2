"""When the outlet is open."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from outlet_app.domain.opening_hours import (
    USUAL_HOURS,
    OpenFrom,
    OpeningHours,
    clock_text,
    hours_fields,
    read_clock_text,
    read_hours,
)
from outlet_app.domain.outlet_day import OUTLET_TIME

WEEK = OpeningHours((OpenFrom(8 * 60, 20 * 60),) * 6 + (None,))
GRACE = timedelta(minutes=60)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OUTLET_TIME)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-06-01 06:59", False),
        ("2026-06-01 07:00", True),
        ("2026-06-01 20:59", True),
        ("2026-06-01 21:00", False),
        ("2026-06-02 02:30", False),
        ("2026-06-07 12:00", False),
        ("2026-06-08 03:59", False),
    ],
)
def test_an_hour_before_opening_and_after_closing_is_allowed_for(moment: str, *, is_open: bool) -> None:
    assert WEEK.is_open(at(moment), GRACE) is is_open


def test_what_is_done_after_midnight_belongs_to_the_evening_before() -> None:
    until_midnight = OpeningHours((OpenFrom(8 * 60, 24 * 60),) * 6 + (None,))
    assert until_midnight.is_open(at("2026-06-07 00:59"), GRACE)
    assert not until_midnight.is_open(at("2026-06-08 00:59"), GRACE)


def test_hours_come_back_from_a_statement_as_they_were() -> None:
    assert read_hours(hours_fields(WEEK)) == WEEK
    assert read_hours(hours_fields(USUAL_HOURS)) == USUAL_HOURS


@pytest.mark.parametrize(
    "days", [None, [[1, 2]] * 6, [[2, 1]] * 7, [[1]] * 7, [["1", 2]] * 7, [[True, 2]] * 7, [[0, 1441]] * 7, [7] * 7]
)
def test_other_texts_are_no_hours(days: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        read_hours({"days": days})


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("8", 480), ("08:30", 510), ("8：30", 510), ("24:00", 1440), ("24:01", None), ("8:60", None), ("", None)],
)
def test_times_are_read_as_people_type_them(text: str, minutes: int | None) -> None:
    assert read_clock_text(text) == minutes


def test_times_are_shown_with_two_digits_each() -> None:
    assert [clock_text(510), clock_text(1440)] == ["08:30", "24:00"]
