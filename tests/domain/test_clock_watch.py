"""When a clock counts as moved, and whose word settles the date."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from outlet_app.domain.account import Role
from outlet_app.domain.activity import Act, ActivityKind
from outlet_app.domain.clock_watch import ClockMove, Moved, Reading, confirmed_by, is_enough, moved_since, moved_within

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
CHEN, LIN, OWNER = b"c" * 16, b"l" * 16, b"o" * 16
ROLES = {CHEN: Role.CLERK, LIN: Role.CLERK, OWNER: Role.OWNER}
ACT = Act(7, 0, CHEN, "counter", ActivityKind.SIGNED_IN, None, "{}", b"", None)


def moved(how: ClockMove = ClockMove.BACK) -> Act:
    return replace(ACT, kind=ActivityKind.CLOCK_MOVED, detail=f'{{"move":"{how}"}}')


def word_of(account_id: bytes) -> Act:
    return replace(ACT, kind=ActivityKind.DATE_CONFIRMED, account_id=account_id)


@pytest.mark.parametrize(
    ("gained_s", "how"),
    [
        (0, None),
        (-120, None),
        (-121, ClockMove.BACK),
        (600, None),
        (601, ClockMove.AHEAD),
        (-86_400, ClockMove.BACK),
        (86_400, ClockMove.AHEAD),
    ],
)
def test_within_a_run_two_minutes_back_and_ten_ahead_are_a_time_servers_work(
    gained_s: int, how: ClockMove | None
) -> None:
    gained = timedelta(seconds=gained_s)
    found = moved_within(Reading(NOON, HOUR), Reading(NOON + HOUR + gained, 2 * HOUR))
    assert found == (None if how is None else Moved(how, abs(gained)))


def test_a_night_asleep_is_no_move_because_the_counting_clock_counts_it() -> None:
    assert moved_within(Reading(NOON, HOUR), Reading(NOON + 14 * HOUR, 15 * HOUR)) is None


@pytest.mark.parametrize(
    ("passed", "how"),
    [
        (timedelta(), None),
        (-timedelta(milliseconds=1), ClockMove.EARLIER),
        (timedelta(hours=72), None),
        (timedelta(hours=72, seconds=1), ClockMove.LATER),
    ],
)
def test_across_runs_the_last_act_is_the_measure(passed: timedelta, how: ClockMove | None) -> None:
    assert moved_since(NOON, NOON + passed) == (None if how is None else Moved(how, abs(passed)))


def test_without_a_move_nobody_is_asked() -> None:
    assert confirmed_by([ACT, word_of(CHEN)]) is None


def test_a_word_counts_until_the_clock_is_moved_again() -> None:
    assert confirmed_by([moved()]) == frozenset()
    assert confirmed_by([moved(), ACT, word_of(CHEN)]) == {CHEN}
    assert confirmed_by([moved(), word_of(CHEN), moved(ClockMove.AHEAD)]) == frozenset()


def test_a_reminder_asks_and_keeps_the_words_that_were_given() -> None:
    assert confirmed_by([moved(ClockMove.WAITS)]) == frozenset()
    assert confirmed_by([moved(), word_of(CHEN), moved(ClockMove.WAITS), word_of(LIN)]) == {CHEN, LIN}


@pytest.mark.parametrize(
    ("accounts", "enough"), [([], False), ([CHEN], False), ([CHEN, LIN], True), ([OWNER], True), ([CHEN, b"x"], False)]
)
def test_one_owner_or_two_who_work_here_settle_it(accounts: list[bytes], enough: bool) -> None:  # noqa: FBT001
    assert is_enough(frozenset(accounts), ROLES) is enough
