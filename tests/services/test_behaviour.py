"""Acts read for what people did: once, in portions, and only what stands as it was signed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.behaviour import MarkKind, Measure
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.services import behaviour
from outlet_app.services.behaviour import BehaviourReading
from outlet_app.services.counted_acts import RecordNow
from outlet_app.services.record_check import RecordCheck, RecordState
from outlet_app.store.store import Author, Entry

if TYPE_CHECKING:
    from outlet_app.domain.behaviour import PersonDay
    from outlet_app.services.admission import Services
    from tests.outlets import Outlet

WAYBILL = b"w" * 16
REVEAL = Activity(ActivityKind.REVEALED, WAYBILL, {"field": "remark", "reason": "call", "by": "scan"})
MISS = Entry(Activity(ActivityKind.SEARCHED, None, {"key": "tail", "hits": 0}))


def record(services: Services) -> RecordNow:
    session = services.session
    return RecordNow(session.store, session.statements, session.outlet_id, session.clock())


@pytest.fixture
def check(chen: Services) -> RecordCheck:
    return RecordCheck(chen.session.store.genesis)


@pytest.fixture
def reading(check: RecordCheck) -> BehaviourReading:
    return BehaviourReading(check)


def chens(reading: BehaviourReading, services: Services, outlet: Outlet) -> PersonDay:
    found = reading.read_all(record(services)).person(outlet.chen_id, outlet_day(outlet.clock()))
    assert found is not None
    return found


def in_whose_name(services: Services, account_id: bytes, activity: Activity) -> None:
    """An act in somebody's name, signed with another's key."""
    store = services.session.store
    store.write(Author(account_id, "here", services.session.keys.signing_key.sign), Entry(activity))


def test_acts_are_read_as_they_come_and_none_twice(chen: Services, reading: BehaviourReading, outlet: Outlet) -> None:
    for count in (1, 2, 3):
        chen.session.write(MISS)
        for _ in range(2):
            assert chens(reading, chen, outlet).counts[Measure.MISSES] == count


def test_what_was_done_before_is_read_in_portions_and_a_transaction_may_lie_across_two(
    chen: Services, reading: BehaviourReading, outlet: Outlet, check: RecordCheck
) -> None:
    chen.session.write(*[MISS] * 7)
    head = chen.session.store.checkpoint().n
    portions = [reading.read_on(record(chen), 3)]
    while not portions[-1].is_all:
        portions.append(reading.read_on(record(chen), 3))
    assert [each.done for each in portions] == [*range(3, head, 3), head]
    assert {each.of for each in portions} == {head}
    assert chens(reading, chen, outlet).counts[Measure.MISSES] == 7
    assert check.state is RecordState.CHECKING


def test_old_acts_are_left_unread_but_never_the_last_ones(
    chen: Services, reading: BehaviourReading, outlet: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(behaviour, "FEWEST_ACTS", 2)
    chen.session.write(MISS)
    outlet.clock.move(days=100)
    chen.session.write(MISS)
    chen.session.write(MISS)
    reading.read_all(record(chen))
    assert [len(people) for people in reading.conduct.days.values()] == [1]
    assert chens(reading, chen, outlet).counts[Measure.MISSES] == 2


def test_an_act_in_a_colleagues_name_counts_nothing_and_is_told(
    chen: Services, reading: BehaviourReading, outlet: Outlet, check: RecordCheck
) -> None:
    in_whose_name(chen, outlet.lin_id, REVEAL)
    chen.session.write(MISS)
    conduct = reading.read_all(record(chen))
    lin = conduct.person(outlet.lin_id, outlet_day(outlet.clock()))
    assert lin is None or lin.of(MarkKind.REVEAL) == []
    assert [(each.act.account_id, each.is_broken) for each in reading.odd] == [(outlet.lin_id, False)]
    assert check.state is RecordState.BROKEN
    assert chens(reading, chen, outlet).counts[Measure.MISSES] == 1


def test_what_nobody_signed_hides_nothing_that_comes_behind_it(
    chen: Services, reading: BehaviourReading, outlet: Outlet
) -> None:
    chen.session.write(MISS)
    n = chen.session.store.checkpoint().n
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET signature = NULL WHERE n = ?", n)
    lin = outlet.lin()
    lin.session.write(MISS)
    conduct, today = reading.read_all(record(lin)), outlet_day(outlet.clock())
    misses = [len(found.of(MarkKind.MISS)) for found in conduct.days[today].values()]
    assert misses == [0, 0, 1]
    assert [each.act.n for each in reading.odd] == [n]


def test_an_act_that_was_changed_is_named(chen: Services, reading: BehaviourReading, check: RecordCheck) -> None:
    chen.session.write(MISS)
    n = chen.session.store.checkpoint().n
    with chen.session.store._database.transaction() as cursor:
        cursor.run('UPDATE acts SET detail = \'{"hits":1,"key":"tail"}\' WHERE n = ?', n)
    reading.read_all(record(chen))
    assert [(each.act.n, each.is_broken) for each in reading.odd] == [(n, True)]
    assert check.state is RecordState.BROKEN


def test_reading_goes_on_over_weeks_of_a_running_program(
    chen: Services, reading: BehaviourReading, outlet: Outlet
) -> None:
    first = outlet_day(outlet.clock())
    for _ in range(3):
        chen.session.write(MISS)
        reading.read_all(record(chen))
        outlet.clock.move(days=1)
    days = [first + timedelta(days=step) for step in range(3)]
    assert [day for day in reading.conduct.days if day >= first] == days
