"""The owner's daily look: flags that wait for a word of his, who did how much, and whether anybody looked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission, Role
from outlet_app.domain.act_detail import read_account, read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.behaviour import HOURS, Measure
from outlet_app.domain.flags import (
    GRAVE,
    KNOWN_AFTER,
    MEDIAN_DAYS,
    NEVER_MUTED,
    Flag,
    FlagKind,
    Judging,
    flags_of,
    usual,
)
from outlet_app.domain.outlet_day import day_span, outlet_day
from outlet_app.domain.reveal_note import note_fault
from outlet_app.domain.rules_in_force import rules_in_force
from outlet_app.errors import Fault, FaultKind, InvalidDraft
from outlet_app.services.behaviour import DAYS_BACK, ReadSoFar
from outlet_app.services.canary_list import canaries_seen, word_of
from outlet_app.services.counted_acts import RecordNow
from outlet_app.services.flag_view import FlagView, Ticked
from outlet_app.store import act_search, activities
from outlet_app.store.moment import from_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from outlet_app.domain.activity import Act, Detail
    from outlet_app.domain.behaviour import Conduct, PersonDay
    from outlet_app.domain.rules_in_force import RulesInForce
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session

    _Key = tuple[str, bytes, str, int, str]

OPEN_FOR = timedelta(days=DAYS_BACK - MEDIAN_DAYS)
"""So long a flag waits to be ticked off; the acts stay."""

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Mute:
    """A kind of flag that an owner does not want to see of one person, since `at` (UTC), by `by`."""

    kind: FlagKind
    account_id: bytes
    person: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person's day, each measure beside its median over the fourteen days before.

    `is_own`: the median is of the person's own days; of somebody who was here on few of them it is everybody's.
    """

    account_id: bytes
    person: str
    counts: Mapping[Measure, int]
    usual: Mapping[Measure, float]
    is_own: bool = True


@dataclass(frozen=True, slots=True)
class DayCount:
    """One day: its acts by hour of the outlet's clock (24 counts), and each measure."""

    day: date
    hours: tuple[int, ...]
    counts: Mapping[Measure, int]


@dataclass(frozen=True, slots=True)
class _Words:
    """What owners said of flags, as far as their accounts signed it."""

    ticks: Mapping[_Key, Ticked]
    mutes: Mapping[tuple[FlagKind, bytes], Mute]
    reviewed_n: int
    reviewed_at: datetime | None


class FlagDesk:
    """The use case of the owner who looks each day. Every method raises SessionLocked and NotPermitted.

    What people did is read from the record once in each run: some seconds in a large outlet. `look_on` reads a portion,
    so that a window can show how far it is; every other method reads what is left by itself.
    """

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def look_on(self) -> ReadSoFar:
        """Read one more portion of the record, some 30 ms."""
        self._session.require(Permission.REVIEW)
        return self._session.outlet.behaviour.read_on(self._record())

    def flags(self, day: date) -> tuple[FlagView, ...]:
        """Every flag of one day, ticked off and muted ones too; the gravest first.

        But for canaries: this is what papers tell, and a paper that names one is read by whoever finds it.
        """
        self._session.require(Permission.REVIEW)
        conduct, words = self._conduct(), self._words()
        return self._views(self._flags_of(conduct, day), words)

    def open_flags(self) -> tuple[FlagView, ...]:
        """Every flag of the last weeks that waits for a word: the grave ones, a week not looked at, then the rest.

        Each of them the newest day first, and within a day the gravest first.
        """
        self._session.require(Permission.REVIEW)
        conduct, words, today = self._conduct(), self._words(), self._today()
        seen = canaries_seen(self._session)
        days = {day for day in (*conduct.days, *(flag.day for flag in seen)) if day > today - OPEN_FOR}
        found: list[Flag] = []
        for day in sorted(days, reverse=True):
            found += self._ordered([*self._flags_of(conduct, day), *(flag for flag in seen if flag.day == day)])
        weeks = self._not_reviewed(words)
        views = self._views(sorted([*weeks, *found], key=lambda flag: flag.kind not in GRAVE), words)
        return tuple(view for view in views if view.is_open)

    def canary_flags(self) -> tuple[FlagView, ...]:
        """The open flags about canaries, the newest day first; quick, whatever else the record holds."""
        self._session.require(Permission.REVIEW)
        since = self._today() - OPEN_FOR
        seen = [flag for flag in canaries_seen(self._session) if flag.day > since]
        found = sorted(self._ordered(seen), key=attrgetter("day"), reverse=True)
        return tuple(view for view in self._views(found, self._words()) if view.is_open)

    def tick(self, flag: Flag, note: str) -> None:
        """Put the owner's word beside a flag; recorded. At most 40 characters that name nobody.

        A canary's flag is named so that nobody else can tell which it is. Raises InvalidDraft (`note`) for an empty one
        and by the rules of `reveal_note`.
        """
        self._session.require(Permission.REVIEW)
        fault = note_fault(note) if note.strip() else FaultKind.EMPTY
        if fault is not None:
            raise InvalidDraft((Fault("note", fault),))
        to: Detail = {} if flag.kind is FlagKind.CANARY else {"to": flag.last_n}
        self._write(ActivityKind.FLAG_TICKED, {**self._named(flag), **to, "note": note.strip()})

    def mute(self, kind: FlagKind, account_id: bytes) -> None:
        """Show no more flags of this kind of this person; recorded. Raises ValueError for a kind of `NEVER_MUTED`."""
        self._session.require(Permission.REVIEW)
        if kind in NEVER_MUTED:
            raise ValueError(kind)
        self._write(ActivityKind.FLAG_MUTED, {"flag": kind.value, "account": account_id.hex()})

    def unmute(self, kind: FlagKind, account_id: bytes) -> None:
        """Show them again; recorded."""
        self._session.require(Permission.REVIEW)
        self._write(ActivityKind.FLAG_MUTED, {"flag": kind.value, "account": account_id.hex(), "shown": "again"})

    def mutes(self) -> tuple[Mute, ...]:
        """What is muted now, in the order it was."""
        self._session.require(Permission.REVIEW)
        return tuple(self._words().mutes.values())

    def weeks_unreviewed(self) -> int:
        """For how many whole weeks no owner ended a review; some milliseconds."""
        self._session.require(Permission.REVIEW)
        return self._weeks(self._words())

    def note_reviewed(self) -> None:
        """Record that an owner has seen every flag that is there now. Their number leaves canaries out."""
        self._session.require(Permission.REVIEW)
        head = self._session.store.checkpoint().n
        told = [view for view in self.open_flags() if view.flag.kind is not FlagKind.CANARY]
        self._write(ActivityKind.REVIEWED, {"flags": len(told), "to": head})

    def people(self, day: date) -> tuple[PersonRow, ...]:
        """Everybody of whom the record holds that day, in the order of the staff."""
        self._session.require(Permission.REVIEW)
        conduct, now = self._conduct(), self._end_of(day)
        there, names = conduct.days.get(day, {}), self._names()
        order = [*(each for each in names if each in there), *(each for each in there if each not in names)]
        return tuple(
            PersonRow(
                each,
                names.get(each, ""),
                _counts([there[each]], now),
                self._usual(conduct, there[each], now),
                len(_own(_days_before(conduct, there[each]), each)) >= KNOWN_AFTER,
            )
            for each in order
        )

    def days(self, account_id: bytes | None, count: int) -> tuple[DayCount, ...]:
        """The last `count` days to today, the oldest first, of one person or of everybody; empty days are zeros."""
        self._session.require(Permission.REVIEW)
        conduct, today = self._conduct(), self._today()
        days = [today - timedelta(days=back) for back in range(count - 1, -1, -1)]
        return tuple(self._day_count(conduct, day, account_id) for day in days)

    def _day_count(self, conduct: Conduct, day: date, account_id: bytes | None) -> DayCount:
        people = [each for each in conduct.days.get(day, {}).values() if account_id in {None, each.account_id}]
        hours = tuple(sum(each.hours[hour] for each in people) for hour in range(HOURS))
        return DayCount(day, hours, _counts(people, self._end_of(day)))

    def _record(self) -> RecordNow:
        session = self._session
        return RecordNow(session.store, session.statements, session.outlet_id, session.clock())

    def _conduct(self) -> Conduct:
        return self._session.outlet.behaviour.read_all(self._record())

    def _today(self) -> date:
        return outlet_day(self._session.clock())

    def _end_of(self, day: date) -> datetime:
        """The moment a day is judged at: its end, or now."""
        return min(self._session.clock(), day_span(day)[1])

    def _usual(self, conduct: Conduct, person: PersonDay, now: datetime) -> dict[Measure, float]:
        days = _days_before(conduct, person)
        return usual(_own(days, person.account_id), days, now)

    def _flags_of(self, conduct: Conduct, day: date) -> Iterable[Flag]:
        """The flags of one day, the gravest first, whoever they are of."""
        now, rules = self._end_of(day), self._rules()
        found: list[Flag] = [flag for flag in self._odd() if flag.day == day]
        for person in conduct.days.get(day, {}).values():
            judging = Judging(rules, self._usual(conduct, person, now), now)
            found += flags_of(person, judging)
        return self._ordered(found)

    def _ordered(self, flags: Iterable[Flag]) -> list[Flag]:
        order = list(FlagKind)
        return sorted(flags, key=lambda flag: (order.index(flag.kind), flag.first_n))

    def _rules(self) -> RulesInForce:
        """The limits and hours as the owner's statements and their acts say them, of everything that was read."""
        book = self._session.statements
        return rules_in_force(book.every_limits(), book.every_hours(), self._session.outlet.behaviour.stated)

    def _odd(self) -> Iterable[Flag]:
        """Acts that do not follow, or that nobody signed, each a flag by itself."""
        for odd in self._session.outlet.behaviour.odd:
            act, at = odd.act, from_ms(odd.act.at_ms)
            facts: Detail = {"what": "broken" if odd.is_broken else "unsigned"}
            yield Flag(FlagKind.RECORD, act.account_id, outlet_day(at), act.n, act.n, at, at, 1, facts, (act.n,))

    def _not_reviewed(self, words: _Words) -> Iterable[Flag]:
        weeks = self._weeks(words)
        if weeks:
            now, since = self._session.clock(), words.reviewed_at or self._founded_at()
            head = self._session.store.checkpoint().n
            yield Flag(FlagKind.NOT_REVIEWED, b"", self._today(), words.reviewed_n + 1, head, since, now, weeks)

    def _weeks(self, words: _Words) -> int:
        return max(0, (self._session.clock() - (words.reviewed_at or self._founded_at())) // WEEK)

    def _founded_at(self) -> datetime:
        first = activities.after(self._session.store.reader, 0, 1)
        return from_ms(first[0].at_ms)

    def _views(self, flags: Iterable[Flag], words: _Words) -> tuple[FlagView, ...]:
        names = self._names()
        return tuple(
            FlagView(
                flag,
                names.get(flag.account_id, ""),
                self._ticked(flag, words),
                (flag.kind, flag.account_id) in words.mutes,
                flag.last_n > words.reviewed_n,
            )
            for flag in flags
        )

    def _ticked(self, flag: Flag, words: _Words) -> Ticked | None:
        """The owner's word about a flag; one about a canary is about these looks and no later one."""
        said = words.ticks.get(_key(self._named(flag)))
        return said if said is None or flag.kind is not FlagKind.CANARY else replace(said, last_n=flag.last_n)

    def _named(self, flag: Flag) -> dict[str, str | int]:
        """What a flag is known by, as an act names it; the number of a look would tell which waybill is a canary."""
        if flag.kind is FlagKind.CANARY:
            return {"flag": flag.kind.value, "word": word_of(self._session, flag)}
        return _identity(flag)

    def _names(self) -> dict[bytes, str]:
        """Everybody whom the record can name, in the order they came."""
        book = self._session.statements
        named = {each.account_id: each.name for each in self._keys.key_file().accounts}
        ids = (*named, *(account_id for account_id in book.signers() if account_id not in named))
        return {each: book.name(each) or named.get(each, "") for each in ids}

    def _write(self, kind: ActivityKind, detail: Detail) -> None:
        self._session.write(Entry(Activity(kind, None, detail)))

    def _words(self) -> _Words:
        """What owners said, from acts that their accounts signed; another's word is none."""
        record, names, book = self._record(), self._names(), self._session.statements
        ticks: dict[_Key, Ticked] = {}
        mutes: dict[tuple[FlagKind, bytes], Mute] = {}
        reviewed: Act | None = None
        for act in act_search.of_reviews(record.store.reader):
            if book.role(act.account_id) is not Role.OWNER or not record.is_signed(act):
                continue
            detail, by, at = read_detail(act), names.get(act.account_id, ""), from_ms(act.at_ms)
            if act.kind == ActivityKind.FLAG_TICKED:
                ticks[_key(detail)] = Ticked(by, at, str(detail.get("note", "")), _whole(detail.get("to")))
            elif act.kind == ActivityKind.FLAG_MUTED:
                _take_mute(mutes, detail, names, by, at)
            else:
                reviewed = act
        return _Words(ticks, mutes, reviewed.n if reviewed else 0, from_ms(reviewed.at_ms) if reviewed else None)


def _days_before(conduct: Conduct, person: PersonDay) -> list[PersonDay]:
    """Everybody's days of the two weeks before."""
    before = [person.day - timedelta(days=back) for back in range(1, MEDIAN_DAYS + 1)]
    return [each for day in before for each in conduct.days.get(day, {}).values()]


def _own(days: Iterable[PersonDay], account_id: bytes) -> list[PersonDay]:
    return [each for each in days if each.account_id == account_id]


def _identity(flag: Flag) -> dict[str, str | int]:
    """What a flag is known by, as an act names it."""
    return {"flag": flag.kind.value, "account": flag.account_id.hex(), "day": flag.day.isoformat(), "n": flag.first_n}


def _key(detail: Detail) -> _Key:
    account_id = read_account(detail.get("account")) or b""
    word = str(detail.get("word", ""))
    return str(detail.get("flag")), account_id, str(detail.get("day")), _whole(detail.get("n")), word


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _take_mute(
    mutes: dict[tuple[FlagKind, bytes], Mute], detail: Detail, names: Mapping[bytes, str], by: str, at: datetime
) -> None:
    account_id = read_account(detail.get("account"))
    kind = next((each for each in FlagKind if each.value == detail.get("flag")), None)
    if account_id is None or kind is None or kind in NEVER_MUTED:
        return
    mutes.pop((kind, account_id), None)
    if "shown" not in detail:
        mutes[kind, account_id] = Mute(kind, account_id, names.get(account_id, ""), by, at)


def _counts(people: Iterable[PersonDay], now: datetime) -> dict[Measure, int]:
    days = list(people)
    return {each: sum(day.count(each, now) for day in days) for each in Measure}
