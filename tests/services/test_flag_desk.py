"""The owner's daily look at flags, and his words about them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.behaviour import Measure
from outlet_app.domain.flags import FlagKind
from outlet_app.domain.limits import LimitName
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.errors import FaultKind, InvalidDraft
from outlet_app.services.policy_desk import DayDraft, PolicyDraft
from outlet_app.store.store import Entry
from tests.outlets import OWNER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services.admission import Services
    from outlet_app.services.flag_desk import FlagDesk, FlagView
    from tests.outlets import Outlet

REVEAL = {"field": "remark", "reason": "call", "by": "scan"}


def reveal(services: Services, outlet: Outlet, count: int) -> None:
    """So many reveals a minute apart, of waybills with which nothing else is done."""
    for step in range(count):
        outlet.clock.move(minutes=1)
        services.session.write(Entry(Activity(ActivityKind.REVEALED, bytes([step]) * 16, REVEAL)))


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    """Chen revealed seven things in seven minutes; the owner comes two hours later."""
    chen = outlet.chen()
    reveal(chen, outlet, 7)
    outlet.clock.move(hours=2)
    services = outlet.owner()
    yield services
    services.session.store.close()


@pytest.fixture
def desk(owner: Services) -> FlagDesk:
    return owner.flags


def of_kind(views: tuple[FlagView, ...], kind: FlagKind) -> FlagView:
    return next(view for view in views if view.flag.kind is kind)


def test_what_a_clerk_did_today_waits_for_the_owner_with_his_name_and_its_acts(desk: FlagDesk, outlet: Outlet) -> None:
    burst = of_kind(desk.open_flags(), FlagKind.BURST)
    assert (burst.person, burst.flag.account_id, burst.flag.count) == ("陈伟", outlet.chen_id, 7)
    assert len(burst.flag.rows) == 7
    assert burst.is_new
    assert burst.flag.facts == {"followed": 0, "judged": 1}


def test_the_gravest_flag_stands_first(desk: FlagDesk) -> None:
    kinds = [view.flag.kind for view in desk.open_flags()]
    assert kinds == sorted(kinds, key=list(FlagKind).index)
    assert kinds[0] is FlagKind.BURST


def test_a_grave_flag_of_a_former_day_stands_before_the_others_of_today(owner: Services, outlet: Outlet) -> None:
    owner.session.write(Entry(Activity(ActivityKind.REMOTE_SESSION_SEEN, None, {"way": "ssh"})))
    outlet.clock.move(days=1)
    reveal(owner, outlet, 7)
    flags = [view.flag for view in owner.flags.open_flags()]
    assert flags[0].kind is FlagKind.REMOTE
    rest = [flag.day for flag in flags[1:]]
    assert rest == sorted(rest, reverse=True)
    assert rest[0] > flags[0].day
    outlet.clock.move(days=7)
    kinds = [view.flag.kind for view in owner.flags.open_flags()]
    assert kinds[:2] == [FlagKind.REMOTE, FlagKind.NOT_REVIEWED]


def test_a_flag_that_is_ticked_off_is_open_no_more_and_keeps_the_owners_word(desk: FlagDesk, outlet: Outlet) -> None:
    burst = of_kind(desk.open_flags(), FlagKind.BURST)
    desk.tick(burst.flag, " 地址不清，逐个打过电话 ")
    assert FlagKind.BURST not in {view.flag.kind for view in desk.open_flags()}
    kept = of_kind(desk.flags(outlet_day(outlet.clock())), FlagKind.BURST).ticked
    assert kept is not None
    assert (kept.person, kept.note, kept.at) == ("王店主", "地址不清，逐个打过电话", outlet.clock())


def test_what_goes_on_behind_the_owners_word_waits_for_him_again(owner: Services, outlet: Outlet) -> None:
    owner.flags.tick(of_kind(owner.flags.open_flags(), FlagKind.BURST).flag, "问过了")
    chen = outlet.chen()
    reveal(chen, outlet, 6)
    again = of_kind(outlet.owner().flags.open_flags(), FlagKind.BURST)
    assert again.ticked is not None
    assert again.flag.count == 13


@pytest.mark.parametrize(
    ("note", "kind"), [("", FaultKind.EMPTY), ("  ", FaultKind.EMPTY), ("问过 12345", FaultKind.CONTAINS_PHONE)]
)
def test_a_word_about_a_flag_is_needed_and_names_nobody(desk: FlagDesk, note: str, kind: FaultKind) -> None:
    burst = of_kind(desk.open_flags(), FlagKind.BURST)
    with pytest.raises(InvalidDraft) as refused:
        desk.tick(burst.flag, note)
    assert [(fault.field, fault.kind) for fault in refused.value.faults] == [("note", kind)]


def test_a_clerks_word_ticks_nothing_off(owner: Services, outlet: Outlet) -> None:
    flag = of_kind(owner.flags.open_flags(), FlagKind.BURST).flag
    chen = outlet.chen()
    detail = {"flag": "burst", "account": flag.account_id.hex(), "day": flag.day.isoformat(), "n": flag.first_n}
    words = [
        Activity(ActivityKind.FLAG_TICKED, None, {**detail, "to": 10**6, "note": "ok"}),
        Activity(ActivityKind.FLAG_MUTED, None, {"flag": "burst", "account": flag.account_id.hex()}),
        Activity(ActivityKind.REVIEWED),
    ]
    chen.session.write(*map(Entry, words))
    again = outlet.owner()
    assert of_kind(again.flags.open_flags(), FlagKind.BURST).is_new
    assert again.flags.mutes() == ()


def test_a_kind_can_be_muted_for_one_person_and_shown_again(desk: FlagDesk, outlet: Outlet) -> None:
    desk.mute(FlagKind.BURST, outlet.chen_id)
    assert FlagKind.BURST not in {view.flag.kind for view in desk.open_flags()}
    assert of_kind(desk.flags(outlet_day(outlet.clock())), FlagKind.BURST).is_muted
    assert [(mute.kind, mute.person, mute.by) for mute in desk.mutes()] == [(FlagKind.BURST, "陈伟", "王店主")]
    desk.mute(FlagKind.UNFOLLOWED, outlet.lin_id)
    assert of_kind(desk.open_flags(), FlagKind.UNFOLLOWED).person == "陈伟"
    desk.unmute(FlagKind.BURST, outlet.chen_id)
    assert of_kind(desk.open_flags(), FlagKind.BURST).is_open


def test_what_is_nobodys_habit_is_never_muted(desk: FlagDesk, owner: Services, outlet: Outlet) -> None:
    with pytest.raises(ValueError, match="remote"):
        desk.mute(FlagKind.REMOTE, outlet.chen_id)
    odd = [{"flag": "remote", "account": outlet.chen_id.hex()}, {"flag": "burst"}, {"account": outlet.chen_id.hex()}]
    owner.session.write(*(Entry(Activity(ActivityKind.FLAG_MUTED, None, detail)) for detail in odd))
    assert desk.mutes() == ()


def test_a_review_that_was_ended_makes_what_is_there_old_and_begins_the_week_anew(
    desk: FlagDesk, outlet: Outlet
) -> None:
    outlet.clock.move(days=7)
    assert desk.weeks_unreviewed() == 1
    assert desk.open_flags()[0].flag.kind is FlagKind.NOT_REVIEWED
    desk.note_reviewed()
    assert desk.weeks_unreviewed() == 0
    assert {view.is_new for view in desk.open_flags()} == {False}
    outlet.clock.move(days=15)
    assert (desk.weeks_unreviewed(), desk.open_flags()[0].flag.count) == (2, 2)


def test_a_flag_waits_a_month(desk: FlagDesk, outlet: Outlet) -> None:
    day = outlet_day(outlet.clock())
    outlet.clock.move(days=30)
    assert of_kind(desk.open_flags(), FlagKind.BURST).flag.day == day
    outlet.clock.move(days=1)
    assert FlagKind.BURST not in {view.flag.kind for view in desk.open_flags()}
    assert of_kind(desk.flags(day), FlagKind.BURST)


def test_people_stand_in_the_order_of_the_staff_with_what_they_did_and_what_is_usual(
    desk: FlagDesk, outlet: Outlet
) -> None:
    rows = desk.people(outlet_day(outlet.clock()))
    assert [row.person for row in rows] == ["王店主", "陈伟", "林芳"]
    chen = rows[1]
    assert (chen.counts[Measure.REVEALS], chen.counts[Measure.UNFOLLOWED], chen.counts[Measure.MISSES]) == (7, 7, 0)
    for _ in range(5):
        outlet.clock.move(days=1)
        outlet.chen()
    again = outlet.owner().flags.people(outlet_day(outlet.clock()))
    assert [(row.person, row.is_own) for row in again] == [("王店主", False), ("陈伟", True)]
    assert {row.person: row.usual[Measure.REVEALS] for row in again}["陈伟"] == 0  # of his own five days


def test_hours_and_days_are_those_of_one_or_of_everybody(desk: FlagDesk, outlet: Outlet) -> None:
    everybody, chens = desk.days(None, 30), desk.days(outlet.chen_id, 30)
    assert len(everybody) == 30
    assert everybody[-1].day == outlet_day(outlet.clock())
    assert sum(everybody[-1].hours) > sum(chens[-1].hours) >= 8
    assert [day.counts[Measure.REVEALS] for day in chens[-2:]] == [0, 7]
    assert sum(everybody[0].hours) == 0


def test_what_the_owner_changes_today_judges_no_former_day_and_leaves_his_word_in_force(
    owner: Services, outlet: Outlet
) -> None:
    desk, day = owner.flags, outlet_day(outlet.clock())
    desk.tick(of_kind(desk.open_flags(), FlagKind.HALF_LIMIT).flag, "问过了")
    before = [view.flag for view in desk.flags(day)]
    outlet.clock.move(days=1)
    consent = {"password": OWNER_PASSWORD, "card": outlet.card}
    owner.limits.set_limits({LimitName.SCAN_REVEALS_HOUR: 100, LimitName.SCAN_REVEALS_DAY: 400}, **consent)
    shut = PolicyDraft((DayDraft(is_open=False),) * 7, "10", "24", "36")
    owner.policies.set_policies(shut, **consent)
    assert [view.flag for view in desk.flags(day)] == before
    assert FlagKind.HALF_LIMIT not in {view.flag.kind for view in desk.open_flags()}
    reveal(owner, outlet, 1)
    assert of_kind(desk.flags(day + timedelta(days=1)), FlagKind.OUT_OF_HOURS).flag.facts["revealed"] == 1
    owner.session.outlet.close()
    again = outlet.owner()  # who reads the record anew
    assert [view.flag for view in again.flags.flags(day)] == before
    again.session.store.close()


def test_an_act_that_nobody_signed_is_a_flag_by_itself(owner: Services, outlet: Outlet) -> None:
    n = owner.session.store.checkpoint().n
    owner.session.write(Entry(Activity(ActivityKind.SEARCHED, None, {"key": "tail", "hits": 1})))
    with owner.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET account_id = ? WHERE n = ?", outlet.lin_id, n + 1)
    odd = of_kind(owner.flags.open_flags(), FlagKind.RECORD)
    assert (odd.person, odd.flag.rows, odd.flag.facts) == ("林芳", (n + 1,), {"what": "broken"})


def test_the_record_is_read_portion_by_portion_for_a_window_that_shows_how_far_it_is(desk: FlagDesk) -> None:
    first = desk.look_on()
    assert first.is_all
    assert first.done == first.of > 10
