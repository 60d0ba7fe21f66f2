"""The bar that asks for the date where the PC's clock was moved; work goes on beneath it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.services.outlet_date import DateState
from outlet_app.ui import theme
from outlet_app.ui.tasks import Lane, Tasks
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.services.outlet_date import DateDesk, OutletDate


class DateBar(QFrame):
    """Hidden while the date is right. `confirmed`: it was in doubt and is not any more."""

    confirmed = Signal()

    def __init__(self, desk: DateDesk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dateBar")
        self._desk = desk
        self._tasks = tasks
        self._told: OutletDate | None = None
        self.icon, self.date, self.story = QLabel(), QLabel(), QLabel()
        self.confirm = QPushButton()
        self.confirm.setAutoDefault(False)
        self.confirm.clicked.connect(self._confirm)
        self._lay_out()
        self.hide()

    def look(self) -> None:
        """Compare the clocks now and show what there is to ask."""
        self._tasks.run(Lane.DATA, self._desk.look, self, self._show)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.confirm.setText(self.tr("The date is right"))
        if self._told is not None:
            self._say(self._told)

    def _confirm(self) -> None:
        if self._told is not None:
            self.confirm.setEnabled(False)
            self._tasks.run(Lane.DATA, partial(self._desk.confirm, self._told.at), self, self._show)

    def _show(self, date: OutletDate) -> None:
        was_asked = self._told is not None and self._told.state is not DateState.CONFIRMED
        self._told = date
        self.retranslate()
        self.setVisible(date.state is not DateState.CONFIRMED)
        if was_asked and date.state is DateState.CONFIRMED:
            self.confirmed.emit()

    def _say(self, told: OutletDate) -> None:
        at = outlet_time(told.at)
        day = QLocale().toString(QDate(at.year, at.month, at.day), self.tr("dddd, d MMMM yyyy"))
        self.date.setText(f"{day}  {at:%H:%M}")
        is_open = told.state is DateState.OPEN
        self.story.setText(
            self.tr("This PC's clock was moved. Is it right now? Otherwise set it right; work goes on meanwhile.")
            if is_open
            else self.tr("You confirmed it. The owner or one more person confirms it at the own sign-in.")
        )
        self.confirm.setVisible(is_open)
        self.confirm.setEnabled(is_open)

    def _lay_out(self) -> None:
        theme.wear_icon(self.icon, "doubt", Token.WARN)
        self.date.setObjectName("figure")
        self.story.setWordWrap(True)
        for words in (self.date, self.story):
            words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, 4, 2 * theme.GRID_PX, 4)
        row.setSpacing(2 * theme.GRID_PX)
        for part in (self.icon, self.date):
            row.addWidget(part)
        row.addWidget(self.story, stretch=1)
        row.addWidget(self.confirm)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
