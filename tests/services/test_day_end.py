"""The day's end over a real outlet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.arrived_parcel import ArrivalDraft
from outlet_app.domain.cash import NO_CASH, Cash
from outlet_app.domain.day_account import CarrierDay, Traffic
from outlet_app.domain.draft import TermsDraft
from outlet_app.domain.number_gaps import GapKind, NumberRun
from outlet_app.domain.number_use import VoidReason
from outlet_app.domain.outlet_day import day_span
from outlet_app.domain.terms import Payment
from outlet_app.domain.waybill_cases import CancelReason
from outlet_app.errors import DayOver
from outlet_app.store import activities
from outlet_app.store.store import Entry
from tests.builders import draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services import Services
    from tests.outlets import Outlet

SUNDAY = date(2026, 11, 22)


@pytest.fixture
def worked(outlet: Outlet) -> Outlet:
    """Chen accepted three parcels; Lin lowered the fee of the first, and counted and ended her shift."""
    chen = outlet.chen()
    first = chen.entry.accept(draft(fee="12"), None)
    chen.entry.accept(draft(fee="20.50", payment=Payment.MONTHLY), None)
    chen.entry.accept(draft(carrier="sf", number="SF1234567890123", fee="8", payment=Payment.COLLECT), None)
    lin = outlet.lin()
    lin.entry.change_terms(first.record_id, TermsDraft(service="standard", weight="1.2", fee="10"))
    lin.day_end.count_cash(SUNDAY, 0)
    lin.day_end.end_day(SUNDAY)
    return outlet


@pytest.fixture
def owner(worked: Outlet) -> Iterator[Services]:
    services = worked.owner()
    yield services
    services.session.store.close()


def test_the_owner_sees_every_shift_and_the_drawer_to_the_fen(owner: Services, worked: Outlet) -> None:
    day = owner.day_end.account(SUNDAY)
    shifts = {shift.account_id: shift for shift in day.shifts}
    assert shifts[worked.chen_id].name == "陈伟"
    assert shifts[worked.chen_id].traffic == Traffic(accepted=3)
    assert shifts[worked.chen_id].cash == Cash(fees_fen=1200, monthly_fen=2050)
    assert shifts[worked.lin_id].cash == Cash(corrections_fen=-200)
    assert day.total.cash == Cash(fees_fen=1200, corrections_fen=-200, monthly_fen=2050)
    assert day.total.cash.drawer_fen == 1000
    assert day.carriers == (
        CarrierDay("sf", Traffic(accepted=1), 0),
        CarrierDay("yto", Traffic(accepted=2), 2050),
    )
    assert day.whole
    assert day.of_everybody
    assert not day.day_is_over


@pytest.mark.usefixtures("owner")
def test_a_clerk_sees_his_own_shift_alone(worked: Outlet) -> None:
    lin = worked.lin()
    day = lin.day_end.account(SUNDAY)
    (shift,) = day.shifts
    assert day.total == shift
    assert (shift.account_id, shift.traffic, shift.cash) == (worked.lin_id, Traffic(), Cash(corrections_fen=-200))
    assert shift.count is not None
    assert (shift.count.counted_fen, shift.count.expected_fen, shift.count.difference_fen) == (0, -200, 200)
    assert shift.ended_at == worked.clock()
    assert not day.of_everybody


def test_a_clerks_count_and_end_are_not_the_outlets(owner: Services) -> None:
    total = owner.day_end.account(SUNDAY).total
    assert (total.count, total.ended_at) == (None, None)
    assert owner.day_end.count_cash(SUNDAY, 1000).difference_fen == 0
    ended = owner.day_end.end_day(SUNDAY)
    assert ended.total.count is not None
    assert ended.total.ended_at is not None


def test_ending_the_day_records_its_totals_and_may_be_done_again(owner: Services, worked: Outlet) -> None:
    owner.day_end.end_day(SUNDAY)
    worked.clock.move(minutes=5)
    again = owner.day_end.end_day(SUNDAY)
    assert again.total.ended_at == worked.clock()
    newest = activities.newest(owner.session.store.reader)
    assert newest is not None
    assert newest.kind == Kind.DAY_ENDED
    for said in ('"day":"2026-11-22"', '"of":"outlet"', '"accepted":3', '"fees_fen":1200', '"corrections_fen":-200'):
        assert said in newest.detail


def test_a_day_that_ended_at_four_meanwhile_is_neither_counted_nor_ended(owner: Services, worked: Outlet) -> None:
    worked.clock.now = day_span(SUNDAY)[1] - timedelta(minutes=1)
    owner.day_end.end_day(SUNDAY)
    newest = activities.newest(owner.session.store.reader)
    worked.clock.move(minutes=2)
    for late in (lambda: owner.day_end.count_cash(SUNDAY, 1000), lambda: owner.day_end.end_day(SUNDAY)):
        with pytest.raises(DayOver) as caught:
            late()
        assert caught.value.day == SUNDAY
    assert activities.newest(owner.session.store.reader) == newest
    assert owner.day_end.end_day(SUNDAY + timedelta(days=1)).total.cash == NO_CASH


def test_less_than_nothing_is_not_counted(owner: Services) -> None:
    with pytest.raises(ValueError, match="less than nothing"):
        owner.day_end.count_cash(SUNDAY, -1)


def test_the_days_begin_with_today_and_go_back_over_days_with_acts(owner: Services, worked: Outlet) -> None:
    assert owner.day_end.days() == (SUNDAY,)
    worked.clock.move(hours=48)
    later = worked.owner()
    assert later.day_end.days() == (SUNDAY + timedelta(days=2), SUNDAY)
    assert later.day_end.account(SUNDAY).day_is_over


def test_money_of_arrived_parcels_counts_for_who_gave_them_out(owner: Services) -> None:
    session, parcel = owner.session, b"p" * 16
    taken = {"cod_fen": 8800, "collect_fen": 1200}
    session.write(Entry(Activity(Kind.COLLECTED, parcel, taken)))
    assert owner.day_end.account(SUNDAY).total.cash.drawer_fen == 1000 + 10_000
    session.write(Entry(Activity(Kind.COLLECTION_UNDONE, parcel, taken)))
    assert owner.day_end.account(SUNDAY).total.cash.drawer_fen == 1000


def test_a_day_of_everything_is_right_to_the_fen(owner: Services) -> None:
    arrival = ArrivalDraft(
        number="SF1385628716739", carrier="sf", tail="8000", shelf="15-1", cash_on_delivery="88.80", collect="12"
    )
    parcel = owner.arrivals.register(arrival, None).parcel
    owner.collection.give_out(parcel.record_id, "8000", cash_taken=True)
    owner.collection.undo(parcel.record_id)
    owner.collection.give_out(parcel.record_id, "8000", cash_taken=True)
    paid, monthly = (
        owner.entry.accept(draft(fee="7.70"), None),
        owner.entry.accept(draft(payment=Payment.MONTHLY), None),
    )
    for each in (paid, monthly):
        owner.cases.cancel(each.record_id, CancelReason.SENDER_ASKED, refund=True)
    day = owner.day_end.account(SUNDAY)
    assert day.total.cash == Cash(
        fees_fen=1200 + 770,
        corrections_fen=-200,
        refunds_fen=-770,
        on_delivery_fen=8880,
        collect_fen=1200,
        monthly_fen=2050,
    )
    assert day.total.cash.drawer_fen == 1000 + 8880 + 1200
    assert day.total.traffic == Traffic(accepted=5, arrived=1, collected=1, odd=2)
    assert day.carriers[0] == CarrierDay("sf", Traffic(accepted=1, arrived=1, collected=1), 0)


def test_numbers_of_the_day_are_told_with_what_was_passed_over(owner: Services) -> None:
    owner.supplies.void_number("yto", "YT8800000000003", VoidReason.SPOILT)
    owner.entry.accept(draft(number="YT8800000000006"), None)
    sf, yto = sorted(owner.day_end.account(SUNDAY).numbers, key=lambda each: each.carrier)
    assert (sf.used, sf.typed, sf.runs, sf.gaps) == (1, 1, (), ())
    assert (yto.used, yto.typed) == (3, 0)
    assert yto.runs == (
        NumberRun("YT8800000000001", "YT8800000000002", 2),
        NumberRun("YT8800000000006", "YT8800000000006", 1),
    )
    assert [(gap.kind, gap.first, gap.count) for gap in yto.gaps] == [
        (GapKind.VOID, "YT8800000000003", 1),
        (GapKind.FREE, "YT8800000000004", 2),
    ]


def test_a_day_that_does_not_follow_is_marked(owner: Services) -> None:
    with owner.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET detail = ? WHERE kind = 'accepted'", '{"payment":"paid","fee_fen":9900}')
    assert not owner.day_end.account(SUNDAY).whole
