"""The date, confirmed by the owner or by two people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.services.outlet_date import DateState
from outlet_app.store import activities
from tests.builders import draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services.admission import Services
    from tests.outlets import Outlet


@pytest.fixture
def doubted(outlet: Outlet) -> Iterator[Outlet]:
    """An outlet whose PC was off for four days."""
    outlet.clock.move(days=4)
    yield outlet
    outlet.entrance.close()


def newest(services: Services) -> str:
    act = activities.newest(services.session.store.reader)
    assert act is not None
    return act.kind


def test_the_date_of_an_ordinary_day_is_asked_of_nobody(chen: Services, outlet: Outlet) -> None:
    assert chen.date.look().state is DateState.CONFIRMED
    assert chen.date.look().at == outlet.clock()
    chen.date.confirm(outlet.clock())
    assert newest(chen) == ActivityKind.SIGNED_IN


def test_the_owners_word_is_enough(doubted: Outlet) -> None:
    owner = doubted.owner()
    assert owner.date.look().state is DateState.OPEN
    assert owner.date.confirm(doubted.clock()).state is DateState.CONFIRMED
    assert newest(owner) == ActivityKind.DATE_CONFIRMED


def test_two_peoples_word_is_enough_and_one_persons_twice_is_not(doubted: Outlet) -> None:
    chen = doubted.chen()
    for _ in range(2):
        assert chen.date.confirm(doubted.clock()).state is DateState.HALF
    lin = doubted.lin()
    assert lin.date.look().state is DateState.OPEN
    assert lin.date.confirm(doubted.clock()).state is DateState.CONFIRMED
    assert lin.session.date_is_confirmed


def test_a_date_that_was_read_before_the_clock_moved_on_confirms_nothing(doubted: Outlet) -> None:
    owner = doubted.owner()
    seen = doubted.clock()
    doubted.clock.move(hours=24)
    assert owner.date.confirm(seen).state is DateState.OPEN
    assert newest(owner) != ActivityKind.DATE_CONFIRMED


def test_accepting_does_not_wait_for_the_date(doubted: Outlet) -> None:
    chen = doubted.chen()
    assert chen.date.look().state is DateState.OPEN
    assert chen.entry.accept(draft(), None).number
