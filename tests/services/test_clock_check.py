"""A clock that is moved under a running program, and between two runs, on a real outlet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.services import clock_check
from outlet_app.services.entrance import Entrance
from outlet_app.store import activities
from outlet_app.store.store import Entry
from tests.outlets import CHEN_PASSWORD, LIN_PASSWORD, OWNER_PASSWORD, Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services.admission import Services
    from tests.outlets import Outlet


class Counted:
    """Counts what the test lets pass, whatever the PC's clock is set to."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.passed = timedelta(hours=5)

    def __call__(self) -> timedelta:
        return self.passed

    def let_pass(self, **time: float) -> None:
        """Time goes by, for both clocks."""
        self._clock.move(**time)
        self.passed += timedelta(**time)


@pytest.fixture
def counted(outlet: Outlet) -> Counted:
    return Counted(outlet.clock)


@pytest.fixture
def door(outlet: Outlet, counted: Counted) -> Iterator[Entrance]:
    entrance = Entrance(outlet.keys, clock=outlet.clock, counted=counted)
    yield entrance
    entrance.close()


@pytest.fixture
def at_work(door: Entrance, outlet: Outlet) -> Services:
    return door.sign_in(outlet.chen_id, CHEN_PASSWORD)


def moves(services: Services) -> list[str]:
    """Each move in the record, as `how by_min`."""
    acts = activities.after(services.session.store.reader, 0, 10_000)
    details = [read_detail(act) for act in acts if act.kind == ActivityKind.CLOCK_MOVED]
    return [" ".join(str(each.get(name, "")) for name in ("move", "by_min")).strip() for each in details]


def test_a_clock_that_goes_right_is_never_a_question(at_work: Services, counted: Counted) -> None:
    for _ in range(5):
        counted.let_pass(hours=5)
        at_work.session.watch_clock()
    assert moves(at_work) == []
    assert at_work.session.date_is_confirmed


@pytest.mark.parametrize(("minutes", "told"), [(-3, "back 3"), (11, "ahead 11"), (60 * 24 * 3, "ahead 4320")])
def test_a_hand_at_the_clock_is_recorded_once_and_the_date_is_to_be_confirmed(
    at_work: Services, outlet: Outlet, counted: Counted, minutes: int, told: str
) -> None:
    counted.let_pass(minutes=30)
    outlet.clock.move(minutes=minutes)
    for _ in range(3):
        at_work.session.watch_clock()
        counted.let_pass(seconds=30)
    assert moves(at_work) == [told]
    assert not at_work.session.date_is_confirmed


def test_a_counting_clock_that_is_off_a_little_each_day_is_no_hand_at_the_clock(
    at_work: Services, outlet: Outlet, counted: Counted
) -> None:
    for _ in range(60):
        counted.let_pass(hours=24)
        outlet.clock.move(seconds=-5)
        at_work.session.watch_clock()
    assert moves(at_work) == []


def test_what_is_done_behind_a_lock_is_seen_when_somebody_comes(
    at_work: Services, door: Entrance, outlet: Outlet
) -> None:
    at_work.session.lock()
    outlet.clock.move(hours=2)
    at_work.session.watch_clock()
    assert moves(at_work) == []
    later = door.sign_in(outlet.lin_id, LIN_PASSWORD)
    assert moves(later) == ["ahead 120"]


def test_a_clock_before_the_last_act_is_told_at_the_next_start(outlet: Outlet) -> None:
    first = outlet.chen()
    first.session.sign_out()
    outlet.clock.move(days=-1)
    later = Entrance(outlet.keys, clock=outlet.clock).sign_in(outlet.chen_id, CHEN_PASSWORD)
    assert moves(later) == ["earlier 1440"]
    assert not later.session.date_is_confirmed
    later.session.store.close()


def test_three_days_without_an_act_are_a_question_unless_the_program_counted_them(
    door: Entrance, at_work: Services, outlet: Outlet, counted: Counted
) -> None:
    at_work.session.sign_out()
    counted.let_pass(hours=80)
    again = door.sign_in(outlet.chen_id, CHEN_PASSWORD)
    assert moves(again) == []
    again.session.sign_out()
    counted.let_pass(hours=80)
    later = Entrance(outlet.keys, clock=outlet.clock, counted=counted).sign_in(outlet.chen_id, CHEN_PASSWORD)
    assert moves(later) == ["later 4800"]
    later.session.store.close()


def test_a_date_nobody_confirmed_is_asked_for_again_each_day_and_after_a_restart(
    outlet: Outlet, door: Entrance, at_work: Services, counted: Counted
) -> None:
    outlet.clock.move(hours=1)
    at_work.session.watch_clock()
    counted.let_pass(hours=24)
    for _ in range(2):
        at_work.session.watch_clock()
    assert moves(at_work) == ["ahead 60", "waits"]
    door.close()
    later = Entrance(outlet.keys, clock=outlet.clock, counted=counted).sign_in(outlet.chen_id, CHEN_PASSWORD)
    assert moves(later) == ["ahead 60", "waits", "waits"]
    assert not later.session.date_is_confirmed
    later.session.store.close()


def test_a_date_nobody_confirmed_is_recorded_anew_before_it_lies_too_far_back(
    outlet: Outlet, at_work: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock_check, "LOOKED_BACK", 20)
    outlet.clock.move(hours=1)
    at_work.session.watch_clock()
    for _ in range(25):
        at_work.session.write(Entry(Activity(ActivityKind.SEARCHED)))
        at_work.session.watch_clock()
    assert moves(at_work) == ["ahead 60", "waits", "waits"]
    at_work.session.store.close()
    later = Entrance(outlet.keys, clock=outlet.clock).sign_in(outlet.chen_id, CHEN_PASSWORD)
    assert not later.session.date_is_confirmed
    later.session.store.close()


def test_a_date_that_was_confirmed_stays_so_after_a_restart(outlet: Outlet) -> None:
    outlet.clock.move(days=4)
    first = outlet.owner()
    assert not first.session.date_is_confirmed
    first.date.confirm(outlet.clock())
    assert first.session.date_is_confirmed
    first.session.sign_out()
    later = Entrance(outlet.keys, clock=outlet.clock).sign_in(outlet.owner_id, OWNER_PASSWORD)
    assert moves(later) == ["later 5760"]
    assert later.session.date_is_confirmed
    later.session.store.close()
