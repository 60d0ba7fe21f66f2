"""The PIN pad: six dots, ten digits to click, and the digits of the keyboard. The sixth needs no Enter."""

from __future__ import annotations

import unicodedata
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from outlet_app.ui import theme
from outlet_app.ui.theme import Token

PIN_DIGITS = 6
_KEYS = "123456789"
_COLUMNS = 3
_KEY = QSize(58, 40)
_DOT_PX, _DOT_STEP_PX = 14, 26


class PinDots(QWidget):
    """Six rings; as many are filled as digits are typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0
        self.setFixedSize(QSize(PIN_DIGITS * _DOT_STEP_PX, theme.TARGET_PX))

    @property
    def filled(self) -> int:
        """How many dots are filled."""
        return self._filled

    def fill(self, count: int) -> None:
        """Fill the first `count` dots."""
        self._filled = count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the dots in the colours of the look."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.colour(Token.PRIMARY if self.isEnabled() else Token.MUTED)
        for place in range(PIN_DIGITS):
            filled = place < self._filled
            painter.setPen(QPen(ink if filled else theme.colour(Token.MUTED), 1.5))
            painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
            middle = QPointF((place + 0.5) * _DOT_STEP_PX, self.height() / 2)
            painter.drawEllipse(middle, _DOT_PX / 2, _DOT_PX / 2)
        painter.end()


class PinPad(QWidget):
    """Holds up to six digits until `forget`. `entered(str)`: the sixth was typed. `edited`: a digit came or went."""

    entered = Signal(str)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.prompt = QLabel()
        self.prompt.setWordWrap(True)
        self.dots = PinDots()
        self.keys = {digit: self._key(digit) for digit in (*_KEYS, "0")}
        self.erase = QToolButton()
        self.erase.setObjectName("pinErase")
        theme.wear_icon(self.erase, "erase", Token.MUTED)
        self.erase.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.erase.clicked.connect(self._take_back)
        self.below = QVBoxLayout()
        self._lay_out()
        self.retranslate()

    def forget(self) -> None:
        """Drop what was typed."""
        self._set("")

    def ask(self, prompt: str) -> None:
        """Say above the dots what is wanted."""
        self.prompt.setText(prompt)
        self.setAccessibleName(prompt)

    def retranslate(self) -> None:
        """Say everything in the language of the screen; the prompt is its owner's."""
        self.erase.setToolTip(self.tr("Take the last digit back"))
        self.erase.setAccessibleName(self.tr("Take the last digit back"))

    def _key(self, digit: str) -> QPushButton:
        key = QPushButton(digit)
        key.setObjectName("pinKey")
        key.setFixedSize(_KEY)
        # The keys stay on the pad, so that a click and a typed digit can follow each other.
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(partial(self._add, digit))
        return key

    def _add(self, digit: str) -> None:
        if len(self._digits) >= PIN_DIGITS:
            return
        self.setFocus()
        self._set(self._digits + digit)
        if len(self._digits) == PIN_DIGITS:
            self.entered.emit(self._digits)

    def _take_back(self) -> None:
        self._set(self._digits[:-1])

    def _set(self, digits: str) -> None:
        changed = digits != self._digits
        self._digits = digits
        self.dots.fill(len(digits))
        if changed:
            self.edited.emit()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.GRID_PX)
        left.addWidget(self.prompt)
        left.addWidget(self.dots)
        left.addLayout(self.below)
        left.addStretch(1)
        pad = QGridLayout()
        pad.setSpacing(4)
        for place, digit in enumerate(_KEYS):
            pad.addWidget(self.keys[digit], *divmod(place, _COLUMNS))
        pad.addWidget(self.keys["0"], _COLUMNS, 1)
        pad.addWidget(self.erase, _COLUMNS, 2, Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID_PX)
        row.addLayout(left, stretch=1)
        row.addLayout(pad)
        self.setMinimumHeight((_COLUMNS + 1) * (_KEY.height() + pad.spacing()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take digits, full-width ones of an input method too, and Backspace; leave the rest to whoever is around."""
        digit = unicodedata.normalize("NFKC", event.text())
        if digit in self.keys and not event.isAutoRepeat():
            self._add(digit)
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        elif event.key() == Qt.Key.Key_Delete:
            self.forget()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language, and paint the dots as open or closed."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        self.dots.update()
        super().changeEvent(event)
