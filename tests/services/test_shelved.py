"""A parcel on its shelf, as its acts tell of it, and what its person may take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import HistoryBroken, NotOnShelf, UndoOver
from outlet_app.services import shelved
from tests.services.arriving import arrive

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


def test_a_parcel_is_given_as_it_stands_and_only_from_its_shelf(chen: Services) -> None:
    parcel = arrive(chen)
    assert shelved.on_shelf(chen.session, parcel.record_id) == parcel
    chen.collection.forward(parcel.record_id)
    assert shelved.checked(chen.session, parcel.record_id).left_at is not None
    with pytest.raises(NotOnShelf) as refused:
        shelved.on_shelf(chen.session, parcel.record_id)
    assert refused.value.number == parcel.number


def test_a_row_that_was_deleted_is_none_and_one_that_was_added_is_told(chen: Services) -> None:
    parcel = arrive(chen)
    database = chen.session.store._database
    with database.transaction() as cursor:
        cursor.run("UPDATE parcels SET record_id = ? WHERE record_id = ?", b"n" * 16, parcel.record_id)
    with pytest.raises(KeyError):
        shelved.checked(chen.session, parcel.record_id)
    with pytest.raises(HistoryBroken):
        shelved.checked(chen.session, b"n" * 16)


def test_an_act_is_ones_own_for_ten_minutes(chen: Services, outlet: Outlet) -> None:
    parcel = arrive(chen)
    assert shelved.own_act(chen.session, parcel.record_id, ActivityKind.ARRIVED).kind == ActivityKind.ARRIVED
    with pytest.raises(UndoOver):
        shelved.own_act(chen.session, parcel.record_id, ActivityKind.COLLECTED)
    outlet.clock.move(minutes=10)
    with pytest.raises(UndoOver):
        shelved.own_act(chen.session, parcel.record_id, ActivityKind.ARRIVED)
