"""到件 over a real outlet, for the tests of the page: the page, who works at it, his hands and his scanner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.store import activities
from tests.ui.conftest import LONG_MS

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.arrivals_view import ArrivalsView
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet


@dataclass
class Shelver:
    """The page, who works at it, what it told, and what was heard: True for a good tone."""

    view: ArrivalsView
    services: Services
    outlet: Outlet
    tray: Path
    tasks: Tasks
    qtbot: QtBot
    heard: list[bool]
    messages: list[tuple[str, str]] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(self.tasks.is_idle, timeout=LONG_MS)

    def scan(self, number: str) -> None:
        """As the window does with a scanned text that is no code of ours."""
        self.view.take_scan(number)
        self.settle()

    def type(self, text: str) -> None:
        """Some characters, wherever the keys are."""
        for character in text:
            QTest.keyClicks(self._focus(), character)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, wherever the keys are."""
        QTest.keyClick(self._focus(), key, modifiers)
        self.settle()

    def shelve(self, number: str, tail: str) -> None:
        """One parcel, as a clerk does it."""
        self.scan(number)
        self.type(tail)
        self.settle()

    def has_keys(self, part: QWidget) -> bool:
        """Whether the keys are in this part of the page."""
        keys = QApplication.focusWidget()
        return keys is not None and (keys is part or part.isAncestorOf(keys))

    def codes(self) -> list[str]:
        """The shelf codes in the list."""
        rows = self.view.list.cards.rows
        return [rows.lines(row).figure for row in range(rows.rowCount())]

    def printed(self) -> list[str]:
        """The names of the labels that lie in the tray."""
        return sorted(path.stem for path in self.tray.glob("*.pdf"))

    def acts(self) -> list[str]:
        """The kinds of all acts."""
        return [act.kind for act in activities.after(self.services.session.store.reader, 0, 2000)]

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.view
