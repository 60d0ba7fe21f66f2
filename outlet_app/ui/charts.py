"""Pictures of what was done, painted by hand: hours by day as a map of lightness, days as a line.

More is darker on a light ground and lighter on a dark one, in one colour: lightness alone tells, so nobody needs to
tell colours apart. Every mark is reached by the arrow keys, says its number, and leads to its acts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

HOURS = 24
FIRST_HOUR = 4
"""The outlet's day begins at 04:00, and so does the map: a night stands in one piece."""

_LEFT_PX, _RIGHT_PX, _TOP_PX, _FOOT_PX = 56, 24, 4, 18
_LEAST_CELL_PX = 13
_LINE_PX = 132
_DOT_PX = 4.0
_ROW_PX = 17
_STEPS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Series:
    """Days in their order, the oldest first, each with a count; `hours` has 24 counts a day by the clock's hour."""

    days: tuple[date, ...] = ()
    counts: tuple[int, ...] = ()
    hours: tuple[tuple[int, ...], ...] = ()


class _Marks(QWidget):
    """What both pictures share: a mark that stands out, reached by keys and by the mouse.

    `chosen(date, hour)`: somebody wants the acts of a mark; its hour is None where it stands for the whole day.
    """

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.series = Series()
        self._at: tuple[int, int] | None = None

    def put(self, series: Series) -> None:
        """Show this; of the same days the same mark goes on standing out."""
        same = series.days == self.series.days
        self.series = series
        self._at = self._at if same else None
        self._stand_out()
        self.updateGeometry()
        self.update()

    def words_at(self, place: tuple[int, int]) -> str:
        """What the mark at a place says, in the language of the screen."""
        raise NotImplementedError

    def place_at(self, point: QPointF) -> tuple[int, int] | None:
        """Which mark is under a point; None where there is none."""
        raise NotImplementedError

    def extent(self) -> tuple[int, int]:
        """How many marks there are across and down."""
        raise NotImplementedError

    def day_at(self, place: tuple[int, int]) -> date:
        """The day of a mark."""
        raise NotImplementedError

    def hour_at(self, place: tuple[int, int]) -> int | None:
        """The hour of a mark by the clock; None where it stands for the whole day."""
        raise NotImplementedError

    @property
    def current(self) -> tuple[int, int] | None:
        """The mark that stands out."""
        return self._at

    def _stand_at(self, place: tuple[int, int]) -> None:
        self._at = place
        self.setAccessibleDescription(self.words_at(place))
        self.update()

    def _choose(self) -> None:
        if self._at is not None:
            self.chosen.emit(self.day_at(self._at), self.hour_at(self._at))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The arrows go from mark to mark, Enter leads to its acts."""
        across, down = self.extent()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        elif event.key() in _STEPS and self._at is not None:
            x, y = (at + step for at, step in zip(self._at, _STEPS[event.key()], strict=True))
            if 0 <= x < across and 0 <= y < down:
                self._stand_at((x, y))
                QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.words_at((x, y)), self)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say the number of the mark under the mouse."""
        place = self.place_at(event.position())
        self.setToolTip("" if place is None else self.words_at(place))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click leads to the acts of a mark."""
        place = self.place_at(event.position())
        if place is not None:
            self._stand_at(place)
            self._choose()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The newest mark stands out when the keys come."""
        super().focusInEvent(event)
        self._stand_out()

    def _stand_out(self) -> None:
        """With the keys here some mark stands out, the newest at first, and says its number as it is now."""
        across, down = self.extent()
        if self.hasFocus() and across and down:
            self._stand_at(self._at or (across - 1, down - 1))


class HourMap(_Marks):
    """Days down, the newest at the foot; hours across from 04:00."""

    def extent(self) -> tuple[int, int]:
        """24 hours, so many days."""
        return (HOURS, len(self.series.hours)) if self.series.hours else (0, 0)

    def day_at(self, place: tuple[int, int]) -> date:
        """The day of its row."""
        return self.series.days[place[1]]

    def hour_at(self, place: tuple[int, int]) -> int | None:
        """The hour of its column."""
        return (place[0] + FIRST_HOUR) % HOURS

    def words_at(self, place: tuple[int, int]) -> str:
        """Day, hour and how many acts."""
        hour = (place[0] + FIRST_HOUR) % HOURS
        words = self.tr("{day}, {begin}:00 to {end}:00: {count} acts")
        return words.format(
            day=self.day_at(place), begin=f"{hour:02}", end=f"{(hour + 1) % HOURS:02}", count=self._count(place)
        )

    def place_at(self, point: QPointF) -> tuple[int, int] | None:
        """By rows and columns."""
        width, height = self._cell()
        across, down = self.extent()
        x, y = int((point.x() - _LEFT_PX) // width), int((point.y() - _TOP_PX) // height)
        return (x, y) if 0 <= x < across and 0 <= y < down else None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Rows of 17 pixels."""
        return QSize(_LEFT_PX + HOURS * 24, _TOP_PX + max(1, len(self.series.days)) * _ROW_PX + _FOOT_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Rows of 13 pixels."""
        return QSize(_LEFT_PX + HOURS * 18, _TOP_PX + max(1, len(self.series.days)) * _LEAST_CELL_PX + _FOOT_PX)

    def _count(self, place: tuple[int, int]) -> int:
        return self.series.hours[place[1]][(place[0] + FIRST_HOUR) % HOURS]

    def _cell(self) -> tuple[float, float]:
        rows = max(1, len(self.series.days))
        return (self.width() - _LEFT_PX) / HOURS, (self.height() - _TOP_PX - _FOOT_PX) / rows

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Cells, their numbers where they fit, days at the left and hours at the foot."""
        painter = QPainter(self)
        painter.setFont(theme.font(theme.CAPTION_PX - 1))
        width, height = self._cell()
        most = max((max(row) for row in self.series.hours), default=0)
        for y, day in enumerate(self.series.days):
            painter.setPen(theme.colour(Token.MUTED))
            place = QRectF(0, _TOP_PX + y * height, _LEFT_PX - 8, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{day:%m-%d}")
            for x in range(HOURS):
                self._paint_cell(
                    painter, QRectF(_LEFT_PX + x * width, _TOP_PX + y * height, width, height), (x, y), most
                )
        self._paint_hours(painter, width)
        if self.hasFocus() and self._at is not None:
            painter.setPen(QPen(theme.colour(Token.PRIMARY), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(_LEFT_PX + self._at[0] * width, _TOP_PX + self._at[1] * height, width, height))

    def _paint_cell(self, painter: QPainter, cell: QRectF, place: tuple[int, int], most: int) -> None:
        count = self._count(place)
        share = count / most if most else 0.0
        painter.fillRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), shade(share))
        if count:
            painter.setPen(ink_on(share))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(count))

    def _paint_hours(self, painter: QPainter, width: float) -> None:
        painter.setPen(theme.colour(Token.MUTED))
        for x in range(0, HOURS, 2):
            place = QRectF(_LEFT_PX + x * width, self.height() - _FOOT_PX, 2 * width, _FOOT_PX)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, f"{(x + FIRST_HOUR) % HOURS:02}")


class DayLine(_Marks):
    """A count of each day as a line of dots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_LINE_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def extent(self) -> tuple[int, int]:
        """So many days, one line."""
        return len(self.series.days), 1 if self.series.days else 0

    def day_at(self, place: tuple[int, int]) -> date:
        """The day of its dot."""
        return self.series.days[place[0]]

    def hour_at(self, place: tuple[int, int]) -> int | None:
        """A dot is a whole day."""
        del place
        return None

    def words_at(self, place: tuple[int, int]) -> str:
        """Day and count."""
        return f"{self.day_at(place)}: {self.series.counts[place[0]]}"

    def place_at(self, point: QPointF) -> tuple[int, int] | None:
        """The nearest dot."""
        across, _ = self.extent()
        x = round((point.x() - _LEFT_PX) / self._step())
        return (x, 0) if 0 <= x < across else None

    def _step(self) -> float:
        return (self.width() - _LEFT_PX - _RIGHT_PX) / max(1, len(self.series.days) - 1)

    def _dot(self, x: int, most: int) -> QPointF:
        room = self.height() - _TOP_PX - _FOOT_PX - 3 * _DOT_PX
        share = self.series.counts[x] / most if most else 0.0
        return QPointF(_LEFT_PX + x * self._step() + _DOT_PX, self.height() - _FOOT_PX - _DOT_PX - share * room)

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Ground line, line, dots; the highest count and each fifth day in figures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.CAPTION_PX - 1))
        most = max(self.series.counts, default=0)
        self._paint_axis(painter, most)
        dots = [self._dot(x, most) for x in range(len(self.series.days))]
        painter.setPen(QPen(theme.colour(Token.PRIMARY), 2))
        painter.drawPolyline(QPolygonF(dots))
        painter.setBrush(theme.colour(Token.PRIMARY))
        for x, dot in enumerate(dots):
            stands_out = self.hasFocus() and self._at == (x, 0)
            size = 2 * _DOT_PX if stands_out else _DOT_PX - 1
            painter.drawEllipse(dot, size, size)

    def _paint_axis(self, painter: QPainter, most: int) -> None:
        ground = self.height() - _FOOT_PX - _DOT_PX
        painter.setPen(QPen(QColor(theme.current().line), 1))
        painter.drawLine(QPointF(_LEFT_PX, ground), QPointF(self.width(), ground))
        painter.setPen(theme.colour(Token.MUTED))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, ground - 9, _LEFT_PX - 8, 18), side, "0")
        if most:
            painter.drawText(QRectF(0, _TOP_PX, _LEFT_PX - 8, 18), side, str(most))
        for x in range(len(self.series.days) - 1, -1, -5):
            place = QRectF(_LEFT_PX + x * self._step() - 24, self.height() - _FOOT_PX + 2, 48, _FOOT_PX)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{self.series.days[x]:%m-%d}")


def shade(share: float) -> QColor:
    """The ground of a mark that has so much of the most, 0 to 1: from the surface to the primary colour."""
    start, end = QColor(theme.current().surface), QColor(theme.current().primary)
    if not share:
        return start
    part = 0.15 + 0.85 * share
    return QColor(*(round(a + (b - a) * part) for a, b in zip(_rgb(start), _rgb(end), strict=True)))


def ink_on(share: float) -> QColor:
    """Black or white, whichever contrasts more with such a ground: one of them always has at least 4.5."""
    ground = shade(share)
    return max((QColor("#000000"), QColor("#FFFFFF")), key=lambda ink: contrast(ink, ground))


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [value / 255 for value in _rgb(colour)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _rgb(colour: QColor) -> Sequence[int]:
    return colour.red(), colour.green(), colour.blue()
