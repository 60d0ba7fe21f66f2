"""The waybill numbers of one day: what was used in a row, and what was passed over and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from outlet_app.domain.number_gaps import GapKind
from outlet_app.ui import carrier_names, theme
from outlet_app.ui.act_wording import day_name
from outlet_app.ui.gap_words import gap_line, run_line
from outlet_app.ui.inputs import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from outlet_app.domain.number_gaps import NumbersOfDay

MOST_LINES = 12
"""Lines of one carrier; a day with more is counted."""

_DAY_LETTERS = 14


class GapCard(QFrame):
    """`day_asked(day)`: another day is to be looked at."""

    day_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[date, ...] = ()
        self._numbers: tuple[NumbersOfDay, ...] | None = None
        self.heading, self.lines = QLabel(), QLabel()
        self.missing = QLabel()
        self.day = Choice()
        self.day.setMinimumContentsLength(_DAY_LETTERS)
        self.day.currentIndexChanged.connect(self._ask)
        self._lay_out()
        self.retranslate()

    def show_days(self, days: tuple[date, ...]) -> None:
        """Offer these, newest first; the day that was looked at stays, else the newest is asked for."""
        self._days = days
        self._offer_days()
        self._ask()

    def show_numbers(self, numbers: tuple[NumbersOfDay, ...]) -> None:
        """Show what the chosen day took and passed over."""
        self._numbers = numbers
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Numbers by day"))
        self.day.setAccessibleName(self.tr("Day"))
        self._offer_days()
        numbers = self._numbers or ()
        missing = sum(each.missing for each in numbers)
        self.missing.setText(self.tr("%n number(s) were given out and no waybill bears them.", "", missing))
        self.missing.setVisible(bool(missing))
        told = "\n".join(line for each in numbers for line in self._lines(each))
        self.lines.setText(told or self.tr("No waybill was accepted on this day."))

    def _lines(self, numbers: NumbersOfDay) -> Sequence[str]:
        name = carrier_names.named(numbers.carrier)
        used = self.tr("%n waybill(s)", "", numbers.used)
        typed = self.tr("%n with a number of no range", "", numbers.typed) if numbers.typed else ""
        told = [" · ".join(part for part in (name, used, typed) if part)]
        urgent = sorted(numbers.gaps, key=lambda gap: gap.kind is not GapKind.MISSING)
        told += [f"    {run_line(run)}" for run in numbers.runs[:MOST_LINES]]
        told += [f"    ↷ {gap_line(gap)}" for gap in urgent[:MOST_LINES]]
        more = max(0, len(numbers.runs) - MOST_LINES) + max(0, len(urgent) - MOST_LINES)
        return [*told, self.tr("    … and %n more line(s)", "", more)] if more else told

    def _offer_days(self) -> None:
        blocked = self.day.blockSignals(True)
        self.day.offer((day.isoformat(), day_name(day)) for day in self._days)
        self.day.blockSignals(blocked)

    def _ask(self) -> None:
        day = next((day for day in self._days if day.isoformat() == self.day.value()), None)
        if day is not None:
            self.day_asked.emit(day)

    def _lay_out(self) -> None:
        self.setObjectName("card")
        self.heading.setObjectName("person")
        self.missing.setObjectName("fault")
        for label in (self.lines, self.missing):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, 2 * theme.GRID_PX)
        column.setSpacing(theme.GRID_PX)
        column.addLayout(head)
        column.addWidget(self.missing)
        column.addWidget(self.lines)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
