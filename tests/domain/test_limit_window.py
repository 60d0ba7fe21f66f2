"""Where the limits' hour and day begin when somebody's hand was at the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from outlet_app.domain.account import Role
from outlet_app.domain.activity import Act, ActivityKind, Detail
from outlet_app.domain.context import canonical_json
from outlet_app.domain.limit_window import ClockAct, WindowStart, day_window, hour_window, read_clock

OWNER, CHEN, LIN = b"w" * 16, b"c" * 16, b"l" * 16
ROLES = {OWNER: Role.OWNER, CHEN: Role.CLERK, LIN: Role.CLERK}
MORNING = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
FOUR = datetime(2026, 11, 21, 20, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def act(n: int, kind: ActivityKind, detail: Detail, account_id: bytes = CHEN) -> Act:
    return Act(n, 0, account_id, "counter", kind.value, None, canonical_json(dict(detail)), bytes(32), None)


def moved(n: int, move: str, at: datetime, minutes: int = 0, latest: datetime = MORNING) -> ClockAct:
    detail = {"move": move} if move == "waits" else {"move": move, "by_min": minutes}
    return read_clock(act(n, ActivityKind.CLOCK_MOVED, detail), at, latest)


def confirmed(n: int, at: datetime, account_id: bytes = OWNER) -> ClockAct:
    return read_clock(act(n, ActivityKind.DATE_CONFIRMED, {"day": "x"}, account_id), at, at)


def test_on_an_ordinary_day_the_windows_begin_at_four_and_an_hour_ago() -> None:
    assert day_window(MORNING, [], ROLES) == WindowStart(0, FOUR)
    assert hour_window(MORNING, []) == WindowStart(0, MORNING - HOUR)


@pytest.mark.parametrize("days", [1, -1, 400])
def test_until_it_is_settled_the_day_before_the_clock_was_moved_goes_on(days: int) -> None:
    there = MORNING + timedelta(days=days)
    move = moved(50, "ahead" if days > 0 else "back", there, abs(days) * 1440)
    for later in (timedelta(), HOUR, 3 * DAY):
        assert day_window(there + later, [move], ROLES) == WindowStart(0, FOUR)
    again = moved(60, "ahead", there + 9 * DAY, 9 * 1440, latest=there)
    assert day_window(there + 9 * DAY, [move, again], ROLES) == WindowStart(0, FOUR)
    half = confirmed(70, there, CHEN)
    assert day_window(there, [move, half, confirmed(71, there, CHEN)], ROLES) == WindowStart(0, FOUR)


def test_once_it_is_settled_the_day_is_that_of_the_clock() -> None:
    there = MORNING + DAY
    move = moved(50, "ahead", there, 1440)
    for words in ([confirmed(51, there)], [confirmed(51, there, CHEN), confirmed(52, there, LIN)]):
        assert day_window(there, [move, *words], ROLES) == WindowStart(0, FOUR + DAY)
    next_day = there + DAY
    assert day_window(next_day, [move, confirmed(51, there)], ROLES) == WindowStart(51, FOUR + 2 * DAY)


def test_a_word_from_before_the_last_move_settles_nothing() -> None:
    there = MORNING + DAY
    acts = [moved(50, "ahead", there, 1440), confirmed(51, there, CHEN), moved(52, "back", MORNING, 1440, there)]
    assert day_window(MORNING, [*acts, confirmed(53, MORNING, LIN)], ROLES) == WindowStart(0, FOUR)


def test_a_reminder_is_no_move_but_tells_of_one_that_lies_too_far_back() -> None:
    there = MORNING + 5 * DAY
    wait = moved(90, "waits", there)
    assert day_window(there + DAY, [wait], ROLES) == WindowStart(0, FOUR + 5 * DAY)
    assert hour_window(there, [wait]) == WindowStart(0, there - HOUR)
    settled = [moved(50, "ahead", there, 5 * 1440), confirmed(51, there, CHEN), wait, confirmed(91, there, LIN)]
    assert day_window(there, settled, ROLES) == WindowStart(0, FOUR + 5 * DAY)


@pytest.mark.parametrize("hours", [1, -1, 30, -30])
def test_through_a_move_the_hour_before_it_goes_on_for_an_hour(hours: int) -> None:
    there = MORNING + timedelta(hours=hours)
    move = moved(50, "ahead" if hours > 0 else "back", there, abs(hours) * 60)
    assert hour_window(there + timedelta(minutes=59), [move]) == WindowStart(0, MORNING - HOUR)
    assert hour_window(there + HOUR, [move]) == WindowStart(50, there)


def test_two_moves_within_an_hour_reach_back_over_both() -> None:
    ahead = moved(50, "ahead", MORNING + 2 * HOUR, 120)
    back = moved(60, "back", MORNING + timedelta(minutes=5), 120, MORNING + 2 * HOUR)
    assert hour_window(MORNING + timedelta(minutes=6), [ahead, back]).after == 0
    assert hour_window(MORNING + timedelta(minutes=6), [ahead, back]).at <= MORNING - HOUR + timedelta(minutes=5)


@pytest.mark.parametrize("minutes", [-5, 10**15, "7", True])
def test_what_an_act_says_of_a_move_takes_nothing_out_of_a_window(minutes: object) -> None:
    """Whoever holds the database may have written it, signed with his own key."""
    for move in ("back", "earlier", "ahead", "later"):
        forged = act(50, ActivityKind.CLOCK_MOVED, {"move": move, "by_min": minutes})  # type: ignore[dict-item]
        read = read_clock(forged, MORNING, MORNING)
        assert read.before <= MORNING
        assert day_window(MORNING, [read], ROLES).at <= FOUR
        assert hour_window(MORNING, [read]).at <= MORNING - HOUR
