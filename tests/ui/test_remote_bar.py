"""The bar of a screen that is shown elsewhere, over a real session that is told so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from outlet_app.demo import CLERKS
from outlet_app.domain.activity import ActivityKind
from outlet_app.services import Entrance
from outlet_app.store import activities
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.main_window import MainWindow
from outlet_app.ui.remote_bar import RemoteBar
from outlet_app.ui.tasks import Lane
from tests.ui.conftest import LONG_MS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

Ways = list[str]


@pytest.fixture
def ways() -> Ways:
    """How the screen is seen elsewhere now, in its last place."""
    return [""]


@pytest.fixture
def entrance(entrance: Entrance, ways: Ways) -> Entrance:
    """The same door, that asks how the screen is seen."""
    return Entrance(entrance._keys, remote=lambda: ways[-1], demo_logins=CLERKS)


@pytest.fixture
def bar(services: Services, tasks: Tasks, speaking: QApplication, qtbot: QtBot) -> RemoteBar:
    assert isinstance(speaking, QApplication)
    made = RemoteBar(services.session, tasks)
    qtbot.addWidget(made)
    return made


def _look(bar: RemoteBar, tasks: Tasks, qtbot: QtBot) -> bool:
    bar.look()
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    return bar.isVisible()


def _seen(services: Services, tasks: Tasks, qtbot: QtBot) -> int:
    """How many acts say that the screen was seen."""
    found: list[int] = []

    def count() -> int:
        acts = activities.after(services.session.store.reader, 0, 10_000)
        return [act.kind for act in acts].count(ActivityKind.REMOTE_SESSION_SEEN)

    tasks.run(Lane.DATA, count, tasks, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG_MS)
    return found[0]


def test_it_stands_there_as_long_as_the_screen_is_seen_elsewhere(
    bar: RemoteBar, services: Services, ways: Ways, tasks: Tasks, qtbot: QtBot
) -> None:
    assert not _look(bar, tasks, qtbot)
    ways.append("vnc")
    assert _look(bar, tasks, qtbot)
    assert _look(bar, tasks, qtbot)
    assert _seen(services, tasks, qtbot) == 1
    ways.append("")
    assert not _look(bar, tasks, qtbot)


def test_it_speaks_the_language_of_the_screen(bar: RemoteBar, speaking: QApplication) -> None:
    assert bar.story.text().startswith("This screen is shown on another computer")
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert not bar.story.text().isascii()


def test_the_window_says_it_at_its_first_round(
    services: Services, ways: Ways, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> None:
    del speaking
    ways.append("ssh")
    window = MainWindow(services, tasks, preferences)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.remote.isVisible, timeout=LONG_MS)
    window.stop()
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
