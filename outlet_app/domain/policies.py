"""What the owner rules beside limits, printers and hours: when an idle counter locks, and how long things are kept."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import outlet_time

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

IDLE_MINUTES = 10
"""After which a counter that nobody touches is locked, until the owner says otherwise. Source: design, product."""

IDLE_BOUNDS = (1, 60)
"""Minutes. Ours: below one nobody can weigh a parcel, and in an hour anybody can walk up."""

MASKED_DAYS = 30
MASKED_BOUNDS = (7, 90)
"""Days until initials, tails and category of a parcel that left are emptied. Source: design, sealing, "Life of a label
wrap"."""

DETAILS_BOUNDS = (6, 60)
RECORD_BOUNDS = (6, 120)
"""Months. The activity record is kept at least six. Source: design, product, "Rules of the trade"."""

ADVISED_DETAILS_MONTHS = 24
"""Below this the owner is warned: a claim may still come. Source: design, product, "Rules of the trade"."""

_MONTHS = 12


def is_within(value: int, bounds: tuple[int, int]) -> bool:
    """Whether a value keeps its bounds, both of them allowed."""
    return bounds[0] <= value <= bounds[1]


@dataclass(frozen=True, slots=True)
class Retention:
    """Months until personal details are erased, and until acts are emptied; days until masked parts are.

    Details count from acceptance, masked parts from the day the parcel left. Raises ValueError out of bounds.
    """

    details_months: int = ADVISED_DETAILS_MONTHS
    record_months: int = 36
    masked_days: int = MASKED_DAYS

    def __post_init__(self) -> None:
        terms = (
            (self.details_months, DETAILS_BOUNDS),
            (self.record_months, RECORD_BOUNDS),
            (self.masked_days, MASKED_BOUNDS),
        )
        if not all(is_within(*term) for term in terms):
            raise ValueError("a term out of its bounds")

    @property
    def is_short(self) -> bool:
        """Whether details go earlier than is advised."""
        return self.details_months < ADVISED_DETAILS_MONTHS


SHORTEST = Retention(DETAILS_BOUNDS[0], RECORD_BOUNDS[0], MASKED_BOUNDS[0])
"""No owner can set shorter terms: what was erased earlier was not erased by this program's rules."""


def masked_end(retention: Retention, now: datetime) -> datetime:
    """Masked parts of what left at this moment or before are to be emptied by now."""
    return now - timedelta(days=retention.masked_days)


def details_end(retention: Retention, now: datetime) -> datetime:
    """Details accepted at this moment or before are to be erased by now: so many calendar months ago.

    In a month that is too short for the day, its last day.
    """
    local = outlet_time(now)
    years, month = divmod(local.year * _MONTHS + local.month - 1 - retention.details_months, _MONTHS)
    day = min(local.day, calendar.monthrange(years, month + 1)[1])
    return local.replace(year=years, month=month + 1, day=day).astimezone(UTC)


def idle_fields(minutes: int) -> dict[str, object]:
    """What the owner's statement says of the idle time."""
    return {"minutes": minutes}


def read_idle(stated: Mapping[str, object]) -> int:
    """The minutes that `idle_fields` wrote. Raises TypeError and ValueError."""
    minutes = _whole(stated["minutes"])
    if not is_within(minutes, IDLE_BOUNDS):
        raise ValueError("an idle time out of its bounds")
    return minutes


def retention_fields(retention: Retention) -> dict[str, object]:
    """What the owner's statement says of the terms; statements from before there were days have none."""
    days = {} if retention.masked_days == MASKED_DAYS else {"masked_days": retention.masked_days}
    return {"details_months": retention.details_months, "record_months": retention.record_months, **days}


def read_retention(stated: Mapping[str, object]) -> Retention:
    """The terms that `retention_fields` wrote. Raises TypeError and ValueError."""
    days = _whole(stated.get("masked_days", MASKED_DAYS))
    return Retention(_whole(stated["details_months"]), _whole(stated["record_months"]), days)


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError("terms are counted")
    return value
