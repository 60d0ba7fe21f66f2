"""How many waybill numbers may have been used in days that nobody has a record of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import outlet_day

if TYPE_CHECKING:
    from datetime import datetime

LEAST_A_DAY = 100
"""Numbers of one carrier that even an outlet without a busy day in its record may use in a day."""

BUSIER = 2
"""A lost day may have been so many times the busiest one that is known."""


def numbers_at_risk(busiest_day: int, since: datetime, until: datetime) -> int:
    """A cautious count of the numbers of one carrier that were used between two moments (UTC).

    Twice its `busiest_day` for each outlet day that was begun, the first one whole. A clock that runs back counts as
    one day.
    """
    days = max((outlet_day(until) - outlet_day(since)).days, 0) + 1
    return days * max(busiest_day * BUSIER, LEAST_A_DAY)
