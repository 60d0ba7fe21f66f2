"""The owner sets limits with his card, and lifts them and ends suspensions with his password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.limits import DEFAULTS, LimitName, Limits
from outlet_app.errors import Fault, FaultKind, InvalidDraft, MustWait, NotPermitted, Suspended, WrongPassword
from outlet_app.store import activities
from tests.outlets import OWNER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services.admission import Services
    from tests.outlets import Outlet


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    services = outlet.owner()
    yield services
    outlet.entrance.close()


def newest(services: Services, count: int) -> list[tuple[str, dict[str, str | int]]]:
    store = services.session.store
    acts = activities.after(store.reader, store.checkpoint().n - count, count)
    return [(act.kind, dict(read_detail(act))) for act in acts]


def suspend(outlet: Outlet) -> None:
    """Chen looks thirty people up who are not there."""
    chen = outlet.chen()
    for step in range(30):
        chen.find.look_up(f"{step:04d}")


def test_an_outlet_begins_with_the_defaults_and_knows_the_bounds(owner: Services) -> None:
    rows = owner.limits.limits()
    assert {row.name: row.value for row in rows} == DEFAULTS
    assert all((row.lowest, row.highest, row.default) == (1, row.value * 10, row.value) for row in rows)


def test_limits_are_set_with_password_and_card_and_each_change_is_an_act(owner: Services, outlet: Outlet) -> None:
    wanted = {LimitName.SCAN_REVEALS_DAY: 20, LimitName.LOOK_UPS_HOUR: 300, LimitName.MISSES_HOUR: 10}
    owner.limits.set_limits(wanted, password=OWNER_PASSWORD, card=outlet.card)
    assert owner.session.statements.limits() == Limits(scan_reveals_day=20, misses_hour=10)
    assert newest(owner, 3)[:2] == [
        (ActivityKind.SETTING_CHANGED, {"limit": "scan_reveals_day", "old": 40, "new": 20}),
        (ActivityKind.SETTING_CHANGED, {"limit": "misses_hour", "old": 30, "new": 10}),
    ]
    assert outlet.chen().find.left().shares[LimitName.SCAN_REVEALS_DAY].limit == 20


def test_a_limit_out_of_its_bounds_is_refused_at_its_field(owner: Services, outlet: Outlet) -> None:
    wanted = {LimitName.SCAN_REVEALS_DAY: 401, LimitName.MISSES_HOUR: 0, LimitName.LOOK_UPS_HOUR: 5}
    with pytest.raises(InvalidDraft) as refused:
        owner.limits.set_limits(wanted, password=OWNER_PASSWORD, card=outlet.card)
    assert set(refused.value.faults) == {
        Fault("scan_reveals_day", FaultKind.OUT_OF_BOUNDS),
        Fault("misses_hour", FaultKind.OUT_OF_BOUNDS),
    }
    assert owner.session.statements.limits() == Limits()


def test_nothing_changes_without_the_card_or_where_nothing_is_to_change(owner: Services) -> None:
    before = owner.session.store.checkpoint()
    with pytest.raises(WrongPassword):
        owner.limits.set_limits({LimitName.MISSES_HOUR: 5}, password=OWNER_PASSWORD, card="OK1.NO")
    owner.limits.set_limits({LimitName.MISSES_HOUR: 30}, password="wrong", card="")
    assert owner.session.store.checkpoint() == before
    assert owner.session.statements.limits() == Limits()


def test_a_lift_for_today_needs_the_password_alone_and_is_told_of_that_person(owner: Services, outlet: Outlet) -> None:
    with pytest.raises(WrongPassword):
        owner.limits.lift_today(outlet.chen_id, password="wrong")
    owner.limits.lift_today(outlet.chen_id, password=OWNER_PASSWORD)
    assert newest(owner, 1) == [(ActivityKind.LIMIT_LIFTED, {"account": outlet.chen_id.hex(), "limit": "today"})]
    lifted = {person.account_id: person.lifted for person in owner.limits.limited_people()}
    assert lifted == {outlet.owner_id: False, outlet.chen_id: True, outlet.lin_id: False}
    outlet.clock.move(days=1)
    assert not any(person.lifted for person in outlet.owner().limits.limited_people())


def test_wrong_passwords_wait_as_at_the_entrance(owner: Services, outlet: Outlet) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassword):
            owner.limits.lift_today(outlet.chen_id, password="wrong")
    with pytest.raises(MustWait):
        owner.limits.lift_today(outlet.chen_id, password=OWNER_PASSWORD)


def test_a_suspension_is_seen_with_its_time_and_ended(outlet: Outlet) -> None:
    suspend(outlet)
    since = outlet.clock()
    outlet.clock.move(minutes=5)
    owner = outlet.owner()
    suspended = {each.account_id: each.suspended_since for each in owner.limits.limited_people()}
    assert suspended == {outlet.owner_id: None, outlet.chen_id: since, outlet.lin_id: None}
    owner.limits.lift_today(outlet.chen_id, password=OWNER_PASSWORD)
    with pytest.raises(Suspended):
        outlet.chen().find.look_up("5678")
    owner = outlet.owner()
    owner.limits.end_suspension(outlet.chen_id, password=OWNER_PASSWORD)
    assert newest(owner, 1)[0][1]["limit"] == "suspension"
    outlet.chen().find.look_up("5678")
    outlet.entrance.close()


def test_nothing_is_lifted_for_who_does_not_work_here(owner: Services) -> None:
    for lift in (owner.limits.lift_today, owner.limits.end_suspension):
        with pytest.raises(NotPermitted):
            lift(b"n" * 16, password=OWNER_PASSWORD)
