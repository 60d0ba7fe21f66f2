"""Who came in by one's login, as the record tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import WrongPassword
from outlet_app.services.open_outlet import station_name
from outlet_app.services.own_sign_ins import MOST_SHOWN, SignInWay
from tests.outlets import CHEN_PASSWORD, LIN_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services import Services
    from tests.outlets import Outlet

PIN = "402817"


@pytest.fixture
def day(outlet: Outlet) -> Iterator[Outlet]:
    yield outlet
    outlet.entrance.close()


def ways(services: Services) -> list[SignInWay]:
    return [each.way for each in services.people.own_record().sign_ins]


def test_each_way_in_is_told_with_time_and_place_newest_first(day: Outlet) -> None:
    chen = day.chen()
    chen.people.set_pin(PIN, password=CHEN_PASSWORD)
    day.clock.move(minutes=5)
    chen.session.lock()
    day.entrance.change_person(day.chen_id, PIN)
    day.clock.move(minutes=5)
    day.lin()
    day.clock.move(minutes=5)
    again = day.entrance.change_person(day.chen_id, PIN)
    assert ways(again) == [SignInWay.PIN, SignInWay.PIN, SignInWay.PASSWORD, SignInWay.PASSWORD, SignInWay.INVITATION]
    newest, *_ = again.people.own_record().sign_ins
    assert (newest.at, newest.station) == (day.clock(), station_name())


def test_nobody_sees_another_persons(day: Outlet) -> None:
    day.chen().session.lock()
    lin = day.lin()
    assert ways(lin) == [SignInWay.PASSWORD, SignInWay.PASSWORD, SignInWay.INVITATION]


def test_a_try_that_was_refused_is_told_to_whose_login_it_was_whoever_reported_it(day: Outlet) -> None:
    tried_at = day.clock()
    with pytest.raises(WrongPassword):
        day.entrance.sign_in(day.chen_id, "not his")
    day.clock.move(minutes=1)
    lin = day.lin()
    assert SignInWay.REFUSED not in ways(lin)
    day.clock.move(minutes=1)
    told = [each for each in day.chen().people.own_record().sign_ins if each.way is SignInWay.REFUSED]
    assert [each.at for each in told] == [tried_at]


def test_a_week_is_shown_and_no_more_than_fits(day: Outlet) -> None:
    for _ in range(MOST_SHOWN):
        day.entrance.sign_in(day.chen_id, CHEN_PASSWORD)
        day.clock.move(minutes=1)
    assert len(day.chen().people.own_record().sign_ins) == MOST_SHOWN
    day.clock.move(days=8)
    assert ways(day.entrance.sign_in(day.lin_id, LIN_PASSWORD)) == [SignInWay.PASSWORD]
