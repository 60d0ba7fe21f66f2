"""What each person did on each day, as far as flags and the review's pictures ask: counted from acts in their order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_account, read_detail
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.clock_watch import ClockMove
from outlet_app.domain.find_key import KeyKind
from outlet_app.domain.outlet_day import outlet_day, outlet_time
from outlet_app.domain.spending import SpendKind, read_spent

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from outlet_app.domain.activity import Act, Detail

FOLLOWED_WITHIN = timedelta(minutes=60)
"""So soon a reveal is followed by what it was for. Source: design, activity, "Flags"."""

FRESH = timedelta(minutes=10)
"""A label printed again so soon after its waybill was made is a torn one.

Source: design, sealing, "The code on a label".
"""

HOURS = 24


class Measure(StrEnum):
    """What is counted of a person's day and held against other days."""

    LOOK_UPS = "look_ups"
    MISSES = "misses"
    REVEALS = "reveals"
    UNFOLLOWED = "unfollowed"
    PRINTS = "prints"
    REPRINTS = "reprints"
    REFUSALS = "refusals"
    ACCEPTED = "accepted"
    SIGN_INS = "sign_ins"
    HOURS = "hours"


class MarkKind(StrEnum):
    """What a mark is of; each is looked at by one flag or two."""

    LOOK_UP = "look_up"
    LIMITED_LOOK_UP = "limited_look_up"
    MISS = "miss"
    REVEAL = "reveal"
    REPRINT = "reprint"
    OVER_LIMIT = "over_limit"
    REFUSED = "refused"
    SIGN_IN = "sign_in"
    FAILED_SIGN_IN = "failed_sign_in"
    REMOTE = "remote"
    CLOCK = "clock"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Mark:
    """An act that a flag may be raised by. `what` is a word of its detail, `units` what it takes of a limit.

    `place` says as how-manieth its waybill or parcel came into the shop, as far as the record was read; None else.
    """

    n: int
    at: datetime
    record_id: bytes | None = None
    what: str = ""
    units: int = 1
    place: int | None = None


@dataclass(slots=True)
class PersonDay:
    """One person's outlet day. `hours` counts his acts by hour of the outlet's clock; `followed` are act numbers."""

    account_id: bytes
    day: date
    counts: Counter[Measure] = field(default_factory=Counter)
    hours: list[int] = field(default_factory=lambda: [0] * HOURS)
    marks: dict[MarkKind, list[Mark]] = field(default_factory=dict)
    followed: set[int] = field(default_factory=set)
    first_at: datetime | None = None
    last_at: datetime | None = None

    def of(self, kind: MarkKind) -> list[Mark]:
        """The marks of one kind, in the order of the record."""
        return self.marks.get(kind, [])

    def unfollowed(self, now: datetime) -> list[Mark]:
        """The reveals that nothing followed, as far as their hour is over at `now`."""
        return [
            mark for mark in self.of(MarkKind.REVEAL) if mark.n not in self.followed and now - mark.at > FOLLOWED_WITHIN
        ]

    def count(self, measure: Measure, now: datetime) -> int:
        """One measure of the day."""
        if measure is Measure.UNFOLLOWED:
            return len(self.unfollowed(now))
        if measure is Measure.HOURS:
            return sum(1 for acts in self.hours if acts)
        return self.counts[measure]


_FOLLOWS = frozenset(
    {
        Kind.CORRECTED,
        Kind.RELABELLED,
        Kind.LABEL_TAKEN,
        Kind.PRINTED,
        Kind.PRINTED_WITHOUT_CODE,
        Kind.LISTED,
        Kind.HANDED_OVER,
        Kind.COLLECTED,
        Kind.RETURNED,
        Kind.REFUSED,
        Kind.FORWARDED,
        Kind.CANCELLED,
    }
)
_LEAVES = frozenset({Kind.HANDED_OVER, Kind.COLLECTED, Kind.RETURNED, Kind.FORWARDED, Kind.LOST, Kind.CANCELLED})
_SIGN_INS = frozenset({Kind.SIGNED_IN, Kind.CHANGED_PERSON, Kind.UNLOCKED, Kind.INVITATION_ACCEPTED})


class Conduct:
    """Takes acts in their order and counts each to its person's day.

    `proves(act)`: whether the account that an act names signed it; an act that it did not counts nothing and follows
    nothing. It is asked of the acts that flags are raised by or taken back by, not of each parcel's.
    """

    def __init__(self, proves: Callable[[Act], bool]) -> None:
        self.days: dict[date, dict[bytes, PersonDay]] = {}
        self._proves = proves
        self._places: dict[bytes, int] = {}
        self._labels: dict[bytes, tuple[datetime, bool]] = {}
        self._waiting: dict[bytes, list[tuple[PersonDay, Mark]]] = {}
        self._day: date | None = None

    def take(self, act: Act, at: datetime) -> None:
        """Count one act; `at` (UTC) is the time it bears."""
        kind = act.kind
        if kind == Kind.SIGN_IN_REFUSED:
            self._take_failure(act, at)
            return
        if kind == Kind.HANDED_OVER:  # the work of one moment, however many parcels there are
            self._follow(act, at)
            self._labels.pop(act.record_id or b"", None)
            return
        person = self._person(act.account_id, self._day_of(act, at))
        self._note_time(person, at)
        if act.record_id is not None:
            self._take_parcel(act, at, person)
        if kind in _TOLD and self._proves(act):
            self._tell(act, at, person)

    def person(self, account_id: bytes, day: date) -> PersonDay | None:
        """One person's day; None where the record holds none of it."""
        return self.days.get(day, {}).get(account_id)

    def _tell(self, act: Act, at: datetime, person: PersonDay) -> None:
        if act.kind == Kind.SEARCHED:
            self._take_look_up(act, at, person)
        elif act.kind == Kind.REVEAL_REFUSED:
            self._take_refusal(act, at, person)
        elif act.kind in _NEWS:
            self._take_news(act, at, person)
        elif act.kind in _SIGN_INS:
            self._take_sign_in(act, at, person)
        else:
            self._take_reveal(act, at, person)

    def _day_of(self, act: Act, at: datetime) -> date:
        """The day an act is counted to. Order is its number: behind a clock that was put back, the day goes on.

        Until somebody confirms the date, so that a clock that once stood in the future swallows nothing for good.
        """
        day = outlet_day(at)
        ends = self._day is None or act.kind == Kind.DATE_CONFIRMED
        self._day = day if ends else max(day, self._day or day)
        return self._day

    def _person(self, account_id: bytes, day: date) -> PersonDay:
        people = self.days.setdefault(day, {})
        if account_id not in people:
            people[account_id] = PersonDay(account_id, day)
        return people[account_id]

    def _note_time(self, person: PersonDay, at: datetime) -> None:
        person.hours[outlet_time(at).hour] += 1
        person.first_at = person.first_at or at
        person.last_at = at

    def _take_parcel(self, act: Act, at: datetime, person: PersonDay) -> None:
        record_id, kind = act.record_id or b"", act.kind
        if kind in {Kind.ACCEPTED, Kind.ARRIVED}:
            self._places[record_id] = len(self._places)
        if kind in {Kind.ACCEPTED, Kind.CORRECTED}:
            self._labels[record_id] = at, False
        elif kind in {Kind.LABEL_TAKEN, Kind.PRINTED_WITHOUT_CODE}:
            self._take_label(act, at, person)
        if kind in _FOLLOWS:
            self._follow(act, at)
        if kind in _LEAVES:
            self._labels.pop(record_id, None)
        person.counts[Measure.ACCEPTED] += kind == Kind.ACCEPTED
        person.counts[Measure.PRINTS] += kind == Kind.PRINTED

    def _take_label(self, act: Act, at: datetime, person: PersonDay) -> None:
        record_id = act.record_id or b""
        if "shelf_code" in read_detail(act):  # a shelf label shows nothing that is worth a second one
            return
        made_at, has_label = self._labels.get(record_id, (None, True))
        if has_label and (made_at is None or at - made_at > FRESH) and self._proves(act):
            self._mark(person, MarkKind.REPRINT, act, at)
            person.counts[Measure.REPRINTS] += 1
        if made_at is not None:
            self._labels[record_id] = made_at, True

    def _follow(self, act: Act, at: datetime) -> None:
        waiting = self._waiting.get(act.record_id or b"")
        if not waiting or not self._proves(act):
            return
        del self._waiting[act.record_id or b""]
        for person, mark in waiting:
            if timedelta() <= at - mark.at <= FOLLOWED_WITHIN:
                person.followed.add(mark.n)

    def _take_failure(self, act: Act, at: datetime) -> None:
        """A refused sign-in is recorded by whoever comes next; it concerns the account it names, at its own time."""
        detail = read_detail(act)
        account_id = read_account(detail.get("account"))
        if account_id is None or not self._proves(act):
            return
        person = self._person(account_id, outlet_day(at))
        self._mark(person, MarkKind.FAILED_SIGN_IN, act, at)
        person.counts[Measure.REFUSALS] += 1

    def _mark(self, person: PersonDay, kind: MarkKind, act: Act, at: datetime, what: str = "", units: int = 1) -> Mark:
        place = self._places.get(act.record_id or b"")
        mark = Mark(act.n, at, act.record_id, what, units, place)
        person.marks.setdefault(kind, []).append(mark)
        return mark

    def _take_look_up(self, act: Act, at: datetime, person: PersonDay) -> None:
        detail = read_detail(act)
        key = str(detail.get("key", ""))
        if "refused" in detail:
            self._mark(person, MarkKind.OVER_LIMIT, act, at, key)
            person.counts[Measure.REFUSALS] += 1
            return
        person.counts[Measure.LOOK_UPS] += 1
        self._mark(person, MarkKind.LOOK_UP, act, at, key)
        if read_spent(act, at) is not None:
            self._mark(person, MarkKind.LIMITED_LOOK_UP, act, at, key)
        if detail.get("hits") == 0 and key in _KEYS:
            self._mark(person, MarkKind.MISS, act, at, key)
            person.counts[Measure.MISSES] += 1

    def _take_reveal(self, act: Act, at: datetime, person: PersonDay) -> None:
        spent = read_spent(act, at)
        if spent is None:  # one's own slip, opened within ten minutes, shows nothing that was not typed just now
            return
        by = "owner" if spent.kind is SpendKind.REVEAL_BY_OWNER else "scan"
        mark = self._mark(person, MarkKind.REVEAL, act, at, by, spent.units)
        person.counts[Measure.REVEALS] += 1
        if act.record_id is not None:
            self._waiting.setdefault(act.record_id, []).append((person, mark))

    def _take_refusal(self, act: Act, at: datetime, person: PersonDay) -> None:
        why = str(read_detail(act).get("why", ""))
        kind = MarkKind.OVER_LIMIT if why == "limit" else MarkKind.REFUSED
        self._mark(person, kind, act, at, why)
        person.counts[Measure.REFUSALS] += 1

    def _take_sign_in(self, act: Act, at: datetime, person: PersonDay) -> None:
        self._mark(person, MarkKind.SIGN_IN, act, at)
        person.counts[Measure.SIGN_INS] += 1

    def _take_news(self, act: Act, at: datetime, person: PersonDay) -> None:
        """What is worth a flag by itself."""
        kind, detail = _NEWS[Kind(act.kind)], read_detail(act)
        if detail.get("move") != ClockMove.WAITS:
            self._mark(person, kind, act, at, _word(detail))


_KEYS = frozenset(kind.value for kind in KeyKind)
"""What somebody types to find a parcel; a page of parcels that wait may well be empty."""


def _word(detail: Detail) -> str:
    return str(detail.get("way") or detail.get("move") or detail.get("what") or "")


_NEWS = {
    Kind.REMOTE_SESSION_SEEN: MarkKind.REMOTE,
    Kind.CLOCK_MOVED: MarkKind.CLOCK,
    Kind.INTEGRITY_FAULT: MarkKind.FAULT,
    Kind.SUSPENDED: MarkKind.OVER_LIMIT,
}
_TOLD = frozenset({Kind.SEARCHED, Kind.REVEALED, Kind.OPENED_FOR_CORRECTION, Kind.REVEAL_REFUSED, *_SIGN_INS, *_NEWS})
