"""网点: what the owner sets up, one page for each thing, the pages at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QStackedWidget, QWidget

from outlet_app.domain.text import looks_like_label_code
from outlet_app.ui import theme
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.backup_page import BackupPage
from outlet_app.ui.backup_run import BackupRun
from outlet_app.ui.canaries_page import CanariesPage
from outlet_app.ui.care_page import CarePage
from outlet_app.ui.carrier_keys_page import CarrierKeysPage
from outlet_app.ui.carriers_page import CarriersPage
from outlet_app.ui.erasing_page import ErasingPage
from outlet_app.ui.keys_page import KeysPage
from outlet_app.ui.limits_page import LimitsPage
from outlet_app.ui.look_page import LookPage
from outlet_app.ui.paper_page import PaperPage
from outlet_app.ui.policies_page import PoliciesPage
from outlet_app.ui.ranges_page import RangesPage

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from outlet_app.services import Services
    from outlet_app.ui.outlet_page import OutletPage
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

_LIST_PX = 184
_NAME_PX = 40


def outlet_pages(
    services: Services, tasks: Tasks, preferences: Preferences, backups: BackupRun | None = None
) -> tuple[OutletPage, ...]:
    """Every page, in the order of the list. A new page is one line here.

    `backups` are those of the window; a page without a window makes its own.
    """
    backups = backups or BackupRun(services.backup, tasks)
    supplies = services.supplies
    return (
        AboutPage(supplies, tasks),
        CarriersPage(services.carriers, tasks),
        RangesPage(supplies, services.numbers, tasks),
        PaperPage(supplies, tasks),
        LimitsPage(services.limits, tasks),
        PoliciesPage(services.policies, tasks),
        ErasingPage(services.retention, tasks),
        CanariesPage(services.canaries, tasks),
        BackupPage(services.backup, services.drill, backups, tasks),
        KeysPage(services.owner_keys, services.wraps, services.session, tasks),
        CarrierKeysPage(services.carrier_keys, services.sealed_handover, services.session.carriers, tasks),
        CarePage(services.care, tasks),
        LookPage(preferences, tasks),
    )


class OutletView(QWidget):
    """Shows one of its pages at a time; each saves by itself.

    `message(kind, text)`: a line for the message bar. `label_scanned`: a code of ours was scanned for which the page
    has no use. `supplies_changed`: printers, paper or numbers are others now. `news_changed`: what was told at the
    sign-in may be over.
    """

    message = Signal(str, str)
    label_scanned = Signal()
    supplies_changed = Signal()
    news_changed = Signal()

    def __init__(self, pages: tuple[OutletPage, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = pages
        self.names = QListWidget()
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.names)
        self.retranslate()
        self.names.setCurrentRow(0)

    @property
    def page(self) -> OutletPage:
        """The page that stands open."""
        return self.pages[self._stack.currentIndex()]

    def open(self, page: OutletPage) -> None:
        """Put that page in front."""
        self.names.setCurrentRow(self.pages.index(page))

    def wants_label(self, text: str) -> bool:
        """Whether the page that stands open takes this label's code itself."""
        return self.page.wants_label(text)

    def take_scan(self, text: str) -> None:
        """Hand what the scanner read to the page that stands open."""
        if self.page.take_scan(text):
            return
        if looks_like_label_code(text):
            self.label_scanned.emit()
        else:
            self.message.emit("warn", self.tr("This page has no use for that code."))

    def retranslate(self) -> None:
        """Say everything of the frame in the language of the screen; the pages do so for themselves."""
        self.names.setAccessibleName(self.tr("Pages of the outlet"))
        for row, page in enumerate(self.pages):
            self.names.item(row).setText(page.name())

    def _turn_to(self, row: int) -> None:
        if row == self._stack.currentIndex():
            return
        self.page.leave()
        self._stack.setCurrentIndex(row)
        if self.isVisible():
            self.page.load()

    def _step(self, by: int) -> None:
        self.names.setCurrentRow((self.names.currentRow() + by) % len(self.pages))

    def _connect(self) -> None:
        self.names.currentRowChanged.connect(self._turn_to)
        for page in self.pages:
            page.message.connect(self.message)
            page.supplies_changed.connect(self.supplies_changed)
            page.news_changed.connect(self.news_changed)
        for key, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            turn = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(lambda by=by: self._step(by))

    def _lay_out(self) -> None:
        self.names.setObjectName("pages")
        self.names.setFixedWidth(_LIST_PX)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page in self.pages:
            name = QListWidgetItem()
            # Not left to the style: a list that is laid out before it wears one keeps the lower rows.
            name.setSizeHint(QSize(0, _NAME_PX))
            self.names.addItem(name)
            area = _area(self._stack)
            self._stack.addWidget(area)
            area.setWidget(page)  # last: what changes its parent is styled anew with all that is in it
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID_PX)
        row.addWidget(self.names)
        row.addWidget(self._stack, stretch=1)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look at how things stand now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.page.load()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Leave no secret behind."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.page.leave()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Name the pages in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _area(stack: QStackedWidget) -> QScrollArea:
    area = QScrollArea(stack)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
