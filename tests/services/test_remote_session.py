"""A screen that is shown on another computer: said at once, recorded once for whoever is at the counter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.services.entrance import Entrance
from outlet_app.store import activities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services import Services
    from tests.outlets import Outlet


class Screen:
    """Seen from elsewhere in the way that the test says, or by nobody."""

    way = ""

    def __call__(self) -> str:
        return self.way


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def shop(outlet: Outlet, screen: Screen) -> Iterator[Outlet]:
    """The outlet behind a door that asks how the screen is seen."""
    entrance = Entrance(outlet.keys, clock=outlet.clock, remote=screen)
    yield replace(outlet, entrance=entrance)
    entrance.close()


def _seen(services: Services) -> list[tuple[bytes, str]]:
    """Each act of a screen that was seen from elsewhere: whose it is, and the way."""
    acts = activities.after(services.session.store.reader, 0, 10_000)
    seen = [act for act in acts if act.kind == ActivityKind.REMOTE_SESSION_SEEN]
    return [(act.account_id, str(read_detail(act)["way"])) for act in seen]


def test_a_door_that_was_told_of_no_way_to_ask_sees_nobody(chen: Services) -> None:
    assert chen.session.remote_session() == ""
    assert chen.session.watch_remote() == ""


def test_a_remote_session_is_recorded_at_the_sign_in_and_only_once(shop: Outlet, screen: Screen) -> None:
    screen.way = "ssh"
    chen = shop.chen()
    assert chen.session.remote_session() == "ssh"
    assert _seen(chen) == [(shop.chen_id, "ssh")]
    assert chen.session.watch_remote() == "ssh"
    assert chen.session.watch_remote() == "ssh"
    assert _seen(chen) == [(shop.chen_id, "ssh")]


def test_one_that_begins_later_is_recorded_each_time_it_begins(shop: Outlet, screen: Screen) -> None:
    chen = shop.chen()
    assert _seen(chen) == []
    told = []
    for way in ("vnc", "vnc", "", "", "vnc", "rdp"):
        screen.way = way
        told.append(chen.session.watch_remote())
    assert told == ["vnc", "vnc", "", "", "vnc", "rdp"]
    assert [way for _, way in _seen(chen)] == ["vnc", "vnc", "rdp"]


def test_behind_a_lock_it_is_said_and_recorded_by_who_comes_back(shop: Outlet, screen: Screen) -> None:
    chen = shop.chen()
    chen.session.lock()
    screen.way = "vnc"
    assert chen.session.watch_remote() == "vnc"
    assert _seen(chen) == []
    assert shop.chen() is chen
    assert _seen(chen) == [(shop.chen_id, "vnc")]


def test_the_next_person_has_an_act_of_his_own(shop: Outlet, screen: Screen) -> None:
    screen.way = "xrdp"
    shop.chen()
    lin = shop.lin()
    assert _seen(lin) == [(shop.chen_id, "xrdp"), (shop.lin_id, "xrdp")]
