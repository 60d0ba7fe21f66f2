"""A PC whose owner cannot sign in: the real window over copies of an outlet and of its backup, and hands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.rescue import rescue_of
from outlet_app.ui.outlet_window import OutletWindow
from outlet_app.ui.rescue_door import RescueDoor
from outlet_app.ui.scanner import Scanner
from outlet_app.ui.tasks import Lane
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, QUICK, Clock, Outlet, copy_of, make_outlet
from tests.ui.passing import LONG_MS, leave

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.rescue_view import RescueView
    from outlet_app.ui.setup_page import SetupPage
    from outlet_app.ui.tasks import Tasks


@dataclass(frozen=True)
class Saved:
    """An outlet and its backup, which knows of three waybills."""

    outlet: Outlet
    backup: Path


def make_saved(folder: Path) -> Saved:
    """Found it, work a little, back it up."""
    outlet = make_outlet(folder / "a")
    stick = folder / "stick"
    stick.mkdir()
    owner = outlet.owner()
    for _ in range(3):
        owner.entry.accept(draft(), LABEL_PRINTER)
    owner.backup.choose_folder(owner.backup.try_folder(stick))
    backup = owner.backup.make(lambda _: None).path
    owner.session.sign_out()
    # Off the stick: whoever is restored goes on backing up to it.
    return Saved(outlet, backup.rename(folder / backup.name))


@dataclass
class Rescued:
    """The window, the door to the page, and hands."""

    window: OutletWindow
    door: RescueDoor
    keys: OutletKeys
    tasks: Tasks
    qtbot: QtBot

    @property
    def view(self) -> RescueView:
        """The page, while it is open."""
        assert self.door.view is not None
        return self.door.view

    def is_at(self, page: SetupPage) -> bool:
        """Whether that page is asked now."""
        return self.view.page is page

    def press(self, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """One key, wherever the keys are."""
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key)
        self.settle()

    def type(self, text: str) -> None:
        """Type wherever the keys are."""
        self.qtbot.keyClicks(QApplication.focusWidget() or self.window, text)
        self.settle()

    def next(self) -> None:
        """The main button."""
        self.qtbot.mouseClick(self.view.next, Qt.MouseButton.LeftButton)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(self.tasks.is_idle, timeout=LONG_MS)

    def shown(self, page: QWidget) -> str:
        """Every text that the page's labels show."""
        return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def open_rescued(
    saved: Saved | None,
    folder: Path,
    tasks: Tasks,
    preferences: Preferences,
    application: QApplication,
    qtbot: QtBot,
) -> Iterator[Rescued]:
    """On the outlet's own PC, or, without `saved`, on one that never saw an outlet."""
    clock = Clock()
    if saved is not None:
        copy_of(saved.outlet, folder / "pc")
    keys = OutletKeys(OutletPlace(folder / "pc" / "outlet", folder / "pc" / "state"), keystore=False, cost=QUICK)
    entrance = Entrance(keys, clock=clock)
    scanner = Scanner(application)
    window = OutletWindow(entrance, tasks, preferences, clock, scanner)
    door = RescueDoor(window, partial(rescue_of, keys, entrance, clock), tasks, scanner)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG_MS)
    yield Rescued(window, door, keys, tasks, qtbot)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    tasks.run(Lane.DATA, entrance.close, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    leave(window, qtbot)
    application.removeEventFilter(scanner)
    scanner.deleteLater()
