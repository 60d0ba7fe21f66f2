"""The whole window over a small outlet of its own, for tests of people coming and going."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from outlet_app.ui.outlet_window import OutletWindow
from outlet_app.ui.scanner import Scanner
from tests.outlets import copy_of
from tests.ui.passing import LONG_MS, leave, pass_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.main_window import MainWindow
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet


@dataclass
class Door:
    """The window, the outlet behind it, and hands."""

    window: OutletWindow
    outlet: Outlet
    tasks: Tasks
    qtbot: QtBot

    def tap(self, account_id: bytes) -> None:
        """Choose a person's tile."""
        tile = next(tile for tile in self.window.sign_in.people.tiles if tile.account_id == account_id)
        self.qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)

    def type(self, text: str) -> None:
        """Type wherever the keys are."""
        self.qtbot.keyClicks(QApplication.focusWidget() or self.window, text)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, wherever the keys are."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def sign_in(self, account_id: bytes, password: str) -> None:
        """A full sign-in by tile and password, up to whatever page comes then."""
        self.tap(account_id)
        self.type(password)
        self.press(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not self.window.is_locked and self.tasks.is_idle(), timeout=LONG_MS)

    def come_in(self, account_id: bytes, password: str) -> MainWindow:
        """A full sign-in, up to the main window."""
        self.sign_in(account_id, password)
        pass_pages(self.window, self.qtbot)
        return self.main

    def lock(self) -> None:
        """Ctrl+L, and the lock is written."""
        self.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(self.tasks.is_idle, timeout=LONG_MS)

    @property
    def main(self) -> MainWindow:
        """The main window that stands open."""
        assert self.window.main is not None
        return self.window.main


def open_door(
    template: Outlet, folder: Path, tasks: Tasks, preferences: Preferences, application: QApplication, qtbot: QtBot
) -> Iterator[Door]:
    """The window over a copy of `template`; everybody is signed out afterwards."""
    outlet = copy_of(template, folder / "outlet")
    scanner = Scanner(application)
    window = OutletWindow(outlet.entrance, tasks, preferences, outlet.clock, scanner)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG_MS)
    yield Door(window, outlet, tasks, qtbot)
    leave(window, qtbot)
    application.removeEventFilter(scanner)
    scanner.deleteLater()
