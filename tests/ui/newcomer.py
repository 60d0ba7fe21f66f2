"""Somebody on his first day: the real wizard over an empty folder, and hands that type, press Enter and scan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from outlet_app.ui import languages
from tests.outlets import OWNER_PASSWORD
from tests.ui.counter import NONE, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.services.first_day import FirstDay
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.ui.setup_page import SetupPage
    from outlet_app.ui.setup_wizard import SetupWizard
    from outlet_app.ui.tasks import Tasks

LONG_MS = 20_000
OUTLET, OWNER = "余杭文一西路网点", "王店主"


@dataclass
class Newcomer:
    """The wizard, what it is about, and what it came to."""

    wizard: SetupWizard
    day: FirstDay
    keys: OutletKeys
    tasks: Tasks
    qtbot: QtBot
    came_in: list[Services] = field(default_factory=list)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """One key, wherever the keys are."""
        QTest.keyClick(self.focus(), key, modifiers)
        self.settle()

    def enter(self) -> None:
        """The Enter key, wherever the keys are."""
        self.press(Qt.Key.Key_Return)

    def type(self, text: str) -> None:
        """Some text, wherever the keys are."""
        write(self.focus(), text)

    def scan(self, text: str, *, gap_ms: int = 8, enter: bool = True) -> None:
        """A scanner's keys, into the window as the system sends them."""
        window = self.wizard.windowHandle()
        now = 10_000
        for character in text + ("\r" if enter else ""):
            key = Qt.Key.Key_Return if character == "\r" else Qt.Key(ord(character.upper()))
            now += gap_ms
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, NONE, character)
                event.setTimestamp(now)
                QCoreApplication.sendEvent(window, event)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(self.tasks.is_idle, timeout=LONG_MS)

    def focus(self) -> QWidget:
        """Where the keys are."""
        return QApplication.focusWidget() or self.wizard

    def is_at(self, page: SetupPage) -> bool:
        """Whether that page is asked now."""
        return self.wizard.page is page

    def shown(self, page: QWidget | None = None) -> str:
        """Every text that the wizard's widgets hold, those of hidden pages included."""
        widgets = (page or self.wizard).findChildren(QWidget)
        texts = [each for one in widgets for each in (one.toolTip(), one.accessibleName(), one.accessibleDescription())]
        texts += [one.text() for one in widgets if isinstance(one, QLineEdit | QLabel)]
        return "\n".join(texts)

    def to_owner(self) -> None:
        """Past language and outlet."""
        self.enter()
        self.type(OUTLET)
        self.enter()

    def to_card(self) -> None:
        """Past the owner, by the keyboard alone."""
        self.to_owner()
        for text in (OWNER, OWNER_PASSWORD, OWNER_PASSWORD):
            self.type(text)
            self.enter()

    def to_sheet(self) -> None:
        """Past the card, which is typed from paper."""
        self.to_card()
        card = self.day.card()
        self.enter()
        self.type(card)
        self.enter()

    def to_words(self) -> tuple[str, ...]:
        """Past the sheet; what stands on the paper."""
        self.to_sheet()
        words = self.day.recovery_words(languages.current().value)
        self.enter()
        return words

    def to_printers(self) -> None:
        """Past the three words: the outlet is founded."""
        words = self.to_words()
        for place in self.wizard.sheet_proof.asked:
            self.type(words[place - 1])
            self.enter()

    def to_scanner(self) -> None:
        """Past the printers, without one."""
        self.to_printers()
        self.wizard.next.click()
        self.settle()

    def to_numbers(self) -> None:
        """Past the scanner, without one."""
        self.to_scanner()
        self.wizard.next.click()
