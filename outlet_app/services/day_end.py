"""The end of the day: what came and went, the money to the fen, the lists, and the numbers, counted from acts."""

from __future__ import annotations

from dataclasses import asdict
from operator import attrgetter
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.cash import NO_CASH, cash_by_person
from outlet_app.domain.day_account import Count, DayAccount, Shift, Traffic
from outlet_app.domain.day_reading import (
    OF_OUTLET,
    OF_SHIFT,
    carrier_days,
    closed_lists,
    count_traffic,
    last_counts,
    last_ends,
)
from outlet_app.domain.outlet_day import day_span, outlet_day
from outlet_app.errors import DayOver, HistoryBroken
from outlet_app.services.day_numbers import day_numbers, last_days
from outlet_app.store import act_search, activities, day_rows
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from outlet_app.domain.activity import Act, Detail
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session

MOST_DAYS = 31
"""Days that can be looked at again: what a month's account with a carrier needs."""


class DayEnd:
    """The use case of whoever ends his shift, and of the owner who ends the day: he sees everybody's."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def days(self) -> tuple[date, ...]:
        """Today, and the outlet days before it that hold acts, newest first, at most 31. Raises NotPermitted."""
        self._session.require(Permission.END_DAY)
        return last_days(self._session.store.reader, self._session.clock(), MOST_DAYS)

    def account(self, day: date) -> DayAccount:
        """The day as its acts tell it, recomputed: for a clerk his own shift, for the owner everybody's.

        Raises NotPermitted.
        """
        self._session.require(Permission.END_DAY)
        reader = self._session.store.reader
        acts = act_search.within(reader, *day_span(day))
        seen = acts if self._of_everybody else [act for act in acts if act.account_id == self._own_id]
        rows = day_rows.rows_of(reader, tuple({act.record_id for act in acts if act.record_id is not None}))
        shifts = self._shifts(seen)
        return DayAccount(
            day=day,
            shifts=shifts,
            total=_total(shifts, seen) if self._of_everybody else shifts[0],
            carriers=carrier_days(seen, {each: row.carrier for each, row in rows.items()}),
            lists=closed_lists(acts),
            numbers=day_numbers(reader, acts, rows),
            whole=self._follows(acts),
            of_everybody=self._of_everybody,
            day_is_over=day < self._today(),
        )

    def count_cash(self, day: date, fen: int) -> Count:
        """Record what was counted in the drawer, beside what should be in it: a clerk's own shift, or all of it.

        `day` is the one whose sum was looked at while counting. Raises NotPermitted, DayOver where 04:00 went by
        meanwhile, and ValueError for less than nothing.
        """
        self._session.require(Permission.END_DAY)
        if fen < 0:
            raise ValueError("a drawer holds no less than nothing")
        self._require_today(day)
        expected = self.account(day).total.cash.drawer_fen
        detail: Detail = {"counted_fen": fen, "expected_fen": expected, "of": self._of}
        self._session.write(Entry(Activity(ActivityKind.CASH_COUNTED, None, detail)))
        return Count(fen, expected, self._session.clock())

    def end_day(self, day: date) -> DayAccount:
        """End today, a clerk his shift and the owner the day: the act holds the totals. It may be done again.

        `day` is the one that was looked at. Raises NotPermitted, and DayOver where 04:00 went by meanwhile.
        """
        self._session.require(Permission.END_DAY)
        self._require_today(day)
        ended = self.account(day)
        sums = {**asdict(ended.total.traffic), **asdict(ended.total.cash)}
        detail: Detail = {"day": ended.day.isoformat(), "of": self._of, **sums}
        self._session.write(Entry(Activity(ActivityKind.DAY_ENDED, None, detail)))
        return self.account(ended.day)

    @property
    def _of_everybody(self) -> bool:
        return self._session.account.may(Permission.REVIEW)

    @property
    def _of(self) -> str:
        return OF_OUTLET if self._of_everybody else OF_SHIFT

    @property
    def _own_id(self) -> bytes:
        return self._session.account.account_id

    def _require_today(self, day: date) -> None:
        if day != self._today():
            raise DayOver(day)

    def _today(self) -> date:
        return outlet_day(self._session.clock())

    def _follows(self, acts: list[Act]) -> bool:
        try:
            activities.following(self._session.store.reader, acts)
        except HistoryBroken:
            return False
        return True

    def _shifts(self, acts: Sequence[Act]) -> tuple[Shift, ...]:
        """A row for each person who moved something, in the order of the staff; the signed-in one always."""
        traffic, cash = count_traffic(acts, attrgetter("account_id")), cash_by_person(acts)
        counts, ends = last_counts(acts, OF_SHIFT), last_ends(acts, OF_SHIFT)
        names = self._names()
        busy = {*traffic, *cash, *counts, *ends, self._own_id}
        order = [*(each for each in names if each in busy), *sorted(busy - names.keys())]
        return tuple(
            Shift(
                each,
                names.get(each, ""),
                traffic.get(each, Traffic()),
                cash.get(each, NO_CASH),
                counts.get(each),
                ends.get(each),
            )
            for each in order
        )

    def _names(self) -> Mapping[bytes, str]:
        book = self._session.statements
        named = {each.account_id: each.name for each in self._keys.key_file().accounts}
        return {each: book.name(each) or named.get(each, "") for each in (*named, *book.signers())}


def _total(shifts: Sequence[Shift], acts: Sequence[Act]) -> Shift:
    """Everything together, with what the owner counted and ended; of one clerk alone it is his own shift."""
    traffic = sum((shift.traffic for shift in shifts), Traffic())
    cash = sum((shift.cash for shift in shifts), NO_CASH)
    counts, ends = last_counts(acts, OF_OUTLET), last_ends(acts, OF_OUTLET)
    count = max(counts.values(), key=attrgetter("at"), default=None)
    end = max(ends.values(), default=None)
    return Shift(b"", "", traffic, cash, count, end)
