"""Arrivals in the self-check: the tour tries that its steps pass; here, that it says so where nothing is found."""

from __future__ import annotations

import pytest

from outlet_app.domain.waybill_number import is_number
from outlet_app.self_check import arriving


def test_its_parcels_have_whole_numbers_each_once() -> None:
    numbers = (*arriving._NUMBERS, arriving._ANYBODYS)
    assert all(is_number(number) for number in numbers)
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("number", arriving._NUMBERS)
def test_its_parcels_are_of_a_carrier_that_is_known_by_the_number(number: str) -> None:
    assert number.startswith("YT")
    assert len(number) == 15
