"""The label as it will print, live beside the form: masked, a grey square where its code will be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from outlet_app import printing
from outlet_app.ui import theme, wording
from outlet_app.ui.tasks import Lane
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from outlet_app.errors import OutletError
    from outlet_app.printing import Picture
    from outlet_app.ui.tasks import Tasks

CALM_MS = 120
"""A label is drawn when the keys have rested for so long: short enough to seem live."""

USUAL_SIZE_MM = (76.0, 130.0)
"""Until the first label says another. Source: design, masking and the label."""

_SMALLEST = QSize(152, 260)


class LabelPreview(QWidget):
    """Draws the newest label it was asked for; while one is being drawn, later ones replace each other."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._image: QImage | None = None
        self.sentence = ""
        self._wanted: Callable[[], bytes] | None = None
        self._drawing = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(CALM_MS)
        self._rest.timeout.connect(self._begin)
        self._last: Callable[[], bytes] | None = None
        self._size_mm = USUAL_SIZE_MM
        self.setMinimumSize(_SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    @property
    def image(self) -> QImage | None:
        """The label as it is shown, None before the first one."""
        return self._image

    @property
    def is_busy(self) -> bool:
        """Whether a newer label than the one that is shown is on its way."""
        return self._drawing or self._wanted is not None

    def show_label(self, draw: Callable[[], bytes], size_mm: tuple[float, float] = USUAL_SIZE_MM) -> None:
        """Show the label that `draw` gives as one PDF page of that width and height, soon.

        `draw` runs on the paper lane. On paper of another size the former label is gone at once.
        """
        if size_mm != self._size_mm:
            self._size_mm, self._image = size_mm, None
            self.update()
        self._wanted = self._last = draw
        self._rest.start()

    def retranslate(self) -> None:
        """Say what this is in the language of the screen."""
        self.setAccessibleName(self.tr("Label as it will print"))

    def _begin(self) -> None:
        if self._drawing or self._wanted is None:
            return
        draw, self._wanted = self._wanted, None
        size_mm = self._size_mm
        dots_per_mm = self._page().width() * self.devicePixelRatioF() / size_mm[0]
        self._drawing = True
        picture = partial(_picture, draw, dots_per_mm)
        self._tasks.run(Lane.PAPER, picture, self, partial(self._show_picture, size_mm), self._show_error)

    def _show_picture(self, size_mm: tuple[float, float], picture: Picture) -> None:
        if size_mm == self._size_mm:
            self._image = picture_to_image(picture)
        self.sentence = ""
        self._go_on()

    def _show_error(self, error: OutletError) -> None:
        self.sentence = wording.sentence(error)
        self._go_on()

    def _go_on(self) -> None:
        self._drawing = False
        self.update()
        if self._wanted is not None:
            self._rest.start()

    def _page(self) -> QRectF:
        """Where the label stands: as large as fits, at the top, in the middle."""
        tall = self._size_mm[1] / self._size_mm[0]
        width = min(float(self.width() - 2), (self.height() - 2) / tall)
        return QRectF((self.width() - width) / 2, 1, width, width * tall)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the label on its own white paper, in whatever look."""
        del event
        painter = QPainter(self)
        page = self._page()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(page, QColor(Qt.GlobalColor.white))
        if self._image is not None:
            painter.drawImage(page, self._image)
        painter.setPen(QPen(theme.colour(Token.MUTED), 1))
        painter.drawRect(page)
        if self.sentence:
            self._paint_sentence(painter, page)
        painter.end()

    def _paint_sentence(self, painter: QPainter, page: QRectF) -> None:
        box = page.adjusted(theme.GRID_PX, theme.GRID_PX, -theme.GRID_PX, -page.height() * 0.7)
        painter.fillRect(box, theme.colour(Token.BAD))
        painter.setPen(QColor(theme.current().surface))
        inner = box.adjusted(theme.GRID_PX, 4, -theme.GRID_PX, -4)
        painter.drawText(inner, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter, self.sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw anew in the dots of the new size."""
        super().resizeEvent(event)
        if self._last is not None:
            self.show_label(self._last, self._size_mm)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _picture(draw: Callable[[], bytes], dots_per_mm: float) -> Picture:
    return printing.page_picture(draw(), dots_per_mm)


def picture_to_image(picture: Picture) -> QImage:
    """The picture of a page as Qt shows it."""
    image = QImage(picture.data, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888)
    return image.copy()
