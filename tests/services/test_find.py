"""Looking a waybill up: what a key finds, what is recorded, and what nobody finds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.arrived_parcel import ParcelState
from outlet_app.domain.find_key import KeyKind
from outlet_app.domain.limits import LimitName
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import Fault, FaultKind, InvalidDraft, LimitReached, Suspended
from outlet_app.services.find import LifeKind
from outlet_app.store import activities, parcels, waybills
from tests.builders import draft
from tests.outlets import LABEL_PRINTER
from tests.services.arriving import arrival, arrive
from tests.store.shelved import parcel

if TYPE_CHECKING:
    from outlet_app.services.admission import Services
    from tests.outlets import Outlet


def accept(services: Services, *, name: str = "张三丰", phone: str = "13800135678") -> bytes:
    """A parcel for a recipient of that name and phone."""
    form = draft()
    recipient = replace(form.recipient, name=name, phone=phone)
    return services.entry.accept(replace(form, recipient=recipient), LABEL_PRINTER).record_id


def found(services: Services, key: str) -> list[bytes]:
    return [each.masked.record_id for each in services.find.look_up(key).rows]


def last_detail(services: Services) -> dict[str, str | int]:
    act = activities.newest(services.session.store.reader)
    assert act is not None
    assert act.kind == ActivityKind.SEARCHED
    return dict(read_detail(act))


def test_a_tail_finds_recipients_and_senders_and_the_first_character_narrows_it(chen: Services) -> None:
    zhang = accept(chen)
    li = accept(chen, name="李四", phone="13900135678")
    accept(chen, phone="13800130000")
    sender = chen.find.open(zhang).masked.sender
    assert found(chen, "5678") == [li, zhang]
    assert found(chen, "张5678") == [zhang]
    assert found(chen, " 李 ５６７８ ") == [li]
    assert found(chen, "王5678") == []
    assert zhang in found(chen, sender.tail)
    assert zhang in found(chen, sender.initial + sender.tail)


def test_a_part_of_a_tail_or_a_number_finds_nothing(chen: Services) -> None:
    number = chen.find.open(accept(chen)).masked.number
    for key in ("678", "56", number[:-1], "张678"):
        assert found(chen, key) == []
    for key in ("5678*", "%5678", "张____", "567_", "56789", number[:-1] + "?", "*", "张"):
        with pytest.raises(InvalidDraft) as refused:
            chen.find.look_up(key)
        assert refused.value.faults == (Fault("key", FaultKind.NOT_A_KEY),)
    with pytest.raises(InvalidDraft) as refused:
        chen.find.look_up("  ")
    assert refused.value.faults == (Fault("key", FaultKind.EMPTY),)


def test_a_tail_of_a_short_number_is_found_as_it_stands_on_the_label(chen: Services) -> None:
    record_id = accept(chen, phone="0571-85461234")
    assert chen.find.open(record_id).masked.recipient.tail == "34"
    assert found(chen, "34") == [record_id]
    assert found(chen, "1234") == []


def test_a_whole_number_finds_its_waybill_and_an_empty_place_nothing(chen: Services) -> None:
    record_id = accept(chen)
    number = chen.find.open(record_id).masked.number
    result = chen.find.look_up(f" {number[:4].lower()} {number[4:]}")
    assert (result.kind, [each.masked.record_id for each in result.rows]) == (KeyKind.NUMBER, [record_id])
    shelf = chen.find.look_up("15-1-731")
    assert (shelf.kind, shelf.rows, shelf.parcels, shelf.more) == (KeyKind.SHELF_CODE, (), (), False)


def test_a_look_up_is_recorded_with_its_kind_and_hits_and_nothing_of_the_key(chen: Services) -> None:
    number = chen.find.open(accept(chen)).masked.number
    for key, detail in (
        ("5678", {"key": "tail", "hits": 1}),
        ("张5678", {"key": "name_tail", "hits": 1}),
        ("王5678", {"key": "name_tail", "hits": 0}),
        (number, {"key": "number", "hits": 1}),
        ("15-1-731", {"key": "shelf_code", "hits": 0}),
    ):
        chen.find.look_up(key)
        assert last_detail(chen) == detail


def test_a_look_up_over_the_limit_gives_nothing_and_is_recorded_as_refused(chen: Services) -> None:
    accept(chen)
    for _ in range(300):
        chen.find.look_up("5678")
    with pytest.raises(LimitReached, match="look_ups_hour"):
        chen.find.look_up("5678")
    assert last_detail(chen) == {"key": "tail", "refused": "limit"}
    number = chen.find.open(accept(chen)).masked.number
    assert len(chen.find.look_up(number).rows) == 1
    assert chen.find.left().shares[LimitName.LOOK_UPS_HOUR].left == 0


def test_whole_numbers_and_shelf_codes_without_a_hit_suspend_nobody(chen: Services) -> None:
    for step in range(40):
        chen.find.look_up(f"ZZ{step:010d}")
        chen.find.look_up(f"1-{step}")
    assert not chen.find.left().suspended
    assert chen.find.left().shares[LimitName.LOOK_UPS_HOUR].left == 300


def test_thirty_tails_without_a_hit_end_the_looking_up_but_not_the_parcels(chen: Services) -> None:
    number = chen.find.open(accept(chen)).masked.number
    for step in range(30):
        chen.find.look_up(f"{step:04d}")
    with pytest.raises(Suspended):
        chen.find.look_up("5678")
    assert len(chen.find.look_up(number).rows) == 1
    accept(chen)


def test_no_more_than_twenty_rows_are_given_those_in_the_shop_first(chen: Services) -> None:
    session = chen.session
    record_ids = [accept(chen) for _ in range(23)]
    gone = record_ids[-1]
    session.write(waybills.left(gone, WaybillState.COLLECTED, session.clock()))
    result = chen.find.look_up("5678")
    assert [each.masked.record_id for each in result.rows] == record_ids[-2:-22:-1]
    assert result.more
    assert last_detail(chen)["hits"] == 20


def test_what_left_comes_behind_what_stands_here(chen: Services) -> None:
    first, second, third = (accept(chen) for _ in range(3))
    for record_id in (third, second):
        chen.session.write(waybills.left(record_id, WaybillState.COLLECTED, chen.session.clock()))
        chen.session.outlet.clock.move(minutes=1)
    assert found(chen, "5678") == [first, second, third]
    assert chen.find.open(third).state is WaybillState.COLLECTED
    assert chen.find.open(third).left_at is not None
    assert chen.find.open(first).left_at is None


def test_a_life_is_told_in_steps_with_who_and_when(chen: Services, outlet: Outlet) -> None:
    accepted = chen.entry.accept(draft(), LABEL_PRINTER)
    began = outlet.clock()
    assert accepted.job is not None
    chen.printing_desk.report(accepted.job, printed=True)
    outlet.clock.move(minutes=5)
    chen.session.write(waybills.left(accepted.record_id, WaybillState.CANCELLED, outlet.clock()))
    life = chen.find.life(accepted.record_id)
    assert [step.kind for step in life] == [LifeKind.ACCEPTED, LifeKind.PRINTED, LifeKind.CANCELLED]
    assert {step.who for step in life} == {"陈伟"}
    assert (life[0].at, life[-1].at) == (began, outlet.clock())


def test_a_waybill_that_is_not_there_opens_as_none(chen: Services) -> None:
    with pytest.raises(KeyError):
        chen.find.open(b"n" * 16)
    assert chen.find.life(b"n" * 16) == ()


def parcels_of(services: Services, key: str) -> list[str]:
    return [each.number for each in services.find.look_up(key).parcels]


def test_an_arrived_parcel_is_found_by_its_place_its_number_and_its_tail_beside_our_waybills(chen: Services) -> None:
    ours, parcel = accept(chen), arrive(chen)
    for key in (" 15-1-1 ", "15-1-001", "sf 1234567890123", "5678"):
        assert parcels_of(chen, key) == [parcel.number]
    result = chen.find.look_up("5678")
    assert [each.masked.record_id for each in result.rows] == [ours]
    assert last_detail(chen) == {"key": "tail", "hits": 2}
    for key in ("15-1-2", "15-1-1000", "SF123456789012", "678", "张5678"):
        assert parcels_of(chen, key) == []


def test_a_shelf_code_is_found_without_its_hyphens_while_its_parcel_stands_there(chen: Services) -> None:
    arrive(chen, shelf="15-1", number="SF1234567890111")
    parcel = arrive(chen, shelf="15-10", number="SF1234567890112")
    for key in ("15101", "15 10 1", "15.10.1", "15，10，1"):
        assert parcel.number in parcels_of(chen, key)
        assert last_detail(chen)["key"] == "shelf_code"
    assert parcels_of(chen, "15 1 2") == []
    assert last_detail(chen) == {"key": "shelf_code", "hits": 0}
    assert parcels_of(chen, "987654") == []
    assert last_detail(chen) == {"key": "number", "hits": 0}
    chen.collection.give_out(parcel.record_id, parcel.tail, cash_taken=True)
    with pytest.raises(InvalidDraft):
        chen.find.look_up("15101")


def test_one_look_up_by_tail_is_one_act_and_one_unit_and_one_by_a_place_none(chen: Services) -> None:
    accept(chen)
    arrive(chen)
    before = chen.session.store.checkpoint().n
    chen.find.look_up("5678")
    assert chen.session.store.checkpoint().n == before + 1
    assert chen.find.left().shares[LimitName.LOOK_UPS_HOUR].left == 299
    for key in ("15-1-1", "SF1234567890123"):
        chen.find.look_up(key)
    assert chen.find.left().shares[LimitName.LOOK_UPS_HOUR].left == 299


def test_a_tail_that_finds_a_parcel_alone_is_no_miss(chen: Services) -> None:
    arrive(chen, tail="0815")
    for _ in range(31):
        assert len(chen.find.look_up("0815").parcels) == 1
    assert not chen.find.left().suspended


def test_a_whole_number_that_finds_one_thing_names_it_in_its_act_and_no_other_key_does(chen: Services) -> None:
    parcel = arrive(chen)
    record_id = accept(chen)
    number = chen.find.open(record_id).masked.number
    for key, named in ((parcel.number, parcel.record_id), (number, record_id), ("15-1-1", None), ("5678", None)):
        chen.find.look_up(key)
        act = activities.newest(chen.session.store.reader)
        assert act is not None
        assert act.record_id == named
    arrive(chen, parcel.number, carrier="jd")
    chen.find.look_up(parcel.number)
    act = activities.newest(chen.session.store.reader)
    assert act is not None
    assert act.record_id is None


@pytest.mark.parametrize(
    ("waiting", "gone", "ours", "shown"),
    [(3, 2, 16, (5, 15)), (21, 6, 1, (20, 0)), (1, 7, 3, (6, 3))],
)
def test_no_more_than_twenty_in_all_those_that_wait_first_and_few_that_left(
    chen: Services, waiting: int, gone: int, ours: int, shown: tuple[int, int]
) -> None:
    session = chen.session
    for step in range(waiting + gone):
        made = parcel(f"SF{step:013d}", place=step + 1, arrived_at=session.clock())
        entries = [parcels.arrived(made)]
        if step >= waiting:
            entries.append(parcels.left(made, ParcelState.COLLECTED, session.clock()))
        session.write(*entries)
    for _ in range(ours):
        accept(chen)
    result = chen.find.look_up("5678")
    assert (len(result.parcels), len(result.rows)) == shown
    assert [each.left_at is None for each in result.parcels] == sorted(
        (each.left_at is None for each in result.parcels), reverse=True
    )
    assert result.more is (sum(shown) < min(waiting, 21) + min(gone, 5) + ours)
    assert last_detail(chen)["hits"] == sum(shown)


def test_the_label_of_an_arrived_parcel_is_told_apart_from_a_waybills(chen: Services) -> None:
    parcel, accepted = arrive(chen), chen.entry.accept(draft(), LABEL_PRINTER)
    job = chen.arrivals.print_again(parcel.record_id, LABEL_PRINTER)
    assert accepted.job is not None
    for each in (job, accepted.job):
        chen.printing_desk.report(each, printed=True)
    assert [chen.find.life(each)[-1].kind for each in (parcel.record_id, accepted.record_id)] == [
        LifeKind.SHELF_LABEL_PRINTED,
        LifeKind.PRINTED,
    ]


def test_the_life_of_a_parcel_is_told_like_a_waybills(chen: Services) -> None:
    record_id = arrive(chen).record_id
    chen.arrivals.move(record_id, "A", LABEL_PRINTER)
    chen.arrivals.correct(record_id, arrival(tail="1111"))
    chen.collection.give_out(record_id, "1111", cash_taken=False)
    chen.collection.undo(record_id)
    chen.arrivals.undo(record_id)
    assert [step.kind for step in chen.find.life(record_id)] == [
        LifeKind.ARRIVED,
        LifeKind.MOVED,
        LifeKind.ARRIVAL_CORRECTED,
        LifeKind.COLLECTED,
        LifeKind.COLLECTION_UNDONE,
        LifeKind.ARRIVAL_UNDONE,
    ]


def test_a_parcel_that_is_not_there_opens_as_none(chen: Services) -> None:
    made = arrive(chen)
    assert chen.find.open_parcel(made.record_id) == made
    with pytest.raises(KeyError):
        chen.find.open_parcel(b"n" * 16)
