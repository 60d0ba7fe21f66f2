"""Tests of the one window: in, out, and in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from outlet_app.demo import CLERKS, OWNER
from outlet_app.errors import NotPermitted
from outlet_app.services.entrance import wall_clock
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.outlet_window import OutletWindow
from outlet_app.ui.scanner import Scanner
from tests.ui.conftest import LONG_MS
from tests.ui.passing import leave, pass_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Entrance
    from outlet_app.ui.main_window import MainWindow
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks


@pytest.fixture
def scanner(speaking: QApplication) -> Iterator[Scanner]:
    watching = Scanner(speaking)
    yield watching
    speaking.removeEventFilter(watching)
    watching.deleteLater()


@pytest.fixture
def window(
    entrance: Entrance, tasks: Tasks, preferences: Preferences, scanner: Scanner, qtbot: QtBot
) -> Iterator[OutletWindow]:
    # Not given to qtbot, which would close it before the person in it has left.
    shown = OutletWindow(entrance, tasks, preferences, wall_clock, scanner)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    leave(shown, qtbot)


def _come_in(window: OutletWindow, qtbot: QtBot, place: int = 1) -> MainWindow:
    window.sign_in.notes.logins[place].click()
    window.sign_in.enter.click()
    pass_pages(window, qtbot)
    assert window.main is not None
    return window.main


def test_signing_in_opens_the_accept_page_with_the_person_s_name(window: OutletWindow, qtbot: QtBot) -> None:
    main = _come_in(window, qtbot)
    assert window.currentWidget() is main
    assert main.heading.text() == "Accept"
    assert main.status.person.text.text() == CLERKS[0][0]
    qtbot.waitUntil(lambda: main.status.record.text.text() == "Record ✓", timeout=LONG_MS)
    qtbot.waitUntil(lambda: main.status.today.text.text() == "Today: accepted 0, arrived 0", timeout=LONG_MS)


def test_the_lock_hides_everything_and_gives_it_back_to_the_same_person(window: OutletWindow, qtbot: QtBot) -> None:
    main = _come_in(window, qtbot)
    qtbot.keyClicks(main.entry.form.recipient_fields.name, "Zhang")
    qtbot.keyClick(main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.is_locked
    assert not main.isVisible()
    assert window.sign_in.password.text.text() == ""
    assert _come_in(window, qtbot) is main
    assert main.entry.draft().recipient.name == "Zhang"


def test_another_person_finds_nothing_of_who_locked(window: OutletWindow, qtbot: QtBot) -> None:
    main = _come_in(window, qtbot)
    qtbot.keyClicks(main.entry.form.recipient_fields.name, "Zhang")
    qtbot.mouseClick(main.navigation.lock, Qt.MouseButton.LeftButton)
    assert window.is_locked
    later = _come_in(window, qtbot, 0)
    assert later.status.person.text.text() == OWNER[0]
    assert later.entry.draft().recipient.name == ""
    qtbot.waitUntil(lambda: not isValid(main), timeout=LONG_MS)


def test_closing_the_window_signs_out_first(window: OutletWindow, qtbot: QtBot) -> None:
    _come_in(window, qtbot)
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG_MS)
    assert window.main is None


def test_closing_a_second_time_does_not_wait(window: OutletWindow, qtbot: QtBot) -> None:
    _come_in(window, qtbot)
    window.close()
    window.close()
    assert not window.isVisible()


def test_a_window_nobody_signed_in_to_closes_at_once(window: OutletWindow) -> None:
    window.close()
    assert not window.isVisible()


def test_an_error_nobody_claimed_is_told_where_somebody_looks(window: OutletWindow, qtbot: QtBot, tasks: Tasks) -> None:
    words = "Your account may not do this. Ask the owner."
    tasks.task_failed.emit(NotPermitted())
    assert window.sign_in.fault.text() == words
    main = _come_in(window, qtbot)
    tasks.task_failed.emit(NotPermitted())
    assert main.messages.text.text() == words
    window.lock()
    tasks.task_failed.emit(NotPermitted())
    assert window.sign_in.fault.text() == words


def test_a_scan_before_sign_in_goes_nowhere(window: OutletWindow, qtbot: QtBot, scanner: Scanner) -> None:
    window.sign_in.people.tiles[1].click()
    scanner.scanned.emit("YT8800000000001")
    assert window.sign_in.password.text.text() == ""
    main = _come_in(window, qtbot)
    scanner.scanned.emit("YT8800000000001")
    assert main.entry.draft().number == "YT8800000000001"


def test_the_window_names_the_outlet_and_nobody(window: OutletWindow, qtbot: QtBot, speaking: QApplication) -> None:
    _come_in(window, qtbot)
    assert window.windowTitle() == "文一西路网点 – Outlet App"
    languages.speak(speaking, Language.CHINESE)
    qtbot.wait(10)
    assert window.windowTitle() == "文一西路网点 – Outlet App"
