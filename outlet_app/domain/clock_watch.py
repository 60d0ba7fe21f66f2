"""Whether the PC's clock was moved, and who has confirmed the date since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.account import Role
from outlet_app.domain.activity import ActivityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from outlet_app.domain.activity import Act

MOST_BACK = timedelta(seconds=120)
MOST_AHEAD = timedelta(minutes=10)
LONGEST_PAUSE = timedelta(hours=72)
"""What a time server or a closed weekend explains. Source: design, activity."""

NEEDED_CLERKS = 2
"""So many accounts confirm the date together where no owner does. Source: design, activity."""


class ClockMove(StrEnum):
    """How the clock stands to what it should show. The values are stored: never rename one.

    BACK and AHEAD are seen while the program runs, EARLIER and LATER against the record's last act. WAITS says, once a
    day and at each opening, that a date is still to be confirmed.
    """

    BACK = "back"
    AHEAD = "ahead"
    EARLIER = "earlier"
    LATER = "later"
    WAITS = "waits"


@dataclass(frozen=True, slots=True)
class Reading:
    """Both clocks at one moment: the PC's (`wall`, aware), and one that nobody sets and that counts sleep."""

    wall: datetime
    counted: timedelta


@dataclass(frozen=True, slots=True)
class Moved:
    """A clock that was moved, and how far it is from where it was looked for; never negative."""

    how: ClockMove
    by: timedelta


def moved_within(before: Reading, now: Reading) -> Moved | None:
    """How the PC's clock was moved between two readings of one run; None when it went as the other did."""
    gained = (now.wall - before.wall) - (now.counted - before.counted)
    if gained < -MOST_BACK:
        return Moved(ClockMove.BACK, -gained)
    return Moved(ClockMove.AHEAD, gained) if gained > MOST_AHEAD else None


def moved_since(last_act_at: datetime, now: datetime) -> Moved | None:
    """How the PC's clock stands to the last act, before this run's first; None when it may well be right."""
    passed = now - last_act_at
    if passed < timedelta():
        return Moved(ClockMove.EARLIER, -passed)
    return Moved(ClockMove.LATER, passed) if passed > LONGEST_PAUSE else None


def confirmed_by(acts: Iterable[Act]) -> frozenset[bytes] | None:
    """The accounts that confirmed the date since the clock was moved last; None where it was not.

    `acts` are in their order and may be of any kind.
    """
    accounts: frozenset[bytes] | None = None
    for act in acts:
        if act.kind == ActivityKind.CLOCK_MOVED:
            accounts = (accounts or frozenset()) if only_waits(act) else frozenset()
        elif act.kind == ActivityKind.DATE_CONFIRMED and accounts is not None:
            accounts |= {act.account_id}
    return accounts


def is_enough(accounts: frozenset[bytes], roles: Mapping[bytes, Role]) -> bool:
    """Whether these people's word settles the date: one owner's, or two others'."""
    return any(roles.get(each) is Role.OWNER for each in accounts) or len(accounts & roles.keys()) >= NEEDED_CLERKS


def only_waits(act: Act) -> bool:
    """Whether an act of a moved clock only says that the date is still to be confirmed."""
    return f'"{ClockMove.WAITS}"' in act.detail
