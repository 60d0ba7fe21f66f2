"""What can be done with the waybill that stands open, each with its key; what cannot be done says why."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent


class Action(Enum):
    """One thing to do, in the order of the buttons."""

    CORRECT = auto()
    TERMS = auto()
    NEW_CODE = auto()
    PRINT_AGAIN = auto()
    CASE = auto()


class Obstacle(Enum):
    """Why a thing cannot be done; of several the first in this order is said."""

    LEFT = auto()
    NO_LABEL = auto()
    NO_PRINTER = auto()


_KEYS = {
    Action.CORRECT: "Ctrl+E",
    Action.TERMS: "Ctrl+T",
    Action.NEW_CODE: "Ctrl+N",
    Action.PRINT_AGAIN: "Ctrl+P",
    Action.CASE: "Ctrl+O",
}


_COLUMNS = (len(Action), 3, 2)


class WaybillActions(QWidget):
    """`asked(Action)`: somebody wants it done, and nothing is in its way."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {action: QPushButton() for action in Action}
        self.why = QLabel()
        self._obstacles: Mapping[Action, Obstacle] = {}
        self._grid = QGridLayout()
        self._columns = 0
        for action, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.asked.emit, action))
            shortcut = QShortcut(QKeySequence(_KEYS[action]), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(button.click)
        self._lay_out()
        self.retranslate()

    def allow(self, obstacles: Mapping[Action, Obstacle]) -> None:
        """Offer everything but what stands in `obstacles`."""
        self._obstacles = dict(obstacles)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        reasons = self._reasons()
        for action, name in self._names().items():
            button, obstacle = self.buttons[action], self._obstacles.get(action)
            button.setText(f"{name}   {_KEYS[action]}")
            button.setAccessibleName(name)
            button.setEnabled(obstacle is None)
            button.setToolTip("" if obstacle is None else reasons[obstacle])
        told = min(self._obstacles.values(), key=lambda obstacle: obstacle.value, default=None)
        self.why.setText("" if told is None else reasons[told])
        self.why.setVisible(told is not None)

    def _names(self) -> dict[Action, str]:
        return {
            Action.CORRECT: self.tr("Put right"),
            Action.TERMS: self.tr("Weight and fee"),
            Action.NEW_CODE: self.tr("New label"),
            Action.PRINT_AGAIN: self.tr("Print again"),
            Action.CASE: self.tr("Cancelled, lost…"),
        }

    def _reasons(self) -> dict[Obstacle, str]:
        return {
            Obstacle.LEFT: self.tr(
                "The parcel has left the shop: nothing about it can be changed or printed any more."
            ),
            Obstacle.NO_LABEL: self.tr("What is greyed out needs the parcel: scan its label."),
            Obstacle.NO_PRINTER: self.tr("What is greyed out needs a printer: choose one under Accept."),
        }

    def _lay_out(self) -> None:
        self.why.setObjectName("caption")
        self.why.setWordWrap(True)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self._grid.setSpacing(theme.GRID_PX)
        self._grid.setColumnStretch(len(Action), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._grid)
        column.addWidget(self.why)
        self._place(_COLUMNS[-1])

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, *divmod(place, columns))
        self.updateGeometry()

    def _fit(self) -> None:
        fitting = (columns for columns in _COLUMNS if self.width() >= self._width_of(columns))
        self._place(next(fitting, _COLUMNS[-1]))

    def _width_of(self, columns: int) -> int:
        widest = [0] * columns
        for place, button in enumerate(self.buttons.values()):
            widest[place % columns] = max(widest[place % columns], button.sizeHint().width())
        return sum(widest) + columns * theme.GRID_PX

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two buttons in a row at least."""
        return QSize(self._width_of(_COLUMNS[-1]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """All buttons in one row where there is room for them, else in two or three."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language, in which the buttons have other widths."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._fit()
        super().changeEvent(event)
