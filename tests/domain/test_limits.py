"""Waits after failed sign-ins, and how much of something the owner allows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outlet_app.domain.limits import (
    DEFAULTS,
    LONGEST_WAIT,
    LimitName,
    Limits,
    bounds,
    limit_fields,
    out_of_bounds,
    read_limits,
    wait_after,
)


def test_three_slips_cost_nothing() -> None:
    assert [wait_after(failures) for failures in range(4)] == [timedelta()] * 4


def test_the_wait_doubles_from_the_fourth_failure() -> None:
    assert [wait_after(failures).total_seconds() for failures in range(4, 9)] == [1, 2, 4, 8, 16]


def test_nobody_waits_longer_than_fifteen_minutes() -> None:
    assert wait_after(14) == LONGEST_WAIT
    assert wait_after(10_000) == LONGEST_WAIT


def test_the_defaults_are_those_of_the_design() -> None:
    assert Limits() == Limits(
        scan_reveals_hour=10,
        scan_reveals_day=40,
        outlet_reveals_day=120,
        owner_reveals_day=10,
        look_ups_hour=300,
        misses_hour=30,
        coded_reprints=3,
    )


@pytest.mark.parametrize("name", LimitName)
def test_a_limit_lies_between_one_and_ten_times_its_default(name: LimitName) -> None:
    lowest, highest = bounds(name)
    assert (lowest, highest) == (1, DEFAULTS[name] * 10)
    for value in (lowest, highest):
        assert Limits(**{name.value: value}).of(name) == value
    for value in (0, -1, highest + 1):
        assert out_of_bounds({name: value}) == (name,)
        with pytest.raises(ValueError, match="bounds"):
            Limits(**{name.value: value})


def test_limits_are_read_as_they_are_written_and_nothing_else_is_read() -> None:
    limits = Limits(scan_reveals_day=20)
    stated = limit_fields(limits)
    assert stated == {"scan_reveals_day": 20}
    assert read_limits(stated) == limits
    assert read_limits({**stated, "subject": "limits"}) == limits
    assert read_limits({}) == Limits()
    for wrong in ("30", True, 3.0, None):
        with pytest.raises(TypeError):
            read_limits({"misses_hour": wrong})
    for far in (0, 301):
        with pytest.raises(ValueError, match="bounds"):
            read_limits({"misses_hour": far})
