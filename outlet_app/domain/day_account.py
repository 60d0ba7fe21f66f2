"""One outlet day as its end shows it: what came and went, by person, by carrier and by list, and the money."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import add, attrgetter
from typing import TYPE_CHECKING

from outlet_app.domain.cash import NO_CASH, Cash

if TYPE_CHECKING:
    from datetime import date, datetime

    from outlet_app.domain.number_gaps import NumbersOfDay


@dataclass(frozen=True, slots=True)
class Traffic:
    """How many parcels came and went, without those that were undone.

    `odd` are those refused, sent back, forwarded, lost or cancelled.
    """

    accepted: int = 0
    arrived: int = 0
    collected: int = 0
    handed_over: int = 0
    odd: int = 0

    def __add__(self, other: Traffic) -> Traffic:
        return Traffic(*map(add, _MOVES(self), _MOVES(other)))


_MOVES = attrgetter(*(each.name for each in fields(Traffic)))


@dataclass(frozen=True, slots=True)
class Count:
    """Cash that somebody counted in the drawer, and what the acts up to then said it should be; fen, `at` UTC."""

    counted_fen: int
    expected_fen: int
    at: datetime

    @property
    def difference_fen(self) -> int:
        """Too much in the drawer is positive, too little negative."""
        return self.counted_fen - self.expected_fen


@dataclass(frozen=True, slots=True)
class Shift:
    """What one person did on the day. `count` is his last count, `ended_at` (UTC) when he ended the day, or None."""

    account_id: bytes
    name: str
    traffic: Traffic = Traffic()
    cash: Cash = NO_CASH
    count: Count | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CarrierDay:
    """One carrier's part of the day: parcels, and the fees that went to monthly accounts, in fen."""

    carrier: str
    traffic: Traffic
    monthly_fen: int


@dataclass(frozen=True, slots=True)
class ClosedListLine:
    """One hand-over list that was closed on the day, by its record id (16 B). `closed_at` is UTC."""

    list_id: bytes
    carrier: str
    count: int
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class DayAccount:
    """One outlet day. For a clerk `shifts` and `carriers` are his own alone; lists and numbers are the outlet's.

    `whole` is False when an act of the day does not follow from the one before it. `day_is_over` says whether a later
    day has begun. `total` are the shifts together.
    """

    day: date
    shifts: tuple[Shift, ...]
    total: Shift
    carriers: tuple[CarrierDay, ...]
    lists: tuple[ClosedListLine, ...]
    numbers: tuple[NumbersOfDay, ...]
    whole: bool
    of_everybody: bool
    day_is_over: bool
