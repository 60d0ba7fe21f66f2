"""The bar that stands above the accept form while a waybill is put right: which one, until when, and the way out."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from datetime import datetime


class _State(Enum):
    """How far the waybill in the form is."""

    OPEN = auto()
    OVER = auto()
    NEW = auto()


class CorrectionBanner(QFrame):
    """`given_up`: the waybill is to stay as it is. `new_asked`: what stands in the form is to be a new parcel."""

    given_up = Signal()
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("correction")
        self.icon, self.what, self.how = QLabel(), QLabel(), QLabel()
        self.give_up, self.as_new = QPushButton(), QPushButton()
        self._new_key = QShortcut(QKeySequence("Ctrl+N"), self)
        self._new_key.activated.connect(self.as_new.click)
        self._new_key.setEnabled(False)
        self._state = _State.OPEN
        self._number = ""
        self._until: datetime | None = None
        theme.wear_icon(self.icon, "change", Token.REVEAL)
        # Esc is the key for it; Tab goes from field to field.
        for button, asked in ((self.give_up, self.given_up), (self.as_new, self.new_asked)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(asked)
        self.what.setObjectName("reveal")
        self.what.setFont(theme.font(bold=True))
        self.how.setObjectName("caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, 3, 4, 3)
        row.setSpacing(theme.GRID_PX)
        for part in (self.icon, self.what):
            row.addWidget(part)
        row.addSpacing(theme.GRID_PX)
        row.addWidget(self.how, 1)
        row.addWidget(self.as_new)
        row.addWidget(self.give_up)
        self.hide()

    def show_waybill(self, number: str, until: datetime) -> None:
        """Say that this waybill is being put right, and until when (UTC) it can be."""
        self._number, self._until = number, until
        self._turn(_State.OPEN)
        self.show()

    def show_over(self) -> None:
        """Say that its ten minutes are over, and offer the way out."""
        self._turn(_State.OVER)

    def show_new(self) -> None:
        """Say that what stands in the form is a new parcel now."""
        self._turn(_State.NEW)

    def _turn(self, state: _State) -> None:
        self._state = state
        self.as_new.setVisible(state is _State.OVER)
        self._new_key.setEnabled(state is _State.OVER)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        if self._until is None:
            return
        time = f"{outlet_time(self._until):%H:%M}"
        what, how = {
            _State.OPEN: (
                self.tr("Putting {number} right"),
                self.tr("Number and carrier stay. Possible until {time}."),
            ),
            _State.OVER: (
                self.tr("{number} stays as it was accepted"),
                self.tr("Its ten minutes are over. Scan its label to go on, or make a new parcel of it."),
            ),
            _State.NEW: (
                self.tr("A new parcel from {number}"),
                self.tr("It gets a number of its own; {number} stays as it was accepted."),
            ),
        }[self._state]
        self.what.setText(what.format(number=self._number))
        self.how.setText(how.format(number=self._number, time=time))
        self.as_new.setText(self.tr("As a new parcel   Ctrl+N"))
        self.as_new.setAccessibleName(self.tr("Accept it as a new parcel"))
        self.give_up.setText(self.tr("Leave it as it was   Esc"))
        self.give_up.setAccessibleName(self.tr("Leave the waybill as it was"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
