"""Arrived parcels by number, tail and place, and those that wait: which, in what order, how many, by which index."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.arrived_parcel import ParcelState
from outlet_app.store import parcel_search, parcels
from tests.store.rows import AUTHOR
from tests.store.shelved import shelve

if TYPE_CHECKING:
    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.store.parcel_search import ParcelHits
    from outlet_app.store.store import Store
    from tests.store.rows import Clock


def numbers(hits: ParcelHits) -> list[str]:
    return [each.number for each in hits.parcels]


def leaves(store: Store, made: ArrivedParcel, clock: Clock) -> None:
    clock.move(minutes=1)
    store.write(AUTHOR, parcels.left(made, ParcelState.COLLECTED, clock()))


def test_a_tail_finds_exactly_itself_those_here_first_then_the_last_that_left(store: Store, clock: Clock) -> None:
    made = [shelve(store, f"SF000000000000{step}") for step in range(5)]
    shelve(store, "SF0000000000009", tail="678")
    shelve(store, "SF0000000000010", tail="")
    leaves(store, made[3], clock)
    leaves(store, made[1], clock)
    by = parcel_search.by_tail
    assert numbers(by(store.reader, "5678")) == [made[step].number for step in (4, 2, 0, 1, 3)]
    assert numbers(by(store.reader, "678")) == ["SF0000000000009"]
    for nothing in ("", "56", "5678%", "_678"):
        assert numbers(by(store.reader, nothing)) == []


@pytest.mark.parametrize(
    ("here", "gone", "shown", "more"), [(20, 1, 20, False), (21, 0, 20, True), (3, 7, 8, False), (18, 3, 20, False)]
)
def test_at_most_twenty_that_stand_here_and_five_that_left(
    store: Store, clock: Clock, here: int, gone: int, shown: int, *, more: bool
) -> None:
    made = [shelve(store, f"SF{step:013d}") for step in range(here + gone)]
    for each in made[here:]:
        leaves(store, each, clock)
    hits = parcel_search.by_tail(store.reader, "5678")
    assert (len(hits.parcels), hits.more) == (shown, more)


def test_a_number_finds_every_carriers_parcel(store: Store, clock: Clock) -> None:
    first, second = shelve(store), shelve(store, carrier="jd")
    leaves(store, second, clock)
    hits = parcel_search.by_number(store.reader, first.number)
    assert [each.carrier for each in hits.parcels] == ["sf", "jd"]
    assert parcel_search.by_number(store.reader, first.number[:-1]).parcels == ()


def test_a_place_finds_who_stands_there_who_left_from_there_and_who_was_moved(store: Store, clock: Clock) -> None:
    former = shelve(store, "SF0000000000001", place=1)
    leaves(store, former, clock)
    moved = shelve(store, "SF0000000000002", place=1)
    store.write(AUTHOR, parcels.moved(moved, replace(moved, shelf="A", place=3), clock()))
    standing = shelve(store, "SF0000000000003", place=1)
    hits = parcel_search.by_place(store.reader, "15-1", 1)
    assert [(each.number, each.shelf_code) for each in hits.parcels] == [
        (standing.number, "15-1-1"),
        (moved.number, "A-3"),
        (former.number, "15-1-1"),
    ]
    assert numbers(parcel_search.by_place(store.reader, "A", 3)) == [moved.number]
    assert numbers(parcel_search.by_place(store.reader, "A", 1)) == []


def test_a_parcel_that_was_moved_away_and_back_comes_once(store: Store, clock: Clock) -> None:
    made = shelve(store, place=1)
    away = replace(made, shelf="A", place=1)
    store.write(AUTHOR, parcels.moved(made, away, clock()))
    store.write(AUTHOR, parcels.moved(away, made, clock()))
    assert numbers(parcel_search.by_place(store.reader, "15-1", 1)) == [made.number]


def test_those_that_wait_are_counted_and_told_oldest_first_page_by_page(store: Store, clock: Clock) -> None:
    made = []
    for step in range(45):
        clock.move(minutes=step % 2)  # two at a time in one moment
        made.append(shelve(store, f"SF{step:013d}", arrived_at=clock()))
    store.write(AUTHOR, parcels.refused(made[5], "damaged"))
    leaves(store, made[7], clock)
    waits = [each.number for step, each in enumerate(made) if step not in {5, 7}]
    clock.move(minutes=1)
    count = parcel_search.count_waiting
    assert count(store.reader, ParcelState.WAITING, clock()) == 43
    assert count(store.reader, ParcelState.REFUSED, clock()) == 1
    assert count(store.reader, ParcelState.WAITING, made[1].arrived_at) == 1
    told: list[ArrivedParcel] = []
    while page := parcel_search.waiting(store.reader, ParcelState.WAITING, clock(), told[-1] if told else None):
        assert len(page) <= 20
        told += page
    assert [each.number for each in told] == waits


@pytest.mark.parametrize(
    ("query", "values", "index"),
    [
        (parcel_search._BY_NUMBER, ["SF"], "parcels_by_number"),
        (parcel_search._BY_TAIL, ["5678"], "parcels_by_tail"),
        (parcel_search._BY_PLACE, ["15-1", 1], ""),
        (parcel_search._FIRST_WAITING, ["waiting", 1], "parcels_waiting"),
        (parcel_search._WAITING, ["waiting", 1, 0, b""], "parcels_waiting"),
        (parcel_search._OVERDUE, ["waiting", 1], "parcels_waiting"),
    ],
)
def test_every_part_is_answered_by_an_index_and_nothing_is_scanned(
    store: Store, query: str, values: list[str | int | bytes], index: str
) -> None:
    plan = store.reader.rows(lambda row: str(row[3]), f"EXPLAIN QUERY PLAN {query}", *values)
    searches = [step for step in plan if step.startswith("SEARCH")]
    assert searches
    assert all(index in step or "rowid" in step or "UNIQUE" in step.upper() or "autoindex" in step for step in searches)
    assert not [step for step in plan if step.startswith("SCAN parcels")]
    assert not [step for step in plan if "TEMP B-TREE" in step]
