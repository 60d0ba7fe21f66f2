"""Our own waybills that came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.store import activities, own_returns, waybills
from tests.store.rows import AUTHOR, accept

if TYPE_CHECKING:
    from outlet_app.store.store import Store


def hand_over(store: Store, record_id: bytes) -> None:
    with store._database.transaction() as cursor:
        cursor.run("UPDATE waybills SET state = 'handed_over', left_ms = 1 WHERE record_id = ?", record_id)


def state(store: Store, record_id: bytes) -> WaybillState | None:
    kept = waybills.by_id(store.reader, record_id)
    return None if kept is None else kept.state


def test_only_a_waybill_that_was_handed_over_can_come_back(store: Store) -> None:
    record_id = accept(store).masked.record_id
    assert own_returns.handed_over(store.reader, "YT0000001") is None
    with pytest.raises(KeyError):
        store.write(AUTHOR, own_returns.came_back(record_id, "15-1-1"))
    hand_over(store, record_id)
    assert own_returns.handed_over(store.reader, "YT0000001") == record_id
    assert own_returns.handed_over(store.reader, "YT000000") is None


def test_it_is_returned_with_an_act_that_says_where_it_waits_and_a_slip_is_taken_back(store: Store) -> None:
    record_id = accept(store).masked.record_id
    hand_over(store, record_id)
    store.write(AUTHOR, own_returns.came_back(record_id, "15-1-1"))
    assert state(store, record_id) is WaybillState.RETURNED
    assert own_returns.handed_over(store.reader, "YT0000001") is None
    store.write(AUTHOR, own_returns.taken_back(record_id))
    assert state(store, record_id) is WaybillState.HANDED_OVER
    with pytest.raises(KeyError):
        store.write(AUTHOR, own_returns.taken_back(record_id))
    kinds = [act.kind for act in activities.of_record(store.reader, record_id)][-2:]
    assert kinds == [ActivityKind.RETURNED, ActivityKind.ARRIVAL_UNDONE]


def test_the_newest_of_one_number_is_the_one_that_came_back(store: Store) -> None:
    first = accept(store).masked.record_id
    hand_over(store, first)
    second = accept(store).masked.record_id
    assert own_returns.handed_over(store.reader, "YT0000001") == first
    hand_over(store, second)
    assert own_returns.handed_over(store.reader, "YT0000001") == second


def test_what_came_back_still_fits_its_acts(store: Store) -> None:
    record_id = accept(store).masked.record_id
    hand_over(store, record_id)
    store.write(AUTHOR, own_returns.came_back(record_id, "15-1-1"))
    assert waybills.sealed(store.reader, record_id).masked.record_id == record_id
