"""操作: the owner's daily look. What should be looked at, who did how much, pictures, the rows, and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from outlet_app.services.review import ActFilter
from outlet_app.ui import theme
from outlet_app.ui.review_pictures import ReviewPictures
from outlet_app.ui.review_reports import ReviewReports
from outlet_app.ui.review_rows import ReviewRows
from outlet_app.ui.review_today import ReviewToday

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks


def review_page(services: Services, tasks: Tasks) -> ReviewView:
    """The page over a signed-in owner's services."""
    return ReviewView(
        ReviewToday(services.flags, tasks),
        ReviewPictures(services.flags, services.review, tasks),
        ReviewRows(services.review, tasks),
        ReviewReports(services.reports, services.review, tasks),
    )


class ReviewView(QWidget):
    """The owner alone gets it. Its four parts stand behind Alt+1 to Alt+4; every mark of the first two leads to rows.

    Escape leads back from there, with the keys where they were.

    `message(kind, text)`: a line for the message bar. `label_scanned`: one of our label codes was scanned here; its
    text goes nowhere. `record_broken`: a check found that the record was changed.
    """

    message = Signal(str, str)
    label_scanned = Signal()
    record_broken = Signal()

    def __init__(
        self,
        today: ReviewToday,
        pictures: ReviewPictures,
        rows: ReviewRows,
        reports: ReviewReports,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.today, self.pictures, self.rows, self.reports = today, pictures, rows, reports
        self.parts: tuple[ReviewToday | ReviewPictures | ReviewRows | ReviewReports, ...]
        self.parts = (today, pictures, rows, reports)
        self._from: tuple[QWidget, QWidget | None] | None = None
        self._board = QStackedWidget()
        self.tabs = tuple(QPushButton() for _ in self.parts)
        self._lay_out()
        self._connect()
        self.open(today)
        self.retranslate()

    def open(self, part: QWidget) -> None:
        """Put one of the four parts in front and the keys on it."""
        self._from = None
        self._board.setCurrentWidget(part)
        for tab, each in zip(self.tabs, self.parts, strict=True):
            tab.setChecked(each is part)
        self.setFocusProxy(part)
        part.setFocus()

    def take_scan(self, text: str) -> None:
        """Understand what the scanner read: the rows of that waybill are shown, a label code is only told of."""
        self.open(self.rows)
        self.rows.take_scan(text)

    def refresh(self) -> None:
        """Show what was done meanwhile."""
        for part in (self.today, self.pictures, self.rows):
            if part.isVisible():
                part.refresh()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is chosen stays."""
        names = (self.tr("Today"), self.tr("Pictures"), self.tr("Rows"), self.tr("Reports"))
        for place, (tab, name) in enumerate(zip(self.tabs, names, strict=True), start=1):
            tab.setText(name)
            tab.setToolTip(f"{name} (Alt+{place})")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        for tab in self.tabs:
            tab.setObjectName("tab")
            tab.setCheckable(True)
            head.addWidget(tab)
        head.addStretch()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.GRID_PX)
        page.addLayout(head)
        page.addWidget(self._board, 1)
        for part in self.parts:
            self._board.addWidget(part)

    def _connect(self) -> None:
        for place, (tab, part) in enumerate(zip(self.tabs, self.parts, strict=True), start=1):
            tab.clicked.connect(lambda _=False, part=part: self.open(part))
            QShortcut(QKeySequence(f"Alt+{place}"), self).activated.connect(tab.click)
            part.message.connect(self.message)
        self.today.rows_asked.connect(self._show_rows)
        self.today.day_asked.connect(self._show_day)
        self.pictures.acts_asked.connect(self._show_acts)
        self.rows.label_scanned.connect(self.label_scanned)
        self.rows.record_broken.connect(self.record_broken)

    def _show_rows(self, numbers: tuple[int, ...]) -> None:
        self._show_acts(ActFilter(numbers=numbers))

    def _show_day(self, account_id: bytes | None, day: date) -> None:
        self._show_acts(ActFilter(account_id=account_id, day=day))

    def _show_acts(self, wanted: ActFilter) -> None:
        came = self._board.currentWidget() or self.today, self.focusWidget()
        self.open(self.rows)
        self.rows.show_only(wanted)
        self._from = came

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leads back to the mark that led to the rows."""
        if event.key() != Qt.Key.Key_Escape or self._from is None:
            super().keyPressEvent(event)
            return
        part, keys = self._from
        self.open(part)
        if keys is not None and isValid(keys):
            keys.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
