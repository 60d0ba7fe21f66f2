"""Hand-over lists as rows."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.handover_list import HandoverThing, HandoverWay
from outlet_app.errors import HistoryBroken
from outlet_app.store import handover_lists, waybill_ends, waybills
from outlet_app.store.connection import ConstraintFailed
from tests.store.rows import AUTHOR, NOON, accept

if TYPE_CHECKING:
    from outlet_app.store.store import Entry, Store

LIST = b"l" * 16
ON = (HandoverThing.WAYBILL, HandoverWay.CODE)


def _opened(store: Store, carrier: str = "yto", list_id: bytes = LIST) -> None:
    store.write(AUTHOR, handover_lists.opened(list_id, handover_lists.next_number(store.reader), carrier, NOON))


def _listed(store: Store, number: str) -> bytes:
    record_id = accept(store, number).masked.record_id
    store.write(AUTHOR, handover_lists.listed(LIST, 1, record_id, *ON))
    return record_id


def _closing(store: Store) -> Entry:
    standing = handover_lists.by_id(store.reader, LIST)
    return handover_lists.closed(standing, handover_lists.every_item(store.reader, LIST), NOON)


def test_a_carrier_has_one_open_list(store: Store) -> None:
    _opened(store)
    with pytest.raises(ConstraintFailed):
        _opened(store, list_id=b"m" * 16)
    _opened(store, "zto", b"m" * 16)
    assert [(each.carrier, each.number) for each in handover_lists.open_lists(store.reader)] == [("yto", 1), ("zto", 2)]
    store.write(AUTHOR, _closing(store))
    _opened(store, list_id=b"n" * 16)
    assert handover_lists.next_number(store.reader) == 4


def test_a_closed_list_takes_nothing_on_or_off_and_is_not_closed_again(store: Store) -> None:
    _opened(store)
    record_id = _listed(store, "YT0000001")
    other = accept(store, "YT0000002").masked.record_id
    again = _closing(store)
    store.write(AUTHOR, _closing(store))
    head = store.checkpoint()
    for entry in (
        again,
        handover_lists.listed(LIST, 1, other, *ON),
        handover_lists.unlisted(LIST, 1, record_id, HandoverThing.WAYBILL),
    ):
        with pytest.raises(KeyError):
            store.write(AUTHOR, entry)
    assert store.checkpoint() == head


def test_only_what_stands_in_the_shop_goes_on(store: Store) -> None:
    _opened(store)
    sealed = accept(store)
    store.write(AUTHOR, waybills.left(sealed.masked.record_id, waybills.WaybillState.CANCELLED, NOON))
    for record_id in (sealed.masked.record_id, os.urandom(16)):
        with pytest.raises(KeyError):
            store.write(AUTHOR, handover_lists.listed(LIST, 1, record_id, *ON))
    assert handover_lists.items(store.reader, LIST) == []
    with pytest.raises(KeyError):
        handover_lists.by_id(store.reader, b"x" * 16)


def test_the_same_parcel_is_not_on_a_list_twice(store: Store) -> None:
    _opened(store)
    record_id = _listed(store, "YT0000001")
    with pytest.raises(ConstraintFailed):
        store.write(AUTHOR, handover_lists.listed(LIST, 1, record_id, *ON))


def test_items_fit_their_acts_whatever_went_on_and_off(store: Store) -> None:
    _opened(store)
    first, second = _listed(store, "YT0000001"), _listed(store, "YT0000002")
    store.write(AUTHOR, handover_lists.unlisted(LIST, 1, first, HandoverThing.WAYBILL))
    store.write(AUTHOR, handover_lists.listed(LIST, 1, first, HandoverThing.WAYBILL, HandoverWay.TYPED))
    assert [item.record_id for item in handover_lists.checked_items(store.reader, LIST)] == [second, first]


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM handover_items WHERE position = 1",
        "UPDATE handover_items SET way = 'typed' WHERE position = 1",
        "UPDATE handover_items SET thing = 'parcel' WHERE position = 2",
        "INSERT INTO handover_items SELECT 1, 3, record_id, 'waybill', 'code' FROM waybills WHERE state = 'accepted'",
        "UPDATE handover_items SET record_id = zeroblob(16) WHERE position = 2",
        "UPDATE handover_lists SET record_id = zeroblob(16)",
        "UPDATE handover_lists SET closed_ms = 1",
        "UPDATE handover_lists SET carrier = 'zto'",
    ],
)
def test_items_that_no_act_tells_of_are_not_taken_for_the_list(store: Store, change: str) -> None:
    _opened(store)
    _listed(store, "YT0000001")
    _listed(store, "YT0000002")
    accept(store, "YT0000003")
    with store._database.transaction() as cursor:
        cursor.run(change)
    list_id = bytes(16) if "SET record_id = zeroblob(16)" in change and "lists" in change else LIST
    with pytest.raises((HistoryBroken, TypeError)):
        handover_lists.checked_items(store.reader, list_id)


def test_an_act_of_another_list_counts_for_none(store: Store) -> None:
    _opened(store)
    record_id = _listed(store, "YT0000001")
    _opened(store, "zto", b"m" * 16)
    assert handover_lists.checked_items(store.reader, b"m" * 16) == []
    assert handover_lists.holding(store.reader, record_id) == handover_lists.open_of(store.reader, "yto")
    assert handover_lists.holding(store.reader, b"x" * 16) is None


def test_lists_are_found_by_the_time_of_their_closing(store: Store) -> None:
    _opened(store)
    _listed(store, "YT0000001")
    assert handover_lists.closed_between(store.reader, NOON, NOON.replace(hour=5)) == []
    store.write(AUTHOR, _closing(store))
    (found,) = handover_lists.closed_between(store.reader, NOON, NOON.replace(hour=5))
    assert (found.list_id, found.closed_at, found.count, found.weight_g) == (LIST, NOON, 1, 1200)
    assert handover_lists.closed_between(store.reader, NOON.replace(hour=1), NOON) == []


@pytest.mark.parametrize("query", [handover_lists._WAITING, f"{handover_lists._LIST} WHERE closed_ms IS NULL"])
def test_what_the_page_asks_reads_no_list_that_is_closed(store: Store, query: str) -> None:
    plan = [row[3] for row in store.reader.rows(tuple, f"EXPLAIN QUERY PLAN {query}")]
    assert any("USING INDEX handover_lists_open" in step for step in plan)
    assert not [step for step in plan if step.startswith("SCAN handover_items") or step == "SCAN lists"]


def test_a_list_that_no_longer_fits_its_acts_is_given_up_and_one_that_fits_is_not(store: Store) -> None:
    _opened(store)
    first, second = _listed(store, "YT0000001"), _listed(store, "YT0000002")
    assert handover_lists.given_up(store.reader, NOON) == []
    with store._database.transaction() as cursor:
        cursor.run("UPDATE handover_items SET way = 'typed' WHERE position = 1")
    store.write(AUTHOR, *handover_lists.given_up(store.reader, NOON))
    assert handover_lists.open_lists(store.reader) == []
    for record_id in (first, second):
        assert waybill_ends.state(store.reader, record_id) is waybills.WaybillState.ACCEPTED
    _opened(store, list_id=b"m" * 16)
    store.write(AUTHOR, handover_lists.listed(b"m" * 16, 2, first, *ON))


def test_a_list_that_is_open_by_its_row_alone_gives_way_to_another(store: Store) -> None:
    _opened(store)
    assert handover_lists.is_open(store.reader, handover_lists.by_id(store.reader, LIST))
    store.write(AUTHOR, _closing(store))
    with store._database.transaction() as cursor:
        cursor.run("UPDATE handover_lists SET closed_ms = NULL")
    assert not handover_lists.is_open(store.reader, handover_lists.by_id(store.reader, LIST))
    store.write(AUTHOR, handover_lists.opened(b"m" * 16, 2, "yto", NOON, aside=LIST))
    assert [each.number for each in handover_lists.open_lists(store.reader)] == [2]
