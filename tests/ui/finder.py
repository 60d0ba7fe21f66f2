"""查找 over a real outlet with parcels in it, for the tests of the page: the page, who works at it, and his hands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.desktop import Outcome
from outlet_app.store import activities
from outlet_app.ui import theme
from outlet_app.ui.find_page import find_page
from outlet_app.ui.preferences import PrinterUse
from outlet_app.ui.printer_choice import PrinterChoice
from outlet_app.ui.shelf_prints import ShelfPrints
from outlet_app.ui.sounds import Sounds
from tests.ui.conftest import LONG_MS
from tests.ui.counter import write

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from outlet_app.domain.printer import Printer
    from outlet_app.services import Services
    from outlet_app.services.entry import Accepted
    from outlet_app.ui.find_view import FindView
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet


def open_page(services: Services, printer: Printer, tasks: Tasks, preferences: Preferences, qtbot: QtBot) -> FindView:
    """The page as the window makes it, with its labels, also those of shelves, at `printer`; nothing is heard."""
    choice = PrinterChoice(services.printing_desk, tasks, preferences, PrinterUse.SHELF_LABELS)
    qtbot.addWidget(choice)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    choice.offer((printer,))
    prints = ShelfPrints(services.arrivals, services.printing_desk, choice, tasks, choice)
    with theme.undressed():
        view = find_page(services, lambda: printer, prints, Sounds(preferences, lambda _: Outcome.DONE), tasks)
    prints.message.connect(view.message)
    return view


@dataclass
class Finder:
    """The page, who works at it, three parcels in the shop, and what the page told."""

    view: FindView
    services: Services
    outlet: Outlet
    tasks: Tasks
    qtbot: QtBot
    parcels: list[Accepted] = field(default_factory=list)
    messages: list[tuple[str, str]] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(self.tasks.is_idle, timeout=LONG_MS)

    def find(self, text: str) -> None:
        """Type it into the field and press Enter, and what follows."""
        self.view.begin()
        write(self.view.field.text, text)
        QTest.keyClick(self.view.field.text, Qt.Key.Key_Return)
        self.settle()

    def code_of(self, parcel: Accepted) -> str:
        """The code on its label."""
        kept = self.services.session.labels.find(parcel.record_id)
        assert kept is not None
        assert kept.code_text is not None
        return kept.code_text

    def scan(self, code: str) -> None:
        """As the window does with a scanned code of ours."""
        self.view.close_label()
        self.view.show_report(self.services.scans.take(code))
        self.settle()

    def numbers(self) -> list[str]:
        """The numbers on the cards."""
        return [self.view.cards.rows.lines(row)[0] for row in range(self.view.cards.rows.rowCount())]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, wherever the keys are."""
        QTest.keyClick(QApplication.focusWidget() or self.view, key, modifiers)

    def has_keys(self, part: QWidget) -> bool:
        """Whether the keys are in this part of the page."""
        keys = QApplication.focusWidget()
        return keys is not None and (keys is part or part.isAncestorOf(keys))

    def acts(self) -> list[str]:
        """The kinds of acts since the parcels were accepted."""
        reader = self.services.session.store.reader
        return [act.kind for act in activities.after(reader, 0, 1000)]
