"""Since when a carrier's key counts, and what puts it out of force."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from outlet_app.domain.carrier_key import WAIT, CarrierKey, key_in_force, key_waiting

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
LATER = NOON + timedelta(days=3)
FIRST = CarrierKey("yto", bytes(32), NOON)
SECOND = CarrierKey("yto", bytes(range(32)), LATER)
GONE = CarrierKey("yto", None, LATER + timedelta(hours=1))
MOMENT = timedelta(milliseconds=1)


def test_nothing_stated_is_no_key() -> None:
    assert key_in_force((), NOON) is None
    assert key_waiting((), NOON) is None


def test_a_key_waits_24_hours_to_the_millisecond() -> None:
    due = NOON + timedelta(hours=24)

    assert key_in_force((FIRST,), due - MOMENT) is None
    assert key_waiting((FIRST,), due - MOMENT) == FIRST
    assert key_in_force((FIRST,), due) == FIRST
    assert key_waiting((FIRST,), due) is None


def test_while_a_new_key_waits_the_former_one_goes_on() -> None:
    assert key_in_force((FIRST, SECOND), LATER + WAIT - MOMENT) == FIRST
    assert key_waiting((FIRST, SECOND), LATER) == SECOND
    assert key_in_force((FIRST, SECOND), LATER + WAIT) == SECOND


def test_a_withdrawal_counts_at_once_and_at_any_time() -> None:
    for now in (NOON - timedelta(days=9), GONE.stated_at, LATER + WAIT, LATER + timedelta(days=900)):
        assert key_in_force((FIRST, SECOND, GONE), now) is None
        assert key_waiting((FIRST, SECOND, GONE), now) is None
    assert GONE.in_force_at == GONE.stated_at


def test_the_same_key_stated_again_after_a_withdrawal_waits_again() -> None:
    again = CarrierKey("yto", FIRST.public_key, GONE.stated_at + MOMENT)

    assert key_in_force((FIRST, GONE, again), again.stated_at + WAIT - MOMENT) is None
    assert key_in_force((FIRST, GONE, again), again.stated_at + WAIT) == again


def test_a_key_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        CarrierKey("yto", bytes(31), NOON)
