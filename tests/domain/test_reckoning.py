"""What is left under the limits, reckoned from what was spent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.limits import LimitName, Limits
from outlet_app.domain.reckoning import HOLDING, WITH_TIME, Reckoning, Share
from outlet_app.domain.spending import EVERYTHING, UNITS_OF_EVERYTHING, SpendKind, Spent

CHEN, LIN = b"c" * 16, b"l" * 16
NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
FOUR_TOMORROW = datetime(2026, 11, 22, 20, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def spent(n: int, kind: SpendKind = SpendKind.REVEAL_BY_SCAN, account_id: bytes = CHEN, **more: bool) -> Spent:
    """Unit `n`, spent n minutes before noon for the n-th waybill."""
    return Spent(n, NOON - (60 - n) * MINUTE, account_id, kind, n.to_bytes(16), **more)


def reckoning(*units: Spent, **more: object) -> Reckoning:
    return Reckoning(NOON, day_from=1, hour_from=1, spent=units, **more)  # type: ignore[arg-type]


def test_what_is_left_is_the_limit_less_what_counts() -> None:
    units = [spent(n) for n in (1, 2, 3)] + [spent(4, SpendKind.REVEAL_BY_OWNER), spent(5, account_id=LIN)]
    stands = reckoning(*units)
    left = {name: stands.share(name, Limits(), CHEN).left for name in WITH_TIME}
    assert left == {
        LimitName.SCAN_REVEALS_HOUR: 7,
        LimitName.SCAN_REVEALS_DAY: 37,
        LimitName.OUTLET_REVEALS_DAY: 115,
        LimitName.OWNER_REVEALS_DAY: 9,
        LimitName.LOOK_UPS_HOUR: 300,
        LimitName.MISSES_HOUR: 30,
    }


def test_an_hours_limit_opens_when_the_oldest_unit_in_the_way_is_an_hour_old() -> None:
    limits = Limits(scan_reveals_hour=2)
    two = reckoning(spent(1), spent(20))
    assert two.share(LimitName.SCAN_REVEALS_HOUR, limits, CHEN) == Share(0, 2, NOON + MINUTE)
    three = reckoning(spent(1), spent(20), spent(30))
    assert three.share(LimitName.SCAN_REVEALS_HOUR, limits, CHEN) == Share(0, 2, NOON + 20 * MINUTE)


def test_a_days_limit_opens_at_four() -> None:
    used = reckoning(spent(1)).share(LimitName.SCAN_REVEALS_DAY, Limits(scan_reveals_day=1), CHEN)
    assert used == Share(0, 1, FOUR_TOMORROW)


@pytest.mark.parametrize("days", [-3, 3])
def test_a_unit_whose_time_is_in_doubt_opens_within_an_hour_from_now(days: int) -> None:
    unit = Spent(1, NOON + timedelta(days=days), CHEN, SpendKind.REVEAL_BY_SCAN, b"r" * 16)
    share = reckoning(unit).share(LimitName.SCAN_REVEALS_HOUR, Limits(scan_reveals_hour=1), CHEN)
    assert share.opens_at == NOON + timedelta(hours=1)


def test_only_what_stands_behind_a_windows_beginning_counts() -> None:
    units = tuple(spent(n) for n in range(1, 9))
    stands = Reckoning(NOON, day_from=3, hour_from=7, spent=units)
    assert stands.share(LimitName.SCAN_REVEALS_DAY, Limits(), CHEN).left == 40 - 6
    assert stands.share(LimitName.SCAN_REVEALS_HOUR, Limits(), CHEN).left == 10 - 2


def test_misses_count_from_the_end_of_the_last_suspension() -> None:
    units = [spent(n, SpendKind.LOOK_UP, missed=n != 3) for n in range(1, 6)]
    assert reckoning(*units).share(LimitName.MISSES_HOUR, Limits(), CHEN).left == 26
    assert reckoning(*units, ended={CHEN: 4}).share(LimitName.MISSES_HOUR, Limits(), CHEN).left == 28
    assert reckoning(*units).share(LimitName.LOOK_UPS_HOUR, Limits(), CHEN).left == 295


def test_a_lift_holds_on_the_day_it_was_made() -> None:
    stands = Reckoning(NOON, day_from=10, hour_from=10, lifted={CHEN: 10, LIN: 9})
    assert (stands.is_lifted(CHEN), stands.is_lifted(LIN)) == (True, False)


def test_a_second_look_is_a_repeat_only_of_a_reveal_of_ones_own() -> None:
    stands = reckoning(spent(55), spent(56, SpendKind.LOOK_UP))
    record_id = (55).to_bytes(16)
    assert stands.is_repeat(CHEN, SpendKind.REVEAL_BY_SCAN, record_id, "")
    assert not stands.is_repeat(LIN, SpendKind.REVEAL_BY_SCAN, record_id, "")
    assert not stands.is_repeat(CHEN, SpendKind.REVEAL_BY_OWNER, record_id, "")
    assert not stands.is_repeat(CHEN, SpendKind.REVEAL_BY_SCAN, record_id, "sender.phone")
    assert not stands.is_repeat(CHEN, SpendKind.LOOK_UP, (56).to_bytes(16), "")
    assert not reckoning(spent(50)).is_repeat(CHEN, SpendKind.REVEAL_BY_SCAN, (50).to_bytes(16), "")


def test_every_kind_that_is_spent_by_an_account_has_its_limits() -> None:
    assert set(HOLDING) == set(SpendKind)
    assert {name for names in HOLDING.values() for name in names} == set(WITH_TIME) - {LimitName.MISSES_HOUR}


@given(st.lists(st.integers(1, 59), unique=True, max_size=30), st.integers(1, 30))
def test_nothing_is_left_exactly_when_as_many_as_allowed_were_spent(minutes: list[int], limit: int) -> None:
    units = [spent(n) for n in sorted(minutes)]
    share = reckoning(*units).share(LimitName.SCAN_REVEALS_HOUR, Limits(scan_reveals_hour=limit), CHEN)
    assert share.left == max(0, limit - len(units))
    assert (share.opens_at is None) is (share.left > 0)
    if share.opens_at is not None:
        still = [unit for unit in units if unit.at > share.opens_at - timedelta(hours=1)]
        assert len(still) < limit


def form(n: int) -> Spent:
    """A whole form opened by its label, n minutes before noon."""
    return replace(spent(n), what=EVERYTHING)


def test_a_whole_form_takes_four_units_and_is_let_through_only_while_four_are_left() -> None:
    limits, hour = Limits(), LimitName.SCAN_REVEALS_HOUR
    one = reckoning(form(1), spent(2))
    assert one.share(hour, limits, CHEN, UNITS_OF_EVERYTHING) == Share(5, 10)
    two = reckoning(form(1), spent(2), spent(3), spent(4))
    assert two.share(hour, limits, CHEN) == Share(3, 10)
    assert two.share(hour, limits, CHEN, UNITS_OF_EVERYTHING) == Share(3, 10, NOON + MINUTE)
    late = reckoning(spent(2), spent(3), spent(4), spent(5), form(9))
    assert late.share(hour, limits, CHEN, UNITS_OF_EVERYTHING) == Share(2, 10, NOON + 3 * MINUTE)


def test_where_a_limit_is_lower_than_a_form_takes_all_of_it_is_enough() -> None:
    limits, hour = Limits(scan_reveals_hour=2), LimitName.SCAN_REVEALS_HOUR
    assert reckoning().share(hour, limits, CHEN, UNITS_OF_EVERYTHING) == Share(2, 2)
    assert reckoning(spent(1)).share(hour, limits, CHEN, UNITS_OF_EVERYTHING) == Share(1, 2, NOON + MINUTE)
    assert reckoning(form(1)).share(hour, limits, CHEN) == Share(0, 2, NOON + MINUTE)
