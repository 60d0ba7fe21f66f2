"""A waybill's life as a line of dots: what happened, when, and who did it; painted, so that nothing can be marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from outlet_app.ui import find_wording, theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.services.find import LifeStep

STEP_PX = 112
"""Room of one dot and its words."""

_ROW_PX, _DOT_PX, _MIDDLE_PX, _LINE_PX = 72, 10, 10, 17


class LifeLine(QWidget):
    """As many dots in a row as there is room for, then the next row. Hidden while nothing is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: tuple[LifeStep, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_steps(self, steps: tuple[LifeStep, ...]) -> None:
        """Show these, the oldest first."""
        self.steps = steps
        self.retranslate()
        self.setVisible(bool(steps))
        self.updateGeometry()
        self.update()

    def retranslate(self) -> None:
        """Say everything to readers in the language of the screen."""
        self.setAccessibleName("; ".join(" ".join(find_wording.step_lines(step)) for step in self.steps))
        self.update()

    def place_of(self, step: int) -> QRect:
        """Where a step stands."""
        row, column = divmod(step, self._columns(self.width()))
        return QRect(column * STEP_PX, row * _ROW_PX, STEP_PX, _ROW_PX)

    def _columns(self, width: int) -> int:
        return max(1, width // STEP_PX)

    def _paint_step(self, painter: QPainter, place: QRect, step: LifeStep, *, is_last: bool) -> None:
        dot = QPointF(place.left() + _DOT_PX / 2 + 1, place.top() + _MIDDLE_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Token.PRIMARY if is_last else Token.MUTED))
        painter.drawEllipse(dot, _DOT_PX / 2, _DOT_PX / 2)
        what, *details = find_wording.step_lines(step)
        words = place.adjusted(0, 2 * _MIDDLE_PX, -4, 0)
        for line, text in enumerate((what, *details)):
            painter.setFont(theme.font(bold=True) if line == 0 else theme.font(theme.CAPTION_PX))
            painter.setPen(theme.colour(Token.TEXT if line == 0 else Token.MUTED))
            room = QRect(words.left(), words.top() + line * _LINE_PX, words.width(), _LINE_PX)
            cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)

    def _paint_line(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(QPen(QColor(theme.current().line), 2))
        middle = place.top() + _MIDDLE_PX
        painter.drawLine(place.left() + _DOT_PX + 5, middle, place.right() - 3, middle)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw dots, the line between them, and their words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        last = len(self.steps) - 1
        for number, step in enumerate(self.steps):
            place = self.place_of(number)
            if number < last:
                self._paint_line(painter, place)
            self._paint_step(painter, place, step, is_last=number == last)
        painter.end()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """A narrow place makes more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """So many rows as the steps need."""
        return -(-len(self.steps) // self._columns(width)) * _ROW_PX

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """In one row when there is room."""
        return QSize(STEP_PX * max(1, len(self.steps)), self.heightForWidth(max(self.width(), STEP_PX)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No wider than one dot."""
        return QSize(STEP_PX, _ROW_PX)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
