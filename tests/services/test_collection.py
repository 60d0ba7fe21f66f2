"""Giving out: by the digits that are said, against what is due; and what becomes of parcels that nobody gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.arrived_parcel import ParcelState, RefusalReason
from outlet_app.errors import (
    AlreadyOnShelf,
    Fault,
    FaultKind,
    HistoryBroken,
    InvalidDraft,
    NotOnShelf,
    NotPermitted,
    UndoOver,
)
from outlet_app.services.session import RecordState
from outlet_app.store import activities
from tests.outlets import CHEN_PASSWORD
from tests.services.arriving import arrive

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet

WRONG, UNPAID = Fault("digits", FaultKind.NOT_ITS_TAIL), Fault("cash_taken", FaultKind.NOT_TAKEN)


def last(services: Services) -> dict[str, str | int]:
    act = activities.newest(services.session.store.reader)
    assert act is not None
    return {"kind": act.kind, **read_detail(act)}


def state(services: Services, record_id: bytes) -> ParcelState:
    return services.find.open_parcel(record_id).state


def test_the_digits_give_the_parcel_out_and_the_record_says_how(chen: Services, outlet: Outlet) -> None:
    parcel = arrive(chen)
    collected = chen.collection.give_out(parcel.record_id, " ５６７８ ", cash_taken=False)
    assert (collected.cod_fen, collected.collect_fen) == (0, 0)
    gone = chen.find.open_parcel(parcel.record_id)
    assert (gone.state, gone.left_at) == (ParcelState.COLLECTED, outlet.clock())
    assert last(chen) == {
        "kind": "collected",
        "parcel": "collected",
        "shelf_code": "15-1-1",
        "by": "digits",
        "was": "waiting",
    }


def test_other_digits_do_not_and_each_try_is_in_the_record(chen: Services) -> None:
    parcel = arrive(chen)
    for digits in ("8765", "678", "5678 5678", "１"):
        with pytest.raises(InvalidDraft) as refused:
            chen.collection.give_out(parcel.record_id, digits, cash_taken=True)
        assert refused.value.faults == (WRONG,)
        assert last(chen) == {"kind": "collection_refused", "why": "digits", "shelf_code": "15-1-1"}
    assert state(chen, parcel.record_id) is ParcelState.WAITING
    before = chen.session.store.checkpoint()
    with pytest.raises(InvalidDraft) as refused:
        chen.collection.give_out(parcel.record_id, "  ", cash_taken=True)
    assert refused.value.faults == (Fault("digits", FaultKind.EMPTY),)
    assert chen.session.store.checkpoint() == before


def test_no_number_of_wrong_tries_keeps_the_right_customer_waiting(chen: Services) -> None:
    parcel = arrive(chen)
    for step in range(12):
        with pytest.raises(InvalidDraft):
            chen.collection.give_out(parcel.record_id, f"{step:04d}", cash_taken=False)
    chen.collection.give_out(parcel.record_id, "5678", cash_taken=False)
    kinds = [act.kind for act in activities.of_record(chen.session.store.reader, parcel.record_id)]
    assert kinds.count(ActivityKind.COLLECTION_REFUSED) == 12


def test_a_parcel_that_was_just_found_by_its_tail_needs_no_digits(chen: Services) -> None:
    parcel, other = arrive(chen), arrive(chen, "SF0000000000002", tail="1111")
    assert chen.collection.asks_digits(parcel)
    chen.find.look_up("5678")
    assert not chen.collection.asks_digits(parcel)
    assert chen.collection.asks_digits(other)
    chen.collection.give_out(parcel.record_id, "", cash_taken=False)
    assert last(chen)["by"] == "tail"
    with pytest.raises(InvalidDraft):
        chen.collection.give_out(other.record_id, "", cash_taken=False)


@pytest.mark.parametrize("what", ["number", "shelf code", "other tail", "faulty key", "five minutes", "lock", "person"])
def test_what_was_said_is_over_with(chen: Services, outlet: Outlet, what: str) -> None:
    parcel = arrive(chen)
    chen.find.look_up("5678")
    if what == "five minutes":
        outlet.clock.move(minutes=5)
    elif what == "lock":
        chen.session.lock()
        chen = outlet.entrance.sign_in(outlet.chen_id, CHEN_PASSWORD)
    elif what == "person":
        chen = outlet.lin()
    elif what == "faulty key":
        with pytest.raises(InvalidDraft):
            chen.find.look_up("?")
    else:
        chen.find.look_up({"number": parcel.number, "shelf code": "15-1-1", "other tail": "1234"}[what])
    with pytest.raises(InvalidDraft) as refused:
        chen.collection.give_out(parcel.record_id, "", cash_taken=False)
    assert refused.value.faults == (Fault("digits", FaultKind.EMPTY),)


def test_a_label_with_fewer_digits_or_none_is_given_out_by_what_it_shows(chen: Services) -> None:
    short, none = arrive(chen, tail="34"), arrive(chen, "SF0000000000002", tail="-")
    with pytest.raises(InvalidDraft):
        chen.collection.give_out(short.record_id, "1233", cash_taken=False)
    chen.collection.give_out(short.record_id, "1234", cash_taken=False)
    assert not chen.collection.asks_digits(none)
    chen.collection.give_out(none.record_id, "", cash_taken=False)
    assert last(chen)["by"] == "no_tail"


def test_what_is_due_is_taken_first_and_stands_in_the_record_to_the_fen(chen: Services) -> None:
    parcel = arrive(chen, cash_on_delivery="120.50", collect="8")
    for digits, faults in (("5678", (UNPAID,)), ("1111", (WRONG, UNPAID))):
        with pytest.raises(InvalidDraft) as refused:
            chen.collection.give_out(parcel.record_id, digits, cash_taken=False)
        assert refused.value.faults == faults
    collected = chen.collection.give_out(parcel.record_id, "5678", cash_taken=True)
    assert (collected.cod_fen, collected.collect_fen) == (12050, 800)
    assert (last(chen)["cod_fen"], last(chen)["collect_fen"]) == (12050, 800)
    chen.collection.undo(parcel.record_id)
    assert last(chen) == {
        "kind": "collection_undone",
        "parcel": "waiting",
        "shelf_code": "15-1-1",
        "cod_fen": 12050,
        "collect_fen": 800,
    }


@pytest.mark.parametrize("change", ["cod_fen = 100", "cod_fen = 0", "collect_fen = 0", "place = 5"])
def test_who_lowers_what_is_due_in_the_database_is_seen_before_the_parcel_goes(chen: Services, change: str) -> None:
    record_id = arrive(chen, cash_on_delivery="100", collect="8").record_id
    with chen.session.store._database.transaction() as cursor:
        cursor.run(f"UPDATE parcels SET {change} WHERE record_id = ?", record_id)  # noqa: S608 - the texts above
    with pytest.raises(HistoryBroken):
        chen.collection.give_out(record_id, "5678", cash_taken=True)
    assert chen.session.record_state() is RecordState.BROKEN
    assert state(chen, record_id) is ParcelState.WAITING
    assert last(chen)["kind"] == ActivityKind.INTEGRITY_FAULT


def test_what_the_owner_acknowledged_goes_to_its_recipient(chen: Services, outlet: Outlet) -> None:
    record_id = arrive(chen, cash_on_delivery="100").record_id
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE parcels SET cod_fen = 0 WHERE record_id = ?", record_id)
    with pytest.raises(HistoryBroken):
        chen.collection.give_out(record_id, "5678", cash_taken=True)
    owner = outlet.owner()
    owner.scans.acknowledge("a slip in the shop", "the-owner-of-this-shop", outlet.card)
    owner.collection.give_out(record_id, "5678", cash_taken=False)
    assert state(owner, record_id) is ParcelState.COLLECTED
    assert owner.session.record_state() is not RecordState.BROKEN


def test_a_collection_is_taken_back_by_who_did_it_for_ten_minutes(chen: Services, outlet: Outlet) -> None:
    parcel, late, other = (arrive(chen, f"SF000000000000{step}") for step in range(3))
    for each in (parcel, late, other):
        chen.collection.give_out(each.record_id, "5678", cash_taken=False)
    outlet.clock.move(minutes=9, seconds=59)
    chen.collection.undo(parcel.record_id)
    assert chen.find.open_parcel(parcel.record_id) == parcel
    with pytest.raises(UndoOver):
        chen.collection.undo(parcel.record_id)
    lin = outlet.lin()
    with pytest.raises(UndoOver):
        lin.collection.undo(other.record_id)
    chen = outlet.chen()
    outlet.clock.move(seconds=1)
    with pytest.raises(UndoOver):
        chen.collection.undo(late.record_id)


def test_a_collection_is_not_taken_back_when_its_number_was_shelved_anew(chen: Services) -> None:
    parcel = arrive(chen)
    chen.collection.give_out(parcel.record_id, "5678", cash_taken=False)
    again = arrive(chen)
    with pytest.raises(AlreadyOnShelf) as refused:
        chen.collection.undo(parcel.record_id)
    assert refused.value.shelf_code == again.shelf_code


def test_what_nobody_wants_waits_on_its_shelf_and_is_still_given_to_who_comes_after_all(chen: Services) -> None:
    parcel = arrive(chen)
    chen.collection.refuse(parcel.record_id, RefusalReason.NOT_COLLECTED)
    assert (last(chen)["kind"], last(chen)["reason"]) == ("refused", "not_collected")
    refused = chen.find.open_parcel(parcel.record_id)
    assert (refused.state, refused.left_at) == (ParcelState.REFUSED, None)
    chen.collection.give_out(parcel.record_id, "5678", cash_taken=False)
    chen.collection.undo(parcel.record_id)
    assert state(chen, parcel.record_id) is ParcelState.REFUSED


def test_a_parcel_is_sent_on_by_everybody_and_given_up_by_the_owner_alone(chen: Services, outlet: Outlet) -> None:
    forwarded, lost = arrive(chen), arrive(chen, "SF0000000000002")
    chen.collection.forward(forwarded.record_id)
    with pytest.raises(NotPermitted):
        chen.collection.lose(lost.record_id)
    owner = outlet.owner()
    owner.collection.lose(lost.record_id)
    assert (state(owner, forwarded.record_id), state(owner, lost.record_id)) == (
        ParcelState.FORWARDED,
        ParcelState.LOST,
    )
    assert owner.find.open_parcel(lost.record_id).left_at is not None


def test_what_left_is_given_out_to_nobody(chen: Services) -> None:
    parcel = arrive(chen)
    chen.collection.forward(parcel.record_id)
    for call in (
        lambda: chen.collection.give_out(parcel.record_id, "5678", cash_taken=True),
        lambda: chen.collection.refuse(parcel.record_id, RefusalReason.DAMAGED),
        lambda: chen.collection.forward(parcel.record_id),
    ):
        with pytest.raises(NotOnShelf):
            call()
    with pytest.raises(UndoOver):
        chen.collection.undo(parcel.record_id)
    with pytest.raises(KeyError):
        chen.collection.give_out(b"n" * 16, "5678", cash_taken=True)
