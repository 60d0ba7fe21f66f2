"""How far one is in a row of pages: a dot for each, the present one long."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from outlet_app.ui import theme
from outlet_app.ui.theme import Token

_DOT_PX, _LONG_PX, _GAP_PX = 8, 24, 6


class ProgressDots(QWidget):
    """`of` pages; the numbers are told to readers of the screen too."""

    def __init__(self, of: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of = of
        self._at = 0
        self.setFixedSize(QSize((of - 1) * (_DOT_PX + _GAP_PX) + _LONG_PX, _DOT_PX))

    def show_place(self, at: int) -> None:
        """The page at `at`, counted from 0, is the present one."""
        self._at = at
        self.setAccessibleName(self.tr("Page {at} of {of}").format(at=at + 1, of=self._of))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the dots: past and present filled, the others in the colour of lines."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0.0
        for place in range(self._of):
            width = _LONG_PX if place == self._at else _DOT_PX
            painter.setBrush(theme.colour(Token.PRIMARY) if place <= self._at else QColor(theme.current().line))
            painter.drawRoundedRect(QRectF(left, 0, width, _DOT_PX), _DOT_PX / 2, _DOT_PX / 2)
            left += width + _GAP_PX
        painter.end()
