"""How many numbers are left alone when nobody knows the last one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from outlet_app.domain.numbers_at_risk import numbers_at_risk

_MADE = datetime(2026, 11, 22, 2, tzinfo=UTC)


def test_each_day_that_was_begun_counts_twice_the_busiest() -> None:
    assert numbers_at_risk(130, _MADE, _MADE) == 260
    assert numbers_at_risk(130, _MADE, _MADE + timedelta(hours=20)) == 520
    assert numbers_at_risk(130, _MADE, _MADE + timedelta(days=6)) == 7 * 260


def test_an_outlet_without_a_busy_day_has_a_hundred_a_day_at_risk() -> None:
    assert numbers_at_risk(0, _MADE, _MADE + timedelta(days=1)) == 200


def test_a_clock_behind_the_backup_counts_as_one_day() -> None:
    assert numbers_at_risk(130, _MADE, _MADE - timedelta(days=400)) == 260
