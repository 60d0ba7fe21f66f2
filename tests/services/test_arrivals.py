"""Arrivals: what is shelved where, under which code, and what the record says of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.arrived_parcel import ParcelState, RefusalReason
from outlet_app.domain.printer_setup import PrinterSetup
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import (
    AlreadyOnShelf,
    Fault,
    FaultKind,
    HistoryBroken,
    InvalidDraft,
    NotOnShelf,
    ShelfFull,
    UndoOver,
)
from outlet_app.printing.pictures import page_size_mm
from outlet_app.services.arrivals import Overdue
from outlet_app.services.find import LifeKind
from outlet_app.services.session import RecordState
from outlet_app.store import activities, parcels, profile, shelves
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER
from tests.paper.labels import text_of
from tests.services.arriving import arrival, arrive

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.domain.sealed_waybill import MaskedWaybill
    from outlet_app.services import Services
    from tests.outlets import Outlet

    ReadCodes = Callable[[bytes], frozenset[str]]


def acts(services: Services, record_id: bytes) -> list[dict[str, str | int]]:
    rows = activities.of_record(services.session.store.reader, record_id)
    return [{"kind": act.kind, **read_detail(act)} for act in rows]


def handed_over(services: Services) -> MaskedWaybill:
    """One of our waybills whose parcel went with its carrier's truck."""
    record_id = services.entry.accept(draft(), None).record_id
    with services.session.store._database.transaction() as cursor:
        cursor.run("UPDATE waybills SET state = 'handed_over', left_ms = 1 WHERE record_id = ?", record_id)
    return services.find.open(record_id).masked


def test_one_arrival_is_one_transaction_with_row_act_and_label(chen: Services, read_codes: ReadCodes) -> None:
    before = chen.session.store.checkpoint().n
    arrived = chen.arrivals.register(arrival(cash_on_delivery="12.5"), LABEL_PRINTER)
    parcel, job = arrived.parcel, arrived.job
    assert chen.session.store.checkpoint().n == before + 2
    assert activities.next_signed(chen.session.store.reader, before + 1) == before + 2
    assert chen.find.open_parcel(parcel.record_id) == parcel
    assert (parcel.shelf_code, parcel.cod_fen, parcel.arrived_at) == ("15-1-1", 1250, chen.session.clock())
    assert job is not None
    assert (job.number, job.coded, job.copy, job.printer) == (parcel.number, False, 1, LABEL_PRINTER)
    assert read_codes(job.pdf) == {parcel.number}
    kinds = [act["kind"] for act in acts(chen, parcel.record_id)]
    assert kinds == [ActivityKind.ARRIVED, ActivityKind.PRINTED_WITHOUT_CODE]
    chen.printing_desk.report(job, printed=True)
    assert acts(chen, parcel.record_id)[-1]["kind"] == ActivityKind.PRINTED


def test_the_label_is_drawn_for_the_paper_in_the_printer(chen: Services) -> None:
    for stock, size in (("60x40", (60, 40)), ("76x130", (76, 130))):
        setup = PrinterSetup(stock)
        chen.session.write(profile.printer_setup_changed(chen.session.store.reader, OTHER_PRINTER.name, setup))
        number = f"SF123456789{stock[:2]}00"
        job = chen.arrivals.register(arrival(number), OTHER_PRINTER).job
        assert job is not None
        assert page_size_mm(job.pdf) == size


def test_the_record_tells_no_tail_and_no_number_of_an_arrival(chen: Services) -> None:
    parcel = arrive(chen, tail="4711")
    chen.arrivals.correct(parcel.record_id, arrival(tail="0815"))
    chen.arrivals.move(parcel.record_id, "A", LABEL_PRINTER)
    text = str(acts(chen, parcel.record_id))
    for hidden in ("4711", "0815", parcel.number):
        assert hidden not in text


def test_what_is_not_right_is_told_at_once_and_nothing_is_written(chen: Services) -> None:
    before = chen.session.store.checkpoint()
    with pytest.raises(InvalidDraft) as refused:
        chen.arrivals.register(arrival(tail="", shelf="?"), LABEL_PRINTER)
    assert refused.value.faults == (Fault("tail", FaultKind.EMPTY), Fault("shelf", FaultKind.NOT_A_SHELF))
    assert chen.arrivals.check(arrival(tail="")) == (Fault("tail", FaultKind.EMPTY),)
    assert chen.session.store.checkpoint() == before


def test_a_double_says_where_it_stands_and_another_carriers_number_is_none(chen: Services) -> None:
    first = arrive(chen)
    with pytest.raises(AlreadyOnShelf) as refused:
        arrive(chen, tail="1111", shelf="A")
    assert refused.value.shelf_code == first.shelf_code
    assert arrive(chen, carrier="jd").shelf_code == "15-1-2"
    chen.collection.give_out(first.record_id, "5678", cash_taken=False)
    assert arrive(chen).shelf_code == "15-1-3"


def test_a_full_shelf_is_said(chen: Services) -> None:
    one = _parcel(chen)
    with chen.session.store._database.transaction() as cursor:
        for place in range(1, 1000):
            made = replace(one, number=f"SF{place:013d}", place=place, record_id=place.to_bytes(16, "big"))
            cursor.run(parcels._INSERT, *parcels._values(made))
    with pytest.raises(ShelfFull):
        arrive(chen, "SF9999999999999")
    assert arrive(chen, "SF9999999999999", shelf="15-2").shelf_code == "15-2-1"


def _parcel(services: Services) -> ArrivedParcel:
    parcel = arrive(services, "SF0000000000000", shelf="X")
    with services.session.store._database.transaction() as cursor:
        cursor.run("DELETE FROM parcels WHERE record_id = ?", parcel.record_id)
    return replace(parcel, shelf="15-1")


@pytest.mark.parametrize(
    ("number", "likely"),
    [
        ("yt 8800000000123", ("yto",)),
        ("431234567890123", ("sto", "yunda")),
        ("SF1234567890123", ("sf",)),
        ("EA123456785CN", ("ems",)),
        ("EA123456784CN", ()),
        ("ABC12345", ()),
        ("x", ()),
    ],
)
def test_the_shape_of_a_number_hints_at_its_carriers(chen: Services, number: str, likely: tuple[str, ...]) -> None:
    assert chen.arrivals.likely_carriers(number) == likely


def test_a_number_of_another_shape_is_a_hint_and_blocks_nothing(chen: Services) -> None:
    odd = arrival("YT8800000000123")
    assert chen.arrivals.hints(odd) == (Fault("number", FaultKind.NOT_A_WAYBILL_NUMBER),)
    assert chen.arrivals.hints(arrival()) == chen.arrivals.hints(arrival(carrier="")) == ()
    assert chen.arrivals.register(odd, None).parcel.carrier == "sf"
    assert set(chen.arrivals.carriers()) >= {"yto", "sf", "other"}


def test_a_scanned_number_says_what_is_known_of_it_and_that_is_recorded(chen: Services) -> None:
    before = chen.session.store.checkpoint()
    nothing = chen.arrivals.look("SF1234567890123")
    assert (nothing.standing, nothing.came_back) == (None, None)
    assert chen.session.store.checkpoint() == before
    parcel = arrive(chen)
    assert chen.arrivals.look("sf1234567890123").standing == parcel
    assert acts(chen, parcel.record_id)[-1] == {"kind": "searched", "key": "number", "hits": 1}
    masked = handed_over(chen)
    back = chen.arrivals.came_back(masked.number)
    assert back is not None
    assert back.masked == masked
    assert acts(chen, masked.record_id)[-1]["kind"] == "searched"


def test_our_own_parcel_that_comes_back_waits_for_its_sender_and_its_waybill_is_returned(chen: Services) -> None:
    masked = handed_over(chen)
    parcel = arrive(chen, masked.number, carrier=masked.carrier, tail="")
    assert (parcel.waybill, parcel.tail) == (masked.record_id, masked.sender.tail)
    assert chen.find.open(masked.record_id).state is WaybillState.RETURNED
    assert chen.arrivals.came_back(masked.number) is None
    chen.collection.give_out(parcel.record_id, masked.sender.tail, cash_taken=False)
    life = [step.kind for step in chen.find.life(masked.record_id)]
    assert life[-3:] == [LifeKind.ARRIVED, LifeKind.RETURNED, LifeKind.COLLECTED]


def test_our_own_parcel_for_a_recipient_nearby_is_an_arrival_like_any_other(chen: Services) -> None:
    masked = handed_over(chen)
    parcel = arrive(chen, masked.number, carrier=masked.carrier, tail=masked.recipient.tail)
    assert parcel.waybill is None
    assert chen.find.open(masked.record_id).state is WaybillState.HANDED_OVER


def test_another_carriers_parcel_of_the_same_number_is_none_of_ours(chen: Services) -> None:
    masked = handed_over(chen)
    with pytest.raises(InvalidDraft):
        arrive(chen, masked.number, carrier="sf", tail="")
    assert arrive(chen, masked.number, carrier="sf").waybill is None


def test_a_slip_with_our_own_parcel_is_taken_back_whole(chen: Services) -> None:
    masked = handed_over(chen)
    parcel = arrive(chen, masked.number, carrier=masked.carrier, tail="")
    chen.arrivals.undo(parcel.record_id)
    assert chen.find.open(masked.record_id).state is WaybillState.HANDED_OVER
    assert chen.find.open_parcel(parcel.record_id).state is ParcelState.CANCELLED
    assert arrive(chen, masked.number, carrier=masked.carrier, tail="").waybill == masked.record_id


def test_what_came_back_of_ours_keeps_its_number_when_it_is_put_right(chen: Services) -> None:
    masked = handed_over(chen)
    parcel = arrive(chen, masked.number, carrier=masked.carrier, tail="")
    corrected = chen.arrivals.correct(parcel.record_id, arrival(tail="1111", collect="8")).parcel
    assert (corrected.number, corrected.carrier, corrected.waybill) == (masked.number, "yto", masked.record_id)
    assert (corrected.tail, corrected.collect_fen) == ("1111", 800)


def test_an_arrival_is_taken_back_by_who_registered_it_for_ten_minutes(chen: Services, outlet: Outlet) -> None:
    parcel, late, other = (arrive(chen, f"SF000000000000{step}") for step in range(3))
    outlet.clock.move(minutes=9)
    chen.arrivals.undo(parcel.record_id)
    gone = chen.find.open_parcel(parcel.record_id)
    assert (gone.state, gone.left_at) == (ParcelState.CANCELLED, outlet.clock())
    with pytest.raises(UndoOver):
        chen.arrivals.undo(parcel.record_id)
    lin = outlet.lin()
    with pytest.raises(UndoOver):
        lin.arrivals.undo(other.record_id)
    chen = outlet.chen()
    outlet.clock.move(minutes=1)
    with pytest.raises(UndoOver):
        chen.arrivals.undo(late.record_id)
    assert arrive(chen, "SF0000000000000").shelf_code == "15-1-4"


def test_what_was_given_out_is_no_arrival_to_take_back(chen: Services) -> None:
    parcel = arrive(chen)
    chen.collection.give_out(parcel.record_id, "5678", cash_taken=False)
    with pytest.raises(UndoOver):
        chen.arrivals.undo(parcel.record_id)


def test_an_arrival_is_put_right_with_old_and_new_amounts_in_the_record(chen: Services) -> None:
    parcel = arrive(chen, cash_on_delivery="12")
    corrected = chen.arrivals.correct(parcel.record_id, arrival("SF1234567890124", carrier="jd", shelf="Z")).parcel
    assert corrected == replace(parcel, number="SF1234567890124", carrier="jd", cod_fen=0)
    assert chen.find.open_parcel(parcel.record_id) == corrected
    said = acts(chen, parcel.record_id)[-1]
    assert (said["was_cod_fen"], said["cod_fen"], said["was_carrier"], said["carrier"]) == (1200, 0, "sf", "jd")
    before = chen.session.store.checkpoint()
    chen.arrivals.correct(parcel.record_id, arrival("SF1234567890124", carrier="jd"))
    assert chen.session.store.checkpoint() == before


def test_another_shelf_gives_another_code_and_the_former_one_still_finds_it(chen: Services) -> None:
    parcel = arrive(chen)
    arrived = chen.arrivals.move(parcel.record_id, "a3", LABEL_PRINTER)
    assert arrived.parcel.shelf_code == "A3-1"
    assert arrived.job is not None
    assert "A3-1" in text_of(arrived.job.pdf)
    assert [each.shelf_code for each in chen.find.look_up("15-1-1").parcels] == ["A3-1"]
    assert arrive(chen, "SF0000000000001").shelf_code == "15-1-2"
    assert chen.arrivals.shelves() == ("15-1", "A3")
    for shelf, kind in (("", FaultKind.EMPTY), ("15-1-9", FaultKind.NOT_A_SHELF)):
        with pytest.raises(InvalidDraft) as refused:
            chen.arrivals.move(parcel.record_id, shelf, None)
        assert refused.value.faults == (Fault("shelf", kind),)


def test_a_label_is_printed_again_as_often_as_asked_while_the_parcel_stands_here(chen: Services) -> None:
    parcel = chen.arrivals.register(arrival(), LABEL_PRINTER).parcel
    assert chen.arrivals.print_again(parcel.record_id, LABEL_PRINTER).copy == 2
    assert chen.arrivals.print_again(parcel.record_id, OTHER_PRINTER).copy == 3
    chen.collection.forward(parcel.record_id)
    with pytest.raises(NotOnShelf):
        chen.arrivals.print_again(parcel.record_id, LABEL_PRINTER)


def test_the_latest_ten_are_everybodys(chen: Services, outlet: Outlet) -> None:
    first = arrive(chen, "SF0000000000001")
    lin = outlet.lin()
    second = arrive(lin, "SF0000000000002")
    assert lin.arrivals.latest() == (second, first)


def test_who_waits_too_long_is_counted_and_told_oldest_first(chen: Services, outlet: Outlet) -> None:
    old, refused, gone = (arrive(chen, f"SF000000000000{step}") for step in range(3))
    chen.collection.refuse(refused.record_id, RefusalReason.NOT_WANTED)
    chen.collection.give_out(gone.record_id, "5678", cash_taken=False)
    assert chen.arrivals.overdue() == Overdue(0, 0, 0, 1)
    outlet.clock.move(days=2)
    newer = arrive(chen, "SF0000000000009")
    outlet.clock.move(days=1)
    assert chen.arrivals.overdue() == Overdue(2, 1, 0, 1)
    assert chen.arrivals.waiting(1) == (old, newer)
    assert chen.arrivals.waiting(3) == (old,)
    assert chen.arrivals.waiting(1, before=old) == (newer,)
    assert [each.record_id for each in chen.arrivals.refused()] == [refused.record_id]
    assert (chen.arrivals.days_waiting(old), chen.collection.days_waiting(newer)) == (3, 1)
    outlet.clock.move(days=4)
    assert chen.arrivals.overdue() == Overdue(2, 2, 1, 1)


def test_a_list_of_who_waits_is_recorded(chen: Services) -> None:
    arrive(chen)
    chen.arrivals.waiting(0)
    act = activities.newest(chen.session.store.reader)
    assert act is not None
    assert (act.kind, dict(read_detail(act))) == ("searched", {"key": "waiting", "days": 0, "hits": 1})


def test_the_preview_shows_the_next_place_and_what_is_typed_so_far(chen: Services) -> None:
    arrive(chen)
    text = " ".join(text_of(chen.arrivals.preview(arrival(tail="", carrier="", number=""))))
    assert "15-1-2" in text
    assert "5678" in " ".join(text_of(chen.arrivals.preview(arrival(shelf=""))))
    assert shelves.next_place(chen.session.store.reader, "15-1", chen.session.clock()) == 2


@pytest.mark.parametrize("what", ["correct", "move", "undo", "print_again"])
def test_a_parcel_whose_row_was_changed_by_hand_is_left_alone_and_makes_the_record_red(
    chen: Services, what: str
) -> None:
    record_id = arrive(chen, cash_on_delivery="100").record_id
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE parcels SET cod_fen = 100 WHERE record_id = ?", record_id)
    calls: dict[str, Callable[[], object]] = {
        "correct": lambda: chen.arrivals.correct(record_id, arrival()),
        "move": lambda: chen.arrivals.move(record_id, "A", None),
        "undo": lambda: chen.arrivals.undo(record_id),
        "print_again": lambda: chen.arrivals.print_again(record_id, LABEL_PRINTER),
    }
    with pytest.raises(HistoryBroken):
        calls[what]()
    assert chen.session.record_state() is RecordState.BROKEN
    assert acts(chen, record_id)[-1]["kind"] == ActivityKind.INTEGRITY_FAULT
