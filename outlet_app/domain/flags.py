"""Flags: what of a person's day an owner should look at, and the acts behind it.

Each threshold stands beside its flag. They were chosen with the first of the two made-up months in `tests/behaviour`,
and the second was looked at once, afterwards.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from outlet_app.domain.behaviour import HOURS, MarkKind, Measure
from outlet_app.domain.limits import LimitName
from outlet_app.domain.spending import SAME_LOOK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from outlet_app.domain.activity import Detail
    from outlet_app.domain.behaviour import Mark, PersonDay
    from outlet_app.domain.rules_in_force import RulesInForce

MEDIAN_DAYS = 14
"""Days before the judged one that its median is taken from. Source: design, activity."""

KNOWN_AFTER = 5
"""Days of somebody's own from which his own median says something; before that the outlet's does."""

MOST_ROWS = 50
"""Acts of one flag that are named."""


class FlagKind(StrEnum):
    """Every kind of flag, the gravest first. The values stand in acts: never rename one."""

    RECORD = "record"
    CANARY = "canary"
    CLOCK = "clock"
    REMOTE = "remote"
    AT_LIMIT = "at_limit"
    OUT_OF_HOURS = "out_of_hours"
    BURST = "burst"
    UNFOLLOWED = "unfollowed"
    SEQUENCE = "sequence"
    MISSES = "misses"
    MANY_LOOK_UPS = "many_look_ups"
    REPRINTS = "reprints"
    HALF_LIMIT = "half_limit"
    LONG_DAY = "long_day"
    REFUSED = "refused"
    SIGN_IN_FAILURES = "sign_in_failures"
    NOT_REVIEWED = "not_reviewed"


NEVER_MUTED = frozenset({FlagKind.RECORD, FlagKind.CANARY, FlagKind.CLOCK, FlagKind.REMOTE, FlagKind.NOT_REVIEWED})
"""What is nobody's habit."""

GRAVE = frozenset({FlagKind.RECORD, FlagKind.CANARY, FlagKind.CLOCK, FlagKind.REMOTE})
"""What is looked at before anything else, whatever day it is of."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing to look at. It is known by kind, account, day and first act: more of the same later is the same flag.

    `began_at` and `ended_at` are UTC. `count` is what the sentence counts. `facts` are words and numbers for it. `rows`
    are the numbers of the acts behind it, at most `MOST_ROWS`. `account_id` is empty for what is nobody's.
    """

    kind: FlagKind
    account_id: bytes
    day: date
    first_n: int
    last_n: int
    began_at: datetime
    ended_at: datetime
    count: int
    facts: Detail = field(default_factory=dict)
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Judging:
    """What a day is judged by: the limits and hours in force at each act, what is usual, and the moment (UTC)."""

    rules: RulesInForce
    usual: Mapping[Measure, float]
    now: datetime


def usual(own: Sequence[PersonDay], everybodys: Sequence[PersonDay], now: datetime) -> dict[Measure, float]:
    """The median of each measure over a person's own days, or over everybody's while he has too few."""
    taken = own if len(own) >= KNOWN_AFTER else everybodys
    return {each: float(median(day.count(each, now) for day in taken)) if taken else 0.0 for each in Measure}


def flags_of(person: PersonDay, judging: Judging) -> Iterator[Flag]:
    """Everything of one person's day that should be looked at, the gravest first."""
    for kind in FlagKind:
        judge = _JUDGES.get(kind)
        found = None if judge is None else judge(person, judging)
        if found is not None:
            yield _flag(kind, person, *found)


if TYPE_CHECKING:
    _Found = tuple[list[Mark], Detail]
    _Judge = Callable[[PersonDay, Judging], _Found | None]


def _flag(kind: FlagKind, person: PersonDay, marks: list[Mark], facts: Detail) -> Flag:
    marks = sorted(marks, key=lambda mark: mark.n)
    return Flag(
        kind=kind,
        account_id=person.account_id,
        day=person.day,
        first_n=marks[0].n,
        last_n=marks[-1].n,
        began_at=marks[0].at,
        ended_at=marks[-1].at,
        count=len(marks),
        facts=facts,
        rows=tuple(mark.n for mark in marks[:MOST_ROWS]),
    )


def _any(kind: MarkKind, least: int = 1) -> _Judge:
    """Every mark of that kind is worth a look, from the `least`-th of a day on."""

    def judge(person: PersonDay, _: Judging) -> _Found | None:
        marks = person.of(kind)
        return (marks, {"what": marks[-1].what}) if len(marks) >= least else None

    return judge


BURST_WITHIN = timedelta(minutes=15)
BURST_REVEALS = 6
"""A merchant's batch of unclear addresses is called through one after the other, but nobody calls that fast."""


def _burst(person: PersonDay, judging: Judging) -> _Found | None:
    marks = crowded(_reveals(person), BURST_WITHIN, lambda _: BURST_REVEALS)
    if not marks:
        return None
    waits = judging.now - marks[-1].at <= timedelta(hours=1)
    followed = sum(mark.n in person.followed for mark in marks)
    return marks, {"followed": followed, "judged": int(not waits)}


UNFOLLOWED_FLOOR, UNFOLLOWED_TIMES = 4, 3.0
UNFOLLOWED_MOST = 10
"""However many are usual: a habit that grows slowly enough would be its own measure, up to the limit itself.

Came after both months were looked at, and changes nothing in either.
"""


def _unfollowed(person: PersonDay, judging: Judging) -> _Found | None:
    marks = person.unfollowed(judging.now)
    least = min(UNFOLLOWED_MOST, _least(UNFOLLOWED_FLOOR, judging.usual[Measure.UNFOLLOWED], UNFOLLOWED_TIMES))
    of, waybills = len(person.of(MarkKind.REVEAL)), len({mark.record_id for mark in marks})
    facts: Detail = {"of": of, "waybills": waybills, **_usual(judging, Measure.UNFOLLOWED)}
    return (marks, facts) if len(marks) >= least else None


SEQUENCE_LENGTH = 8
SEQUENCE_STEP = 3
"""So many places further at most, that a number left out here and there hides nothing."""


def _sequence(person: PersonDay, _: Judging) -> _Found | None:
    looked = [mark for kind in (MarkKind.LOOK_UP, MarkKind.REVEAL) for mark in person.of(kind)]
    runs = in_sequence(sorted(looked, key=lambda mark: mark.n))
    marks = [mark for run in runs if len({mark.place for mark in run}) >= SEQUENCE_LENGTH for mark in run]
    return (marks, {"parcels": len({mark.place for mark in marks})}) if marks else None


MISSES_WITHIN = timedelta(hours=1)
MISSES_FLOOR = 10
"""In an hour, and at least as many as usually in a whole day."""

MISSES_SHARE = 1 / 3
"""Of the look-ups meanwhile: who gives parcels out mistypes a key in ten, who guesses mostly finds nothing."""


def _misses(person: PersonDay, judging: Judging) -> _Found | None:
    least = _least(MISSES_FLOOR, judging.usual[Measure.MISSES], 1.0)
    marks = crowded(person.of(MarkKind.MISS), MISSES_WITHIN, lambda _: least)
    if not marks:
        return None
    of = sum(marks[0].n <= each.n <= marks[-1].n for each in person.of(MarkKind.LOOK_UP))
    return (marks, {"of": of, **_usual(judging, Measure.MISSES)}) if len(marks) >= MISSES_SHARE * of else None


LOOK_UPS_WITHIN = timedelta(minutes=30)
LOOK_UPS_FLOOR, LOOK_UPS_TIMES = 40, 0.75
"""In half an hour, and three quarters of what a whole day usually has."""


def _many_look_ups(person: PersonDay, judging: Judging) -> _Found | None:
    least = _least(LOOK_UPS_FLOOR, judging.usual[Measure.LOOK_UPS], LOOK_UPS_TIMES)
    marks = crowded(person.of(MarkKind.LOOK_UP), LOOK_UPS_WITHIN, lambda _: least)
    return (marks, _usual(judging, Measure.LOOK_UPS)) if marks else None


HOURS_GRACE = timedelta(minutes=60)
"""Before opening and after closing somebody clears up."""


def _out_of_hours(person: PersonDay, judging: Judging) -> _Found | None:
    kinds = (MarkKind.SIGN_IN, MarkKind.LOOK_UP, MarkKind.REVEAL, MarkKind.REPRINT, MarkKind.REFUSED)
    marks = [mark for kind in kinds for mark in person.of(kind) if _is_out(mark, judging.rules)]
    reveals = {each.n for each in person.of(MarkKind.REVEAL)}
    revealed = sum(mark.n in reveals for mark in marks)
    return (marks, {"revealed": revealed}) if marks else None


def _is_out(mark: Mark, rules: RulesInForce) -> bool:
    return not rules.hours(mark.n).is_open(mark.at, HOURS_GRACE)


REPRINTS_FLOOR, REPRINTS_TIMES = 6, 3.0


def _reprints(person: PersonDay, judging: Judging) -> _Found | None:
    marks = person.of(MarkKind.REPRINT)
    least = _least(REPRINTS_FLOOR, judging.usual[Measure.REPRINTS], REPRINTS_TIMES)
    return (marks, _usual(judging, Measure.REPRINTS)) if len(marks) >= least else None


LONG_HOURS_FLOOR, LONG_HOURS_MORE = 11, 3


def _long_day(person: PersonDay, judging: Judging) -> _Found | None:
    """The record knows one PC and no faces: a login that two people share is at work in more hours than one is."""
    hours = person.count(Measure.HOURS, judging.now)
    marks = person.of(MarkKind.SIGN_IN)
    least = max(LONG_HOURS_FLOOR, math.ceil(judging.usual[Measure.HOURS] + LONG_HOURS_MORE))
    return (marks, {"hours": hours, **_usual(judging, Measure.HOURS)}) if marks and hours >= least else None


HALF_UNFOLLOWED = 1 / 3
"""Of the reveals of an hour over half its limit; one that is put right by the dozen is a merchant's bad list."""


def _half_limit(person: PersonDay, judging: Judging) -> _Found | None:
    """More than half of one of the limits, the first that is."""
    reveals, hour, day = _reveals(person), timedelta(hours=1), timedelta(hours=HOURS)
    by_scan = [mark for mark in reveals if mark.what == "scan"]
    by_owner = [mark for mark in reveals if mark.what == "owner"]
    for name, marks, within in (
        (LimitName.SCAN_REVEALS_HOUR, by_scan, hour),
        (LimitName.SCAN_REVEALS_DAY, by_scan, day),
        (LimitName.OWNER_REVEALS_DAY, by_owner, day),
        (LimitName.LOOK_UPS_HOUR, person.of(MarkKind.LIMITED_LOOK_UP), hour),
    ):
        found = crowded(marks, within, partial(_over_half, name, judging.rules))
        if found and not (name is LimitName.SCAN_REVEALS_HOUR and _are_followed(found, person, judging)):
            limit = judging.rules.limits(found[-1].n).of(name)
            return found, {"limit": name.value, "of": limit, "units": sum(mark.units for mark in found)}
    return None


def _over_half(name: LimitName, rules: RulesInForce, mark: Mark) -> int:
    """So many units are more than half of the limit that the act was done under."""
    return rules.limits(mark.n).of(name) // 2 + 1


def _are_followed(marks: Sequence[Mark], person: PersonDay, judging: Judging) -> bool:
    """Whether something followed most of them, as far as that can be told by now."""
    alone = {mark.n for mark in person.unfollowed(judging.now)}
    return sum(mark.n in alone for mark in marks) < HALF_UNFOLLOWED * len(marks)


FAILURES = 5
"""One more than cost a wait at all; three in a row are a slip of the hand."""

REFUSED = 3


def crowded(marks: Sequence[Mark], within: timedelta, least: Callable[[Mark], int]) -> list[Mark]:
    """The marks of every span of that length that holds the units that its last mark asks for, in their order."""
    found: list[Mark] = []
    first, taken, units = 0, 0, 0
    for at, mark in enumerate(marks):
        units += mark.units
        while mark.at - marks[first].at > within:
            units -= marks[first].units
            first += 1
        if units >= least(mark):
            found += marks[max(first, taken) : at + 1]
            taken = at + 1
    return found


def in_sequence(marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks cut into runs in which each concerns the parcel that came next, or the one before, or the same."""
    runs: list[list[Mark]] = []
    direction = 0
    for mark in marks:
        if mark.place is None:
            continue
        step = mark.place - (runs[-1][-1].place or 0) if runs else 0
        goes_on = bool(runs) and abs(step) <= SEQUENCE_STEP and (not step or not direction or step * direction > 0)
        if goes_on:
            runs[-1].append(mark)
            direction = step or direction
        else:
            runs.append([mark])
            direction = 0
    return runs


def _reveals(person: PersonDay) -> list[Mark]:
    """The reveals without second looks at the same within ten minutes."""
    kept: list[Mark] = []
    seen: dict[tuple[bytes | None, str], datetime] = {}
    for mark in person.of(MarkKind.REVEAL):
        look = mark.record_id, mark.what
        if look not in seen or not timedelta() <= mark.at - seen[look] < SAME_LOOK:
            kept.append(mark)
            seen[look] = mark.at
    return kept


def _least(floor: int, usually: float, times: float) -> int:
    return max(floor, math.ceil(usually * times))


def _usual(judging: Judging, measure: Measure) -> Detail:
    return {"usual": round(judging.usual[measure])}


_JUDGES: dict[FlagKind, _Judge] = {
    FlagKind.RECORD: _any(MarkKind.FAULT),
    FlagKind.CLOCK: _any(MarkKind.CLOCK),
    FlagKind.REMOTE: _any(MarkKind.REMOTE),
    FlagKind.AT_LIMIT: _any(MarkKind.OVER_LIMIT),
    FlagKind.OUT_OF_HOURS: _out_of_hours,
    FlagKind.BURST: _burst,
    FlagKind.UNFOLLOWED: _unfollowed,
    FlagKind.SEQUENCE: _sequence,
    FlagKind.MISSES: _misses,
    FlagKind.MANY_LOOK_UPS: _many_look_ups,
    FlagKind.REPRINTS: _reprints,
    FlagKind.HALF_LIMIT: _half_limit,
    FlagKind.LONG_DAY: _long_day,
    FlagKind.REFUSED: _any(MarkKind.REFUSED, REFUSED),
    FlagKind.SIGN_IN_FAILURES: _any(MarkKind.FAILED_SIGN_IN, FAILURES),
}
