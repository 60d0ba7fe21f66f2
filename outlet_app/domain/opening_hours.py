"""When the outlet is open, by weekday, as the owner states it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import DAY_BEGINS, outlet_day, outlet_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta

WEEKDAYS = 7
LATEST = 24 * 60
"""Minutes after midnight: an outlet that closes at midnight closes at 24:00."""

_HOUR = 60


@dataclass(frozen=True, slots=True)
class OpenFrom:
    """One weekday: open from `opens` to `closes`, minutes after midnight on the outlet's clock."""

    opens: int
    closes: int

    def __post_init__(self) -> None:
        if not 0 <= self.opens < self.closes <= LATEST:
            raise ValueError("a day opens before it closes")


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Monday first, seven days; None for a day on which the outlet is closed. Raises ValueError for other counts."""

    days: tuple[OpenFrom | None, ...]

    def __post_init__(self) -> None:
        if len(self.days) != WEEKDAYS:
            raise ValueError("a week has seven days")

    def is_open(self, at: datetime, grace: timedelta) -> bool:
        """Whether the outlet is open at `at` (aware), or was less than `grace` before, or will be less after.

        What is done between midnight and 04:00 belongs to the evening before.
        """
        day = self.days[outlet_day(at).weekday()]
        if day is None:
            return False
        local = outlet_time(at)
        minutes = local.hour * _HOUR + local.minute
        if minutes < DAY_BEGINS.total_seconds() // _HOUR:
            minutes += LATEST
        around = grace.total_seconds() // _HOUR
        return day.opens - around <= minutes < day.closes + around


USUAL_HOURS = OpeningHours((OpenFrom(7 * _HOUR, 22 * _HOUR),) * WEEKDAYS)
"""Of an outlet whose owner stated none: wide, so that only the night is outside. Ours; no source."""


def hours_fields(hours: OpeningHours) -> dict[str, object]:
    """What the owner's statement says of them."""
    return {"days": [None if day is None else [day.opens, day.closes] for day in hours.days]}


def read_hours(stated: Mapping[str, object]) -> OpeningHours:
    """The hours that `hours_fields` wrote. Raises TypeError and ValueError."""
    days = stated["days"]
    if not isinstance(days, list):
        raise TypeError("days are a list")
    return OpeningHours(tuple(_read_day(day) for day in days))


def clock_text(minutes: int) -> str:
    """Minutes after midnight as a clock shows them, "08:30"."""
    return f"{minutes // _HOUR:02d}:{minutes % _HOUR:02d}"


def read_clock_text(text: str) -> int | None:
    """Minutes after midnight, from "8:30", "08:30", "8" or "24:00"; None for what is no time of the day."""
    hours, _, minutes = text.strip().replace("：", ":").partition(":")
    parts = hours.strip(), minutes.strip() or "0"
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    read = int(parts[0]) * _HOUR + int(parts[1])
    return read if int(parts[1]) < _HOUR and read <= LATEST else None


def _read_day(day: object) -> OpenFrom | None:
    if day is None:
        return None
    if not isinstance(day, list) or [type(each) for each in day] != [int, int]:
        raise TypeError("a day has two times")
    return OpenFrom(*day)
