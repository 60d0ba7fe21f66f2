"""Places of a shelf: rising, never two parcels on one, and a rest after each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.arrived_parcel import ParcelState
from outlet_app.domain.shelf_code import COOL_DOWN, HIGHEST_PLACE
from outlet_app.errors import ShelfFull
from outlet_app.store import parcels, shelves
from tests.store.rows import AUTHOR
from tests.store.shelved import parcel, shelve

if TYPE_CHECKING:
    from outlet_app.store.store import Store
    from tests.store.rows import Clock


def place(store: Store, clock: Clock, shelf: str = "15-1") -> int:
    return shelves.next_place(store.reader, shelf, clock())


def fill(store: Store, *, but: int = 0) -> None:
    """A parcel on every place of 15-1 but one."""
    with store._database.transaction() as cursor:
        for step in range(1, HIGHEST_PLACE + 1):
            if step != but:
                made = parcel(f"SF{step:013d}", place=step)
                cursor.run(parcels._INSERT, *parcels._values(made))
        shelves.note_given(cursor, "15-1", HIGHEST_PLACE)


def test_places_rise_each_shelf_for_itself(store: Store, clock: Clock) -> None:
    assert [shelve(store, f"SF000000000000{step}").place for step in range(3)] == [1, 2, 3]
    assert shelve(store, shelf="A").place == 1
    assert place(store, clock) == 4
    assert shelves.names(store.reader) == ("15-1", "A")


def test_a_place_that_was_freed_rests_for_two_days_even_when_the_numbers_begin_anew(store: Store, clock: Clock) -> None:
    made = shelve(store, place=1)
    with store._database.transaction() as cursor:
        shelves.note_given(cursor, "15-1", HIGHEST_PLACE)
    store.write(AUTHOR, parcels.left(made, ParcelState.COLLECTED, clock()))
    assert place(store, clock) == 2
    clock.move(days=2, minutes=-1)
    assert place(store, clock) == 2
    clock.move(minutes=1)
    assert place(store, clock) == 1
    assert timedelta(days=2) == COOL_DOWN


def test_a_place_that_a_parcel_was_moved_from_rests_as_well(store: Store, clock: Clock) -> None:
    former = shelve(store, place=1)
    store.write(AUTHOR, parcels.moved(former, replace(former, shelf="A", place=1), clock()))
    with store._database.transaction() as cursor:
        shelves.note_given(cursor, "15-1", HIGHEST_PLACE)
    assert place(store, clock) == 2
    clock.move(days=2)
    assert place(store, clock) == 1
    assert place(store, clock, "A") == 2


def test_a_full_shelf_says_so_and_its_one_free_place_is_found(store: Store, clock: Clock) -> None:
    fill(store, but=500)
    assert place(store, clock) == 500
    shelve(store, "SF9999999999999", place=500)
    with pytest.raises(ShelfFull) as refused:
        place(store, clock)
    assert refused.value.shelf == "15-1"
    assert place(store, clock, "15-2") == 1


def test_a_place_is_asked_for_by_indexes_alone(store: Store) -> None:
    plan = store.reader.rows(lambda row: str(row[3]), f"EXPLAIN QUERY PLAN {shelves._TAKEN}", "15-1", 1, 0)
    searches = [step for step in plan if step.startswith(("SEARCH", "SCAN")) and step != "SCAN CONSTANT ROW"]
    assert [step.split()[0] for step in searches] == ["SEARCH"] * 3
    assert all("COVERING INDEX" in step or "PRIMARY KEY" in step for step in searches)
