"""One change of keys from its first page to its end: papers shown and asked back, consent, progress."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from outlet_app.errors import Stopped
from outlet_app.ui import theme
from outlet_app.ui.keys_consent import ConsentPage, KeyChange, WarningPage
from outlet_app.ui.setup_papers import CardPage, CardProofPage, SheetPage, SheetProofPage
from outlet_app.ui.staff_outcome import RotationProgress
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.owner_keys import CardInHand, OwnerKeys, Progress, SeedInHand
    from outlet_app.ui.setup_page import SetupPage

_CARD_PX = 720
_COPIES = {KeyChange.SEED, KeyChange.DATABASE_KEY}


@dataclass(frozen=True, slots=True)
class Begun:
    """A change that was begun: its papers are in hand, and whom it is about where that is another owner."""

    change: KeyChange
    seed: SeedInHand | None = None
    card: CardInHand | None = None
    name: str = ""


class KeysFlow(QFrame):
    """`done(KeyChange)`: it is in force. `dropped`: nothing has changed. Either way every secret is gone.

    `failed(OutletError)`: an error of a page that is no longer shown.
    """

    done = Signal(object)
    dropped = Signal()
    _stepped = Signal(bool, int, int)

    def __init__(self, owner_keys: OwnerKeys, begun: Begun, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner_keys = owner_keys
        self._tasks = tasks
        self._begun = begun
        self.is_working = False
        self.consent = ConsentPage(tasks, begun.change, begun.name)
        self.pages = self._pages()
        self.progress = RotationProgress()
        self._stack = QStackedWidget()
        self.works = QLabel()
        self.drop, self.back, self.next = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def page(self) -> SetupPage:
        """The page that is asked now."""
        return self.pages[min(self._stack.currentIndex(), len(self.pages) - 1)]

    def begin(self) -> None:
        """Ask the first page; to be called once it can be seen."""
        self._turn_to(0)

    def take_scan(self, text: str) -> None:
        """A scan goes to the page that is asked now."""
        if not self.is_working:
            self.page.take_scan(text)

    def end(self) -> None:
        """Take every secret off the screen."""
        for page in self.pages:
            page.leave()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; the pages do so for themselves."""
        self.drop.setText(self.tr("Cancel"))
        self.back.setText(self.tr("Back"))
        self.next.setText(self.page.next_words())

    def _pages(self) -> tuple[SetupPage, ...]:
        tasks, seed, card = self._tasks, self._begun.seed, self._begun.card
        if seed is not None:
            papers = seed.papers
            shown = (CardPage(papers, tasks), CardProofPage(papers, tasks))
            return (WarningPage(tasks), *shown, SheetPage(papers, tasks), SheetProofPage(papers, tasks), self.consent)
        if card is not None:
            return CardPage(card.papers, tasks), CardProofPage(card.papers, tasks), self.consent
        return (self.consent,)

    def _turn_to(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.back.setVisible(place > 0)
        self.next.setText(self.page.next_words())
        self.next.setFocus()
        self.page.enter()

    def _step(self, by: int) -> None:
        self.page.leave()
        self._turn_to(self._stack.currentIndex() + by)

    def _go_back(self) -> None:
        self._step(-1)

    def _go_on(self) -> None:
        if self.page is self.consent:
            self._do()
        else:
            self._step(1)

    def _do(self) -> None:
        self._show_work(self.tr("One moment…"))
        if self._begun.change in _COPIES:
            self.progress.begin()
            self._stack.setCurrentWidget(self.progress)
            for button in (self.drop, self.back, self.next):
                button.hide()
        self._tasks.run(Lane.DATA, self._work(), self, self._finish, self._refuse)

    def _work(self) -> Callable[[], None]:
        """The service's method for the change, with what the consent holds now."""
        keys, begun, proof = self._owner_keys, self._begun, self.consent.proof
        password, card = proof.password.text.text(), proof.card

        def tell(at: Progress) -> None:
            self._tell_step(is_checking=at.stage.value == "checking", done=at.done, whole=at.whole)

        if begun.seed is not None:
            return partial(keys.replace_seed, begun.seed, password=password, card=card, tell=tell)
        if begun.card is not None and begun.change is KeyChange.CARD:
            return partial(keys.replace_card, begun.card, password=password, card=card)
        if begun.card is not None:
            others = self.consent.others_password.text.text()
            return partial(keys.give_card, begun.card, others, password=password, card=card)
        if begun.change is KeyChange.DATABASE_KEY:
            return partial(keys.renew_database_key, password=password, card=card, tell=tell)
        return partial(keys.go_on, password=password, card=card)

    def _tell_step(self, *, is_checking: bool, done: int, whole: int) -> None:
        """Called on the data lane."""
        if self.progress.stop_is_asked:
            raise Stopped
        if isValid(self):
            self._stepped.emit(is_checking, done, whole)

    def _finish(self, _nothing: None) -> None:
        self._show_work("")
        self.end()
        self.done.emit(self._begun.change)

    def _refuse(self, error: OutletError) -> None:
        self._show_work("")
        for button in (self.drop, self.next):
            button.show()
        self._stack.setCurrentWidget(self.consent)
        self.back.setVisible(len(self.pages) > 1)
        self.consent.tell_error(error)
        self.consent.proof.password.text.selectAll()
        self.consent.enter()

    def _show_work(self, words: str) -> None:
        self.is_working = bool(words)
        self.works.setText(words)
        for page in self.pages:
            page.setDisabled(self.is_working)
        for button in (self.drop, self.back, self.next):
            button.setDisabled(self.is_working)

    def _drop(self) -> None:
        if not self.is_working:
            self.end()
            self.dropped.emit()

    def _submit(self) -> None:
        if not self.is_working:
            self.page.submit()

    def _connect(self) -> None:
        for page in self.pages:
            page.answered.connect(self._go_on)
            page.works.connect(self._show_work)
            page.next_changed.connect(self.retranslate)
        self.consent.proof.entered.connect(self._submit)
        self.drop.clicked.connect(self._drop)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._submit)
        self._stepped.connect(self.progress.step, Qt.ConnectionType.QueuedConnection)

    def _lay_out(self) -> None:
        self.setObjectName("card")
        self.setMaximumWidth(_CARD_PX)
        self.next.setObjectName("primary")
        self.works.setObjectName("caption")
        for page in (*self.pages, self.progress):
            self._stack.addWidget(page)
        self.progress.setObjectName("plain")
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID_PX)
        for button in (self.drop, self.back, self.next):
            button.setAutoDefault(False)
        foot.addWidget(self.drop)
        foot.addWidget(self.back)
        foot.addWidget(self.works, stretch=1)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[3 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
        column.addWidget(self._stack, stretch=1)
        column.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape drops the change, Enter answers the page or presses the button that has the keys."""
        if event.key() == Qt.Key.Key_Escape:
            self._drop()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(focused := self.focusWidget(), QPushButton):
            focused.click()
        elif not self.is_working:
            self.page.take_enter()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
