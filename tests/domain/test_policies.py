"""Idle time and terms, and what a statement says of them."""

from __future__ import annotations

import pytest

from outlet_app.domain.policies import (
    Retention,
    idle_fields,
    is_within,
    read_idle,
    read_retention,
    retention_fields,
)


def test_terms_come_back_from_a_statement_as_they_were() -> None:
    assert read_retention(retention_fields(Retention(30, 60))) == Retention(30, 60)
    assert read_idle(idle_fields(3)) == 3


@pytest.mark.parametrize("months", [(5, 36), (61, 36), (24, 5), (24, 121)])
def test_no_term_is_shorter_or_longer_than_its_bounds(months: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="bounds"):
        Retention(*months)


@pytest.mark.parametrize("minutes", [0, 61, "5", True, None])
def test_other_texts_are_no_idle_time(minutes: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        read_idle({"minutes": minutes})


def test_less_than_two_years_is_short() -> None:
    assert Retention(23).is_short
    assert not Retention(24).is_short


def test_bounds_are_allowed_themselves() -> None:
    assert [is_within(value, (1, 3)) for value in range(5)] == [False, True, True, True, False]
