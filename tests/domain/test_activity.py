"""Kinds of acts."""

from __future__ import annotations

from outlet_app.domain.activity import Activity, ActivityKind


def test_the_value_of_a_kind_is_its_name_in_small_letters_so_that_stored_records_stay_readable() -> None:
    assert {kind.value for kind in ActivityKind} == {kind.name.lower() for kind in ActivityKind}


def test_an_activity_without_more_says_nothing_more() -> None:
    assert Activity(ActivityKind.LOCKED) == Activity(ActivityKind.LOCKED, None, {})
