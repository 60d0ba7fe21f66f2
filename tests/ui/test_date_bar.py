"""The bar that asks for the date, over a real outlet whose PC was off too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from outlet_app.domain.activity import ActivityKind
from outlet_app.store import activities
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from tests.outlets import CHEN_PASSWORD, LIN_PASSWORD, OWNER_PASSWORD, make_outlet
from tests.ui.door import open_door

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet
    from tests.ui.door import Door


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("template"))


@pytest.fixture
def door(
    template: Outlet, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Door]:
    yield from open_door(template, tmp_path, tasks, preferences, speaking, qtbot)


def _kinds(door: Door) -> list[str]:
    services = door.window._services
    assert services is not None
    return [act.kind for act in activities.after(services.session.store.reader, 0, 1000)]


def test_on_an_ordinary_day_there_is_no_bar(door: Door) -> None:
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    door.settle()
    assert not main.date.isVisible()


def test_the_owner_confirms_the_date_that_stands_there_large(door: Door, qtbot: QtBot) -> None:
    door.outlet.clock.move(days=4)
    main = door.come_in(door.outlet.owner_id, OWNER_PASSWORD)
    door.settle()
    assert main.date.isVisible()
    assert main.date.date.text() == "Thursday, 26 November 2026  09:30"
    assert main.date.date.font().pixelSize() == 28
    qtbot.mouseClick(main.date.confirm, Qt.MouseButton.LeftButton)
    door.settle()
    assert not main.date.isVisible()
    assert main.messages.text.text() == "The date is confirmed."
    assert _kinds(door)[-1] == ActivityKind.DATE_CONFIRMED


def test_after_one_clerk_another_is_asked_and_parcels_are_accepted_meanwhile(door: Door, qtbot: QtBot) -> None:
    door.outlet.clock.move(days=4)
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    door.settle()
    assert main.entry.form.isEnabled()
    qtbot.mouseClick(main.date.confirm, Qt.MouseButton.LeftButton)
    door.settle()
    assert main.date.isVisible()
    assert not main.date.confirm.isVisible()
    assert main.date.story.text().startswith("You confirmed it.")
    door.lock()
    other = door.come_in(door.outlet.lin_id, LIN_PASSWORD)
    door.settle()
    qtbot.mouseClick(other.date.confirm, Qt.MouseButton.LeftButton)
    door.settle()
    assert not other.date.isVisible()


def test_the_bar_is_reached_by_tab_and_pressed_by_space(door: Door, qtbot: QtBot) -> None:
    door.outlet.clock.move(days=4)
    main = door.come_in(door.outlet.owner_id, OWNER_PASSWORD)
    door.settle()
    main.navigation.lock.setFocus()
    for _ in range(200):
        if main.date.confirm.hasFocus():
            break
        door.press(Qt.Key.Key_Tab)
    assert main.date.confirm.hasFocus()
    qtbot.keyClick(main.date.confirm, Qt.Key.Key_Space)
    door.settle()
    assert not main.date.isVisible()


@pytest.mark.parametrize("language", Language)
def test_nothing_of_the_bar_is_cut_at_1366_and_at_150_percent(
    door: Door, qtbot: QtBot, speaking: QApplication, language: Language
) -> None:
    languages.speak(speaking, language)
    door.outlet.clock.move(days=4)
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    door.settle()
    for width, height in ((1366, 728), (1280, 680)):
        door.window.resize(width, height)
        qtbot.wait(20)
        assert (main.width(), main.height()) == (width, height)
        words = [one for one in main.date.children() if isinstance(one, QLabel | QAbstractButton) and one.text()]
        assert len(words) == 3
        assert [one.text() for one in words if one.width() < one.minimumSizeHint().width()] == []
        tall = [one for one in words if one.height() < one.heightForWidth(one.width())]
        assert [one.text() for one in tall] == []
