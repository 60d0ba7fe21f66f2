"""The last arrivals, or a page of those that wait too long: each to be put right, moved, printed again, taken back."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.arrived_parcel import ON_SHELF, ArrivedParcel
from outlet_app.ui import theme
from outlet_app.ui.button_rows import ButtonRows
from outlet_app.ui.find_cards import FindCards
from outlet_app.ui.shelf_question import ShelfQuestion
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.services.arrivals import Arrivals
    from outlet_app.ui.tasks import Tasks

REFUSED = 0
"""In place of a number of days: the parcels that wait to go back to their carriers."""

PAGE = 20


class ArrivalAction(Enum):
    """One thing to do with an arrival, in the order of the buttons."""

    CORRECT = auto()
    MOVE = auto()
    PRINT = auto()
    UNDO = auto()


_KEYS = {
    ArrivalAction.CORRECT: "Ctrl+E",
    ArrivalAction.MOVE: "Ctrl+M",
    ArrivalAction.PRINT: "Ctrl+P",
    ArrivalAction.UNDO: "Ctrl+Z",
}


class ArrivedList(QFrame):
    """`asked(ArrivalAction, ArrivedParcel)`: that is to be done. `move_asked(ArrivedParcel, str)`: to another shelf.

    `failed(OutletError)`: the list could not be read. `left`: the keys are wanted back.
    """

    asked = Signal(object, object)
    move_asked = Signal(object, str)
    failed = Signal(object)
    left = Signal()

    def __init__(self, arrivals: Arrivals, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._arrivals = arrivals
        self._tasks = tasks
        self._asked = 0
        self._days: int | None = None
        self._pages: list[ArrivedParcel | None] = [None]
        self.heading, self.empty = QLabel(), QLabel()
        self.cards = FindCards(arrivals.days_waiting, in_lines=True)
        self.back, self.before, self.after = QPushButton(), QPushButton(), QPushButton()
        self.buttons = {action: QPushButton() for action in ArrivalAction}
        self._actions = ButtonRows(tuple(self.buttons.values()))
        self.question = ShelfQuestion()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.cards)
        self.retranslate()

    @property
    def chosen(self) -> ArrivedParcel | None:
        """The parcel that stands out."""
        row, rows = self.cards.currentIndex().row(), self.cards.rows.rows
        parcel = rows[row] if 0 <= row < len(rows) else None
        return parcel if isinstance(parcel, ArrivedParcel) else None

    def show_latest(self) -> None:
        """Show the last ten arrivals."""
        self._days, self._pages = None, [None]
        self.refresh()

    def show_waiting(self, days: int) -> None:
        """Show the first page of those that wait for so many days or more, the oldest first; or of the `REFUSED`."""
        self._days, self._pages = days, [None]
        self.refresh()
        self.cards.setFocus()

    def refresh(self) -> None:
        """Read what stands here anew."""
        self._asked += 1
        self._end_question()
        done = partial(self._show, self._asked)
        self._tasks.run(Lane.DATA, self._reading(), self, done, self.failed.emit)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self._title())
        latest = self._days is None
        self.empty.setText(
            self.tr("What you shelve stands here: scan a parcel and type the last four digits on its label.")
            if latest
            else self.tr("Nothing waits here any more.")
        )
        self.back.setText(self.tr("Last arrivals   Esc"))
        self.before.setText(self.tr("Before   Ctrl+PgUp"))
        self.after.setText(self.tr("Next 20   Ctrl+PgDn"))
        self.cards.setAccessibleName(self._title())
        names = {
            ArrivalAction.CORRECT: self.tr("Put right"),
            ArrivalAction.MOVE: self.tr("Other shelf"),
            ArrivalAction.PRINT: self.tr("Print again"),
            ArrivalAction.UNDO: self.tr("Take back"),
        }
        for action, button in self.buttons.items():
            button.setText(f"{names[action]}   {_KEYS[action]}")
            button.setAccessibleName(names[action])

    def _title(self) -> str:
        if self._days is None:
            return self.tr("Last arrivals")
        if self._days == REFUSED:
            return self.tr("Refused: they go back with their carrier's list")
        words = self.tr("Not collected for {days} days or longer")
        return self.tr("Not collected since yesterday or longer") if self._days == 1 else words.format(days=self._days)

    def _reading(self) -> partial[tuple[ArrivedParcel, ...]]:
        if self._days is None:
            return partial(self._arrivals.latest)
        if self._days == REFUSED:
            return partial(self._arrivals.refused, self._pages[-1])
        return partial(self._arrivals.waiting, self._days, self._pages[-1])

    def _show(self, asked: int, parcels: tuple[ArrivedParcel, ...]) -> None:
        if asked != self._asked:
            return
        stood_out = self.chosen if self.cards.hasFocus() else None
        self.cards.show_rows(parcels)
        for row, parcel in enumerate(parcels):
            if stood_out is not None and parcel.record_id == stood_out.record_id:
                self.cards.setCurrentIndex(self.cards.rows.index(row))
        self.cards.setVisible(bool(parcels))
        self.empty.setVisible(not parcels)
        paged = self._days is not None
        self.back.setVisible(paged)
        self.before.setVisible(paged and len(self._pages) > 1)
        self.after.setVisible(paged and len(parcels) == PAGE)
        self.retranslate()
        self._allow()

    def _allow(self) -> None:
        parcel = self.chosen
        for button in self.buttons.values():
            button.setEnabled(parcel is not None and parcel.state in ON_SHELF)

    def _do(self, action: ArrivalAction) -> None:
        parcel = self.chosen
        if parcel is None:
            return
        if action is ArrivalAction.MOVE:
            self._show_buttons(shown=False)
            self.question.ask(parcel.number)
        else:
            self.asked.emit(action, parcel)

    def _move(self, shelf: str) -> None:
        parcel = self.chosen
        if parcel is not None:
            self._end_question()
            self.move_asked.emit(parcel, shelf)

    def _end_question(self) -> None:
        self.question.close_question()
        self._show_buttons(shown=True)

    def _leave_question(self) -> None:
        self._show_buttons(shown=True)
        self.cards.setFocus()

    def _show_buttons(self, *, shown: bool) -> None:
        self._actions.setVisible(shown)

    def _turn_on(self) -> None:
        last = self.cards.rows.rows[-1]
        assert isinstance(last, ArrivedParcel)
        self._pages.append(last)
        self.refresh()

    def _turn_back(self) -> None:
        self._pages.pop()
        self.refresh()

    def _leave(self) -> None:
        if self._days is not None:
            self.show_latest()
        self.left.emit()

    def _connect(self) -> None:
        self.cards.reached.connect(self._allow)
        self.back.clicked.connect(self._leave)
        self.before.clicked.connect(self._turn_back)
        self.after.clicked.connect(self._turn_on)
        for key, button in (("Ctrl+PgUp", self.before), ("Ctrl+PgDown", self.after)):
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        for action, button in self.buttons.items():
            button.clicked.connect(partial(self._do, action))
            if action is not ArrivalAction.UNDO:
                QShortcut(QKeySequence(_KEYS[action]), self).activated.connect(button.click)
        self.question.answered.connect(self._move)
        self.question.given_up.connect(self._leave_question)

    def _lay_out(self) -> None:
        self.heading.setFont(theme.font(bold=True))
        self.empty.setObjectName("caption")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.heading, stretch=1)
        for button in (self.back, self.before, self.after):
            button.setAutoDefault(False)
            button.hide()
            head.addWidget(button)
        for action_button in self.buttons.values():
            action_button.setAutoDefault(False)
        foot.addWidget(self._actions, stretch=1)
        foot.addWidget(self.question)
        for row in (head, foot):
            row.setSpacing(theme.GRID_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, theme.GRID_PX, theme.GRID_PX)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.cards, stretch=1)
        column.addWidget(self.empty, stretch=1)
        column.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back to the last arrivals, and from there to the parcel in the hand."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
