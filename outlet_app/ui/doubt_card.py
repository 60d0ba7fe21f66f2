"""Waybill numbers that a restore left in doubt: the owner says of each run what became of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import carrier_names, theme

if TYPE_CHECKING:
    from outlet_app.domain.number_use import UncertainNumbers


class DoubtLine(QWidget):
    """One run of numbers and the two answers."""

    def __init__(self, doubt: UncertainNumbers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.doubt = doubt
        self.words, self.used, self.free = QLabel(), QPushButton(), QPushButton()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.words, stretch=1)
        for button in (self.free, self.used):
            button.setAutoDefault(False)
            row.addWidget(button)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        doubt, name = self.doubt, carrier_names.named(self.doubt.carrier)
        count = self.tr("%n number(s)", "", doubt.count)
        taken = self.tr("%n of them typed from a label since", "", doubt.taken) if doubt.taken else ""
        span = f"{doubt.first} – {doubt.last}"
        self.words.setText(" · ".join(part for part in (name, span, count, taken) if part))
        self.used.setText(self.tr("They were used"))
        self.free.setText(self.tr("Never given out"))
        for button in (self.used, self.free):
            button.setAccessibleName(f"{button.text()}: {span}")


class DoubtCard(QFrame):
    """`settled(doubt, free)`: what became of a run. Hidden where nothing is in doubt."""

    settled = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.story = QLabel(), QLabel()
        self.lines: list[DoubtLine] = []
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.hide()
        self.retranslate()

    def show_doubts(self, doubts: tuple[UncertainNumbers, ...]) -> None:
        """Show these in place of those before."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [DoubtLine(doubt) for doubt in doubts]
        for line in self.lines:
            self._column.addWidget(line)
            line.free.clicked.connect(partial(self.settled.emit, line.doubt, True))
            line.used.clicked.connect(partial(self.settled.emit, line.doubt, False))
        self.setVisible(bool(doubts))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Numbers in doubt since a restore"))
        self.story.setText(
            self.tr(
                "They may stand on labels of the days that were lost, so nobody gets them. Ask the carrier which "
                "arrived there; those that were never given out can be used again."
            )
        )
        for line in self.lines:
            line.retranslate()

    def _lay_out(self) -> None:
        self.setObjectName("card")
        self.heading.setObjectName("person")
        self.story.setObjectName("caption")
        self.story.setWordWrap(True)
        self._column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, 2 * theme.GRID_PX)
        self._column.setSpacing(theme.GRID_PX)
        for part in (self.heading, self.story):
            self._column.addWidget(part)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
