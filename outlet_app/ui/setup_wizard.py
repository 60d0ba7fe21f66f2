"""The first day: one question a page, from the language of the screen to an owner who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from outlet_app.ui import prompts, theme
from outlet_app.ui.look_switch import LookSwitch
from outlet_app.ui.progress_dots import ProgressDots
from outlet_app.ui.scanner_page import ScannerPage
from outlet_app.ui.setup_counter import DonePage, NumbersPage, PrintersPage
from outlet_app.ui.setup_names import LanguagePage, OutletPage, OwnerPage
from outlet_app.ui.setup_papers import CardProofPage, FoundingCardPage, FoundingProofPage, SheetPage
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.first_day import FirstDay
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.scanner import Scanner
    from outlet_app.ui.setup_page import SetupPage

USUAL_SIZE_PX = (1280, 720)
SMALLEST_SIZE_PX = (896, 600)
CARD_PX = 720
PATIENCE_MS = 300


class SetupWizard(QWidget):
    """A window of its own, before there is any other.

    `finished(Services)`: the counter can open. `restore_asked`: somebody has a backup, and no first day. Closed before,
    it leaves nothing while nothing is founded, and an outlet with its owner signed out afterwards.
    """

    finished = Signal(object)
    restore_asked = Signal()

    def __init__(
        self,
        day: FirstDay,
        tasks: Tasks,
        preferences: Preferences,
        scanner: Scanner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._day = day
        self._tasks = tasks
        self._working = False
        self._over = False
        self._focused: QWidget | None = None
        self.heading = QLabel()
        self.look = LookSwitch(preferences)
        self.language = LanguagePage(day, tasks, self.look)
        self.outlet = OutletPage(day, tasks)
        self.owner = OwnerPage(day, tasks)
        self.card, self.card_proof = FoundingCardPage(day, tasks), CardProofPage(day, tasks)
        self.sheet, self.sheet_proof = SheetPage(day, tasks), FoundingProofPage(day, tasks)
        self.printers = PrintersPage(day, tasks)
        self.scanner = ScannerPage(day, tasks)
        self.numbers = NumbersPage(day, tasks)
        self.done = DonePage(tasks)
        self.pages: tuple[SetupPage, ...] = (
            *(self.language, self.outlet, self.owner, self.card, self.card_proof, self.sheet, self.sheet_proof),
            *(self.printers, self.scanner, self.numbers, self.done),
        )
        self._stack = QStackedWidget()
        self.dots = ProgressDots(len(self.pages))
        self.back, self.next = QPushButton(), QPushButton()
        self.progress = QLabel()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._lay_out()
        self._connect(scanner)
        self.setMinimumSize(*SMALLEST_SIZE_PX)
        self.resize(*USUAL_SIZE_PX)
        self.retranslate()
        self._turn_to(self.language)

    @property
    def page(self) -> SetupPage:
        """The page that is asked now."""
        return self.pages[self._stack.currentIndex()]

    def offer_restore(self) -> None:
        """Let the first page lead to a restore from a backup."""
        self.language.restore.show()

    def give_up(self) -> None:
        """An outlet came to be in another way: go, without a question."""
        self._over = True
        self.page.leave()
        self.close()
        self.deleteLater()

    def retranslate(self) -> None:
        """Say everything of the frame in the language of the screen; the pages do so for themselves."""
        self.setWindowTitle(self.tr("Outlet App"))
        self.heading.setText(self.tr("The first day"))
        self.back.setText(self.tr("Back"))
        self._show_place()

    def go_back(self) -> None:
        """To the page before; past the founding nothing is undone, so that nobody gets back behind it."""
        if self.back.isEnabled() and not self.back.isHidden():
            self._turn_to(self.pages[self._stack.currentIndex() - 1])

    def _go_on(self) -> None:
        page = self.page
        if page is not self.sender():
            return
        if page is self.done:
            self._finish()
        else:
            self._turn_to(self.pages[self._stack.currentIndex() + 1])

    def _turn_to(self, page: SetupPage) -> None:
        self.page.leave()
        self._stack.setCurrentWidget(page)
        self._show_place()
        self.next.setFocus()
        page.enter()

    def _finish(self) -> None:
        self._over = True
        self.page.leave()
        self.finished.emit(self._day.end())

    def _show_place(self) -> None:
        place = self._stack.currentIndex()
        self.dots.show_place(place)
        self.back.setVisible(self.page not in {self.language, self.printers, self.done})
        self.next.setText(self.page.next_words())

    def _show_work(self, words: str) -> None:
        if words and not self._working:
            self._focused = self.focusWidget()
        self._working = bool(words)
        self.progress.setText(words)
        self.progress.hide()
        (self._patience.start if words else self._patience.stop)()
        for part in (self._stack, self.back, self.next, self.look):
            part.setDisabled(self._working)
        if not words and self._focused is not None and self._focused.isVisible():
            self._focused.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, stretch=1)
        head.addWidget(self.look)
        self.heading.setObjectName("heading")
        page = QVBoxLayout(self)
        page.setContentsMargins(*[3 * theme.GRID_PX] * 4)
        page.addLayout(head)
        page.addStretch(1)
        page.addWidget(self._card(), alignment=Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(2)

    def _card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(CARD_PX)
        for page in self.pages:
            self._stack.addWidget(page)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[4 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
        column.addWidget(self.dots)
        column.addWidget(self._stack, stretch=1)
        column.addLayout(self._foot())
        return card

    def _foot(self) -> QHBoxLayout:
        self.next.setObjectName("primary")
        self.progress.setObjectName("caption")
        self.progress.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.back)
        row.addWidget(self.progress, stretch=1)
        row.addStretch(0)
        row.addWidget(self.next)
        return row

    def _connect(self, scanner: Scanner) -> None:
        for page in self.pages:
            page.answered.connect(self._go_on)
            page.works.connect(self._show_work)
            page.next_changed.connect(self._show_place)
        for button in (self.back, self.next):
            button.setAutoDefault(False)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self._submit)
        self._patience.timeout.connect(self.progress.show)
        self._tasks.task_failed.connect(self._tell_error)
        self.look.not_kept.connect(self._tell_error)
        self.language.restore_asked.connect(self.restore_asked)
        scanner.scanned.connect(self._take_scan)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)

    def _submit(self) -> None:
        if not self._working:
            self.page.submit()

    def _take_scan(self, text: str) -> None:
        if not self._working and not self._over:
            self.page.take_scan(text)

    def _tell_error(self, error: OutletError) -> None:
        if not self._over:
            self.page.tell_error(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter that nothing else had a use for presses the button that has the keys, or answers the page."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused := self.focusWidget(), QPushButton) and not focused.isCheckable():
            focused.click()
        elif not self._working:
            self.page.take_enter()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask before what was copied becomes worthless, sign out where the owner is signed in, then go."""
        if self._over:
            super().closeEvent(event)
            return
        event.ignore()
        if self._working or not self._may_leave():
            return
        self._show_work(self.tr("Closing…"))
        self._tasks.run(Lane.DATA, self._day.abandon, self, self._close, self._close_anyway)

    def _may_leave(self) -> bool:
        if self._day.has_begun or not self._day.is_prepared:
            return True
        return prompts.ask(
            self,
            self.tr("Leave before the outlet is founded?"),
            self.tr("Leave"),
            self.tr("Go on"),
            detail=self.tr("Nothing is kept. The next start begins anew, with another card and another sheet."),
        )

    def _close(self, _nothing: None) -> None:
        self._over = True
        self.page.leave()
        self.close()

    def _close_anyway(self, _error: OutletError) -> None:
        self._close(None)
