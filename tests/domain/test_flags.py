"""Each flag at its threshold and one below it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from outlet_app.domain.behaviour import Mark, MarkKind, Measure, PersonDay
from outlet_app.domain.flags import MOST_ROWS, Flag, FlagKind, Judging, crowded, flags_of, in_sequence, usual
from outlet_app.domain.limits import Limits
from outlet_app.domain.opening_hours import OpenFrom, OpeningHours
from outlet_app.domain.rules_in_force import RulesInForce, Since

CHEN = b"C" * 16
DAY = date(2026, 6, 1)
NOON = datetime(2026, 6, 1, 4, tzinfo=UTC)
EVENING = NOON + timedelta(hours=12)
HOURS = OpeningHours((OpenFrom(8 * 60, 20 * 60),) * 7)
RULES = RulesInForce((Since(0, Limits(), HOURS),))
NOTHING_USUAL = dict.fromkeys(Measure, 0.0)


def marks(count: int, every: timedelta, begin: datetime = NOON, **facts: object) -> list[Mark]:
    first = Mark(1, begin, what="scan")
    return [
        Mark(step + 1, first.at + every * step, bytes([step]) * 16, **{"what": "scan", **facts})  # type: ignore[arg-type] # the names are the mark's fields
        for step in range(count)
    ]


def person(kind: MarkKind, found: list[Mark], *, followed: bool = False) -> PersonDay:
    day = PersonDay(CHEN, DAY, marks={kind: found})
    day.followed = {mark.n for mark in found} if followed else set()
    return day


def flags(
    day: PersonDay, now: datetime = EVENING, rules: RulesInForce = RULES, **usually: float
) -> dict[FlagKind, Flag]:
    measures = {**NOTHING_USUAL, **{Measure(name): value for name, value in usually.items()}}
    return {flag.kind: flag for flag in flags_of(day, Judging(rules, measures, now))}


MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.mark.parametrize(
    ("flag", "kind", "count", "every"),
    [
        (FlagKind.RECORD, MarkKind.FAULT, 1, MINUTE),
        (FlagKind.CLOCK, MarkKind.CLOCK, 1, MINUTE),
        (FlagKind.REMOTE, MarkKind.REMOTE, 1, MINUTE),
        (FlagKind.AT_LIMIT, MarkKind.OVER_LIMIT, 1, MINUTE),
        (FlagKind.BURST, MarkKind.REVEAL, 6, 3 * MINUTE),
        (FlagKind.UNFOLLOWED, MarkKind.REVEAL, 4, HOUR),
        (FlagKind.MISSES, MarkKind.MISS, 10, 6 * MINUTE),
        (FlagKind.MANY_LOOK_UPS, MarkKind.LOOK_UP, 40, MINUTE / 2),
        (FlagKind.REPRINTS, MarkKind.REPRINT, 6, HOUR),
        (FlagKind.HALF_LIMIT, MarkKind.REVEAL, 6, 12 * MINUTE),
        (FlagKind.REFUSED, MarkKind.REFUSED, 3, MINUTE),
        (FlagKind.SIGN_IN_FAILURES, MarkKind.FAILED_SIGN_IN, 5, MINUTE),
    ],
)
def test_a_flag_is_raised_at_its_threshold_and_not_below(
    flag: FlagKind, kind: MarkKind, count: int, every: timedelta
) -> None:
    raised = flags(person(kind, marks(count, every)))[flag]
    assert (raised.count, raised.first_n, raised.last_n) == (count, 1, count)
    assert (raised.began_at, raised.ended_at) == (NOON, NOON + every * (count - 1))
    assert flag not in flags(person(kind, marks(count - 1, every)))


def test_a_quiet_day_raises_nothing() -> None:
    assert flags(PersonDay(CHEN, DAY)) == {}


def test_a_flag_that_grows_is_the_same_flag() -> None:
    few, more = (flags(person(MarkKind.REVEAL, marks(count, MINUTE)))[FlagKind.BURST] for count in (6, 9))
    assert (few.kind, few.account_id, few.day, few.first_n) == (more.kind, more.account_id, more.day, more.first_n)
    assert few.last_n < more.last_n


def test_a_flag_names_fifty_acts_at_most_and_counts_all() -> None:
    raised = flags(person(MarkKind.LOOK_UP, marks(80, MINUTE / 4)))[FlagKind.MANY_LOOK_UPS]
    assert (len(raised.rows), raised.count) == (MOST_ROWS, 80)


@pytest.mark.parametrize(
    ("kind", "mark", "measure", "usually"),
    [
        (FlagKind.UNFOLLOWED, MarkKind.REVEAL, Measure.UNFOLLOWED, 2.0),
        (FlagKind.MISSES, MarkKind.MISS, Measure.MISSES, 11.0),
        (FlagKind.MANY_LOOK_UPS, MarkKind.LOOK_UP, Measure.LOOK_UPS, 60.0),
        (FlagKind.REPRINTS, MarkKind.REPRINT, Measure.REPRINTS, 3.0),
    ],
)
def test_what_somebody_does_every_day_raises_nothing(
    kind: FlagKind, mark: MarkKind, measure: Measure, usually: float
) -> None:
    found = marks({FlagKind.MANY_LOOK_UPS: 44, FlagKind.MISSES: 10}.get(kind, 5), MINUTE / 2)
    found = found if kind is not FlagKind.REPRINTS else marks(8, HOUR / 2)
    assert kind in flags(person(mark, found))
    assert kind not in flags(person(mark, found), **{measure.value: usually})


def test_a_batch_that_is_put_right_is_half_a_limit_of_nobody() -> None:
    by_the_dozen = person(MarkKind.REVEAL, marks(6, 10 * MINUTE), followed=True)
    assert FlagKind.HALF_LIMIT not in flags(by_the_dozen)
    a_day = person(MarkKind.REVEAL, marks(21, 20 * MINUTE), followed=True)
    assert flags(a_day)[FlagKind.HALF_LIMIT].facts == {"limit": "scan_reveals_day", "of": 40, "units": 21}


def test_half_of_the_other_limits_is_flagged_too() -> None:
    by_owner = flags(person(MarkKind.REVEAL, marks(6, HOUR / 4, what="owner"), followed=True))
    assert by_owner[FlagKind.HALF_LIMIT].facts["limit"] == "owner_reveals_day"
    tails = flags(person(MarkKind.LIMITED_LOOK_UP, marks(151, MINUTE / 3)))
    assert tails[FlagKind.HALF_LIMIT].facts["limit"] == "look_ups_hour"


def test_a_second_look_at_the_same_within_ten_minutes_counts_once() -> None:
    same = [Mark(n, NOON + n * MINUTE, b"s" * 16, "scan") for n in range(1, 10)]
    assert FlagKind.BURST not in flags(person(MarkKind.REVEAL, same))


def test_a_burst_says_how_many_were_followed_once_that_is_known() -> None:
    day = person(MarkKind.REVEAL, marks(6, MINUTE), followed=True)
    day.followed = {1, 2}
    assert flags(day)[FlagKind.BURST].facts == {"followed": 2, "judged": 1}
    assert flags(day, NOON + 10 * MINUTE)[FlagKind.BURST].facts["judged"] == 0


def test_eight_parcels_one_after_the_other_are_a_sequence_though_one_is_left_out() -> None:
    places = (5, 6, 7, 9, 10, 11, 12, 13)
    found = [Mark(n, NOON + n * MINUTE, place=place) for n, place in enumerate(places, start=1)]
    assert flags(person(MarkKind.LOOK_UP, found))[FlagKind.SEQUENCE].count == 8
    assert FlagKind.SEQUENCE not in flags(person(MarkKind.LOOK_UP, found[1:]))
    zigzag = [Mark(n, NOON, place=5 + n % 2) for n in range(1, 20)]
    assert FlagKind.SEQUENCE not in flags(person(MarkKind.LOOK_UP, zigzag))


def test_runs_go_upward_or_downward_and_skip_what_has_no_place() -> None:
    places = (3, 4, None, 5, 4, 3, 2, 90)
    runs = in_sequence([Mark(n, NOON, place=place) for n, place in enumerate(places, start=1)])
    assert [[mark.place for mark in run] for run in runs] == [[3, 4, 5], [4, 3, 2], [90]]


def test_somebody_who_gives_parcels_out_may_mistype_more_on_a_busy_day() -> None:
    day = person(MarkKind.MISS, marks(10, MINUTE))
    day.marks[MarkKind.LOOK_UP] = [Mark(n, NOON) for n in range(1, 11)] * 4
    assert FlagKind.MISSES not in flags(day)


@pytest.mark.parametrize("kind", [MarkKind.SIGN_IN, MarkKind.LOOK_UP, MarkKind.REVEAL, MarkKind.REPRINT])
def test_whatever_is_done_at_night_is_flagged_and_how_much_of_it_was_revealed(kind: MarkKind) -> None:
    at_night = flags(person(kind, marks(1, MINUTE, EVENING)))[FlagKind.OUT_OF_HOURS]
    assert at_night.facts == {"revealed": int(kind is MarkKind.REVEAL)}
    assert FlagKind.OUT_OF_HOURS not in flags(person(kind, marks(1, MINUTE)))


def test_a_login_at_work_for_eleven_hours_is_flagged_but_where_that_is_usual() -> None:
    day = person(MarkKind.SIGN_IN, marks(1, MINUTE))
    day.hours[8:19] = [1] * 11
    assert flags(day, hours=8.0)[FlagKind.LONG_DAY].facts == {"hours": 11, "usual": 8}
    assert FlagKind.LONG_DAY not in flags(day, hours=9.0)
    day.hours[18] = 0
    assert FlagKind.LONG_DAY not in flags(day)


def test_half_of_a_limit_is_half_of_the_one_that_an_act_was_done_under() -> None:
    looked = person(MarkKind.REVEAL, marks(6, 12 * MINUTE))
    tight, tight_from_4 = (
        Limits(scan_reveals_hour=4),
        (Since(0, Limits(), HOURS), Since(4, Limits(scan_reveals_hour=4), HOURS)),
    )
    assert flags(looked)[FlagKind.HALF_LIMIT].facts["of"] == 10
    assert flags(looked, rules=RulesInForce((*RULES.spans, Since(7, tight, HOURS)))) == flags(looked)
    lowered = flags(looked, rules=RulesInForce(tight_from_4))[FlagKind.HALF_LIMIT]
    assert (lowered.first_n, lowered.facts["of"]) == (1, 4)
    few = person(MarkKind.REVEAL, marks(3, 12 * MINUTE))
    assert FlagKind.HALF_LIMIT not in flags(few, rules=RulesInForce(tight_from_4))
    assert FlagKind.HALF_LIMIT in flags(few, rules=RulesInForce((Since(0, tight, HOURS),)))


def test_an_act_is_out_of_the_hours_that_it_was_done_in() -> None:
    shut = OpeningHours((None,) * 7)
    looked = person(MarkKind.LOOK_UP, marks(3, MINUTE))
    assert FlagKind.OUT_OF_HOURS not in flags(looked, rules=RulesInForce((*RULES.spans, Since(4, Limits(), shut))))
    late = flags(looked, rules=RulesInForce((*RULES.spans, Since(3, Limits(), shut))))[FlagKind.OUT_OF_HOURS]
    assert late.rows == (3,)


def test_usual_is_ones_own_median_and_the_outlets_for_somebody_new() -> None:
    own = [person(MarkKind.REVEAL, marks(1, MINUTE)) for _ in range(5)]
    for days, each in enumerate(own):
        each.counts[Measure.REVEALS] = days
    others = [PersonDay(b"L" * 16, DAY, counts=own[4].counts) for _ in range(6)]
    assert usual(own, others, EVENING)[Measure.REVEALS] == 2
    assert usual(own[:4], others, EVENING)[Measure.REVEALS] == 4
    assert usual([], [], EVENING) == NOTHING_USUAL


def test_crowded_marks_are_those_of_every_span_that_is_full() -> None:
    spread = [*marks(3, MINUTE), Mark(9, NOON + HOUR)]
    assert [mark.n for mark in crowded(spread, 2 * MINUTE, lambda _: 3)] == [1, 2, 3]
    assert crowded(spread, MINUTE, lambda _: 3) == []
    assert [mark.n for mark in crowded([Mark(1, NOON, units=4)], MINUTE, lambda _: 4)] == [1]
