"""The truck's lists: scans put on, undo takes off, closing ends the labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.arrived_parcel import ParcelState, RefusalReason
from outlet_app.domain.handover_list import HandoverThing, HandoverWay, PutOnOutcome
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.domain.printer_setup import PrinterSetup
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import (
    InvalidDraft,
    LabelCodeRefused,
    NoLabelInHand,
    PaperTooSmall,
    ParcelHasLeft,
)
from outlet_app.services.record_check import RecordState
from outlet_app.store import label_wraps, parcels, waybills
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER
from tests.services.arriving import arrive
from tests.services.handing import listed, parcel, put_on
from tests.services.revealing import told
from tests.services.scanning import check_all

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


def _state(services: Services, record_id: bytes) -> WaybillState:
    kept = waybills.by_id(services.session.store.reader, record_id)
    assert kept is not None
    return kept.state


def test_the_first_scan_opens_the_carriers_list_and_the_next_goes_on_it(chen: Services) -> None:
    assert chen.hand_over.lists() == ()
    first, second = parcel(chen), parcel(chen)
    one = chen.hand_over.put_on("yto", first.text, typed=False)
    two = chen.hand_over.put_on("yto", second.number, typed=False)
    assert (one.outcome, two.outcome) == (PutOnOutcome.ON, PutOnOutcome.ON)
    (standing,) = chen.hand_over.lists()
    assert one.list is not None
    assert (standing.list_id, standing.number, standing.carrier) == (one.list.list_id, 1, "yto")
    assert (standing.count, standing.weight_g, standing.closed_at) == (2, 2400, None)
    assert two.list == standing
    assert _state(chen, first.record_id) is WaybillState.LISTED
    assert [kind for kind, _ in told(chen, standing.list_id)] == ["list_opened"]


def test_how_each_parcel_came_on_the_list_is_recorded(chen: Services) -> None:
    by_code, by_bars, by_hand = (parcel(chen) for _ in range(3))
    chen.hand_over.put_on("yto", by_code.text, typed=False)
    chen.hand_over.put_on("yto", by_bars.number.lower(), typed=False)
    standing = chen.hand_over.put_on("yto", f" {by_hand.number[:4]} {by_hand.number[4:]}", typed=True).list
    assert standing is not None
    items = chen.hand_over.items(standing.list_id)
    assert [(item.record_id, item.way, item.position) for item in items] == [
        (by_hand.record_id, HandoverWay.TYPED, 3),
        (by_bars.record_id, HandoverWay.BARS, 2),
        (by_code.record_id, HandoverWay.CODE, 1),
    ]
    assert {item.thing for item in items} == {HandoverThing.WAYBILL}
    detail = {"list": 1, "list_id": standing.list_id.hex(), "thing": "waybill", "way": "bars"}
    assert told(chen, by_bars.record_id)[-1] == ("listed", detail)


def test_a_parcel_goes_on_once_and_only_with_its_carrier(chen: Services) -> None:
    ours = parcel(chen)
    put_on(chen, ours)
    again = chen.hand_over.put_on("yto", ours.number, typed=False)
    assert (again.outcome, again.item is not None) == (PutOnOutcome.ALREADY_ON, True)
    assert chen.hand_over.put_on("zto", ours.text, typed=False).outcome is PutOnOutcome.ON_OTHER_LIST
    other = parcel(chen, "zto")
    wrong = chen.hand_over.put_on("yto", other.text, typed=False)
    assert (wrong.outcome, wrong.carrier, wrong.number) == (PutOnOutcome.OTHER_CARRIER, "zto", other.number)
    assert [standing.carrier for standing in chen.hand_over.lists()] == ["yto"]
    assert chen.hand_over.lists()[0].count == 1


def test_of_two_carriers_with_one_number_the_lists_own_goes_on(chen: Services) -> None:
    number = "SF1234567890123"
    yto, zto = parcel(chen, "yto", number=number), parcel(chen, "zto", number=number)
    for carrier, made in (("zto", zto), ("yto", yto)):
        item = chen.hand_over.put_on(carrier, number, typed=False).item
        assert item is not None
        assert item.record_id == made.record_id


def test_what_is_not_in_the_shop_is_told_and_recorded_as_a_look_up(outlet: Outlet, chen: Services) -> None:
    gone = parcel(chen)
    standing = put_on(chen, gone)
    chen.hand_over.close(standing.list_id, None)
    for text in (gone.text, gone.number):
        left = chen.hand_over.put_on("yto", text, typed=False)
        assert (left.outcome, left.left_at, left.list) == (PutOnOutcome.HAS_LEFT, outlet.clock(), None)
    assert told(chen, gone.record_id)[-2:] == [
        ("searched", {"key": "label", "hits": 1, "outcome": "closed"}),
        ("searched", {"key": "number", "hits": 1}),
    ]
    assert chen.hand_over.put_on("yto", "YT9999999999999", typed=True).outcome is PutOnOutcome.NOT_OURS


def test_a_code_of_another_outlet_is_not_ours_and_another_papers_is_refused(outlet: Outlet, chen: Services) -> None:
    foreign = parcel(chen).text.replace("OA1.", "OA1.").replace(".YT8", ".YT7")
    assert chen.hand_over.put_on("yto", foreign, typed=False).outcome is PutOnOutcome.NOT_OURS
    for other in (outlet.card, parcel(chen).text[:-3]):
        with pytest.raises(LabelCodeRefused):
            chen.hand_over.put_on("yto", other, typed=False)
    for text in ("", "12", "张三"):
        with pytest.raises(InvalidDraft):
            chen.hand_over.put_on("yto", text, typed=True)


def test_an_older_label_is_kept_off_and_its_number_is_not(chen: Services) -> None:
    made = parcel(chen)
    chen.scans.take(made.text)
    chen.printing_desk.relabel(made.record_id, LABEL_PRINTER)
    older = chen.hand_over.put_on("yto", made.text, typed=False)
    assert (older.outcome, older.number) == (PutOnOutcome.NEWER_LABEL, made.number)
    assert chen.hand_over.put_on("yto", made.number, typed=False).outcome is PutOnOutcome.ON


def test_a_label_whose_term_is_over_still_goes_with_its_parcel(outlet: Outlet, chen: Services) -> None:
    made = parcel(chen)
    outlet.clock.move(days=8)
    assert chen.hand_over.put_on("yto", made.text, typed=False).outcome is PutOnOutcome.ON


def test_a_scan_for_the_truck_puts_down_the_label_that_was_in_hand(chen: Services) -> None:
    first, second = parcel(chen), parcel(chen)
    assert chen.scans.take(first.text).outcome is ScanOutcome.OPENS
    put_on(chen, second)
    with pytest.raises(NoLabelInHand):
        chen.session.label_in_hand(first.record_id)


def test_undo_takes_the_last_one_off_until_the_list_is_empty_and_stays_open(chen: Services) -> None:
    standing, (first, second) = listed(chen)
    undone = [chen.hand_over.undo(standing.list_id) for _ in range(3)]
    assert [item and item.record_id for item in undone] == [second.record_id, first.record_id, None]
    assert _state(chen, first.record_id) is WaybillState.ACCEPTED
    assert [each.count for each in chen.hand_over.lists()] == [0]
    assert told(chen, first.record_id)[-1] == ("unlisted", {"list": 1, "list_id": standing.list_id.hex()})
    assert put_on(chen, first).list_id == standing.list_id


def test_one_in_the_middle_is_taken_off_and_a_position_is_not_given_twice(chen: Services) -> None:
    standing, three = listed(chen, 3)
    assert chen.hand_over.take_off(standing.list_id, three[1].record_id).count == 2
    with pytest.raises(KeyError):
        chen.hand_over.take_off(standing.list_id, three[1].record_id)
    put_on(chen, three[1])
    assert [item.position for item in chen.hand_over.items(standing.list_id)] == [4, 3, 1]


def test_a_long_list_is_given_in_pages_of_twenty(chen: Services) -> None:
    standing, three = listed(chen, 23)
    page = chen.hand_over.items(standing.list_id)
    rest = chen.hand_over.items(standing.list_id, page[-1].position)
    assert (len(page), len(rest)) == (20, 3)
    assert [item.record_id for item in (*page, *rest)] == [made.record_id for made in reversed(three)]


def test_closing_hands_everything_over_and_ends_every_label(outlet: Outlet, chen: Services) -> None:
    standing, three = listed(chen, 3)
    left_behind = parcel(chen)
    outlet.clock.move(minutes=5)
    done = chen.hand_over.close(standing.list_id, None)
    assert (done.list.closed_at, done.list.count, done.job) == (outlet.clock(), 3, None)
    reader = chen.session.store.reader
    for made in three:
        assert _state(chen, made.record_id) is WaybillState.HANDED_OVER
        assert label_wraps.of(reader, made.record_id) is None
        row = waybills.sealed(reader, made.record_id)
        assert (row.road_salt, row.masked.recipient.road, row.masked.sender.road, row.masked.remark) == (
            b"",
            "",
            "",
            "",
        )
        assert chen.scans.take(made.text).outcome is ScanOutcome.CLOSED
    assert label_wraps.of(reader, left_behind.record_id) is not None
    assert chen.hand_over.lists() == ()
    assert not chen.session.store.tidy_due
    check_all(chen)
    assert chen.session.record_state() is RecordState.GOOD


def test_a_closed_list_is_one_transaction_with_its_counts(chen: Services) -> None:
    standing, (first, second) = listed(chen)
    before = chen.session.store.checkpoint().n
    chen.hand_over.close(standing.list_id, None)
    assert chen.session.store.checkpoint().n == before + 3
    assert told(chen, standing.list_id)[-1] == (
        "list_closed",
        {
            "carrier": "yto",
            "list": 1,
            "count": 2,
            "weight_g": 2400,
            "code_count": 2,
            "bars_count": 0,
            "typed_count": 0,
            "waybill_count": 2,
            "parcel_count": 0,
        },
    )
    gone = {"list": 1, "list_id": standing.list_id.hex()}
    assert [told(chen, made.record_id)[-1] for made in (first, second)] == [("handed_over", gone)] * 2
    signed = chen.session.store.reader.number("SELECT count(*) FROM acts WHERE n > ? AND signature IS NOT NULL", before)
    assert signed == 1


def test_an_empty_list_and_a_closed_one_are_not_closed(chen: Services) -> None:
    standing, _ = listed(chen, 1)
    chen.hand_over.undo(standing.list_id)
    with pytest.raises(ValueError, match="nothing"):
        chen.hand_over.close(standing.list_id, None)
    made = parcel(chen)
    put_on(chen, made)
    chen.hand_over.close(standing.list_id, None)
    with pytest.raises(KeyError):
        chen.hand_over.close(standing.list_id, None)


def test_the_next_parcel_opens_the_carriers_next_list(outlet: Outlet, chen: Services) -> None:
    first, _ = listed(chen, 1)
    chen.hand_over.close(first.list_id, None)
    second, _ = listed(chen, 1)
    assert (second.number, second.list_id != first.list_id) == (2, True)
    outlet.clock.move(hours=30)
    chen.hand_over.close(second.list_id, None)
    day = outlet_day(outlet.clock())
    assert [each.number for each in chen.hand_over.closed(day)] == [2]


def test_what_waits_for_each_carrier_is_counted_without_what_is_listed(chen: Services) -> None:
    three = [parcel(chen) for _ in range(3)]
    parcel(chen, "zto")
    assert chen.hand_over.waiting() == {"yto": 3, "zto": 1}
    standing = put_on(chen, three[0])
    assert chen.hand_over.waiting() == {"yto": 2, "zto": 1}
    chen.hand_over.close(standing.list_id, None)
    assert chen.hand_over.waiting() == {"yto": 2, "zto": 1}


def test_codes_that_were_kept_end_with_the_list_whether_printed_or_not(outlet: Outlet, chen: Services) -> None:
    coded = parcel(chen)
    plain = chen.entry.accept(draft(), OTHER_PRINTER)
    standing = put_on(chen, coded)
    chen.hand_over.put_on("yto", plain.number, typed=False)
    chen.hand_over.close(standing.list_id, None)
    assert chen.session.labels.holding() == ()
    for record_id in (coded.record_id, plain.record_id):
        with pytest.raises(ParcelHasLeft):
            chen.printing_desk.take(record_id, LABEL_PRINTER)
    outlet.clock.move(minutes=11)
    assert chen.printing_desk.drop_expired() == 0


def test_only_a_refused_arrival_goes_back_and_leaves_with_its_carriers_list(outlet: Outlet, chen: Services) -> None:
    arrived = arrive(chen)
    waits = chen.hand_over.put_on("sf", arrived.number, typed=False)
    assert (waits.outcome, waits.carrier) == (PutOnOutcome.NOT_TO_GO, "sf")
    chen.collection.refuse(arrived.record_id, RefusalReason.NOT_WANTED)
    assert chen.hand_over.waiting() == {"sf": 1}
    assert chen.hand_over.put_on("yto", arrived.number, typed=False).outcome is PutOnOutcome.OTHER_CARRIER
    standing = chen.hand_over.put_on("sf", arrived.number, typed=False).list
    assert standing is not None
    assert chen.hand_over.waiting() == {}
    (item,) = chen.hand_over.items(standing.list_id)
    assert (item.number, item.thing, item.weight_g) == (arrived.number, HandoverThing.PARCEL, 0)
    reader = chen.session.store.reader
    assert parcels.checked(reader, arrived.record_id).state is ParcelState.LISTED
    chen.hand_over.undo(standing.list_id)
    assert parcels.checked(reader, arrived.record_id).state is ParcelState.REFUSED
    chen.hand_over.put_on("sf", arrived.number, typed=True)
    outlet.clock.move(hours=1)
    chen.hand_over.close(standing.list_id, None)
    gone = parcels.checked(reader, arrived.record_id)
    assert (gone.state, gone.left_at) == (ParcelState.RETURNED, outlet.clock())
    assert chen.hand_over.put_on("sf", arrived.number, typed=False).outcome is PutOnOutcome.HAS_LEFT


def test_a_list_takes_waybills_and_refused_arrivals_together(chen: Services) -> None:
    arrived = arrive(chen, "YT1200000000001", carrier="yto")
    chen.collection.refuse(arrived.record_id, RefusalReason.DAMAGED)
    put_on(chen, parcel(chen))
    standing = chen.hand_over.put_on("yto", arrived.number, typed=False).list
    assert standing is not None
    chen.hand_over.close(standing.list_id, None)
    counts = told(chen, standing.list_id)[-1][1]
    assert (counts["waybill_count"], counts["parcel_count"], counts["weight_g"]) == (1, 1, 1200)


def test_the_page_asks_once_for_all_lists(outlet: Outlet, chen: Services) -> None:
    first, _ = listed(chen, 1)
    chen.hand_over.close(first.list_id, None)
    second, _ = listed(chen, 1)
    chen.hand_over.close(second.list_id, None)
    third, _ = listed(chen, 1)
    parcel(chen, "zto")
    standing = chen.hand_over.standing()
    assert standing.lists == (third,)
    assert standing.waiting == {"zto": 1}
    assert [each.number for each in standing.closed] == [2, 1]
    outlet.clock.move(hours=24)
    assert chen.hand_over.standing().closed == ()


def test_a_closed_list_prints_with_its_closing_and_again(chen: Services) -> None:
    standing, _ = listed(chen)
    with pytest.raises(KeyError):
        chen.hand_over.paper(standing.list_id, LABEL_PRINTER)
    job = chen.hand_over.close(standing.list_id, LABEL_PRINTER).job
    assert job is not None
    assert (job.record_id, job.number, job.list_number, job.coded) == (standing.list_id, "1", 1, False)
    assert job.pdf.startswith(b"%PDF")
    report = {"report": "handover", "list": 1, "printer": LABEL_PRINTER.name}
    assert told(chen, standing.list_id)[-1] == ("report_made", report)
    chen.printing_desk.report(job, printed=True)
    assert told(chen, standing.list_id)[-1] == ("printed", {"list": 1, "printer": LABEL_PRINTER.name})
    assert chen.hand_over.paper(standing.list_id, OTHER_PRINTER).list_number == 1
    assert chen.hand_over.preview(standing.list_id).startswith(b"%PDF")


def test_a_printer_with_shelf_labels_in_it_is_told_before_anything_leaves(outlet: Outlet) -> None:
    owner = outlet.owner()
    owner.supplies.set_printer_setup(LABEL_PRINTER, PrinterSetup("60x40"))
    made = owner.entry.accept(draft(), None)
    standing = owner.hand_over.put_on("yto", made.number, typed=False).list
    assert standing is not None
    with pytest.raises(PaperTooSmall):
        owner.hand_over.close(standing.list_id, LABEL_PRINTER)
    assert owner.hand_over.lists() == (standing,)
    owner.hand_over.close(standing.list_id, None)
    with pytest.raises(PaperTooSmall):
        owner.hand_over.paper(standing.list_id, LABEL_PRINTER)
    owner.session.store.close()
