"""Waybills as rows."""

from __future__ import annotations

import os
import re
from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.commitments import EMPTIED, MASKED_PART, OWNER_WRAP, ROAD, ROAD_PART, VERSION, commitments
from outlet_app.domain.sealed_waybill import IN_SHOP, SealedWaybill, WaybillState
from outlet_app.domain.terms import Category, Payment, Terms
from outlet_app.errors import HistoryBroken, NumberUsed
from outlet_app.store import activities, label_wraps, waybills
from outlet_app.store.connection import ConstraintFailed
from outlet_app.store.store import Entry, Store
from tests.store.rows import AUTHOR, NOON, RECIPIENT, SENDER, accept, accepted, sealed_waybill, wrap_of

if TYPE_CHECKING:
    from tests.store.rows import Clock


TERMS = Terms(service="standard", weight_g=3000, payment=Payment.COLLECT, fee_fen=1800, category=Category.ELECTRONICS)


def tamper(store: Store, sql: str, *values: str | int | bytes | None) -> None:
    with store._database.transaction() as cursor:
        cursor.run(sql, *values)


def test_every_part_of_a_sealed_waybill_comes_back(store: Store) -> None:
    sealed = replace(sealed_waybill(), carrier_wrap=os.urandom(80))
    store.write(AUTHOR, *accepted(sealed))
    found = waybills.sealed(store.reader, sealed.masked.record_id)
    for part in fields(SealedWaybill):
        assert getattr(found, part.name) == getattr(sealed, part.name), part.name


def test_the_act_commits_to_the_row_and_carries_the_facts(store: Store) -> None:
    sealed = sealed_waybill()
    store.write(AUTHOR, waybills.accepted(sealed, wrap_of(sealed), {"floor": "held"}))
    act = activities.of_record(store.reader, sealed.masked.record_id)[0]
    assert act.kind == ActivityKind.ACCEPTED
    assert '"floor":"held"' in act.detail
    assert '"serial":1' in act.detail
    for value in commitments(sealed).values():
        assert value in act.detail


def test_nobody_masked_stands_in_an_act(store: Store) -> None:
    sealed = accept(store)
    acts = activities.of_record(store.reader, sealed.masked.record_id)
    # Four digits of a tail stand somewhere in every few hundred hashes, by chance.
    text = " ".join(re.sub("[0-9a-f]{64}", "", act.detail) for act in acts)
    assert "printer" in text
    for party in (SENDER, RECIPIENT):
        for value in (party.name, party.initial, party.phone, party.tail, party.road, party.district):
            assert value not in text


def test_a_wrap_of_another_waybill_or_version_is_refused() -> None:
    sealed = sealed_waybill()
    with pytest.raises(ValueError, match="another"):
        waybills.accepted(sealed, wrap_of(sealed_waybill()))
    with pytest.raises(ValueError, match="another"):
        waybills.accepted(sealed, replace(wrap_of(sealed), version=2))


def test_a_number_stands_in_the_shop_once_for_a_carrier(store: Store) -> None:
    accept(store, "YT0000001")
    head = store.checkpoint()
    with pytest.raises(NumberUsed) as caught:
        accept(store, "YT0000001")
    assert caught.value.number == "YT0000001"
    assert store.checkpoint() == head
    accept(store, "YT0000001", carrier="zto")


def test_a_number_may_return_when_its_parcel_has_left(store: Store) -> None:
    first = accept(store)
    store.write(AUTHOR, waybills.left(first.masked.record_id, WaybillState.RETURNED, NOON))
    second = accept(store)
    found = waybills.by_number(store.reader, "YT0000001")
    assert [kept.masked.record_id for kept in found] == [second.masked.record_id, first.masked.record_id]
    assert [kept.state for kept in found] == [WaybillState.ACCEPTED, WaybillState.RETURNED]
    assert [kept.left_at for kept in found] == [None, NOON]


def test_the_same_record_twice_is_a_bug_and_not_a_used_number(store: Store) -> None:
    sealed = accept(store, "YT0000001")
    again = replace(sealed, masked=replace(sealed.masked, number="YT0000002"))
    with pytest.raises(ConstraintFailed):
        store.write(AUTHOR, waybills.accepted(again, wrap_of(again)))


def test_a_number_finds_the_waybills_of_every_carrier_those_in_the_shop_first(store: Store) -> None:
    in_shop = accept(store, carrier="zto")
    gone = accept(store, carrier="sto")
    newest = accept(store, carrier="yto")
    accept(store, "YT0000002")
    store.write(AUTHOR, waybills.left(gone.masked.record_id, WaybillState.LOST, NOON))
    found = [kept.masked.record_id for kept in waybills.by_number(store.reader, "YT0000001")]
    assert found == [newest.masked.record_id, in_shop.masked.record_id, gone.masked.record_id]
    assert waybills.by_number(store.reader, "YT000000") == []


def test_no_lookup_gives_more_than_twenty_rows(store: Store) -> None:
    for number in range(25):
        accept(store, "YT0000001", carrier=f"carrier{number}")
    assert len(waybills.by_number(store.reader, "YT0000001")) == 20
    assert len(waybills.recent(store.reader, 1000)) == 20
    assert [kept.masked.carrier for kept in waybills.recent(store.reader, 3)] == ["carrier24", "carrier23", "carrier22"]


def test_a_record_id_finds_its_waybill_and_no_other(store: Store) -> None:
    sealed = accept(store)
    found = waybills.by_id(store.reader, sealed.masked.record_id)
    assert found is not None
    assert (found.masked, found.state, found.left_at) == (sealed.masked, WaybillState.ACCEPTED, None)
    assert waybills.by_id(store.reader, bytes(16)) is None
    with pytest.raises(KeyError):
        waybills.sealed(store.reader, bytes(16))


@pytest.mark.parametrize("state", [state for state in WaybillState if state not in IN_SHOP | {"handed_over"}])
def test_what_leaves_loses_wrap_and_road_in_one_transaction(store: Store, clock: Clock, state: WaybillState) -> None:
    sealed = accept(store)
    record_id = sealed.masked.record_id
    clock.move(hours=1)
    store.write(AUTHOR, waybills.left(record_id, state, clock()))
    found = waybills.sealed(store.reader, record_id)
    assert (found.masked.sender.road, found.masked.recipient.road, found.masked.remark) == ("", "", "")
    assert found.road_salt == b""
    assert found.masked.recipient.tail == "8000"
    assert label_wraps.of(store.reader, record_id) is None
    kept = waybills.by_id(store.reader, record_id)
    assert kept is not None
    assert (kept.state, kept.left_at) == (state, clock())
    with pytest.raises(KeyError):
        store.write(AUTHOR, waybills.left(record_id, state, clock()))


def test_only_what_leaves_by_itself_leaves_by_itself() -> None:
    for state in (*IN_SHOP, WaybillState.HANDED_OVER):
        with pytest.raises(KeyError):
            waybills.left(bytes(16), state, NOON)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE waybills SET number = 'YT0000009'",
        "UPDATE waybills SET carrier = 'zto'",
        "UPDATE waybills SET version = 2",
        "UPDATE waybills SET fee_fen = 1",
        "UPDATE waybills SET sort_code = ''",
        "UPDATE waybills SET accepted_ms = accepted_ms + 1",
        "UPDATE waybills SET sender_province = '广东省'",
        "UPDATE waybills SET recipient_name = '王**'",
        "UPDATE waybills SET sender_tail = ''",
        "UPDATE waybills SET category = 'other'",
        "UPDATE waybills SET recipient_road = ''",
        "UPDATE waybills SET remark = 'x'",
        "UPDATE waybills SET masked_salt = zeroblob(16)",
        "UPDATE waybills SET road_salt = X''",
        "UPDATE waybills SET owner_wrap = zeroblob(80)",
        "UPDATE waybills SET details = zeroblob(573)",
        "UPDATE waybills SET sender_road = '', recipient_road = '', remark = '', road_salt = X''",
    ],
)
def test_a_row_changed_by_hand_is_not_opened(store: Store, change: str) -> None:
    sealed = accept(store)
    tamper(store, change)
    with pytest.raises(HistoryBroken) as caught:
        waybills.sealed(store.reader, sealed.masked.record_id)
    assert caught.value.at == 2


def test_an_earlier_row_put_back_is_not_opened(store: Store) -> None:
    sealed = accept(store)
    record_id = sealed.masked.record_id
    road = (sealed.masked.sender.road, sealed.masked.recipient.road, sealed.masked.remark, sealed.road_salt)
    store.write(AUTHOR, waybills.left(record_id, WaybillState.CANCELLED, NOON))
    tamper(store, "UPDATE waybills SET sender_road = ?, recipient_road = ?, remark = ?, road_salt = ?", *road)
    with pytest.raises(HistoryBroken) as caught:
        waybills.sealed(store.reader, record_id)
    assert caught.value.at == 4


def test_details_moved_to_another_row_are_not_opened(store: Store) -> None:
    one, other = accept(store, "YT0000001"), accept(store, "YT0000002")
    tamper(store, "UPDATE waybills SET details = ? WHERE record_id = ?", one.details, other.masked.record_id)
    with pytest.raises(HistoryBroken):
        waybills.sealed(store.reader, other.masked.record_id)
    assert waybills.sealed(store.reader, one.masked.record_id) == one


def test_a_row_without_an_act_is_not_opened(store: Store) -> None:
    sealed = accept(store)
    tamper(store, "UPDATE acts SET record_id = NULL WHERE record_id IS NOT NULL")
    with pytest.raises(HistoryBroken):
        waybills.sealed(store.reader, sealed.masked.record_id)


def test_an_act_changed_to_fit_a_changed_row_is_not_believed(store: Store) -> None:
    sealed = accept(store)
    tamper(store, "UPDATE acts SET detail = '{}' WHERE n = 2")
    with pytest.raises(HistoryBroken):
        waybills.sealed(store.reader, sealed.masked.record_id)


def test_a_later_act_that_commits_again_is_the_one_that_counts(store: Store) -> None:
    sealed = accept(store)
    rewrapped = replace(sealed, owner_wrap=os.urandom(80))

    def apply(cursor: object) -> None:
        cursor.run("UPDATE waybills SET owner_wrap = ?", rewrapped.owner_wrap)  # type: ignore[attr-defined] # a Cursor

    detail = {OWNER_WRAP: commitments(rewrapped)[OWNER_WRAP]}
    store.write(AUTHOR, Entry(Activity(ActivityKind.SEED_REPLACED, sealed.masked.record_id, detail), apply))
    assert waybills.sealed(store.reader, sealed.masked.record_id) == rewrapped


def test_leaving_empties_exactly_the_columns_that_the_commitment_names(store: Store) -> None:
    sealed = accept(store)
    before = commitments(sealed)
    store.write(AUTHOR, waybills.left(sealed.masked.record_id, WaybillState.CANCELLED, NOON))
    after = commitments(waybills.sealed(store.reader, sealed.masked.record_id))
    assert after == {**before, ROAD_PART: EMPTIED}
    assert {VERSION, MASKED_PART} <= before.keys()
    assert len(ROAD) == 3


def test_changed_terms_stand_in_the_row_and_old_and_new_in_the_act_that_commits_to_it(store: Store) -> None:
    sealed = accept(store)
    wrap = label_wraps.of(store.reader, sealed.masked.record_id)
    store.write(AUTHOR, waybills.terms_changed(sealed, TERMS))
    changed = replace(sealed, masked=replace(sealed.masked, **asdict(TERMS)))
    assert waybills.sealed(store.reader, sealed.masked.record_id) == changed
    assert label_wraps.of(store.reader, sealed.masked.record_id) == wrap
    act = activities.of_record(store.reader, sealed.masked.record_id)[-1]
    told = {name: value for name, value in read_detail(act).items() if not name.startswith("sha_")}
    assert act.kind == ActivityKind.CORRECTED
    assert told == {
        "weight_g": 3000,
        "was_weight_g": 1200,
        "fee_fen": 1800,
        "was_fee_fen": 1200,
        "payment": "collect",
        "was_payment": "paid",
        "category": "changed",
    }


def test_a_category_that_is_emptied_later_stands_in_no_act(store: Store) -> None:
    sealed = accept(store)
    store.write(AUTHOR, waybills.terms_changed(sealed, TERMS))
    told = " ".join(act.detail for act in activities.of_record(store.reader, sealed.masked.record_id))
    assert not any(f'"{category.value}"' in told for category in Category)


def test_terms_of_a_parcel_that_has_left_or_of_a_former_version_are_not_changed(store: Store) -> None:
    sealed = accept(store)
    head = store.checkpoint()
    with pytest.raises(KeyError):
        store.write(AUTHOR, waybills.terms_changed(replace(sealed, masked=replace(sealed.masked, version=2)), TERMS))
    assert store.checkpoint() == head
    store.write(AUTHOR, waybills.left(sealed.masked.record_id, WaybillState.CANCELLED, NOON))
    with pytest.raises(KeyError):
        store.write(AUTHOR, waybills.terms_changed(sealed, TERMS))
