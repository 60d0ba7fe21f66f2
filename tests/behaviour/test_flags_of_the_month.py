"""What the flags find in the made-up month, and what they cry about for nothing."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from outlet_app.domain.flags import Flag, FlagKind
from tests.behaviour.judged import judge_month
from tests.behaviour.month import TUNED_ON, Month, make_month
from tests.behaviour.people import FIRST_DAY
from tests.behaviour.stories import Misbehaviour

TELLS = {
    Misbehaviour.SLOW_DRAIN: FlagKind.OUT_OF_HOURS,
    Misbehaviour.BURST: FlagKind.BURST,
    Misbehaviour.SEQUENCE: FlagKind.SEQUENCE,
    Misbehaviour.MISSES: FlagKind.MISSES,
    Misbehaviour.UNFOLLOWED: FlagKind.UNFOLLOWED,
    Misbehaviour.REPRINTS: FlagKind.REPRINTS,
    Misbehaviour.REMOTE: FlagKind.REMOTE,
    Misbehaviour.SHARED: FlagKind.LONG_DAY,
    Misbehaviour.CLOCK: FlagKind.CLOCK,
    Misbehaviour.PROBING: FlagKind.AT_LIMIT,
}
"""By which flag each misbehaviour shows; others may come with it."""


@pytest.fixture(scope="module", params=[TUNED_ON])
def judged(request: pytest.FixtureRequest) -> tuple[Month, list[Flag]]:
    month = make_month(request.param)
    return month, judge_month(month)


def test_each_of_the_ten_misbehaviours_is_flagged_on_its_first_day(judged: tuple[Month, list[Flag]]) -> None:
    month, flags = judged
    raised = {(flag.kind, flag.account_id, flag.day) for flag in flags}
    missed = [
        story.what
        for story in month.stories
        if (TELLS[story.what], story.account_id, FIRST_DAY + timedelta(days=story.days[0])) not in raised
    ]
    assert missed == []


def test_at_most_one_false_alarm_a_week(judged: tuple[Month, list[Flag]]) -> None:
    month, flags = judged
    false = [flag for flag in flags if (flag.account_id, flag.day) not in month.guilty]
    by_week = Counter((flag.day - FIRST_DAY).days // 7 for flag in false)
    assert max(by_week.values(), default=0) <= 1, false


def test_every_flag_names_acts_of_its_person(judged: tuple[Month, list[Flag]]) -> None:
    month, flags = judged
    for flag in flags:
        rows = [month.acts[n - 1] for n in flag.rows]
        assert rows, flag
        assert {act.account_id for act in rows} == {flag.account_id}
        assert flag.first_n == flag.rows[0]
