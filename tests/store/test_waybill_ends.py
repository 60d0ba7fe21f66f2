"""How waybills end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.handover_list import HandoverThing, HandoverWay
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import HistoryBroken
from outlet_app.store import activities, handover_lists, label_wraps, waybill_ends, waybills
from tests.store.rows import AUTHOR, NOON, accept

if TYPE_CHECKING:
    from outlet_app.store.store import Store

LIST = b"l" * 16


def _listed(store: Store) -> bytes:
    record_id = accept(store).masked.record_id
    on = handover_lists.listed(LIST, 1, record_id, HandoverThing.WAYBILL, HandoverWay.BARS)
    store.write(AUTHOR, handover_lists.opened(LIST, 1, "yto", NOON), on)
    return record_id


def test_what_is_handed_over_loses_wrap_and_road_and_its_row_fits_its_acts(store: Store) -> None:
    record_id = _listed(store)
    store.write(AUTHOR, waybill_ends.handed_over(record_id, LIST, 1, NOON))
    row = waybills.sealed(store.reader, record_id)
    assert (row.road_salt, row.masked.sender.road, row.masked.recipient.road, row.masked.remark) == (b"", "", "", "")
    assert label_wraps.of(store.reader, record_id) is None
    assert waybill_ends.state(store.reader, record_id) is WaybillState.HANDED_OVER
    act = activities.of_record(store.reader, record_id)[-1]
    assert read_detail(act) == {"list": 1, "list_id": LIST.hex(), "sha_road": "emptied"}


def test_only_what_stands_on_a_list_is_handed_over_and_only_that_is_lost_later(store: Store) -> None:
    record_id = accept(store).masked.record_id
    for entry in (
        waybill_ends.handed_over(record_id, LIST, 1, NOON),
        waybill_ends.lost_later(record_id, {}),
    ):
        with pytest.raises(KeyError):
            store.write(AUTHOR, entry)
    with pytest.raises(KeyError):
        waybill_ends.state(store.reader, b"x" * 16)


@pytest.mark.parametrize(
    "change",
    ["UPDATE waybills SET left_ms = NULL, state = 'accepted'", "UPDATE waybills SET left_ms = NULL"],
)
def test_a_row_that_was_set_back_into_the_shop_is_not_believed(store: Store, change: str) -> None:
    record_id = _listed(store)
    store.write(AUTHOR, waybill_ends.handed_over(record_id, LIST, 1, NOON))
    with store._database.transaction() as cursor:
        cursor.run(change)
    with pytest.raises(HistoryBroken):
        waybill_ends.state(store.reader, record_id)


def test_a_row_that_says_it_left_without_an_act_is_not_believed(store: Store) -> None:
    record_id = accept(store).masked.record_id
    with store._database.transaction() as cursor:
        cursor.run("UPDATE waybills SET left_ms = 1, state = 'collected'")
    with pytest.raises(HistoryBroken):
        waybill_ends.state(store.reader, record_id)
