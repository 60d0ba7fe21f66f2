"""Hours, idle time and terms: the owner's word with password and card, told to everybody else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.limits import LimitName
from outlet_app.domain.opening_hours import OpenFrom
from outlet_app.errors import FaultKind, InvalidDraft, WrongPassword
from outlet_app.services.policy_desk import DayDraft, PolicyDraft, PolicyName
from outlet_app.store import activities
from outlet_app.store.store import Entry
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services.admission import Services
    from tests.outlets import Outlet

WORKDAY = DayDraft(is_open=True, opens="8", closes="20:00")
DRAFT = PolicyDraft((WORKDAY,) * 6 + (DayDraft(is_open=False),), "5", "24", "36")


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    services = outlet.owner()
    yield services
    services.session.store.close()


def test_rules_are_in_force_at_once_and_each_change_is_an_act_with_old_and_new(owner: Services, outlet: Outlet) -> None:
    before = owner.session.store.checkpoint().n
    owner.policies.set_policies(replace(DRAFT, record_months="60"), password=OWNER_PASSWORD, card=outlet.card)
    now = owner.policies.policies()
    assert now.hours.days == (OpenFrom(480, 1200),) * 6 + (None,)
    assert (now.idle_minutes, now.retention.details_months, now.retention.record_months) == (5, 24, 60)
    acts = activities.after(owner.session.store.reader, before, 20)
    changed = [act.detail for act in acts if act.kind == ActivityKind.SETTING_CHANGED]
    assert changed == [
        '{"new":"1-6 08:00-20:00, 7 -","old":"1-7 07:00-22:00","policy":"hours"}',
        '{"new":"5","old":"10","policy":"idle_minutes"}',
        '{"new":"60","old":"36","policy":"record_months"}',
    ]
    assert [act.kind for act in acts].count(ActivityKind.STATEMENT_MADE) == 3
    assert owner.policies.idle_minutes() == 5


def test_what_stands_already_asks_no_card_and_writes_nothing(owner: Services, outlet: Outlet) -> None:
    owner.policies.set_policies(DRAFT, password=OWNER_PASSWORD, card=outlet.card)
    before = owner.session.store.checkpoint().n
    owner.policies.set_policies(DRAFT, password="wrong", card="wrong")
    assert owner.session.store.checkpoint().n == before


def test_without_the_card_nothing_changes(owner: Services) -> None:
    with pytest.raises(WrongPassword):
        owner.policies.set_policies(DRAFT, password=OWNER_PASSWORD, card="OK1.WRONG")
    assert owner.policies.idle_minutes() == 10


def test_every_fault_of_a_draft_is_told_at_once(owner: Services, outlet: Outlet) -> None:
    late = DayDraft(is_open=True, opens="20:00", closes="08:00")
    draft = PolicyDraft((late, DayDraft(is_open=True), *(WORKDAY,) * 5), "0", "5", "six")
    with pytest.raises(InvalidDraft) as refused:
        owner.policies.set_policies(draft, password=OWNER_PASSWORD, card=outlet.card)
    assert [(fault.field, fault.kind) for fault in refused.value.faults] == [
        ("day0", FaultKind.NOT_OPENING_HOURS),
        ("day1", FaultKind.NOT_OPENING_HOURS),
        ("idle_minutes", FaultKind.OUT_OF_BOUNDS),
        ("details_months", FaultKind.OUT_OF_BOUNDS),
        ("record_months", FaultKind.OUT_OF_BOUNDS),
    ]
    assert owner.policies.changes(draft) == ()
    assert not owner.policies.is_short(draft)


def test_a_short_term_is_allowed_and_warned_of(owner: Services) -> None:
    assert owner.policies.is_short(replace(DRAFT, details_months="12"))
    assert not owner.policies.is_short(DRAFT)
    assert owner.policies.changes(replace(DRAFT, idle_minutes="10"))[0][0] is PolicyName.HOURS


def test_everybody_else_hears_at_his_next_sign_in_what_an_owner_changed_and_once(
    owner: Services, outlet: Outlet
) -> None:
    owner.policies.set_policies(DRAFT, password=OWNER_PASSWORD, card=outlet.card)
    owner.limits.set_limits({LimitName.MISSES_HOUR: 20}, password=OWNER_PASSWORD, card=outlet.card)
    owner.supplies.approve_printers((LABEL_PRINTER,), password=OWNER_PASSWORD, card=outlet.card)
    assert owner.policies.news() == ()
    news = outlet.chen().policies.news()
    told = [each.facts.get("policy") or each.facts.get("limit") or each.facts.get("what") for each in news]
    assert told == ["hours", "idle_minutes", "misses_hour", "printers"]
    assert {each.by for each in news} == {"王店主"}
    outlet.lin()
    assert outlet.chen().policies.news() == ()


def test_who_comes_for_the_first_time_hears_nothing_of_what_was_before(owner: Services, outlet: Outlet) -> None:
    owner.policies.set_policies(DRAFT, password=OWNER_PASSWORD, card=outlet.card)
    invited = owner.staff.invite_clerk("孙浩", password=OWNER_PASSWORD, card=outlet.card)
    owner.session.sign_out()
    newcomer = outlet.entrance.accept_invitation(invited.account_id, invited.code, "sun-is-the-new-one-here")
    assert newcomer.policies.news() == ()
    newcomer.session.store.close()


def test_what_a_clerk_writes_is_no_news(outlet: Outlet) -> None:
    chen = outlet.chen()
    change = Activity(ActivityKind.SETTING_CHANGED, None, {"policy": "hours", "old": "-", "new": "-"})
    chen.session.write(Entry(change))
    lin = outlet.lin()
    assert [each for each in lin.policies.news() if each.facts.get("policy")] == []
    lin.session.store.close()
