"""Masked parts and tails emptied when their days are over: by the program itself, a portion at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import outlet_day
from outlet_app.domain.policies import masked_end
from outlet_app.services.terms_over import judged, kept_back
from outlet_app.store import erasing
from outlet_app.store.erased_ranges import Part, range_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from outlet_app.services.session import Session


class RetentionRound:
    """Works in the name of whoever is at the counter, once after each sign-in and once each outlet day.

    Killed between two portions, it goes on at the next sign-in: what is due is looked for, not remembered.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._after = erasing.FIRST
        self._done_on: date | None = None

    def waits(self) -> bool:
        """Whether `some` may find something now; never behind a lock, nor while the date is in doubt. Instant."""
        session = self._session
        if session.is_locked or session.is_over or self._done_on == outlet_day(session.clock()):
            return False
        return session.date_is_confirmed

    def some(self) -> bool:
        """Empty one portion, at most 32 waybills; False once nothing is due. Raises as `Session.write`."""
        session = self._session
        session.watch_clock()
        if not self.waits():
            return False
        now = session.clock()
        end = masked_end(session.statements.retention(), now)
        if self._empty_some(end):
            return True
        faults = kept_back(session.store.reader, end, now)
        if faults:
            session.write(*faults)
        self._after, self._done_on = erasing.FIRST, outlet_day(now)
        return False

    def _empty_some(self, end: datetime) -> bool:
        """One range of waybills, or the tails of some arrived parcels; False where none is due."""
        session, reader = self._session, self._session.store.reader
        due = erasing.next_due(reader, Part.MASKED, end, self._after)
        if due is not None:
            self._empty_range(range_of(due.place), end)
            self._after = due
            return True
        tails = erasing.count_tails(reader, end)
        if tails:
            session.write(erasing.tails_emptied(tails, end))
        return tails > 0

    def _empty_range(self, range_id: int, end: datetime) -> None:
        reader = self._session.store.reader
        found = judged(reader, Part.MASKED, range_id, end)
        emptied = [erasing.masked_emptied(reader, range_id, found.due, found.odd)] if found.due else []
        if emptied or found.faults:
            self._session.write(*emptied, *found.faults)
