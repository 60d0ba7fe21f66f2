"""The carrier of a parcel: known from its number, or chosen with one digit where several could be meant."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import parcel_wording, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

_KEYS = "1234567890"
_COLUMNS = (5, 4, 3, 2)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CarrierKeys(QWidget):
    """`chosen(code)`: a person chose. What was chosen last among the offered ones is marked, and Enter takes it.

    Those beyond the tenth have no key of their own; Tab reaches them.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.question = QLabel()
        self.buttons: dict[str, QPushButton] = {}
        self._last = ""
        self._columns = 0
        self._grid = QGridLayout()
        self._lay_out()
        self.retranslate()

    def offer(self, codes: tuple[str, ...]) -> None:
        """Offer these, in this order, in place of those before."""
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for code in codes:
            button = QPushButton(self)
            button.setObjectName("choice")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._choose, code))
            self.buttons[code] = button
        self._columns = 0
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.question.setText(self.tr("Whose parcel is it? Press the digit, then type the tail."))
        self.setAccessibleName(self.question.text())
        for place, (code, button) in enumerate(self.buttons.items()):
            name = parcel_wording.carrier_name(code)
            words = f"{_KEYS[place]}  {name}" if place < len(_KEYS) else name
            button.setText(words.replace("&", "&&"))  # a name with & in it, not a key
            button.setAccessibleName(name)
            theme.restyle(button, last=code == self._last)
        self._fit()

    def _fit(self) -> None:
        """As many in a row as there is room for."""
        fitting = (columns for columns in _COLUMNS if self.width() >= self._width_of(columns))
        columns = next(fitting, _COLUMNS[-1])
        if columns != self._columns:
            self._columns = columns
            for place, button in enumerate(self.buttons.values()):
                self._grid.addWidget(button, *divmod(place, columns))
            self.updateGeometry()

    def _width_of(self, columns: int) -> int:
        widest = [0] * columns
        for place, button in enumerate(self.buttons.values()):
            widest[place % columns] = max(widest[place % columns], button.sizeHint().width())
        return sum(widest) + columns * theme.GRID_PX

    def _choose(self, code: str) -> None:
        self._last = code
        self.chosen.emit(code)

    def _lay_out(self) -> None:
        self.question.setObjectName("doubt")
        self.question.setWordWrap(True)
        self._grid.setSpacing(theme.GRID_PX)
        self._grid.setColumnStretch(_COLUMNS[0], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.question)
        column.addLayout(self._grid)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A digit chooses, Enter takes the one that was chosen last."""
        codes = list(self.buttons)
        place = _KEYS.find(event.text()) if event.text() else -1
        if 0 <= place < len(codes):
            self._choose(codes[place])
        elif event.key() in _ENTERS and self._last in self.buttons:
            self._choose(self._last)
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two in a row at least."""
        return QSize(self._width_of(_COLUMNS[-1]), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """More or fewer in a row."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
