"""The acts that limits are counted from: read once and on, recomputed, and held against their signatures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.reckoning import Lift
from outlet_app.services import counted_acts
from outlet_app.services.counted_acts import CountedActs, RecordNow
from outlet_app.services.record_check import RecordCheck, RecordState
from outlet_app.store.store import Author, Entry

if TYPE_CHECKING:
    from outlet_app.domain.reckoning import Reckoning
    from outlet_app.services.admission import Services
    from tests.outlets import Outlet

LOOK_UP = Entry(Activity(ActivityKind.SEARCHED, None, {"key": "tail", "hits": 1}))


def record(services: Services) -> RecordNow:
    session = services.session
    return RecordNow(session.store, session.statements, session.outlet_id, session.clock())


@pytest.fixture
def check(chen: Services) -> RecordCheck:
    return RecordCheck(chen.session.store.genesis)


@pytest.fixture
def counted(check: RecordCheck) -> CountedActs:
    return CountedActs(check)


def reckon(counted: CountedActs, services: Services) -> Reckoning:
    return counted.reckon(record(services))


def in_whose_name(services: Services, account_id: bytes, activity: Activity) -> None:
    """An act in somebody's name, signed with another's key."""
    store = services.session.store
    store.write(Author(account_id, "here", services.session.keys.signing_key.sign), Entry(activity))


def test_acts_are_counted_as_they_come_and_none_twice(chen: Services, counted: CountedActs) -> None:
    assert reckon(counted, chen).spent == ()
    for count in (1, 2, 3):
        chen.session.write(LOOK_UP)
        for _ in range(2):
            assert len(reckon(counted, chen).spent) == count


def test_what_was_done_before_is_read_in_portions(
    chen: Services, counted: CountedActs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counted_acts, "_PORTION", 3)
    for _ in range(10):
        chen.session.write(LOOK_UP, LOOK_UP)
    spent = reckon(counted, chen).spent
    assert len(spent) == 20
    assert [each.n for each in spent] == sorted({each.n for each in spent})


def test_the_day_before_is_not_read_but_its_suspension_is_known(
    chen: Services, check: RecordCheck, outlet: Outlet
) -> None:
    chen.session.write(LOOK_UP, Entry(Activity(ActivityKind.SUSPENDED, None, {"why": "misses"})))
    since = outlet.clock()
    outlet.clock.move(days=1)
    chen.session.write(LOOK_UP)
    reckoning = reckon(CountedActs(check), chen)
    assert len(reckoning.spent) == 1
    assert reckoning.suspended == {outlet.chen_id: since}


def test_an_act_in_anothers_name_counts_for_nobody_and_breaks_the_record(
    chen: Services, counted: CountedActs, check: RecordCheck, outlet: Outlet
) -> None:
    in_whose_name(chen, outlet.lin_id, LOOK_UP.activity)
    lift = Activity(ActivityKind.LIMIT_LIFTED, None, {"account": outlet.chen_id.hex(), "limit": Lift.TODAY.value})
    in_whose_name(chen, outlet.owner_id, lift)
    reckoning = reckon(counted, chen)
    assert (reckoning.spent, dict(reckoning.lifted)) == ((), {})
    assert check.state is RecordState.BROKEN


def test_an_act_that_does_not_follow_breaks_the_record(
    chen: Services, counted: CountedActs, check: RecordCheck
) -> None:
    for _ in range(3):
        chen.session.write(LOOK_UP)
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET station = 'elsewhere' WHERE n = (SELECT max(n) - 1 FROM acts)")
    assert len(reckon(counted, chen).spent) < 3
    assert check.state is RecordState.BROKEN


def test_lifts_of_an_owner_count_and_of_nobody_else(outlet: Outlet, check: RecordCheck) -> None:
    detail = {"account": outlet.lin_id.hex(), "limit": Lift.TODAY.value}
    lift = Entry(Activity(ActivityKind.LIMIT_LIFTED, None, detail))
    chen = outlet.chen()
    chen.session.write(lift)
    assert not reckon(CountedActs(check), chen).lifted
    owner = outlet.owner()
    owner.session.write(lift, Entry(replace(lift.activity, detail={"limit": "today", "account": "nobody"})))
    reckoning = reckon(CountedActs(check), owner)
    assert reckoning.is_lifted(outlet.lin_id)
    assert not reckoning.is_lifted(outlet.chen_id)
    outlet.entrance.close()


def test_when_the_clock_was_moved_what_lies_before_is_read_after_all(
    chen: Services, counted: CountedActs, outlet: Outlet
) -> None:
    chen.session.write(LOOK_UP)
    outlet.clock.move(days=1)
    assert reckon(counted, chen).spent == ()
    moved = Activity(ActivityKind.CLOCK_MOVED, None, {"move": "ahead", "by_min": 1440})
    chen.session.write(Entry(moved))
    assert len(reckon(counted, chen).spent) == 1


def test_in_an_empty_window_nothing_is_spent_and_the_next_act_opens_it(
    chen: Services, counted: CountedActs, outlet: Outlet
) -> None:
    outlet.clock.move(days=2)
    assert reckon(counted, chen).spent == ()
    chen.session.write(LOOK_UP)
    assert len(reckon(counted, chen).spent) == 1
