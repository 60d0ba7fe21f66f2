"""The weekly check while the window closes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.store import integrity, last_check
from outlet_app.ui import languages
from outlet_app.ui.closing_check import ClosingCheckPage
from outlet_app.ui.languages import Language
from outlet_app.ui.tasks import Lane
from tests.outlets import make_outlet
from tests.services.wrecking import flip
from tests.ui.equipping import cut_words
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services.care import ClosingCheck
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outlet, ClosingCheck]:
    outlet = make_outlet(tmp_path_factory.mktemp("closed"))
    outlet.lin()
    outlet.entrance.close()
    check = outlet.entrance.closing_check()
    assert check is not None
    return outlet, check


@pytest.fixture
def settled(tasks: Tasks, qtbot: QtBot, speaking: QApplication) -> Iterator[None]:
    assert speaking
    yield
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)


def _page(check: ClosingCheck, tasks: Tasks, qtbot: QtBot) -> ClosingCheckPage:
    page = ClosingCheckPage(check, tasks)
    qtbot.addWidget(page)
    page.resize(1198, 600)
    page.show()
    return page


@pytest.mark.usefixtures("settled")
def test_a_sound_database_keeps_nobody(closed: tuple[Outlet, ClosingCheck], tasks: Tasks, qtbot: QtBot) -> None:
    page = _page(closed[1], tasks, qtbot)
    with qtbot.waitSignal(page.ended, timeout=LONG_MS):
        pass
    found = last_check.read(closed[0].place.last_check)
    assert found is not None
    assert found.faults == 0


@pytest.mark.usefixtures("settled")
def test_it_can_be_put_off(
    closed: tuple[Outlet, ClosingCheck], tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrity, "_STEPS_EACH", 50)
    closed[0].place.last_check.unlink(missing_ok=True)
    held = threading.Event()
    tasks.run(Lane.DATA, lambda: held.wait(LONG_MS / 1000), tasks, lambda _: None)
    page = _page(closed[1], tasks, qtbot)
    with qtbot.waitSignal(page.ended, timeout=LONG_MS):
        page.progress.stop.click()
        held.set()
    assert last_check.read(closed[0].place.last_check) is None


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("language", Language)
def test_damage_is_told_before_the_window_closes(
    closed: tuple[Outlet, ClosingCheck],
    tasks: Tasks,
    qtbot: QtBot,
    speaking: QApplication,
    language: Language,
) -> None:
    outlet, check = closed
    path = outlet.place.folder / "outlet-1.db"
    sound = path.read_bytes()
    flip(path, 8)
    languages.speak(speaking, language)
    page = _page(check, tasks, qtbot)
    qtbot.waitUntil(page.close_now.isVisible, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not cut_words(page), timeout=LONG_MS)
    assert page.close_now.hasFocus()
    with qtbot.waitSignal(page.ended, timeout=LONG_MS):
        qtbot.keyClick(page.close_now, Qt.Key.Key_Space)
    path.write_bytes(sound)
