"""The outlet's date: confirmed by people where the PC's clock was moved, because limits and terms go by it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.services.session import Session


class DateState(StrEnum):
    """Whether the date can be relied on, and who is asked next.

    OPEN: this person can confirm it. HALF: he did, and the owner or one more person has to.
    """

    CONFIRMED = "confirmed"
    OPEN = "open"
    HALF = "half"


@dataclass(frozen=True, slots=True)
class OutletDate:
    """The PC's clock at one moment, UTC, and what is known of its date."""

    state: DateState
    at: datetime


class DateDesk:
    """The use case of the outlet's date. Accepting, printing and hand-over never wait for it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def look(self) -> OutletDate:
        """Compare the clocks, record a move that was found, and say how the date stands. Behind a lock only say it."""
        self._session.watch_clock()
        return self._date()

    def confirm(self, seen: datetime) -> OutletDate:
        """This person says that the date which he saw at `seen` (UTC) is right; recorded.

        Where the clock shows another date by now nothing is confirmed. Raises SessionLocked.
        """
        session = self._session
        session.require(Permission.OWN_ACCOUNT)
        session.watch_clock()
        now = session.clock()
        if not session.date_is_confirmed and outlet_time(seen).date() == outlet_time(now).date():
            day = outlet_time(now).date().isoformat()
            session.write(Entry(Activity(ActivityKind.DATE_CONFIRMED, None, {"day": day})))
            session.outlet.clock_check.confirm(session.account.account_id)
        return self._date()

    def _date(self) -> OutletDate:
        session = self._session
        if session.date_is_confirmed:
            state = DateState.CONFIRMED
        elif session.outlet.clock_check.has_word_of(session.account.account_id):
            state = DateState.HALF
        else:
            state = DateState.OPEN
        return OutletDate(state, session.clock())
