"""Whether the PC's clock was moved, as far as the program and the record can tell, and whether the date is settled."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.clock_watch import (
    ClockMove,
    Moved,
    Reading,
    confirmed_by,
    is_enough,
    moved_since,
    moved_within,
)
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.store import act_search, activities
from outlet_app.store.act_search import ActQuery
from outlet_app.store.moment import from_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from outlet_app.domain.account import Role
    from outlet_app.store.connection import Reader

LOOKED_BACK = 10_000
"""Acts; 48 ms of 3 M acts in a file just opened, 5 ms later. Enough, because a date that is not confirmed is recorded
anew at each opening, each day, and whenever half as many acts have followed."""

_KINDS = (ActivityKind.CLOCK_MOVED.value, ActivityKind.DATE_CONFIRMED.value)
_MINUTE = timedelta(minutes=1)


class ClockCheck:
    """Compares clocks as long as the program runs, whoever is at the counter and whether or not the store is open.

    `counted` says how long the PC has been on, its sleep included; None where the system does not say: then the clock
    is only held against the record, at each opening.
    """

    def __init__(self, clock: Callable[[], datetime], counted: Callable[[], timedelta] | None = None) -> None:
        self._clock = clock
        self._counted = counted
        self._before = self._read()
        self._found: Moved | None = None
        self._confirmed_by: frozenset[bytes] | None = None
        self._saw_store = False
        self._reminds = False
        self._told_at = 0

    def begin(self, reader: Reader) -> None:
        """The store was opened: take up what the record says of the date, and hold the clock against its last act."""
        newest = activities.newest(reader)
        if newest is None:
            return
        above = max(0, newest.n - LOOKED_BACK)
        acts = act_search.matching(reader, ActQuery(kinds=_KINDS), above=above, before=newest.n + 1, limit=LOOKED_BACK)
        self._confirmed_by = confirmed_by(reversed(acts))
        if self._counted is None or not self._saw_store:
            self._found = moved_since(from_ms(newest.at_ms), self._clock())
        self._saw_store = self._reminds = True
        self._told_at = newest.n

    def is_settled(self, roles: Mapping[bytes, Role]) -> bool:
        """Whether the date can be relied on: the clock was not moved, or enough people confirmed it since."""
        return self._found is None and (self._confirmed_by is None or is_enough(self._confirmed_by, roles))

    def has_word_of(self, account_id: bytes) -> bool:
        """Whether this account confirmed the date since the clock was moved last."""
        return account_id in (self._confirmed_by or ())

    def due(self, roles: Mapping[bytes, Role], n: int) -> Entry | None:
        """The act that must be written after act `n`, None when there is nothing to tell; `written` says that it is."""
        self._look()
        self._reminds = self._reminds or n - self._told_at >= LOOKED_BACK // 2
        if self._found is None and self._reminds and not self.is_settled(roles):
            self._found = Moved(ClockMove.WAITS, timedelta())
        self._reminds = False
        found = self._found
        if found is None:
            return None
        far = {} if found.how is ClockMove.WAITS else {"by_min": -(-found.by // _MINUTE)}
        return Entry(Activity(ActivityKind.CLOCK_MOVED, None, {"move": found.how.value, **far}))

    def written(self, n: int) -> None:
        """The act that was due stands in the record as act `n`: the date is to be confirmed from now on."""
        self._told_at = n
        if self._found is not None and self._found.how is not ClockMove.WAITS:
            self._confirmed_by = frozenset()
        self._found = None

    def confirm(self, account_id: bytes) -> None:
        """The account's word stands in the record."""
        if self._confirmed_by is not None:
            self._confirmed_by |= {account_id}

    def _look(self) -> None:
        now = self._read()
        moved = moved_within(self._before, now)
        new_day = outlet_day(now.wall) != outlet_day(self._before.wall)
        self._found = moved or self._found
        self._reminds = self._reminds or new_day
        if moved is not None or new_day:
            # Each day anew, so that what a counting clock is off in weeks is never taken for a hand at the clock.
            self._before = now

    def _read(self) -> Reading:
        wall = self._clock()
        if self._counted is None:
            # Without another clock nothing is known of this one: it goes as it goes.
            return Reading(wall, wall - _START)
        return Reading(wall, self._counted())


_START = from_ms(0)
