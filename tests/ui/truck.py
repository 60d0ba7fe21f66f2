"""交接 over a real outlet with parcels in it, for the tests of the page: who works at it, and his hands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.store import activities
from tests.builders import draft
from tests.services.scanning import Labelled, code_of
from tests.ui.conftest import LONG_MS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.domain.printer import Printer
    from outlet_app.services import Services
    from outlet_app.ui.hand_over_view import HandOverView
    from outlet_app.ui.tasks import Tasks
    from tests.ui.counter import Model

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Truck:
    """The page, who works at it, where papers go, and what was told and heard."""

    view: HandOverView
    services: Services
    model: Model
    printer: Printer
    tasks: Tasks
    qtbot: QtBot
    messages: list[tuple[str, str]] = field(default_factory=list)
    heard: list[bytes] = field(default_factory=list)

    def parcel(self, carrier: str = "yto") -> Labelled:
        """One more parcel in the shop, with its label."""
        accepted = self.services.entry.accept(draft(carrier=carrier), self.printer)
        return Labelled(accepted.record_id, accepted.number, code_of(self.services, accepted.record_id))

    def scan(self, *texts: str) -> None:
        """Scan one after the other, without waiting for an answer between them."""
        for text in texts:
            self.view.take_scan(text)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(self.tasks.is_idle, timeout=LONG_MS)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, wherever the keys are, and what follows."""
        QTest.keyClick(QApplication.focusWidget() or self.view, key, modifiers)
        self.settle()

    def numbers(self) -> list[str]:
        """The numbers on the open list, as they stand in its table."""
        return [item.number for item in self.view.list_card.rows.items]

    def told(self) -> tuple[str, str]:
        """Headline and advice of the band."""
        return self.view.band.headline.text(), self.view.band.advice.text()

    def acts(self) -> list[str]:
        """The kinds of all acts so far."""
        return [act.kind for act in activities.after(self.services.session.store.reader, 0, 1000)]
