"""The limits, spent and counted: from the record, under one lock, whatever the clock says."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.limits import LimitName, Limits
from outlet_app.domain.outlet_day import day_start
from outlet_app.domain.reckoning import Lift
from outlet_app.domain.spending import SpendKind
from outlet_app.errors import LimitReached, RevealsStopped, Suspended
from outlet_app.sealing.statements import LimitsSet
from outlet_app.services.allowance import Spending
from outlet_app.services.entrance import Entrance
from outlet_app.services.owner_consent import owner_seed
from outlet_app.services.record_check import RecordState
from outlet_app.store import activities
from outlet_app.store.store import Entry
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services.admission import Services
    from outlet_app.services.allowance import Left
    from tests.outlets import Clock, Outlet

REFUSAL = Entry(Activity(ActivityKind.REVEAL_REFUSED, None, {"why": "limit"}))


@pytest.fixture
def counter(outlet: Outlet) -> Iterator[Outlet]:
    yield outlet
    outlet.entrance.close()


def reveal(services: Services, parcel: int, *, by: str = "scan", field: str = "recipient.phone") -> None:
    """One reveal, as the use case spends it; parcels are told apart by a number."""
    kind = SpendKind.REVEAL_BY_OWNER if by == "owner" else SpendKind.REVEAL_BY_SCAN
    record_id = parcel.to_bytes(16)
    act = Activity(ActivityKind.REVEALED, record_id, {"field": field, "reason": "call", "by": by})
    services.session.allowance.spend(Spending(kind, REFUSAL, record_id, field), Entry(act))


def look_up(services: Services, hits: int = 1) -> None:
    act = Activity(ActivityKind.SEARCHED, None, {"key": "tail", "hits": hits})
    services.session.allowance.spend(Spending(SpendKind.LOOK_UP, REFUSAL), Entry(act))


def left(services: Services, name: LimitName) -> int:
    return services.session.allowance.left().shares[name].left


def kinds(services: Services) -> list[str]:
    return [act.kind for act in activities.after(services.session.store.reader, 0, 10_000)]


def set_limits(outlet: Outlet, **values: int) -> None:
    """What the owner states; he leaves again."""
    owner = outlet.owner()
    seed = owner_seed(owner.session, outlet.keys, OWNER_PASSWORD, outlet.card)
    owner.session.state(seed, LimitsSet(replace(Limits(), **values)))
    owner.session.sign_out()


def lift(outlet: Outlet, account_id: bytes, what: Lift = Lift.TODAY) -> None:
    owner = outlet.owner()
    detail = {"account": account_id.hex(), "limit": what.value}
    owner.session.write(Entry(Activity(ActivityKind.LIMIT_LIFTED, None, detail)))
    owner.session.sign_out()


def with_counting_clock(outlet: Outlet, clock: Clock) -> Outlet:
    """The outlet on a PC whose time since it was switched on runs right, whatever is done to its clock."""
    start = outlet.clock()
    return replace(outlet, entrance=Entrance(outlet.keys, clock=outlet.clock, counted=lambda: clock() - start))


def test_a_clerk_reveals_ten_an_hour_and_then_hears_when_it_opens(counter: Outlet) -> None:
    chen = counter.chen()
    began = counter.clock()
    for parcel in range(10):
        reveal(chen, parcel)
        counter.clock.move(minutes=1)
    with pytest.raises(LimitReached) as refused:
        reveal(chen, 10)
    assert (refused.value.limit, refused.value.until) == ("scan_reveals_hour", began + timedelta(hours=1))
    assert kinds(chen)[-2:] == [ActivityKind.REVEALED, ActivityKind.REVEAL_REFUSED]
    counter.clock.move(minutes=50, seconds=1)
    reveal(chen, 10)
    with pytest.raises(LimitReached):
        reveal(chen, 11)


def test_a_clerk_reveals_forty_a_day_and_the_next_day_begins_at_four(counter: Outlet) -> None:
    set_limits(counter, scan_reveals_day=3, scan_reveals_hour=2)
    chen = counter.chen()
    for parcel in range(3):
        reveal(chen, parcel)
        counter.clock.move(minutes=61)
    with pytest.raises(LimitReached) as refused:
        reveal(chen, 3)
    next_day = day_start(counter.clock()) + timedelta(days=1)
    assert (refused.value.limit, refused.value.until) == ("scan_reveals_day", next_day)
    counter.clock.now = next_day
    reveal(counter.chen(), 3)


def test_the_whole_outlet_has_a_limit_of_its_own_in_which_everybody_counts(counter: Outlet) -> None:
    set_limits(counter, outlet_reveals_day=3)
    chen = counter.chen()
    reveal(chen, 1)
    reveal(counter.owner(), 2, by="owner")
    lin = counter.lin()
    reveal(lin, 3)
    with pytest.raises(LimitReached, match="outlet_reveals_day"):
        reveal(lin, 4)
    assert left(lin, LimitName.SCAN_REVEALS_HOUR) == 9


def test_the_owners_reveals_without_a_label_are_ten_a_day_and_cost_no_scan(counter: Outlet) -> None:
    owner = counter.owner()
    for parcel in range(10):
        reveal(owner, parcel, by="owner")
    with pytest.raises(LimitReached, match="owner_reveals_day"):
        reveal(owner, 10, by="owner")
    assert left(owner, LimitName.SCAN_REVEALS_HOUR) == 10


def test_a_second_look_at_the_same_field_within_ten_minutes_is_written_and_counts_nothing(counter: Outlet) -> None:
    set_limits(counter, scan_reveals_hour=1)
    chen = counter.chen()
    reveal(chen, 1)
    counter.clock.move(minutes=9)
    reveal(chen, 1)
    assert kinds(chen)[-2:] == [ActivityKind.REVEALED] * 2
    assert left(chen, LimitName.SCAN_REVEALS_DAY) == 39
    for other in ({"parcel": 2}, {"parcel": 1, "field": "sender.phone"}):
        with pytest.raises(LimitReached):
            reveal(chen, **other)  # type: ignore[arg-type]  # one of both
    counter.clock.move(minutes=1)
    with pytest.raises(LimitReached):
        reveal(chen, 1)


def test_an_opening_for_correction_by_scan_takes_four_units_and_that_of_ones_own_slip_none(counter: Outlet) -> None:
    chen = counter.chen()
    for by in ("scan", "own"):
        chen.session.write(Entry(Activity(ActivityKind.OPENED_FOR_CORRECTION, b"r" * 16, {"by": by})))
    assert left(chen, LimitName.SCAN_REVEALS_HOUR) == 6


def test_what_is_left_is_each_persons_own_and_knows_when_it_opens(counter: Outlet) -> None:
    set_limits(counter, look_ups_hour=1)
    chen = counter.chen()
    look_up(chen)
    share = chen.session.allowance.left().shares[LimitName.LOOK_UPS_HOUR]
    assert (share.left, share.limit, share.opens_at) == (0, 1, counter.clock() + timedelta(hours=1))
    assert left(counter.lin(), LimitName.LOOK_UPS_HOUR) == 1


def test_limits_follow_the_account_over_a_restart(counter: Outlet) -> None:
    set_limits(counter, scan_reveals_hour=2)
    chen = counter.chen()
    reveal(chen, 1)
    reveal(chen, 2)
    chen.session.sign_out()
    again = replace(counter, entrance=Entrance(counter.keys, clock=counter.clock)).chen()
    with pytest.raises(LimitReached):
        reveal(again, 3)
    again.session.sign_out()


def test_the_thirtieth_look_up_without_a_hit_suspends_in_the_same_transaction(counter: Outlet) -> None:
    chen = counter.chen()
    for _ in range(30):
        look_up(chen, hits=0)
    *_, miss, suspended = activities.after(chen.session.store.reader, 0, 10_000)
    assert (miss.kind, suspended.kind) == (ActivityKind.SEARCHED, ActivityKind.SUSPENDED)
    assert miss.signature is None
    for refused in (lambda: look_up(chen), lambda: reveal(chen, 1)):
        with pytest.raises(Suspended):
            refused()
    assert chen.session.allowance.left().suspended
    lin = counter.lin()
    look_up(lin)
    assert set(lin.session.allowance.rulings().suspended) == {counter.chen_id}


def test_a_suspension_lasts_over_days_until_an_owner_ends_it_and_then_misses_begin_anew(counter: Outlet) -> None:
    set_limits(counter, misses_hour=2)
    chen = counter.chen()
    look_up(chen, hits=0)
    look_up(chen, hits=0)
    chen.session.sign_out()
    counter.clock.move(days=2)
    with pytest.raises(Suspended):
        look_up(counter.chen())
    lift(counter, counter.chen_id, Lift.TODAY)
    chen = counter.chen()
    with pytest.raises(Suspended):
        look_up(chen)
    lift(counter, counter.chen_id, Lift.SUSPENSION)
    chen = counter.chen()
    look_up(chen)
    assert not chen.session.allowance.left().suspended


def test_after_an_end_of_the_suspension_former_misses_count_no_more(counter: Outlet) -> None:
    set_limits(counter, misses_hour=2)
    chen = counter.chen()
    look_up(chen, hits=0)
    look_up(chen, hits=0)
    lift(counter, counter.chen_id, Lift.SUSPENSION)
    chen = counter.chen()
    look_up(chen, hits=0)
    assert not chen.session.allowance.left().suspended
    look_up(chen, hits=0)
    assert chen.session.allowance.left().suspended


def test_a_lift_holds_for_that_account_until_four_and_for_every_limit(counter: Outlet) -> None:
    set_limits(counter, scan_reveals_hour=1, outlet_reveals_day=1, look_ups_hour=1, misses_hour=1)
    chen = counter.chen()
    reveal(chen, 1)
    lift(counter, counter.chen_id)
    chen = counter.chen()
    for parcel in range(2, 15):
        reveal(chen, parcel)
        look_up(chen, hits=0)
    assert chen.session.allowance.left().lifted
    with pytest.raises(LimitReached):
        reveal(counter.lin(), 20)
    counter.clock.now = day_start(counter.clock()) + timedelta(days=1)
    chen = counter.chen()
    reveal(chen, 1)
    with pytest.raises(LimitReached):
        reveal(chen, 2)


def test_a_waybill_gets_three_new_coded_labels_whoever_makes_them(counter: Outlet) -> None:
    set_limits(counter, coded_reprints=2)

    def relabel(services: Services, record_id: bytes) -> None:
        act = Activity(ActivityKind.RELABELLED, record_id, {"serial": 2})
        services.session.allowance.spend(Spending(SpendKind.CODED_REPRINT, REFUSAL, record_id), Entry(act))

    chen = counter.chen()
    record_id = chen.entry.accept(draft(), LABEL_PRINTER).record_id
    relabel(chen, record_id)
    counter.clock.move(days=1)
    lin = counter.lin()
    relabel(lin, record_id)
    with pytest.raises(LimitReached) as refused:
        relabel(lin, record_id)
    assert (refused.value.limit, refused.value.until) == ("coded_reprints", None)
    lift(counter, counter.lin_id)
    relabel(counter.lin(), record_id)


def test_several_acts_of_one_spending_are_one_transaction(counter: Outlet) -> None:
    chen = counter.chen()
    acts = [Entry(Activity(kind, b"r" * 16)) for kind in (ActivityKind.RELABELLED, ActivityKind.LABEL_TAKEN)]
    chen.session.allowance.spend(Spending(SpendKind.CODED_REPRINT, REFUSAL, b"r" * 16), *acts)
    first, second = activities.after(chen.session.store.reader, chen.session.store.checkpoint().n - 2, 2)
    assert (first.signature, second.signature is None) == (None, False)


def test_of_two_at_the_last_unit_exactly_one_wins(counter: Outlet) -> None:
    set_limits(counter, outlet_reveals_day=5)
    chen = counter.chen()
    lin = counter.lin()
    chen.session._acting = True  # two windows of one program; only one person is at the counter
    start, won, refused = threading.Barrier(8), list[int](), list[int]()

    def race(services: Services, parcel: int) -> None:
        start.wait()
        try:
            reveal(services, parcel)
        except LimitReached:
            refused.append(parcel)
        else:
            won.append(parcel)

    for parcel in range(4):
        reveal(lin, parcel)
    threads = [threading.Thread(target=race, args=((chen, lin)[each % 2], 10 + each)) for each in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(won), len(refused)) == (1, 7)
    assert kinds(lin).count(ActivityKind.REVEALED) == 5


def test_a_clock_set_back_an_hour_begins_no_new_hour_and_is_recorded(counter: Outlet) -> None:
    true = type(counter.clock)(counter.clock())
    shop = with_counting_clock(counter, true)
    chen = shop.chen()
    for parcel in range(10):
        reveal(chen, parcel)
    for hours in (-1, -3, +2):
        counter.clock.move(hours=hours)
        with pytest.raises(LimitReached):
            reveal(chen, 20)
    assert kinds(chen).count(ActivityKind.CLOCK_MOVED) == 3
    shop.entrance.close()


def test_while_the_date_is_in_doubt_the_last_days_limits_go_on(counter: Outlet) -> None:
    set_limits(counter, scan_reveals_day=3)
    true = type(counter.clock)(counter.clock())
    shop = with_counting_clock(counter, true)
    chen = shop.chen()
    for parcel in range(3):
        reveal(chen, parcel)
    for days in (1, 1, -5, 4):
        counter.clock.move(days=days)
        with pytest.raises(LimitReached, match="scan_reveals_day"):
            reveal(chen, 20)
    assert not chen.session.date_is_confirmed
    shop.entrance.close()


def test_a_date_that_is_confirmed_begins_the_new_day(counter: Outlet) -> None:
    set_limits(counter, scan_reveals_day=1)
    chen = counter.chen()
    reveal(chen, 1)
    chen.session.sign_out()
    counter.clock.move(days=4)
    chen = counter.chen()
    with pytest.raises(LimitReached):
        reveal(chen, 2)
    chen.date.confirm(counter.clock())
    with pytest.raises(LimitReached):
        reveal(chen, 2)
    lin = counter.lin()
    lin.date.confirm(counter.clock())
    reveal(counter.chen(), 2)


def test_a_year_in_the_future_costs_that_day_and_no_other(counter: Outlet) -> None:
    set_limits(counter, scan_reveals_day=1)
    counter.clock.move(days=365)
    owner = counter.owner()
    owner.date.confirm(counter.clock())
    reveal(owner, 1)
    owner.session.sign_out()
    counter.clock.move(days=-364)
    owner = counter.owner()
    owner.date.confirm(counter.clock())
    with pytest.raises(LimitReached):
        reveal(owner, 2)
    counter.clock.now = day_start(counter.clock()) + timedelta(days=1)
    reveal(counter.owner(), 2)


def test_a_record_whose_acts_of_today_do_not_follow_stops_reveals_and_no_look_up(counter: Outlet) -> None:
    chen = counter.chen()
    reveal(chen, 1)
    reveal(chen, 2)
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET kind = 'printed' WHERE kind = 'revealed'")
    again = replace(counter, entrance=Entrance(counter.keys, clock=counter.clock))
    chen.session.store.close()
    chen = again.chen()
    with pytest.raises(RevealsStopped):
        reveal(chen, 3)
    assert chen.session.record_state() is RecordState.BROKEN
    look_up(chen)
    again.entrance.close()


def test_nothing_that_was_spent_is_told_to_who_asks_what_is_left_of_time_limits(counter: Outlet) -> None:
    stands: Left = counter.chen().session.allowance.left()
    assert set(stands.shares) == set(LimitName) - {LimitName.CODED_REPRINTS}
    assert all(share.left == share.limit for share in stands.shares.values())
