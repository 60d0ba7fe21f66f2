"""The owner's review: who did what, by person and day, and whether the record still stands as it was signed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.act_groups import KINDS
from outlet_app.domain.activity import Activity, ActivityKind, Detail
from outlet_app.domain.day_totals import count_totals, first_takings, has_label
from outlet_app.domain.gap import Misfit, Sight
from outlet_app.domain.outlet_day import day_span, hour_span, outlet_day
from outlet_app.domain.waybill_number import read_number
from outlet_app.errors import HistoryBroken
from outlet_app.sealing import suite
from outlet_app.services.reviewed_acts import ActReading, ReviewedAct, names_of, reading
from outlet_app.store import act_search, activities, parcel_search, waybills
from outlet_app.store.act_search import ActQuery
from outlet_app.store.moment import from_ms
from outlet_app.store.store import Entry, Signers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from outlet_app.domain.account import Role
    from outlet_app.domain.act_groups import ActGroup
    from outlet_app.domain.activity import Act
    from outlet_app.domain.day_totals import PersonTotals
    from outlet_app.domain.history import Checkpoint
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session

PAGE_ACTS = 100
"""Acts on one page of the table."""

LOOKED_THROUGH = 20_000
"""Acts looked at in one call when few of them are wanted: some 6 ms of 1 M acts; nobody at the counter waits."""

VERIFIED_AT_ONCE = 500
"""Acts whose hashes and signatures are checked in one call: some 50 ms, for the same reason."""

_LIFE = 200
"""Acts of one waybill that are read; a life has some ten."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody whom the record can name. `role` is None once he has left."""

    account_id: bytes
    name: str
    role: Role | None


@dataclass(frozen=True, slots=True)
class ActFilter:
    """Which acts are shown; None and an empty number show all.

    `number` is a whole one as typed, of a waybill or an arrived parcel. With `numbers` these acts alone are shown,
    whatever else is asked for. `hour` is one of the day's by the outlet's clock, and says nothing without a day.
    """

    account_id: bytes | None = None
    day: date | None = None
    group: ActGroup | None = None
    number: str = ""
    numbers: tuple[int, ...] = ()
    hour: int | None = None

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """From when until when, UTC; None for all of the record."""
        if self.day is None:
            return None
        return day_span(self.day) if self.hour is None else hour_span(self.day, self.hour)


@dataclass(frozen=True, slots=True)
class ActPage:
    """Acts, newest first. `older` is where to go on, None where the record has no more.

    A page with fewer acts than were asked for and an `older` was cut so that nobody waits: ask on from there. The acts
    back to `reached` (UTC; None where there is none) were looked through.
    """

    acts: tuple[ReviewedAct, ...]
    older: int | None
    reached: datetime | None


@dataclass(frozen=True, slots=True)
class DayTotals:
    """One outlet day, a row for each person in the order of the staff.

    `whole` is False when an act of that day does not follow from the one before it.
    """

    day: date
    rows: tuple[tuple[Actor, PersonTotals], ...]
    whole: bool


class VerifyState(StrEnum):
    """How far a verification is."""

    RUNNING = "running"
    WHOLE = "whole"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Verification:
    """A check of the record from its first act to the one that was the last when it began, `goal`.

    When broken, `broken_at` is the number of the first act that does not fit and `broken_time` the time (UTC) that it,
    or the last act before it, bears.
    """

    reached: Checkpoint
    goal: int
    state: VerifyState = VerifyState.RUNNING
    broken_at: int | None = None
    broken_time: datetime | None = None


class Review:
    """The use case of the owner who looks at what was done. Every method raises NotPermitted for a clerk."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def everybody(self) -> tuple[Actor, ...]:
        """Everybody whose acts the record can hold, in the order they came; who has left is among them."""
        self._session.require(Permission.REVIEW)
        return self._people()

    def days(self, count: int) -> tuple[date, ...]:
        """The last `count` outlet days that hold acts, newest first."""
        self._session.require(Permission.REVIEW)
        reader = self._session.store.reader
        days: list[date] = []
        at = act_search.latest(reader)
        while at is not None and len(days) < count:
            days.append(outlet_day(at))
            at = act_search.latest(reader, day_span(days[-1])[0])
        return tuple(days)

    def totals(self, day: date) -> DayTotals:
        """What each person did on one outlet day, counted from acts that are recomputed."""
        self._session.require(Permission.REVIEW)
        reader = self._session.store.reader
        acts = act_search.within(reader, *day_span(day))
        counted = count_totals(acts, self._labelled_before(acts))
        try:
            activities.following(reader, acts)
        except HistoryBroken:
            whole = False
        else:
            whole = True
        named = {person.account_id: person for person in self._people()}
        order = [*named, *(account_id for account_id in counted if account_id not in named)]
        rows = tuple((named.get(each, Actor(each, "", None)), counted[each]) for each in order if each in counted)
        return DayTotals(day, rows, whole)

    def acts(self, wanted: ActFilter, before: int | None = None, limit: int = PAGE_ACTS) -> ActPage:
        """A page of acts, the newest, or those older than act number `before`.

        Each is checked against the signature of the account that it names.
        """
        self._session.require(Permission.REVIEW)
        if wanted.numbers:
            return self._just(wanted.numbers)
        newest = self._session.store.checkpoint().n
        before = newest + 1 if before is None else min(before, newest + 1)
        query = self._query(wanted)
        sparse = query.span is None and query.record_ids is None and (query.account_id or query.kinds)
        above = max(0, before - 1 - LOOKED_THROUGH) if sparse else 0
        found = act_search.matching(self._session.store.reader, query, above=above, before=before, limit=limit + 1)
        shown = found[:limit]
        older = shown[-1].n if len(found) > limit else (above + 1 if above else None)
        reached = act_search.at_or_before(self._session.store.reader, older) if older else None
        return ActPage(self._reading().read(shown), older, None if reached is None else from_ms(reached.at_ms))

    def _just(self, numbers: tuple[int, ...]) -> ActPage:
        """These acts on one page, the newest first; one that is not there any more is left out."""
        reader = self._session.store.reader
        there = [act_search.at_or_before(reader, n) for n in sorted(set(numbers), reverse=True)[:PAGE_ACTS]]
        return ActPage(self._reading().read([act for act in there if act is not None and act.n in numbers]), None, None)

    def begin_verify(self) -> Verification:
        """A verification that has checked nothing yet."""
        self._session.require(Permission.REVIEW)
        store = self._session.store
        return Verification(store.genesis, store.checkpoint().n)

    def verify_portion(self, so_far: Verification) -> Verification:
        """Check hashes and signatures of one more portion; the result is recorded when it is known.

        A break is the whole program's news from then on: the session's record state is BROKEN.
        """
        self._session.require(Permission.REVIEW)
        if so_far.state is not VerifyState.RUNNING:
            return so_far
        try:
            reached = self._session.store.verify(so_far.reached, VERIFIED_AT_ONCE, self._signers())
        except HistoryBroken as broken:
            return self._record(replace(so_far, state=VerifyState.BROKEN, broken_at=broken.at))
        gone_on = replace(so_far, reached=reached)
        if reached.n < so_far.goal:
            return gone_on
        return self._record(replace(gone_on, state=VerifyState.WHOLE))

    def _record(self, ended: Verification) -> Verification:
        detail: Detail = {"result": ended.state.value, "acts": ended.reached.n}
        broken_at = ended.broken_at
        if broken_at is not None:
            head = self._session.store.checkpoint()
            self._session.outlet.check.found(Misfit(Sight.CHAIN, head.branch, broken_at, head.n))
            place = act_search.at_or_before(self._session.store.reader, broken_at)
            ended = replace(ended, broken_time=None if place is None else from_ms(place.at_ms))
            detail = {**detail, "at": broken_at}
        self._session.write(Entry(Activity(ActivityKind.RECORD_VERIFIED, None, detail)))
        return ended

    def _signers(self) -> Signers:
        return Signers(self._session.statements.signers(), suite.verify)

    def _query(self, wanted: ActFilter) -> ActQuery:
        reader = self._session.store.reader
        number = read_number(wanted.number)
        found = [kept.masked.record_id for kept in waybills.by_number(reader, number)] if number else []
        found += [parcel.record_id for parcel in parcel_search.by_number(reader, number).parcels] if number else []
        return ActQuery(
            wanted.account_id,
            wanted.span,
            () if wanted.group is None else tuple(sorted(KINDS[wanted.group])),
            tuple(found) if number else None,
        )

    def _people(self) -> tuple[Actor, ...]:
        book = self._session.statements
        named = names_of(self._session, self._keys)
        return tuple(Actor(account_id, name, book.role(account_id)) for account_id, name in named.items())

    def _labelled_before(self, acts: Sequence[Act]) -> frozenset[bytes]:
        """Of the waybills whose label was taken in `acts`, those that had one already."""
        reader = self._session.store.reader
        asked = first_takings(acts)
        lives = {
            each: act_search.matching(reader, _of(each), above=0, before=n, limit=_LIFE) for each, n in asked.items()
        }
        return frozenset(each for each, life in lives.items() if has_label(reversed(life)))

    def _reading(self) -> ActReading:
        return reading(self._session, names_of(self._session, self._keys))


def _of(record_id: bytes) -> ActQuery:
    return ActQuery(record_ids=(record_id,))
