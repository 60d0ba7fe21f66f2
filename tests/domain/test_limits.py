"""Waits after failed sign-ins."""

from __future__ import annotations

from datetime import timedelta

from outlet_app.domain.limits import LONGEST_WAIT, wait_after


def test_three_slips_cost_nothing() -> None:
    assert [wait_after(failures) for failures in range(4)] == [timedelta()] * 4


def test_the_wait_doubles_from_the_fourth_failure() -> None:
    assert [wait_after(failures).total_seconds() for failures in range(4, 9)] == [1, 2, 4, 8, 16]


def test_nobody_waits_longer_than_fifteen_minutes() -> None:
    assert wait_after(14) == LONGEST_WAIT
    assert wait_after(10_000) == LONGEST_WAIT
