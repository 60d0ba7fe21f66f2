"""Hand-over lists whose rows somebody changed in the database: acts outrank them, and the truck goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.arrived_parcel import RefusalReason
from outlet_app.domain.handover_list import PutOnOutcome
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import (
    HistoryBroken,
)
from outlet_app.services.record_check import RecordState
from outlet_app.store import parcels, waybills
from tests.services.arriving import arrive
from tests.services.handing import listed, parcel, put_on
from tests.services.scanning import edit

if TYPE_CHECKING:
    from outlet_app.services import Services


def _state(services: Services, record_id: bytes) -> WaybillState:
    kept = waybills.by_id(services.session.store.reader, record_id)
    assert kept is not None
    return kept.state


def test_a_parcel_that_was_put_on_a_list_by_hand_in_the_database_is_not_handed_over(chen: Services) -> None:
    standing, _ = listed(chen, 1)
    planted = parcel(chen)
    edit(
        chen,
        "INSERT INTO handover_items VALUES (?, 9, ?, 'waybill', 'code')",
        *(standing.number, planted.record_id),
    )
    edit(chen, "UPDATE waybills SET state = 'listed' WHERE record_id = ?", planted.record_id)
    with pytest.raises(HistoryBroken):
        chen.hand_over.close(standing.list_id, None)
    assert chen.session.record_state() is RecordState.BROKEN
    assert _state(chen, planted.record_id) is WaybillState.LISTED
    chen.hand_over.take_off(standing.list_id, planted.record_id)
    assert chen.hand_over.close(standing.list_id, None).list.count == 1


def test_a_parcel_that_was_taken_out_of_the_database_goes_on_again_before_the_list_closes(chen: Services) -> None:
    standing, (first, second) = listed(chen)
    edit(chen, "DELETE FROM handover_items WHERE record_id = ?", first.record_id)
    with pytest.raises(HistoryBroken):
        chen.hand_over.close(standing.list_id, None)
    put_on(chen, first)
    chen.hand_over.close(standing.list_id, None)
    assert {_state(chen, made.record_id) for made in (first, second)} == {WaybillState.HANDED_OVER}


def test_a_waybill_that_was_set_back_into_the_shop_does_not_go_on_a_list(chen: Services) -> None:
    standing, (made,) = listed(chen, 1)
    chen.hand_over.close(standing.list_id, None)
    edit(chen, "UPDATE waybills SET state = 'accepted', left_ms = NULL WHERE record_id = ?", made.record_id)
    assert chen.hand_over.put_on("yto", made.number, typed=True).outcome is PutOnOutcome.MISFIT
    assert chen.session.record_state() is RecordState.BROKEN
    assert chen.hand_over.lists() == ()


def test_a_parcel_whose_state_was_changed_by_hand_does_not_go_on(chen: Services) -> None:
    arrived = arrive(chen)
    edit(chen, "UPDATE parcels SET state = 'refused' WHERE record_id = ?", arrived.record_id)
    assert chen.hand_over.put_on("sf", arrived.number, typed=False).outcome is PutOnOutcome.MISFIT
    assert chen.session.record_state() is RecordState.BROKEN


def test_an_item_of_anything_that_somebody_planted_comes_off_and_changes_nothing(chen: Services) -> None:
    standing, _ = listed(chen, 1)
    arrived = arrive(chen)
    edit(chen, "INSERT INTO handover_items VALUES (?, 9, ?, 'parcel', 'bars')", *(standing.number, arrived.record_id))
    chen.hand_over.take_off(standing.list_id, arrived.record_id)
    assert parcels.by_id(chen.session.store.reader, arrived.record_id) == arrived


def test_a_refused_parcel_whose_item_was_taken_out_of_the_database_goes_on_again(chen: Services) -> None:
    arrived = arrive(chen)
    chen.collection.refuse(arrived.record_id, RefusalReason.NOT_PAID)
    standing = chen.hand_over.put_on("sf", arrived.number, typed=False).list
    assert standing is not None
    edit(chen, "DELETE FROM handover_items")
    assert chen.hand_over.put_on("sf", arrived.number, typed=False).outcome is PutOnOutcome.ON
    assert chen.hand_over.close(standing.list_id, None).list.count == 1


def test_a_list_that_was_planted_in_the_database_gives_way_and_is_told(chen: Services) -> None:
    edit(chen, "INSERT INTO handover_lists VALUES (7, ?, 'yto', 1, NULL)", b"p" * 16)
    standing = put_on(chen, parcel(chen))
    assert (standing.number, standing.count) == (8, 1)
    assert chen.session.record_state() is RecordState.BROKEN
    assert chen.hand_over.close(standing.list_id, None).list.count == 1
