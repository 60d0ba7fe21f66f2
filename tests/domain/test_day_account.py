"""The day's sums."""

from __future__ import annotations

from datetime import UTC, datetime

from outlet_app.domain.day_account import Count, Traffic


def test_traffic_adds_up_part_by_part() -> None:
    assert Traffic(1, 2, 3, 4, 5) + Traffic(10, 20, 30, 40, 50) == Traffic(11, 22, 33, 44, 55)


def test_too_little_in_the_drawer_is_negative() -> None:
    at = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert Count(9_900, 10_000, at).difference_fen == -100
    assert Count(10_100, 10_000, at).difference_fen == 100
