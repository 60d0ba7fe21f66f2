"""Where a label or checkpoint stands among the branches of the record."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from outlet_app.domain.branches import (
    LAST_BRANCH,
    MOST_AHEAD,
    Branches,
    BranchPoint,
    Days,
    is_within_reach,
    next_branch,
)
from outlet_app.domain.history import Checkpoint

_NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)


def _left(branch: int, n: int) -> Checkpoint:
    return Checkpoint(branch, n, bytes(32))


def test_a_record_that_was_never_restored_has_one_branch() -> None:
    branches = Branches()
    assert branches.current == 1
    assert branches.days_of(1, 7) is Days.HERE
    assert branches.days_of(2, 1) is Days.AHEAD


def test_what_a_branch_did_after_the_backup_is_lost_and_what_it_did_before_is_here() -> None:
    branches = Branches([BranchPoint(5, _left(1, 300)), BranchPoint(9, _left(5, 400))])
    assert branches.current == 9
    assert branches.days_of(1, 300) is Days.HERE
    assert branches.days_of(1, 301) is Days.LOST
    assert branches.days_of(5, 400) is Days.HERE
    assert branches.days_of(5, 401) is Days.LOST
    assert branches.days_of(9, 10_000) is Days.HERE


def test_a_branch_that_this_record_never_went_through_is_lost_when_older_and_ahead_when_newer() -> None:
    branches = Branches([BranchPoint(5, _left(1, 300))])
    assert branches.days_of(3, 1) is Days.LOST
    assert branches.days_of(6, 1) is Days.AHEAD


def test_a_label_stands_where_the_act_after_its_checkpoint_stands() -> None:
    branches = Branches([BranchPoint(5, _left(1, 300))])
    assert branches.days_of_label(1, 299) is Days.HERE
    assert branches.days_of_label(1, 300) is Days.LOST
    assert branches.days_of_label(5, 300) is Days.HERE


@pytest.mark.parametrize("point", [BranchPoint(5, _left(2, 300)), BranchPoint(1, _left(1, 300))])
def test_restores_that_do_not_follow_from_each_other_are_refused(point: BranchPoint) -> None:
    with pytest.raises(ValueError, match="goes on"):
        Branches([point])


def test_the_same_backup_restored_on_two_days_gives_two_branches() -> None:
    later = datetime(2026, 11, 23, 2, tzinfo=UTC)
    assert next_branch([1], _NOW) == 325
    assert next_branch([1], later) == 326
    assert next_branch([1, 325], _NOW) == 326


def test_a_clock_that_is_far_ahead_uses_no_branches_up() -> None:
    assert next_branch([1], datetime(2199, 1, 1, tzinfo=UTC)) == 2
    assert next_branch([7], datetime(2020, 1, 1, tzinfo=UTC)) == 8


def test_a_branch_that_was_seen_is_passed_unless_no_outlet_can_have_come_so_far() -> None:
    """A restored copy's label, and a code that somebody made up to leave no branch for the next restore."""
    day = next_branch([1], _NOW)
    assert next_branch([1], _NOW, [day + MOST_AHEAD]) == day + MOST_AHEAD + 1
    assert next_branch([1], _NOW, [day + MOST_AHEAD + 1, LAST_BRANCH - 1, LAST_BRANCH]) == day
    assert next_branch([day + 40], _NOW, [day + 40 + MOST_AHEAD]) == day + 41 + MOST_AHEAD


def test_past_the_last_branch_there_is_none() -> None:
    with pytest.raises(ValueError, match="no branch"):
        next_branch([LAST_BRANCH], _NOW)


def test_a_span_that_was_given_up_has_both_its_ends() -> None:
    branches = Branches([BranchPoint(5, _left(1, 300))], given_up=[(290, 300), (7, 7)])
    assert [n for n in (6, 7, 8, 289, 290, 300, 301) if branches.gave_up(n)] == [7, 290, 300]


def test_a_branch_is_within_reach_while_restores_of_one_day_can_have_led_there() -> None:
    day = next_branch([1], _NOW)
    assert is_within_reach(day + MOST_AHEAD, 1, _NOW)
    assert not is_within_reach(day + MOST_AHEAD + 1, 1, _NOW)
    assert is_within_reach(day + MOST_AHEAD + 1, day + 1, _NOW)
