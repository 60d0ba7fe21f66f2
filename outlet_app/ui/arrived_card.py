"""The open arrived parcel: where it stands, what it needs to be given out, and what else can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.arrived_parcel import ON_SHELF, RefusalReason
from outlet_app.errors import InvalidDraft
from outlet_app.ui import parcel_wording, theme
from outlet_app.ui.button_rows import ButtonRows
from outlet_app.ui.giving_out import GivingOut
from outlet_app.ui.life_line import LifeLine
from outlet_app.ui.outcome_form import OutcomeForm
from outlet_app.ui.shelf_question import ShelfQuestion
from outlet_app.ui.tasks import Lane
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.errors import OutletError
    from outlet_app.services.arrivals import Arrivals, Arrived
    from outlet_app.services.collection import Collected, Collection
    from outlet_app.services.find import LifeStep
    from outlet_app.ui.outcome_form import Outcome
    from outlet_app.ui.shelf_prints import ShelfPrints
    from outlet_app.ui.tasks import Tasks

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVE, _PRINT, _CASE = "Ctrl+M", "Ctrl+P", "Ctrl+O"


class ArrivedCard(QFrame):
    """`given_out(Collected)`: it left with its recipient. `changed(record_id, words)`: it stands otherwise now.

    `failed(OutletError)`: something was not done. `began`: it is being given out. `answered`: what came of it stands.
    """

    began = Signal()
    answered = Signal()
    given_out = Signal(object)
    changed = Signal(bytes, str)
    failed = Signal(object)

    def __init__(
        self,
        collection: Collection,
        arrivals: Arrivals,
        prints: ShelfPrints,
        tasks: Tasks,
        *,
        may_write_off: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._collection, self._arrivals, self._prints, self._tasks = collection, arrivals, prints, tasks
        self._parcel: ArrivedParcel | None = None
        self._is_busy = False
        self.code, self.number, self.carrier, self.tail, self.state = (QLabel() for _ in range(5))
        self.giving, self.outcome = GivingOut(), OutcomeForm(may_write_off=may_write_off)
        self.question, self.life = ShelfQuestion(), LifeLine()
        self.other_shelf, self.again, self.case = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def parcel(self) -> ArrivedParcel | None:
        """The parcel that stands here."""
        return self._parcel

    @property
    def is_busy(self) -> bool:
        """Whether it is being given out."""
        return self._is_busy

    @property
    def asks_digits(self) -> bool:
        """Whether the digits of the parcel that stands here must be said."""
        return self._parcel is not None and self._collection.asks_digits(self._parcel)

    def show_parcel(self, parcel: ArrivedParcel) -> None:
        """Show this one in place of what stood here."""
        self._parcel = parcel
        is_here = parcel.state in ON_SHELF
        self._close_forms()
        self.giving.setVisible(is_here)
        self.giving.show_parcel(parcel, asks_digits=self._collection.asks_digits(parcel))
        for button in (self.other_shelf, self.again, self.case):
            button.setVisible(is_here)
        self.life.show_steps(())
        self.retranslate()

    def show_life(self, steps: tuple[LifeStep, ...]) -> None:
        """Show the steps of its life so far, once no form stands in their place."""
        self.life.show_steps(steps)
        if not self.outcome.isHidden():
            self.life.hide()

    def take_keys(self) -> None:
        """Put the keys on what it still needs."""
        if self._parcel is not None and self._parcel.state in ON_SHELF:
            self.giving.take_keys()

    def enter(self) -> None:
        """Enter on its card: give it out, or go to what it still needs."""
        parcel = self._parcel
        if parcel is None or parcel.state not in ON_SHELF:
            return
        if self.asks_digits or parcel.due_fen:
            self.take_keys()
        else:
            self.giving.ask()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        self.other_shelf.setText(self.tr("Other shelf   {key}").format(key=_MOVE))
        self.again.setText(self.tr("Print label again   {key}").format(key=_PRINT))
        self.case.setText(self.tr("Refused, forwarded…   {key}").format(key=_CASE))
        parcel = self._parcel
        if parcel is None:
            return
        hidden = self.asks_digits and parcel.left_at is None
        self.code.setText(parcel.shelf_code)
        self.number.setText(parcel.number)
        self.carrier.setText(parcel_wording.carrier_name(parcel.carrier))
        self.tail.setText(parcel_wording.tail_words(parcel, hidden=hidden))
        self.state.setText(parcel_wording.state_line(parcel, self._arrivals.days_waiting(parcel)))
        theme.restyle(self.state, tone=(Token.GOOD if parcel.left_at is None else Token.MUTED).value)

    def _give_out(self, digits: str, cash_taken: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        parcel = self._parcel
        if parcel is None or self._is_busy:
            return
        self._is_busy = True
        work = partial(self._collection.give_out, parcel.record_id, digits, cash_taken=cash_taken)
        self._tasks.run(Lane.DATA, work, self, self._tell_given_out, partial(self._tell_not_given, parcel.record_id))
        self.began.emit()

    def _tell_given_out(self, collected: Collected) -> None:
        self._is_busy = False
        self.given_out.emit(collected)
        self.answered.emit()

    def _tell_not_given(self, record_id: bytes, error: OutletError) -> None:
        """What is missing is said at its parcel, not at one that was chosen meanwhile."""
        self._is_busy = False
        if isinstance(error, InvalidDraft) and self._parcel is not None and self._parcel.record_id == record_id:
            self.giving.tell(error.faults)
        else:
            self.failed.emit(error)
        self.answered.emit()

    def _decide(self, outcome: Outcome) -> None:
        parcel = self._parcel
        if parcel is None:
            return
        if isinstance(outcome, RefusalReason):
            work = partial(self._collection.refuse, parcel.record_id, outcome)
            words = self.tr("{code} goes back: it waits for its carrier's list.")
        else:
            lost = outcome == "lost"
            work = partial(self._collection.lose if lost else self._collection.forward, parcel.record_id)
            words = self.tr("{number} is given up as lost.") if lost else self.tr("{number} is sent on.")
        told = words.format(code=parcel.shelf_code, number=parcel.number)
        self._close_forms()
        done = partial(self._tell_changed, parcel.record_id, told)
        self._tasks.run(Lane.DATA, work, self, done, self.failed.emit)

    def _tell_changed(self, record_id: bytes, words: str, _nothing: None) -> None:
        self.changed.emit(record_id, words)

    def _ask_case(self) -> None:
        if self._parcel is not None:
            for part in (self.giving, self.life, self.other_shelf, self.again, self.case):
                part.hide()
            self.outcome.ask(self._parcel.number)

    def _ask_shelf(self) -> None:
        if self._parcel is not None:
            self.question.ask(self._parcel.number)

    def _move_to(self, shelf: str) -> None:
        parcel = self._parcel
        if parcel is not None:
            self.question.close_question()
            work = partial(self._arrivals.move, parcel.record_id, shelf, self._prints.printer.chosen())
            self._tasks.run(Lane.DATA, work, self, self._tell_moved, self.failed.emit)

    def _tell_moved(self, arrived: Arrived) -> None:
        self._prints.start(arrived.job)
        words = self.tr("{number} stands at {code} now. Stick its new label on.")
        self.changed.emit(
            arrived.parcel.record_id, words.format(number=arrived.parcel.number, code=arrived.parcel.shelf_code)
        )

    def _print_again(self) -> None:
        if self._parcel is not None:
            self._prints.again(self._parcel.record_id, self._parcel.number)

    def _leave_form(self) -> None:
        if self._parcel is not None:
            self.show_parcel(self._parcel)
            self.take_keys()

    def _close_forms(self) -> None:
        self.outcome.hide()
        self.question.close_question()

    def _connect(self) -> None:
        self.giving.asked.connect(self._give_out)
        self.outcome.decided.connect(self._decide)
        self.outcome.given_up.connect(self._leave_form)
        self.question.answered.connect(self._move_to)
        self.question.given_up.connect(self.take_keys)
        for key, button, slot in (
            (_MOVE, self.other_shelf, self._ask_shelf),
            (_PRINT, self.again, self._print_again),
            (_CASE, self.case, self._ask_case),
        ):
            button.clicked.connect(slot)
            QShortcut(QKeySequence(key), self).activated.connect(button.click)

    def _lay_out(self) -> None:
        self.code.setObjectName("code")
        self.number.setObjectName("heading")
        self.carrier.setFont(theme.font(bold=True))
        self.state.setObjectName("toned")
        for words in (self.code, self.number, self.carrier, self.tail, self.state):
            words.setTextFormat(Qt.TextFormat.PlainText)
        head, line = QHBoxLayout(), QHBoxLayout()
        for box, parts in ((head, (self.code, self.state)), (line, (self.number, self.carrier, self.tail))):
            box.setSpacing(2 * theme.GRID_PX)
            for part in parts:
                box.addWidget(part)
            box.addStretch(1)
        for button in (self.case, self.other_shelf, self.again):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        column.setSpacing(theme.GRID_PX)
        column.addLayout(head)
        column.addLayout(line)
        beneath: tuple[QWidget, ...] = (self.giving, self.outcome, self.question, self.life)
        for each in beneath:
            column.addWidget(each)
        column.addStretch(1)
        column.addWidget(ButtonRows((self.case, self.other_shelf, self.again)))
        self._close_forms()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter on the tick or the button gives it out; anywhere else it belongs to what has the keys."""
        is_there = self.giving.cash.hasFocus() or self.giving.do.hasFocus()
        if event.key() in _ENTERS and is_there and not event.isAutoRepeat():
            self.giving.ask()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
