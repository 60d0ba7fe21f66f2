"""What stands behind "Can't sign in?": the cases in plain words, and the steps that lead out of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from outlet_app.ui import theme
from outlet_app.ui.rescue_cases import Case, CasesPage
from outlet_app.ui.rescued_owner import KnownPasswordPage, NewPasswordPage
from outlet_app.ui.restore_pages import BackupFilePage, ContentsPage, LastNumbersPage, OwnCardPage, WritingPage
from outlet_app.ui.salvage_pages import LossPage, SalvagePage
from outlet_app.ui.setup_papers import CardPage, CardProofPage
from outlet_app.ui.sheet_entry import SheetEntryPage
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.errors import OutletError
    from outlet_app.services import Services
    from outlet_app.services.rescue import Rescue
    from outlet_app.services.restore import BackupContents
    from outlet_app.ui.setup_page import SetupPage
    from outlet_app.ui.tasks import Tasks

CARD_PX = 720
PATIENCE_MS = 300


class RescueView(QWidget):
    """One case at a time. `came_in(Services)`: an owner is signed in again; `left`: back to where it was opened from.

    Leaving it drops everything that was typed, opened or made; what is in force stays so.
    """

    came_in = Signal(object)
    left = Signal()

    def __init__(self, rescue: Rescue, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rescue = rescue
        self._tasks = tasks
        self._working = False
        self._case = Case.RESTORE
        self._trail: list[SetupPage] = []
        self._straight: Case | None = None
        restore, recovery = rescue.restore, rescue.recovery
        self.cases = CasesPage(tasks)
        self.sheet = SheetEntryPage(rescue, recovery.open_with_sheet, tasks)
        self.new_password = NewPasswordPage(recovery.password_fault, recovery.prepare_password, tasks)
        self.known_password = KnownPasswordPage(recovery.prepare_card, tasks)
        self.card, self.card_proof = CardPage(recovery.papers, tasks), CardProofPage(recovery.papers, tasks)
        self.file = BackupFilePage(restore, tasks)
        self.backup_sheet = SheetEntryPage(rescue, restore.open_with_sheet, tasks)
        self.own_card = OwnCardPage(restore, tasks)
        self.contents = ContentsPage(restore, tasks)
        self.numbers = LastNumbersPage(restore, tasks)
        self.restored_password = NewPasswordPage(restore.password_fault, restore.prepare, tasks)
        self.restored_card = CardPage(restore.papers, tasks)
        self.restored_proof = CardProofPage(restore.papers, tasks)
        self.writing = WritingPage(restore, self.numbers, tasks)
        self.salvage, self.loss = SalvagePage(rescue.salvage, tasks), LossPage(rescue.salvage, tasks)
        self.pages: tuple[SetupPage, ...] = (
            *(self.cases, self.sheet, self.new_password, self.known_password, self.card, self.card_proof),
            *(self.file, self.backup_sheet, self.own_card, self.contents, self.numbers, self.restored_password),
            *(self.restored_card, self.restored_proof, self.writing, self.salvage, self.loss),
        )
        self._stack = QStackedWidget()
        self.heading, self.progress = QLabel(), QLabel()
        self.back, self.next = QPushButton(), QPushButton()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def page(self) -> SetupPage:
        """The page that is asked now."""
        return self.pages[self._stack.currentIndex()]

    def begin(self, case: Case | None = None) -> None:
        """From the cases, or straight with the steps of one of them."""
        self._trail = []
        self._straight = case
        self._name()
        self._turn_to(self.cases)
        if case is not None:
            self._begin_case(case)

    def take_scan(self, text: str) -> None:
        """What the scanner read goes to the page that is asked."""
        if not self._working:
            self.page.take_scan(text)

    def tell_error(self, error: OutletError) -> None:
        """Show a known error on the page that is asked."""
        self.page.tell_error(error)

    def retranslate(self) -> None:
        """Say everything of the frame in the language of the screen; the pages do so for themselves."""
        self._name()
        self.back.setText(self.tr("Back"))
        self._show_place()

    def _name(self) -> None:
        restores = self._straight is Case.RESTORE
        self.heading.setText(self.tr("Restore the outlet") if restores else self.tr("Can't sign in?"))

    def go_back(self) -> None:
        """To the page before; from the first one out."""
        if self._working:
            return
        if self._trail:
            self._turn_to(self._trail.pop())
        else:
            self._leave()

    def _begin_case(self, case: Case) -> None:
        self._case = case
        self._go_to({Case.RESTORE: self.file, Case.DAMAGED: self.salvage}.get(case, self.sheet))

    def _go_on(self) -> None:
        page = self.page
        if page is not self.sender():
            return
        if page is self.card_proof:
            words = self.tr("Putting the new card in force and signing you in…")
            page.work(words, self._finish_recovery, self._tell_came_in)
        elif page in (steps := self._steps()):
            self._offer(page)
            self._go_to(steps[page])

    def _steps(self) -> dict[SetupPage, SetupPage]:
        """What follows each page."""
        return {
            self.sheet: self.new_password if self._case is Case.PASSWORD else self.known_password,
            self.new_password: self.card,
            self.known_password: self.card,
            self.card: self.card_proof,
            self.file: self.own_card if self.file.uses_card else self.backup_sheet,
            self.own_card: self.contents,
            self.backup_sheet: self.contents,
            self.contents: self.numbers,
            self.numbers: self.restored_password,
            self.restored_password: self.restored_card,
            self.restored_card: self.restored_proof,
            self.restored_proof: self.writing,
            self.salvage: self.loss,
        }

    def _offer(self, page: SetupPage) -> None:
        """What a page brought to light, to those that ask about it."""
        if page is self.sheet:
            for asking in (self.new_password, self.known_password):
                asking.offer(self._rescue.recovery.owners())
        if page is self.file and self.file.seen is not None:
            self.own_card.offer(self.file.seen)

    def _offer_contents(self, contents: BackupContents) -> None:
        self.numbers.offer(contents)
        self.restored_password.offer(contents.owners)

    def _finish_recovery(self) -> Services:
        """Runs on the data lane."""
        self._rescue.recovery.commit()
        return self._rescue.recovery.begin()

    def _go_to(self, page: SetupPage) -> None:
        self._trail.append(self.page)
        self._turn_to(page)

    def _turn_to(self, page: SetupPage) -> None:
        self.page.leave()
        self._stack.setCurrentWidget(page)
        page.tell_fault()
        self._show_place()
        self.next.setFocus()
        page.enter()

    def _show_place(self) -> None:
        self.next.setVisible(self.page is not self.cases)
        self.next.setText(self.page.next_words())

    def _show_work(self, words: str) -> None:
        self._working = bool(words)
        self.progress.setText(words.strip())
        self.progress.hide()
        (self._patience.start if words else self._patience.stop)()
        for part in (self.back, self.next):
            part.setDisabled(self._working)
        # A long work keeps its page awake: its stop stands there.
        self._stack.setDisabled(self._working and bool(words.strip()))
        if not words:
            self.next.setFocus()

    def _tell_came_in(self, services: Services) -> None:
        self._drop()
        self.came_in.emit(services)

    def _leave(self) -> None:
        self._drop()
        self._tasks.run(Lane.DATA, self._rescue.abandon, self, self._tell_left)

    def _tell_left(self, _nothing: None) -> None:
        self.left.emit()

    def _drop(self) -> None:
        for page in self.pages:
            page.leave()

    def _lay_out(self) -> None:
        self.heading.setObjectName("heading")
        page = QVBoxLayout(self)
        page.setContentsMargins(*[3 * theme.GRID_PX] * 4)
        page.addWidget(self.heading)
        page.addStretch(1)
        page.addWidget(self._card_frame(), alignment=Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(2)

    def _card_frame(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(CARD_PX)
        for page in self.pages:
            self._stack.addWidget(page)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[4 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
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

    def _connect(self) -> None:
        for page in self.pages:
            page.answered.connect(self._go_on)
            page.works.connect(self._show_work)
            page.next_changed.connect(self._show_place)
        for button in (self.back, self.next):
            button.setAutoDefault(False)
        self.cases.chosen.connect(self._begin_case)
        self.contents.unpacked.connect(self._offer_contents)
        self.writing.ended.connect(self._tell_came_in)
        self.salvage.saved.connect(self.loss.offer)
        self.loss.ended.connect(self._tell_came_in)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self._submit)
        self._patience.timeout.connect(self.progress.show)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)

    def _submit(self) -> None:
        if not self._working:
            self.page.submit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the keys, or answers the page; Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused := self.focusWidget(), QPushButton):
            focused.click()
        elif not self._working:
            self.page.take_enter()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
