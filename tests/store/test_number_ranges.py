"""Numbers that the outlet got from its carriers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.number_use import RangeUse, VoidReason
from outlet_app.errors import NumbersExhausted, NumberUsed
from outlet_app.store import activities, number_ranges, waybills
from tests.store.rows import AUTHOR, accept

if TYPE_CHECKING:
    from outlet_app.store.store import Store


def enter(store: Store, first: str, last: str, carrier: str = "yto") -> None:
    store.write(AUTHOR, number_ranges.entered(carrier, first, last))


def free(store: Store, carrier: str = "yto") -> tuple[str, int]:
    return number_ranges.next_free(store.reader, carrier), number_ranges.count_free(store.reader, carrier)


def test_numbers_are_given_in_order_until_none_is_left(store: Store) -> None:
    enter(store, "YT0098", "YT0101")
    given = []
    for left in (4, 3, 2, 1):
        number, count = free(store)
        assert count == left
        accept(store, number)
        given.append(number)
    assert given == ["YT0098", "YT0099", "YT0100", "YT0101"]
    assert number_ranges.count_free(store.reader, "yto") == 0
    with pytest.raises(NumbersExhausted) as caught:
        number_ranges.next_free(store.reader, "yto")
    assert caught.value.carrier == "yto"


def test_the_older_range_is_used_up_first(store: Store) -> None:
    enter(store, "YT9001", "YT9001")
    enter(store, "YT0001", "YT0002")
    assert free(store) == ("YT9001", 3)
    accept(store, "YT9001")
    assert free(store) == ("YT0001", 2)


def test_a_waybill_that_is_not_accepted_uses_no_number(store: Store) -> None:
    enter(store, "YT0001", "YT0009")
    with pytest.raises(ZeroDivisionError):
        store.write(AUTHOR, *dying(store))
    assert free(store) == ("YT0001", 9)


def dying(store: Store) -> tuple:  # type: ignore[type-arg] # entries
    from outlet_app.domain.activity import Activity, ActivityKind  # noqa: PLC0415  only here
    from outlet_app.store.store import Entry  # noqa: PLC0415  only here
    from tests.store.rows import accepted, sealed_waybill  # noqa: PLC0415  only here

    def die(_: object) -> None:
        raise ZeroDivisionError

    number = number_ranges.next_free(store.reader, "yto")
    return *accepted(sealed_waybill(number)), Entry(Activity(ActivityKind.PRINTED), die)


def test_a_number_typed_ahead_of_its_turn_is_not_given_again(store: Store) -> None:
    enter(store, "YT0001", "YT0005")
    accept(store, "YT0003")
    accept(store, "YT0002")
    assert free(store) == ("YT0001", 3)
    accept(store, "YT0001")
    assert free(store) == ("YT0004", 2)


def test_a_number_of_a_range_is_used_once_even_when_its_parcel_left(store: Store) -> None:
    enter(store, "YT0001", "YT0005")
    for number in ("YT0001", "YT0004"):
        sealed = accept(store, number)
        with pytest.raises(NumberUsed):
            accept(store, number)
        store.write(
            AUTHOR, waybills.left(sealed.masked.record_id, waybills.WaybillState.CANCELLED, sealed.masked.accepted_at)
        )
        with pytest.raises(NumberUsed) as caught:
            accept(store, number)
        assert caught.value.number == number
    assert free(store) == ("YT0002", 3)


def test_a_number_of_no_range_is_the_carriers_own_label(store: Store) -> None:
    enter(store, "YT0001", "YT0005")
    for number in ("YT0006", "YT00001", "ZT0001", "YT000A", "YT000１"):
        accept(store, number)
    assert free(store) == ("YT0001", 5)


def test_another_carriers_number_is_another_number(store: Store) -> None:
    enter(store, "0001", "0005", "yto")
    enter(store, "0001", "0005", "zto")
    accept(store, "0001", carrier="zto")
    assert free(store, "yto") == ("0001", 5)
    assert free(store, "zto") == ("0002", 4)


def test_a_voided_number_is_never_given(store: Store) -> None:
    enter(store, "YT0001", "YT0004")
    for number in ("YT0001", "YT0003"):
        store.write(AUTHOR, number_ranges.voided("yto", number, VoidReason.SPOILT))
    assert free(store) == ("YT0002", 2)
    for number in ("YT0001", "YT0003"):
        with pytest.raises(NumberUsed):
            accept(store, number)
        with pytest.raises(NumberUsed):
            store.write(AUTHOR, number_ranges.voided("yto", number, VoidReason.SPOILT))
    accept(store, "YT0002")
    assert free(store) == ("YT0004", 1)
    with pytest.raises(KeyError):
        store.write(AUTHOR, number_ranges.voided("yto", "YT0005", VoidReason.MISSING))
    voided = [act.detail for act in activities.after(store.reader, 0, 20) if act.kind == "number_voided"]
    assert voided == [
        '{"carrier":"yto","number":"YT0001","reason":"spoilt"}',
        '{"carrier":"yto","number":"YT0003","reason":"spoilt"}',
    ]


def test_numbers_that_waybills_bear_already_are_not_free_in_a_new_range(store: Store) -> None:
    accept(store, "YT0002")
    accept(store, "YT0004", carrier="zto")
    enter(store, "YT0001", "YT0005")
    assert free(store) == ("YT0001", 4)
    accept(store, "YT0001")
    assert free(store) == ("YT0003", 3)


@pytest.mark.parametrize(
    ("first", "last", "clash"),
    [
        ("YT0105", "YT0300", "YT0105"),
        ("YT0001", "YT0100", "YT0100"),
        ("YT0001", "YT0999", "YT0100"),
        ("YT0150", "YT0160", "YT0150"),
    ],
)
def test_overlapping_ranges_are_refused_at_the_first_number_they_share(
    store: Store, first: str, last: str, clash: str
) -> None:
    enter(store, "YT0100", "YT0200")
    with pytest.raises(NumberUsed) as caught:
        enter(store, first, last)
    assert caught.value.number == clash
    assert number_ranges.count_free(store.reader, "yto") == 101


@pytest.mark.parametrize(
    ("first", "last"),
    [("YT0002", "YT0001"), ("YT1", "YT10"), ("YT1", "ZT2"), ("YT", "YT"), ("", ""), ("YT01", "YT0A"), ("YT１", "YT２")],
)
def test_two_numbers_that_make_no_range_are_refused(first: str, last: str) -> None:
    with pytest.raises(ValueError, match="no range"):
        number_ranges.entered("yto", first, last)


def test_a_long_number_counts_with_its_last_eighteen_digits(store: Store) -> None:
    enter(store, "1" * 30, "1" * 29 + "3")
    assert free(store) == ("1" * 30, 3)
    accept(store, "1" * 30)
    assert free(store) == ("1" * 29 + "2", 2)
    with pytest.raises(ValueError, match="no range"):
        number_ranges.entered("yto", "1" * 30, "2" * 30)


def test_the_act_names_the_range(store: Store) -> None:
    enter(store, "YT0001", "YT0005")
    act = activities.newest(store.reader)
    assert act is not None
    assert (act.kind, act.detail) == ("numbers_entered", '{"carrier":"yto","first":"YT0001","last":"YT0005"}')


def test_each_range_tells_what_is_used_voided_and_free(store: Store) -> None:
    enter(store, "YT0001", "YT0010")
    enter(store, "SF0001", "SF0002", carrier="sf")
    accept(store, "YT0001")
    accept(store, "YT0005")
    for number in ("YT0002", "YT0009"):
        store.write(AUTHOR, number_ranges.voided("yto", number, VoidReason.GIVEN_BACK))
    assert number_ranges.uses(store.reader) == [
        RangeUse("yto", "YT0001", "YT0010", used=2, voided=2, free=6),
        RangeUse("sf", "SF0001", "SF0002", used=0, voided=0, free=2),
    ]
    assert number_ranges.count_free(store.reader, "yto") == 6


@pytest.mark.parametrize(
    ("first", "last", "count"), [("YT0001", "YT0100", 100), ("YT0007", "YT0007", 1), ("YT2", "YT1", 0), ("A1", "B2", 0)]
)
def test_the_numbers_of_a_range_are_counted_before_it_is_entered(first: str, last: str, count: int) -> None:
    assert number_ranges.count_between(first, last) == count


def test_a_number_is_held_by_its_own_carriers_range_alone(store: Store) -> None:
    enter(store, "YT0001", "YT0010")
    assert number_ranges.is_held(store.reader, "yto", "YT0010")
    assert not number_ranges.is_held(store.reader, "yto", "YT0011")
    assert not number_ranges.is_held(store.reader, "sf", "YT0010")
