"""The outlet's day and its clock: Beijing time for the whole country, a day from 04:00 to 04:00."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

OUTLET_TIME = timezone(timedelta(hours=8), "CST")
"""China has one time zone and no summer time, whatever the PC is set to."""

DAY_BEGINS = timedelta(hours=4)


def outlet_time(at: datetime) -> datetime:
    """The moment on the outlet's wall clock."""
    return at.astimezone(OUTLET_TIME)


def outlet_day(at: datetime) -> date:
    """The day a moment is counted to: what happens before 04:00 belongs to the day before."""
    return (outlet_time(at) - DAY_BEGINS).date()


def day_start(at: datetime) -> datetime:
    """When the day that `at` is counted to began, UTC."""
    midnight = datetime.combine(outlet_day(at), datetime.min.time(), OUTLET_TIME)
    return (midnight + DAY_BEGINS).astimezone(UTC)


def day_span(day: date) -> tuple[datetime, datetime]:
    """When an outlet's day begins and when the next one does, UTC."""
    begins = datetime.combine(day, datetime.min.time(), OUTLET_TIME) + DAY_BEGINS
    return begins.astimezone(UTC), (begins + timedelta(days=1)).astimezone(UTC)


def hour_span(day: date, hour: int) -> tuple[datetime, datetime]:
    """When an hour of an outlet's day begins and ends, UTC; `hour` is the clock's, 0 to 3 those after midnight."""
    begins = datetime.combine(day, datetime.min.time(), OUTLET_TIME) + timedelta(hours=hour)
    if timedelta(hours=hour) < DAY_BEGINS:
        begins += timedelta(days=1)
    return begins.astimezone(UTC), (begins + timedelta(hours=1)).astimezone(UTC)
