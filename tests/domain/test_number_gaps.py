"""Which numbers a day used and which it passed over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.number_gaps import (
    LOOKED_INTO,
    GapKind,
    NumberGap,
    NumberRun,
    NumbersOfDay,
    RangeDay,
    gaps,
    runs,
)


def _day(*used: int, before: int = 0, following: int = 1000, **known: object) -> RangeDay:
    return RangeDay("YT", 4, following, used, before, **known)  # type: ignore[arg-type] # the fields of a range's day


def test_numbers_that_follow_each_other_are_one_run() -> None:
    assert runs(_day(1, 2, 3, 7, 9, 10)) == (
        NumberRun("YT0001", "YT0003", 3),
        NumberRun("YT0007", "YT0007", 1),
        NumberRun("YT0009", "YT0010", 2),
    )


def test_a_number_that_was_given_out_and_that_no_waybill_bears_is_missing() -> None:
    assert gaps(_day(1, 2, 4, following=5)) == (NumberGap(GapKind.MISSING, "YT0003", "YT0003", 1),)


def test_what_lies_between_the_last_number_of_former_days_and_the_first_of_this_one_is_looked_at() -> None:
    assert gaps(_day(4, 5, before=2, following=6)) == (NumberGap(GapKind.MISSING, "YT0003", "YT0003", 1),)
    assert gaps(_day(3, 4, before=2, following=5)) == ()


def test_every_number_that_was_passed_over_says_why() -> None:
    day = _day(
        1,
        9,
        following=8,
        borne=frozenset({2}),
        void=frozenset({3}),
        returned=((4, 4),),
        uncertain=((5, 6),),
    )
    assert [(gap.kind, gap.first, gap.count) for gap in gaps(day)] == [
        (GapKind.VOID, "YT0003", 1),
        (GapKind.RETURNED, "YT0004", 1),
        (GapKind.UNCERTAIN, "YT0005", 2),
        (GapKind.MISSING, "YT0007", 1),
        (GapKind.FREE, "YT0008", 1),
    ]


def test_a_wide_gap_is_a_jump_and_is_not_looked_into() -> None:
    (gap,) = gaps(_day(1, LOOKED_INTO + 3, following=2))
    assert (gap.kind, gap.count) == (GapKind.JUMP, LOOKED_INTO + 1)
    (gap,) = gaps(_day(1, LOOKED_INTO + 2, following=2))
    assert (gap.kind, gap.count) == (GapKind.FREE, LOOKED_INTO)


def test_only_missing_numbers_need_an_explanation() -> None:
    found = gaps(_day(1, 3, 6, following=5, void=frozenset({2})))
    assert NumbersOfDay("yto", 3, 0, (), found).missing == 1


@given(st.sets(st.integers(1, 300), min_size=1), st.integers(1, 301), st.sets(st.integers(1, 300)))
def test_every_number_up_to_the_last_one_of_the_day_is_used_or_told_of(
    used: set[int], after: int, void: set[int]
) -> None:
    day = _day(*sorted(used), following=after, void=frozenset(void))
    told = sum(gap.count for gap in gaps(day))
    assert sum(run.count for run in runs(day)) == len(used)
    assert told == max(used) - len(used)
