"""A report as it will print, page by page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from outlet_app import printing
from outlet_app.ui import theme
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from outlet_app.printing import Picture
    from outlet_app.services.report import Report
    from outlet_app.ui.tasks import Tasks

DOTS_PER_MM = 5.0
"""Of the picture: small type of A4 can be read when the page fills the height of a small screen."""

_SMALLEST = QSize(240, 240)


class _Paper(QWidget):
    """One page, as wide as there is room for, and never wider than its dots; the rest is scrolled to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None

    def put(self, image: QImage | None) -> None:
        """Show this page, or nothing."""
        self.image = image
        self._fit()
        self.update()

    def _fit(self) -> None:
        self.setMinimumHeight(0 if self.image is None else self._size(self.image).height())

    def _size(self, image: QImage) -> QSize:
        width = min(self.width(), image.width())
        return QSize(width, round(image.height() * width / image.width()))

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The page in the middle, white whatever the look: paper is white."""
        if self.image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._size(self.image)
        painter.drawImage(QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height()), self.image)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the new width."""
        super().resizeEvent(event)
        self._fit()


class ReportPreview(QWidget):
    """Ctrl+PgUp and Ctrl+PgDn turn the pages. Nothing of it can be copied or dragged."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pages = b""
        self._count = self._at = self._ticket = 0
        self._is_table = False
        self.paper = _Paper()
        self.ground = QScrollArea()
        self.place, self.empty = QLabel(), QLabel()
        self.before, self.behind = QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def page(self) -> int:
        """The page that is shown or on its way, from 0."""
        return self._at

    def show_report(self, report: Report) -> None:
        """Show the first page of a report, or say that it is a table and has none."""
        self._is_table = not report.pages
        self._pages, self._count = report.pages, printing.page_count(report.pages) if report.pages else 0
        self.turn_to(0)
        self.retranslate()

    def clear(self) -> None:
        """Show nothing."""
        self._pages, self._count, self._at, self._is_table = b"", 0, 0, False
        self._ticket += 1
        self.paper.put(None)
        self.retranslate()

    def turn_to(self, page: int) -> None:
        """Show another page, soon; does nothing where there is none."""
        if 0 <= page < self._count:
            self._at = page
            self._ticket += 1
            draw = partial(printing.page_picture, self._pages, DOTS_PER_MM, page)
            self._tasks.run(Lane.PAPER, draw, self, partial(self._show, self._ticket))
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.before.setText(self.tr("Page before"))
        self.behind.setText(self.tr("Next page"))
        self.before.setToolTip("Ctrl+PgUp")
        self.behind.setToolTip("Ctrl+PgDn")
        words = self.tr("Page {page} of {count}").format(page=self._at + 1, count=self._count)
        self.place.setText(words if self._count else "")
        self.empty.setText(self._words())
        self.empty.setVisible(not self._count)
        self.ground.setVisible(bool(self._count))
        self.paper.setAccessibleName(self.place.text())
        self.before.setEnabled(self._at > 0)
        self.behind.setEnabled(self._at + 1 < self._count)
        for part in (self.before, self.behind):
            part.setVisible(self._count > 1)

    def _words(self) -> str:
        if self._is_table:
            return self.tr("The table is made. Save it, and open it in a spreadsheet.")
        return self.tr(
            "The pages stand here before anything is printed or saved. Choose what the report is about, then "
            "Ctrl+Enter."
        )

    def _show(self, ticket: int, picture: Picture) -> None:
        if ticket == self._ticket:
            width, height = picture.width, picture.height
            self.paper.put(QImage(picture.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy())
            self.ground.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        self.place.setObjectName("caption")
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID_PX)
        foot.addStretch()
        for part in (self.before, self.place, self.behind):
            foot.addWidget(part)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX)
        self.ground.setWidgetResizable(True)
        self.ground.setMinimumSize(_SMALLEST)
        self.ground.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paper.setObjectName("plain")
        self.ground.setWidget(self.paper)
        self.empty.setObjectName("card")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setMargin(2 * theme.GRID_PX)
        self.empty.setMinimumSize(_SMALLEST)
        column.addWidget(self.empty, 1)
        column.addWidget(self.ground, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        for button, key, step in ((self.before, "Ctrl+PgUp", -1), (self.behind, "Ctrl+PgDown", 1)):
            button.clicked.connect(lambda _=False, step=step: self.turn_to(self._at + step))
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(button.click)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
