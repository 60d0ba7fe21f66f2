"""What the owner states when he asks for an erasing and orders it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from outlet_app.domain.erasing import ErasingAsked, ErasingOrdered, Second, covers, erasing_fields, read_erasing

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
CHEN, WANG = b"c" * 16, b"w" * 16


def ordered(second: Second = Second.WAIT, second_id: bytes = b"") -> ErasingOrdered:
    return ErasingOrdered(NOON, NOON, 3, CHEN, second, second_id, NOON)


@pytest.mark.parametrize(
    "said",
    [ErasingAsked(NOON, NOON), ErasingAsked(None, NOON), ordered(Second.SHEET), ordered(Second.OWNER, WANG)],
)
def test_what_is_stated_comes_back_as_it_was(said: ErasingAsked | ErasingOrdered) -> None:
    assert read_erasing(erasing_fields(said)) == said


@pytest.mark.parametrize(
    ("second", "second_id"),
    [(Second.OWNER, b""), (Second.OWNER, CHEN), (Second.OWNER, b"w"), (Second.SHEET, WANG), (Second.WAIT, b"w")],
)
def test_a_second_owner_is_named_where_one_confirmed_and_is_another_person(second: Second, second_id: bytes) -> None:
    with pytest.raises(ValueError, match="another"):
        ordered(second, second_id)


def test_a_wait_is_a_day_long() -> None:
    assert ErasingAsked(NOON, NOON).ready_at == NOON + timedelta(hours=24)


def test_an_order_covers_what_was_accepted_by_its_end() -> None:
    assert covers([ordered()], NOON)
    assert not covers([ordered()], NOON + timedelta(milliseconds=1))
    assert not covers([], NOON)
