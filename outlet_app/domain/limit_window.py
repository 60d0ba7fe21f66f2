"""From which act on the limits count, so that no hand at the clock begins a new hour or a new day.

Order is the act's number, time only a column: a window begins at the first act that bears a time within it, and
everything behind that act belongs to it, whatever time it bears.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.clock_watch import ClockMove, is_enough, only_waits
from outlet_app.domain.outlet_day import day_start

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from outlet_app.domain.account import Role
    from outlet_app.domain.activity import Act

HOUR = timedelta(hours=1)

CLOCK_KINDS = (ActivityKind.CLOCK_MOVED.value, ActivityKind.DATE_CONFIRMED.value)


_MOST_MINUTES = 60 * 24 * 3650
_FORWARD = frozenset({ClockMove.AHEAD, ClockMove.LATER})
_BACKWARD = frozenset({ClockMove.BACK, ClockMove.EARLIER})


@dataclass(frozen=True, slots=True)
class ClockAct:
    """An act that tells of the clock or of somebody's word for the date, and its time (UTC).

    `before` is what a moved clock showed before, or would show now: by that the windows before the move are found.
    """

    act: Act
    at: datetime
    before: datetime


def read_clock(act: Act, at: datetime, latest: datetime) -> ClockAct:
    """The act, read. `latest` is the latest time that any act before it bears.

    What it says of how far a clock was set back is believed up to `latest` only: nothing was done later than that.
    """
    detail = read_detail(act)
    minutes = detail.get("by_min")
    by = timedelta(minutes=min(max(minutes, 0), _MOST_MINUTES) if isinstance(minutes, int) else 0)
    if detail.get("move") in _BACKWARD:
        return ClockAct(act, at, min(at + by, latest))
    return ClockAct(act, at, at - by if detail.get("move") in _FORWARD else at)


@dataclass(frozen=True, slots=True)
class WindowStart:
    """A window begins at the first act behind act `after` that bears the time `at` (UTC) or a later one."""

    after: int
    at: datetime


def day_window(now: datetime, clock: Sequence[ClockAct], roles: Mapping[bytes, Role]) -> WindowStart:
    """Where the day's limits begin. Until people's word settles the date, the day before the clock was moved goes on.

    Behind a date that was confirmed on an earlier day nothing is looked for, so that a clock that once stood in the
    future costs one day.
    """
    unsettled, confirmed = _standing(clock, roles)
    in_force = now if unsettled is None else unsettled.before
    begins = day_start(in_force)
    after = max((each.act.n for each in confirmed if each.at < begins), default=0)
    return WindowStart(after, begins)


def in_doubt_since(clock: Iterable[ClockAct], roles: Mapping[bytes, Role]) -> ClockAct | None:
    """The first move of the clock, or reminder of one, that nobody has settled yet; None while the date is settled."""
    return _standing(clock, roles)[0]


def hour_window(now: datetime, clock: Sequence[ClockAct]) -> WindowStart:
    """Where the last hour begins: through each move of the clock within it, what was done in the hour before counts."""
    end = now
    for each in reversed(clock):
        if _is_move(each):
            if each.at <= end - HOUR:
                return WindowStart(each.act.n, end - HOUR)
            end = each.before
    return WindowStart(0, end - HOUR)


def _standing(clock: Iterable[ClockAct], roles: Mapping[bytes, Role]) -> tuple[ClockAct | None, list[ClockAct]]:
    """The first move that nobody has settled yet, and the words that settled one."""
    unsettled: ClockAct | None = None
    accounts: frozenset[bytes] = frozenset()
    confirmed: list[ClockAct] = []
    for each in clock:
        if each.act.kind == ActivityKind.CLOCK_MOVED:
            unsettled = unsettled or each
            accounts = frozenset() if _is_move(each) else accounts
        elif unsettled is not None:
            accounts |= {each.act.account_id}
            if is_enough(accounts, roles):
                confirmed.append(each)
                unsettled = None
    return unsettled, confirmed


def _is_move(each: ClockAct) -> bool:
    return each.act.kind == ActivityKind.CLOCK_MOVED and not only_waits(each.act)
