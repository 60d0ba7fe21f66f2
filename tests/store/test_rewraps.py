"""Owner wraps moved a range at a time: what is said of each, and what is noticed of another hand."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import HistoryBroken
from outlet_app.store import activities, rewraps, waybills
from tests.store.rows import AUTHOR, accept, wrap_of

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import SealedWaybill
    from outlet_app.store.store import Store

RANGE = rewraps.RANGE_ROWS


def move(store: Store, range_id: int = 0, *, only: int | None = None) -> list[SealedWaybill]:
    """Give every waybill of the range, or the first few, another W1."""
    rows = waybills.sealed_range(store.reader, range_id)[:only]
    moved = [rewraps.Rewrap(row, os.urandom(80)) for row in rows]
    store.write(AUTHOR, rewraps.rewrapped(store.reader, range_id, moved))
    return [replace(rewrap.sealed, owner_wrap=rewrap.owner_wrap) for rewrap in moved]


def tamper(store: Store, sql: str, *values: str | int | bytes | None) -> None:
    with store._database.transaction() as cursor:
        cursor.run(sql, *values)


@pytest.mark.parametrize(("waybill_id", "range_id"), [(1, 0), (RANGE, 0), (RANGE + 1, 1), (2 * RANGE, 1)])
def test_ranges_lie_side_by_side(waybill_id: int, range_id: int) -> None:
    assert rewraps.range_of(waybill_id) == range_id


def test_an_empty_table_has_no_range(store: Store) -> None:
    assert rewraps.ranges(store.reader) == 0
    accept(store)
    assert rewraps.ranges(store.reader) == 1


def test_a_moved_waybill_is_what_its_range_says_and_one_not_moved_what_its_own_act_says(store: Store) -> None:
    first, second = accept(store, "YT1"), accept(store, "YT2")
    (moved,) = move(store, only=1)
    assert moved.owner_wrap != first.owner_wrap
    assert waybills.sealed(store.reader, first.masked.record_id) == moved
    assert waybills.sealed(store.reader, second.masked.record_id) == second
    act = activities.newest(store.reader)
    assert act is not None
    assert (act.kind, act.record_id) == (ActivityKind.REWRAPPED, None)
    assert '"waybills":1' in act.detail


def test_the_hashes_of_a_range_stay_as_they_are_written(store: Store) -> None:
    """Frozen: record id and SHA-256 of W1 for each waybill that was moved, by record id."""
    for number in range(3):
        accept(store, f"YT{number}")
    moved = sorted(move(store), key=lambda row: row.masked.record_id)
    (hashes,) = store.reader.rows(bytes_of, "SELECT hashes FROM rewrapped_ranges WHERE range_id = 0")
    assert hashes == b"".join(row.masked.record_id + hashlib.sha256(row.owner_wrap).digest() for row in moved)
    act = activities.newest(store.reader)
    assert act is not None
    assert act.detail == f'{{"range":0,"sha_owner_wraps":"{hashlib.sha256(hashes).hexdigest()}","waybills":3}}'


def test_what_was_moved_before_in_a_range_stays_said(store: Store) -> None:
    first = accept(store, "YT1")
    move(store)
    accept(store, "YT2")
    once = waybills.sealed(store.reader, first.masked.record_id)
    rows = waybills.sealed_range(store.reader, 0)[1:]
    store.write(AUTHOR, rewraps.rewrapped(store.reader, 0, [rewraps.Rewrap(rows[0], os.urandom(80))]))
    assert waybills.sealed(store.reader, first.masked.record_id) == once


def test_moved_twice_the_last_time_counts(store: Store) -> None:
    first = accept(store)
    move(store)
    (moved,) = move(store)
    assert waybills.sealed(store.reader, first.masked.record_id) == moved


def test_a_correction_after_the_move_counts(store: Store) -> None:
    first = accept(store)
    move(store)
    corrected = replace(first, masked=replace(first.masked, version=2), owner_wrap=os.urandom(80))
    store.write(AUTHOR, waybills.corrected(corrected, wrap_of(corrected), corrected.masked))
    assert waybills.sealed(store.reader, first.masked.record_id) == corrected


@pytest.mark.parametrize("back", ["the W1 before", "another W1", "hashes of another", "no hashes"])
def test_what_another_hand_puts_back_is_noticed(store: Store, back: str) -> None:
    first = accept(store)
    record_id = first.masked.record_id
    move(store)
    (before,) = store.reader.rows(bytes_of, "SELECT hashes FROM rewrapped_ranges")
    move(store)
    if back == "the W1 before":
        tamper(store, "UPDATE waybills SET owner_wrap = ?", first.owner_wrap)
    elif back == "another W1":
        tamper(store, "UPDATE waybills SET owner_wrap = ?", os.urandom(80))
    elif back == "hashes of another":
        tamper(store, "UPDATE rewrapped_ranges SET hashes = ?", before)
    else:
        tamper(store, "DELETE FROM rewrapped_ranges")
    with pytest.raises(HistoryBroken):
        waybills.sealed(store.reader, record_id)


def test_nothing_is_built_on_hashes_that_another_hand_changed(store: Store) -> None:
    first, second = accept(store, "YT1"), accept(store, "YT2")
    move(store)
    tamper(store, "UPDATE rewrapped_ranges SET hashes = CAST(hashes || ? AS BLOB)", bytes(48))
    row = waybills.sealed_range(store.reader, 0)[1]
    store.write(AUTHOR, rewraps.rewrapped(store.reader, 0, [rewraps.Rewrap(row, os.urandom(80))]))
    with pytest.raises(HistoryBroken):
        waybills.sealed(store.reader, first.masked.record_id)
    waybills.sealed(store.reader, second.masked.record_id)


def test_each_range_has_its_own_newest_act(store: Store) -> None:
    """Ranges 1, 10 and 12 begin with the same digit."""
    for range_id in (1, 10, 12, 1):
        store.write(AUTHOR, rewraps.rewrapped(store.reader, range_id, []))
    head = store.checkpoint().n
    assert [rewraps._known(store.reader, range_id)[0] for range_id in (0, 1, 10, 12)] == [0, head, head - 2, head - 1]


def test_a_row_of_another_range_is_not_moved(store: Store) -> None:
    accept(store)
    (row,) = waybills.sealed_range(store.reader, 0)
    with pytest.raises(KeyError):
        store.write(AUTHOR, rewraps.rewrapped(store.reader, 1, [rewraps.Rewrap(row, os.urandom(80))]))
    assert waybills.sealed_range(store.reader, 0) == [row]


def test_a_row_that_changed_meanwhile_is_not_overwritten(store: Store) -> None:
    accept(store)
    rows = waybills.sealed_range(store.reader, 0)
    entry = rewraps.rewrapped(store.reader, 0, [rewraps.Rewrap(rows[0], os.urandom(80))])
    tamper(store, "UPDATE waybills SET owner_wrap = ?", os.urandom(80))
    before = store.checkpoint()
    with pytest.raises(KeyError):
        store.write(AUTHOR, entry)
    assert store.checkpoint() == before
    assert store.reader.number("SELECT count(*) FROM rewrapped_ranges") == 0


def test_a_range_is_found_without_looking_at_every_act(store: Store) -> None:
    plan = store.reader.rows(last, f"EXPLAIN QUERY PLAN {rewraps._NEWEST}", "a", "b")
    assert any("INDEX acts_of_ranges" in step for step in plan)


def test_rows_are_found_by_range_and_by_id(store: Store) -> None:
    made = [accept(store, f"YT{number}") for number in range(3)]
    ids = [row.masked.record_id for row in made]
    assert waybills.sealed_range(store.reader, 0) == made
    assert waybills.sealed_range(store.reader, 1) == []
    assert {row.masked.record_id for row in waybills.sealed_of(store.reader, ids[1:])} == set(ids[1:])


def bytes_of(row: tuple[bytes]) -> bytes:
    return row[0]


def last(row: tuple[object, ...]) -> str:
    return str(row[-1])
