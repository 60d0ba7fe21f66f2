"""How far numbers go."""

from __future__ import annotations

from outlet_app.domain.number_use import LOW_STOCK, CarrierNumbers, RangeUse, by_carrier, left_behind

OLD = RangeUse("yto", "YT0001", "YT0100", used=40, voided=10, free=50)
NEW = RangeUse("yto", "YT2001", "YT2150", used=0, voided=0, free=150)
OTHER = RangeUse("sf", "SF01", "SF09", used=9, voided=0, free=0)


def test_the_ranges_of_a_carrier_stand_together_in_the_order_they_came() -> None:
    assert by_carrier((OLD, OTHER, NEW)) == (CarrierNumbers("yto", (OLD, NEW)), CarrierNumbers("sf", (OTHER,)))
    assert by_carrier(()) == ()


def test_numbers_run_low_by_what_all_ranges_of_the_carrier_hold() -> None:
    together = CarrierNumbers("yto", (OLD, NEW))
    assert together.free == LOW_STOCK
    assert not together.is_low
    assert CarrierNumbers("yto", (OLD,)).is_low


def test_what_goes_back_is_counted_to_the_end_of_its_range_without_what_went_before() -> None:
    short = RangeUse("yto", "YT3001", "YT3100", used=0, voided=0, free=90, returned=10)
    numbers = by_carrier((OLD, NEW, OTHER, short))
    assert left_behind(numbers, "yto", "YT0091") == 10
    assert left_behind(numbers, "yto", "YT2001") == 150
    assert left_behind(numbers, "yto", "YT3081") == 10
    for nothing in ("YT3091", "YT0101", "YT9", "YT00001", "", "SF05"):
        assert left_behind(numbers, "yto", nothing) == 0
