"""How many parcels nobody has collected for days, as numbers that open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEYS = ("Alt+1", "Alt+2", "Alt+3", "Alt+4")


class OverdueCard(QFrame):
    """`asked(days)`: the parcels that wait for so many days or more are to be shown.

    `steps`: the days, rising, and 0 at the end for those that were refused.
    """

    asked = Signal(int)

    def __init__(self, steps: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading, self.empty = QLabel(), QLabel()
        self.buttons = {days: QPushButton() for days in steps}
        self._captions = {days: QLabel() for days in steps}
        self._counts: Mapping[int, int] = dict.fromkeys(steps, 0)
        self._lay_out()
        for key, (days, button) in zip(_KEYS, self.buttons.items(), strict=True):
            button.clicked.connect(partial(self.asked.emit, days))
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        self.retranslate()

    def tell(self, counts: Mapping[int, int]) -> None:
        """Show how many parcels wait for so many days or more."""
        self._counts = counts
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Not collected"))
        self.empty.setText(self.tr("Everything that waits came today."))
        self.empty.setVisible(not any(self._counts.values()))
        for key, (days, button) in zip(_KEYS, self.buttons.items(), strict=True):
            count = self._counts[days]
            words = self._words(days)
            button.setText(str(count))
            button.setAccessibleName(self.tr("{count} parcels {words}: show them").format(count=count, words=words))
            button.setEnabled(bool(count))
            tone = Token.MUTED if not count else Token.BAD if days == max(self.buttons) else Token.WARN
            theme.restyle(button, tone=tone.value)
            self._captions[days].setText(f"{words}   {key}")

    def _words(self, days: int) -> str:
        if not days:
            return self.tr("refused, to go back")
        return self.tr("since {days} days").format(days=days) if days > 1 else self.tr("since yesterday")

    def _lay_out(self) -> None:
        self.heading.setFont(theme.font(bold=True))
        self.empty.setObjectName("caption")
        self.empty.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GRID_PX)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, (days, button) in enumerate(self.buttons.items()):
            button.setObjectName("count")
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._captions[days].setObjectName("caption")
            grid.addWidget(button, row, 0)
            grid.addWidget(self._captions[days], row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, theme.GRID_PX, theme.GRID_PX)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addLayout(grid)
        column.addWidget(self.empty)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
