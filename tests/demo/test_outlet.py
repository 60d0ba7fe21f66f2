"""The demo outlet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.demo import CLERKS, DAYS, OWNER, make_demo
from outlet_app.domain.account import Role
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.services.entrance import wall_clock
from outlet_app.services.session import RecordState
from outlet_app.store import activities
from outlet_app.store.moment import from_ms
from tests.outlets import LABEL_PRINTER

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.demo import Demo


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return make_demo(tmp_path_factory.mktemp("demo"), printers=(LABEL_PRINTER,), waybills=40)


def test_one_owner_and_two_clerks_can_sign_in_with_the_logins_it_shows(demo: Demo) -> None:
    people = {}
    for tile, (name, password) in zip(demo.entrance.tiles(), demo.entrance.demo_logins(), strict=True):
        services = demo.entrance.sign_in(tile.account_id, password)
        people[name] = services.session.account.role
        services.session.sign_out()
    assert people == {OWNER[0]: Role.OWNER, CLERKS[0][0]: Role.CLERK, CLERKS[1][0]: Role.CLERK}


def test_its_month_lies_behind_us_and_is_a_whole_record(demo: Demo) -> None:
    services = demo.entrance.sign_in(demo.entrance.tiles()[0].account_id, OWNER[1])
    acts = activities.after(services.session.store.reader, 0, 10_000)
    while services.session.verify_some():
        pass
    state, date_is_confirmed = services.session.record_state(), services.session.date_is_confirmed
    services.session.sign_out()
    accepted = [from_ms(act.at_ms) for act in acts if act.kind == ActivityKind.ACCEPTED]
    assert len(accepted) == 40
    today = outlet_day(wall_clock())
    assert {outlet_day(at) for at in accepted} <= {today - timedelta(days=back) for back in range(1, DAYS + 1)}
    assert state is RecordState.GOOD
    assert date_is_confirmed


def test_the_same_seed_makes_the_same_people(tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        entrance = make_demo(tmp_path / name, waybills=3).entrance
        services = entrance.sign_in(entrance.tiles()[1].account_id, CLERKS[0][1])
        rows = services.session.store.reader.rows(tuple, "SELECT number, recipient_name, recipient_tail FROM waybills")
        services.session.sign_out()
        found.append(rows)
    assert found[0] == found[1]
    assert len(found[0]) == 3
