"""How far numbers go."""

from __future__ import annotations

from outlet_app.domain.number_use import LOW_STOCK, CarrierNumbers, RangeUse, by_carrier

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
