"""Which outlet day stands open, and the keys to the day before and after it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from outlet_app.ui import act_wording, theme

if TYPE_CHECKING:
    from datetime import date


class DayBar(QWidget):
    """`chosen(date)`: another day was turned to."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.newer, self.older, self.name = QPushButton(), QPushButton(), QLabel()
        self._days: tuple[date, ...] = ()
        self._at = 0
        self._lay_out()
        for button, key, step in ((self.newer, "Ctrl+PgUp", -1), (self.older, "Ctrl+PgDown", 1)):
            button.clicked.connect(partial(self._turn, step))
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(button.click)
        self.retranslate()

    @property
    def day(self) -> date | None:
        """The day that stands open; None while none is known."""
        return self._days[self._at] if self._days else None

    def offer(self, days: tuple[date, ...], *, stays: bool = False) -> None:
        """Offer these, the newest first. A former day stays open while it is still there; today goes on with the clock.

        `stays`: the day that stood open as today stays open too, though it is over.
        """
        before = self.day
        goes_on = self._at == 0 and not stays
        self._days = days
        self._at = days.index(before) if before in days and not goes_on else 0
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.newer.setText(self.tr("Day after   Ctrl+PgUp"))
        self.older.setText(self.tr("Day before   Ctrl+PgDn"))
        self.newer.setEnabled(self._at > 0)
        self.older.setEnabled(self._at + 1 < len(self._days))
        day = self.day
        if day is None:
            self.name.clear()
            return
        words = self.tr("Today, {day}") if self._at == 0 else "{day}"
        self.name.setText(words.format(day=act_wording.day_name(day)))

    def _turn(self, step: int) -> None:
        self._at += step
        self.retranslate()
        self.chosen.emit(self.day)

    def _lay_out(self) -> None:
        self.name.setObjectName("heading")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.name)
        row.addStretch(1)
        for button in (self.newer, self.older):
            button.setAutoDefault(False)
            row.addWidget(button)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
