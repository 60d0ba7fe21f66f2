"""Numbers given back, numbers in doubt, and that none is ever given twice."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.number_use import RangeUse, UncertainNumbers, VoidReason
from outlet_app.errors import NumbersExhausted, NumberUsed
from outlet_app.store import number_ranges, returned_numbers, uncertain_numbers
from outlet_app.store.store import Entry, Store
from outlet_app.store.uncertain_numbers import Span
from tests.store.rows import AUTHOR, KEY, OUTLET, Clock, accept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def enter(store: Store, first: str, last: str) -> None:
    store.write(AUTHOR, number_ranges.entered("yto", first, last))


def give_back(store: Store, first: str) -> None:
    store.write(AUTHOR, returned_numbers.given_back(store.reader, "yto", first))


def doubt(store: Store, *spans: Span) -> None:
    store.write(AUTHOR, Entry(Activity(ActivityKind.RESTORED), lambda cursor: uncertain_numbers.keep(cursor, spans)))


def take(store: Store, number: str) -> None:
    activity = Activity(ActivityKind.ACCEPTED)
    store.write(AUTHOR, Entry(activity, lambda cursor: number_ranges.use(cursor, "yto", number)))


def test_what_went_back_is_not_given_out_and_not_taken_when_typed(store: Store) -> None:
    enter(store, "YT0001", "YT0010")
    take(store, "YT0001")
    give_back(store, "YT0003")
    assert number_ranges.uses(store.reader) == [
        RangeUse("yto", "YT0001", "YT0010", used=1, voided=0, free=1, returned=8)
    ]
    with pytest.raises(NumberUsed):
        take(store, "YT0007")
    take(store, "YT0002")
    with pytest.raises(NumbersExhausted):
        number_ranges.next_free(store.reader, "yto")


def test_what_went_back_can_come_again_as_a_new_range(store: Store) -> None:
    enter(store, "YT0001", "YT0010")
    give_back(store, "YT0001")
    enter(store, "YT0004", "YT0006")
    assert number_ranges.next_free(store.reader, "yto") == "YT0004"
    take(store, "YT0004")


@pytest.mark.parametrize("taken", ["used", "void", "ahead"])
def test_nothing_goes_back_of_which_one_number_is_taken(store: Store, taken: str) -> None:
    enter(store, "YT0001", "YT0010")
    if taken == "void":
        store.write(AUTHOR, number_ranges.voided("yto", "YT0005", VoidReason.SPOILT))
    else:
        take(store, "YT0001" if taken == "used" else "YT0005")
    with pytest.raises(NumberUsed) as refused:
        give_back(store, "YT0001")
    assert refused.value.number == ("YT0001" if taken == "used" else "YT0005")
    assert number_ranges.uses(store.reader)[0].returned == 0


def test_a_number_of_no_range_cannot_go_back(store: Store) -> None:
    with pytest.raises(KeyError):
        give_back(store, "YT0001")


def test_numbers_in_doubt_are_told_with_those_that_a_label_bore(store: Store) -> None:
    enter(store, "YT0001", "YT0010")
    doubt(store, Span(1, 1, 4))
    take(store, "YT0002")
    assert returned_numbers.uncertain(store.reader) == [UncertainNumbers("yto", "YT0001", "YT0004", 4, 1)]
    assert number_ranges.uses(store.reader) == [
        RangeUse("yto", "YT0001", "YT0010", used=1, voided=0, free=6, uncertain=3)
    ]


def test_numbers_settled_as_used_are_gone(store: Store) -> None:
    enter(store, "YT0001", "YT0010")
    doubt(store, Span(1, 1, 4))
    (lost,) = returned_numbers.uncertain(store.reader)
    store.write(AUTHOR, returned_numbers.settled(lost, free=False))
    with pytest.raises(NumberUsed):
        take(store, "YT0002")
    assert number_ranges.next_free(store.reader, "yto") == "YT0005"
    with pytest.raises(KeyError):
        store.write(AUTHOR, returned_numbers.settled(lost, free=False))


@pytest.mark.parametrize(("first", "last"), [(1, 4), (3, 6), (7, 10), (1, 10)])
def test_numbers_settled_as_free_are_given_out_again_but_for_those_that_a_label_bore(
    store: Store, first: int, last: int
) -> None:
    enter(store, "YT0001", "YT0010")
    for value in range(1, first):
        take(store, f"YT{value:04d}")
    doubt(store, Span(1, first, last))
    bore = f"YT{first:04d}"
    take(store, bore)
    (lost,) = returned_numbers.uncertain(store.reader)
    store.write(AUTHOR, returned_numbers.settled(lost, free=True))
    assert returned_numbers.uncertain(store.reader) == []
    given = []
    while number_ranges.count_free(store.reader, "yto"):
        given.append(number_ranges.next_free(store.reader, "yto"))
        take(store, given[-1])
    assert sorted(given) == [f"YT{value:04d}" for value in range(first + 1, 11)]


def test_numbers_in_doubt_of_no_range_any_more_are_not_settled(store: Store) -> None:
    with pytest.raises(KeyError):
        store.write(AUTHOR, returned_numbers.settled(UncertainNumbers("yto", "YT1", "YT2", 2, 0), free=True))


def test_of_two_who_read_the_same_next_number_one_gets_it(store: Store) -> None:
    enter(store, "YT0001", "YT0010")
    both = [number_ranges.next_free(store.reader, "yto") for _ in range(2)]
    accept(store, both[0])
    with pytest.raises(NumberUsed):
        accept(store, both[1])


HIGHEST = 12
_VALUES = st.integers(1, HIGHEST)
_STEPS = st.lists(
    st.tuples(st.sampled_from(["next", "type", "void", "back", "doubt", "used", "free", "enter"]), _VALUES), max_size=25
)


def _number(value: int) -> str:
    return f"YT{value:04d}"


def _next(store: Store, _: int) -> int:
    number = number_ranges.next_free(store.reader, "yto")
    take(store, number)
    return int(number[2:])


def _typed(store: Store, value: int) -> int:
    take(store, _number(value))
    return value


def _void(store: Store, value: int) -> int:
    store.write(AUTHOR, number_ranges.voided("yto", _number(value), VoidReason.SPOILT))
    return value


def _back(store: Store, value: int) -> None:
    give_back(store, _number(value))


def _doubt(store: Store, value: int) -> None:
    ranges = uncertain_numbers.open_ranges(store.reader)
    doubt(store, *uncertain_numbers.the_next(ranges, value % 4 + 1))


def _settle(store: Store, *, free: bool) -> None:
    for lost in returned_numbers.uncertain(store.reader)[:1]:
        store.write(AUTHOR, returned_numbers.settled(lost, free=free))


_DO: dict[str, Callable[[Store, int], int | None]] = {
    "next": _next,
    "type": _typed,
    "void": _void,
    "back": _back,
    "doubt": _doubt,
    "used": lambda store, _: _settle(store, free=False),
    "free": lambda store, _: _settle(store, free=True),
    "enter": lambda store, value: enter(store, _number(value), _number(value)),
}


@pytest.fixture(scope="module")
def fresh() -> Iterator[Callable[[], Store]]:
    """Gives a new store each time: hypothesis asks for many in one test."""
    opened: list[Store] = []
    with tempfile.TemporaryDirectory() as folder:

        def make() -> Store:
            path = Path(folder) / f"{len(opened)}.db"
            opened.append(Store.create(path, KEY, outlet_id=OUTLET, clock=Clock()))
            opened[-1].write(AUTHOR, Entry(Activity(ActivityKind.OUTLET_FOUNDED)))
            enter(opened[-1], _number(1), _number(HIGHEST - 2))
            return opened[-1]

        yield make
        for store in opened:
            store.close()


@settings(max_examples=25, deadline=None)
@given(steps=_STEPS)
def test_whatever_is_done_no_number_is_taken_twice(fresh: Callable[[], Store], steps: list[tuple[str, int]]) -> None:
    store, taken = fresh(), set()
    for what, value in steps:
        in_range = number_ranges.is_held(store.reader, "yto", _number(value))
        try:
            got = _DO[what](store, value)
        except (NumberUsed, NumbersExhausted, KeyError):
            continue
        if got is not None and (in_range or what == "next"):
            assert got not in taken, steps
            taken.add(got)
    (left,) = [number_ranges.count_free(store.reader, "yto")]
    for _ in range(left):
        number = _next(store, 0)
        assert number not in taken
        taken.add(number)
    with pytest.raises(NumbersExhausted):
        number_ranges.next_free(store.reader, "yto")
