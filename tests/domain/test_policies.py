"""Idle time and terms, and what a statement says of them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from outlet_app.domain.policies import (
    DETAILS_BOUNDS,
    MASKED_BOUNDS,
    RECORD_BOUNDS,
    Retention,
    details_end,
    idle_fields,
    is_within,
    masked_end,
    read_idle,
    read_retention,
    retention_fields,
)


def test_terms_come_back_from_a_statement_as_they_were() -> None:
    assert read_retention(retention_fields(Retention(30, 60))) == Retention(30, 60)
    assert read_idle(idle_fields(3)) == 3


@pytest.mark.parametrize("months", [(5, 36), (61, 36), (24, 5), (24, 121)])
def test_no_term_is_shorter_or_longer_than_its_bounds(months: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="bounds"):
        Retention(*months)


@pytest.mark.parametrize("days", [6, 91])
def test_masked_parts_stay_7_to_90_days(days: int) -> None:
    with pytest.raises(ValueError, match="bounds"):
        Retention(masked_days=days)


def test_a_statement_from_before_there_were_days_means_thirty_and_is_written_as_it_was() -> None:
    former = {"details_months": 24, "record_months": 36}
    assert read_retention(former).masked_days == 30
    assert retention_fields(read_retention(former)) == former


@pytest.mark.parametrize(
    ("now", "end"),
    [
        (datetime(2026, 11, 22, 4, tzinfo=UTC), datetime(2024, 11, 22, 4, tzinfo=UTC)),
        (datetime(2026, 2, 28, 15, 59, tzinfo=UTC), datetime(2024, 2, 28, 15, 59, tzinfo=UTC)),
        (datetime(2028, 2, 29, 4, tzinfo=UTC), datetime(2026, 2, 28, 4, tzinfo=UTC)),
        (datetime(2026, 12, 31, 16, 30, tzinfo=UTC), datetime(2024, 12, 31, 16, 30, tzinfo=UTC)),
    ],
)
def test_two_years_are_calendar_years_on_the_outlets_clock(now: datetime, end: datetime) -> None:
    assert details_end(Retention(24), now) == end


def test_a_month_too_short_for_the_day_ends_with_its_last_day() -> None:
    assert details_end(Retention(6), datetime(2026, 8, 31, 4, tzinfo=UTC)) == datetime(2026, 2, 28, 4, tzinfo=UTC)


def test_masked_parts_are_due_by_days_to_the_moment() -> None:
    noon = datetime(2026, 11, 22, 4, tzinfo=UTC)
    assert masked_end(Retention(masked_days=7), noon) == noon - timedelta(days=7)


@pytest.mark.parametrize("minutes", [0, 61, "5", True, None])
def test_other_texts_are_no_idle_time(minutes: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        read_idle({"minutes": minutes})


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_manuals_page_tells_the_terms_as_they_are(language: str) -> None:
    page = (Path(__file__).resolve().parents[2] / "resources" / "manual" / language / "retention.md").read_text("utf-8")
    rows = [re.findall(r"\d+", line) for line in page.splitlines() if line.startswith("|")][2:]
    retention = Retention()
    assert rows[1:4] == [
        [str(retention.masked_days), *map(str, MASKED_BOUNDS)],
        [str(retention.details_months), *map(str, DETAILS_BOUNDS)],
        [str(retention.record_months), *map(str, RECORD_BOUNDS)],
    ]


def test_less_than_two_years_is_short() -> None:
    assert Retention(23).is_short
    assert not Retention(24).is_short


def test_bounds_are_allowed_themselves() -> None:
    assert [is_within(value, (1, 3)) for value in range(5)] == [False, True, True, True, False]
