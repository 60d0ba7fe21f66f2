"""Tests of turning the record's pages, over a real outlet."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_groups import ActGroup
from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import SessionLocked
from outlet_app.services import review as service
from outlet_app.services.review import ActFilter
from outlet_app.ui import act_pages
from outlet_app.ui.act_pages import ActPages
from outlet_app.ui.tasks import Lane
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.services.reviewed_acts import ReviewedAct
    from outlet_app.ui.tasks import Tasks

PAGE = 7
RARE = ActFilter(group=ActGroup.STAFF)


class Reader:
    """Turns pages and keeps what came."""

    def __init__(self, owner: Services, tasks: Tasks, qtbot: QtBot) -> None:
        self.pages = ActPages(owner.review, tasks)
        self.found: list[tuple[ReviewedAct, ...]] = []
        self.looked: list[datetime | None] = []
        self.failed: list[object] = []
        self.pages.found.connect(self.found.append)
        self.pages.looked.connect(self.looked.append)
        self.pages.failed.connect(self.failed.append)
        self._tasks, self._qtbot = tasks, qtbot

    def rest(self) -> None:
        self._qtbot.waitUntil(self._tasks.is_idle, timeout=LONG_MS)

    @property
    def numbers(self) -> list[int]:
        """Of the page that stands."""
        return [act.n for act in self.found[-1]]


@pytest.fixture
def reader(owner: Services, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setattr(act_pages, "PAGE_ACTS", PAGE)
    return Reader(owner, tasks, qtbot)


def test_pages_are_turned_back_and_forth_without_a_gap(reader: Reader, owner: Services) -> None:
    newest = owner.session.store.checkpoint().n
    reader.pages.open(ActFilter())
    reader.rest()
    assert reader.numbers == list(range(newest, newest - PAGE, -1))
    assert (reader.pages.has_newer, reader.pages.has_older) == (False, True)
    reader.pages.turn_older()
    reader.rest()
    assert reader.numbers == list(range(newest - PAGE, newest - 2 * PAGE, -1))
    assert reader.pages.has_newer
    reader.pages.turn_newer()
    reader.rest()
    assert reader.numbers[0] == newest
    while reader.pages.has_older:
        reader.pages.turn_older()
        reader.rest()
    assert reader.numbers[-1] == 1
    reader.pages.turn_older()
    assert not reader.pages.is_looking


def test_turning_twice_before_the_page_is_there_turns_once(reader: Reader, owner: Services) -> None:
    newest = owner.session.store.checkpoint().n
    reader.pages.open(ActFilter())
    reader.rest()
    reader.pages.turn_older()
    reader.pages.turn_older()
    reader.rest()
    assert reader.numbers[0] == newest - PAGE
    reader.pages.turn_newer()
    reader.rest()
    assert not reader.pages.has_newer


def test_there_is_nothing_newer_than_the_first_page(reader: Reader) -> None:
    reader.pages.open(ActFilter())
    reader.rest()
    reader.pages.turn_newer()
    assert not reader.pages.is_looking


def test_a_page_can_begin_at_any_act(reader: Reader) -> None:
    reader.pages.open(ActFilter(), 6)
    reader.rest()
    assert reader.numbers == [5, 4, 3, 2, 1]
    assert reader.pages.has_newer


def test_a_page_of_rare_acts_is_put_together_from_short_looks(
    reader: Reader, owner: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.pages.open(RARE)
    reader.rest()
    at_once = reader.numbers
    monkeypatch.setattr(service, "LOOKED_THROUGH", 4)
    reader.pages.open(RARE)
    reader.rest()
    assert reader.numbers == at_once
    assert len(reader.found) == 2
    assert len(reader.looked) >= owner.session.store.checkpoint().n // 4 - 1
    assert all(isinstance(at, datetime) for at in reader.looked)


def test_other_work_gets_in_between_two_looks(
    reader: Reader, tasks: Tasks, owner: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "LOOKED_THROUGH", 4)
    order: list[str] = []
    reader.pages.found.connect(lambda _: order.append("page"))
    reader.pages.open(RARE)
    tasks.run(Lane.DATA, owner.session.today, reader.pages, lambda _: order.append("today"))
    reader.rest()
    assert order == ["today", "page"]


def test_stopping_shows_what_was_found_and_older_goes_on_from_there(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.pages.open(RARE)
    reader.rest()
    whole = reader.numbers
    monkeypatch.setattr(service, "LOOKED_THROUGH", 4)
    reader.pages.open(RARE)
    reader.pages.looked.connect(reader.pages.stop)
    reader.rest()
    first = reader.numbers
    assert len(first) < len(whole)
    assert not reader.pages.is_looking
    assert reader.pages.has_older
    reader.pages.looked.disconnect(reader.pages.stop)
    reader.pages.turn_older()
    reader.rest()
    assert first + reader.numbers == whole
    reader.pages.stop()
    assert len(reader.found) == 3


def test_an_answer_to_what_nobody_wants_any_more_is_dropped(reader: Reader) -> None:
    reader.pages.open(ActFilter())
    reader.pages.open(RARE)
    reader.rest()
    assert len(reader.found) == 1
    assert {act.kind for act in reader.found[0]} >= {ActivityKind.ACCOUNT_INVITED}


def test_a_known_error_is_told_and_ends_the_looking(reader: Reader, owner: Services) -> None:
    owner.session.lock()
    reader.pages.open(ActFilter())
    reader.pages.ask()
    reader.rest()
    assert [type(error) for error in reader.failed] == [SessionLocked]
    assert not reader.pages.is_looking
