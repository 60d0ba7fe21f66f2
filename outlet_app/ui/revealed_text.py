"""One revealed field: painted large in a frame, who looks written across it, a ring that runs down beside it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPainter, QPen, QRawFont
from PySide6.QtWidgets import QSizePolicy, QWidget

from outlet_app import paths
from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from datetime import timedelta

    from PySide6.QtGui import QHideEvent, QPaintEvent

_LOOK_MS = 100
_RING_PX = 56
_LEAST_PX = QSize(320, 112)
_SIZES_PX = (theme.FIGURE_PX, 22, theme.HEADING_PX)
"""The largest in which the text fits; the smallest in any case."""

_MARK_STRENGTH = 0.20
"""Seen in a photograph, and the text beneath it still read at arm's length."""
_MARK_TURN = -18.0
_ANYHOW = Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RevealedText(QWidget):
    """Nothing but pixels: no widget, no accessible name and no clipboard holds the text.

    `ended`: the time is over and nothing is shown any more. Cleared when it is hidden. What Python and Qt cannot
    promise is that no copy of the text stays in this process's memory until it is written over; other processes of this
    person cannot read it (`desktop.keep_memory_private`).
    """

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._watermark = ""
        self._for_ms = 0
        self._since = QElapsedTimer()
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._go_on)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setSizePolicy(policy)
        self.retranslate()

    @property
    def is_showing(self) -> bool:
        """Whether a text stands here now."""
        return bool(self._text)

    @property
    def left_ms(self) -> int:
        """For how long it still stands here."""
        return max(0, self._for_ms - self._since.elapsed()) if self._text else 0

    @property
    def lacks_faces(self) -> bool:
        """Whether a character of the text has no typeface on this machine and stands there as a box."""
        known = QFontMetrics(_font(self._text, _SIZES_PX[0]))
        return not all(known.inFontUcs4(ord(character)) for character in self._text)

    def show_text(self, text: str, watermark: str, time: timedelta) -> None:
        """Show `text` for that long from now, `watermark` across it; what stood here before is gone."""
        self._text, self._watermark = text, watermark
        self._for_ms = round(time.total_seconds() * 1000)
        self._since.start()
        self._look.start()
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """Show nothing from now on."""
        self._look.stop()
        self._text = self._watermark = ""
        self.update()

    def retranslate(self) -> None:
        """Name the place, never what stands in it."""
        self.setAccessibleName(self.tr("Revealed, for a few seconds; it is not read out"))

    def _go_on(self) -> None:
        if self.left_ms:
            self.update(self._ring().toAlignedRect())
        else:
            self.clear()
            self.ended.emit()

    def _ring(self) -> QRectF:
        return QRectF(self.width() - _RING_PX - 2 * theme.GRID_PX, 2 * theme.GRID_PX, _RING_PX, _RING_PX)

    def _room(self) -> QRect:
        """Where the text may stand."""
        edge = 2 * theme.GRID_PX
        return self.rect().adjusted(edge, theme.GRID_PX, -(_RING_PX + 2 * edge), -theme.GRID_PX)

    def _face(self) -> QFont:
        room = self._room()
        faces = [_font(self._text, size) for size in _SIZES_PX]
        fitting = (face for face in faces if _bounds(face, room.width(), self._text).height() <= room.height())
        return next(fitting, faces[-1])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint frame, text, watermark and ring; nothing at all while nothing is revealed."""
        del event
        if not self._text:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        painter.setPen(theme.colour(Token.TEXT))
        painter.setFont(self._face())
        painter.drawText(self._room(), _ANYHOW, self._text)
        self._paint_watermark(painter)
        self._paint_ring(painter)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme.colour(Token.REVEAL), 2))
        painter.setBrush(QColor(theme.current().surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_watermark(self, painter: QPainter) -> None:
        ink = theme.colour(Token.REVEAL)
        ink.setAlphaF(_MARK_STRENGTH)
        face = theme.font(theme.TEXT_PX, bold=True)
        step = QFontMetrics(face).horizontalAdvance(self._watermark) + 3 * theme.GRID_PX
        painter.save()
        painter.setClipRect(self.rect().adjusted(2, 2, -2, -2))
        painter.setPen(ink)
        painter.setFont(face)
        painter.rotate(_MARK_TURN)
        far = self.width() + self.height()
        for row, down in enumerate(range(0, 2 * far, 3 * theme.GRID_PX)):
            for along in range(-far - row % 2 * step // 2, far, step):
                painter.drawText(along, down, self._watermark)
        painter.restore()

    def _paint_ring(self, painter: QPainter) -> None:
        ring = self._ring().adjusted(3, 3, -3, -3)
        painter.fillRect(self._ring(), QColor(theme.current().surface))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.current().line), 4))
        painter.drawEllipse(ring)
        painter.setPen(QPen(theme.colour(Token.REVEAL), 4))
        painter.drawArc(ring, 90 * 16, -round(360 * 16 * self.left_ms / self._for_ms))
        painter.setFont(theme.font(theme.HEADING_PX, bold=True))
        painter.setPen(theme.colour(Token.REVEAL))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(-(-self.left_ms // 1000)))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Enough for what stands here, in the width it has."""
        if not self._text:
            return _LEAST_PX
        height = _bounds(self._face(), self._room().width(), self._text).height() + 2 * theme.GRID_PX
        return QSize(_LEAST_PX.width(), max(_LEAST_PX.height(), height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As `sizeHint`: nothing of a revealed text is cut off."""
        return self.sizeHint()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """What cannot be seen is not kept."""
        self.clear()
        super().hideEvent(event)


def _bounds(face: QFont, width: int, text: str) -> QRect:
    return QFontMetrics(face).boundingRect(QRect(0, 0, max(1, width), 10_000), _ANYHOW, text)


def _font(text: str, pixels: int) -> QFont:
    """Our face, and behind it the wide one where a character needs it."""
    face = theme.font(pixels, bold=True)
    plain = QRawFont.fromFont(face)
    if all(plain.supportsCharacter(ord(character)) for character in text):
        return face
    wide = _wide_family()
    if wide:
        face.setFamilies([theme.FACE, wide])
    return face


@functools.cache
def _wide_family() -> str:
    """The wide face as Qt names it, read when a name first needs it; empty where this machine has none."""
    file = paths.wide_face()
    number = -1 if file is None else QFontDatabase.addApplicationFont(str(file))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else ""
