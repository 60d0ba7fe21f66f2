"""What became of a waybill outside its usual way: cancelled, sent back, forwarded, refused or lost; noted in a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from outlet_app.domain.amounts import yuan
from outlet_app.domain.waybill_cases import CancelReason, CaseKind, LossReason
from outlet_app.ui import case_wording, theme, wording
from outlet_app.ui.inputs import Choice, Tick
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.found import FoundWaybill
    from outlet_app.services.waybill_cases import CaseDone, WaybillCases
    from outlet_app.ui.tasks import Tasks

_REASONS: dict[CaseKind, type[CancelReason | LossReason]] = {
    CaseKind.CANCEL: CancelReason,
    CaseKind.LOSE: LossReason,
}
_BETWEEN_PX = 6


class CaseForm(QFrame):
    """`changed(number)`: it is noted. `given_up`: the waybill stands as it stood.

    `told(text)`: what to do now, such as the money to give back. Offers what the service lets this person do, and
    nothing else; where that is nothing, it says so.
    """

    changed = Signal(str)
    told = Signal(str)
    given_up = Signal()

    def __init__(self, cases: WaybillCases, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases = cases
        self._tasks = tasks
        self._found: FoundWaybill | None = None
        self._offered: tuple[CaseKind, ...] = ()
        self._refund_fen = 0
        self._error: OutletError | None = None
        self.heading, self.story, self.fault = QLabel(), QLabel(), QLabel()
        self.kinds = {kind: QRadioButton() for kind in CaseKind}
        self.reason_caption, self.reason, self.refund = QLabel(), Choice(), Tick()
        self.do, self.leave = QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.leave)
        self.retranslate()

    @property
    def kind(self) -> CaseKind | None:
        """What is chosen; None while nothing is offered."""
        return next((kind for kind in self._offered if self.kinds[kind].isChecked()), None)

    def show_waybill(self, found: FoundWaybill) -> None:
        """Ask what can be done with this waybill now, and show it."""
        self._found, self._offered, self._refund_fen = found, (), 0
        self._tell(None)
        self.retranslate()
        record_id = found.masked.record_id
        work = partial(_standing, self._cases, record_id)
        self._tasks.run(Lane.DATA, work, self, partial(self._show, record_id), self._tell_error)

    def save(self) -> None:
        """Note it; the form stays until the record holds it."""
        found, kind = self._found, self.kind
        if found is None or kind is None or not self.do.isEnabled():
            return
        self._tell(None)
        self.do.setEnabled(False)
        work = self._work(kind, found.masked.record_id)
        self._tasks.run(Lane.DATA, work, self, partial(self._done, kind), self._tell_error)

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is chosen stays."""
        number = "" if self._found is None else self._found.masked.number
        self.heading.setText(self.tr("What became of {number}").format(number=number))
        for place, (kind, button) in enumerate(self._places(), start=1):
            button.setText(f"{place}  {case_wording.case_name(kind)}")
            button.setVisible(kind in self._offered)
        self.reason_caption.setText(self.tr("Why"))
        self.reason.setAccessibleName(self.tr("Why"))
        words = self.tr("¥{amount} given back to the sender")
        self.refund.setText(words.format(amount=yuan(self._refund_fen)))
        self.leave.setText(self.tr("Leave it as it was   Esc"))
        self.leave.setAccessibleName(self.tr("Leave it as it was"))
        self._tell(self._error)
        self._show_kind()

    def _places(self) -> list[tuple[CaseKind, QRadioButton]]:
        """What is offered, in its order, then the rest."""
        return sorted(self.kinds.items(), key=lambda pair: pair[0] not in self._offered)

    def _show(self, record_id: bytes, standing: tuple[tuple[CaseKind, ...], int]) -> None:
        if self._found is None or self._found.masked.record_id != record_id:
            return
        self._offered, self._refund_fen = standing
        self.refund.setChecked(self._refund_fen > 0)
        if self._offered:
            self.kinds[self._offered[0]].setChecked(True)
        self.retranslate()
        if self.isVisible() and self._offered:
            self.kinds[self._offered[0]].setFocus()

    def _show_kind(self) -> None:
        """What belongs to the chosen kind alone."""
        kind = self.kind
        reasons = _REASONS.get(kind) if kind is not None else None
        for part in (self.reason_caption, self.reason):
            part.setVisible(reasons is not None)
        self.reason.offer((each.value, case_wording.reason_name(each)) for each in reasons or ())
        self.refund.setVisible(kind is CaseKind.CANCEL and self._refund_fen > 0)
        self.story.setText(self._story(kind))
        self.do.setText("" if kind is None else f"{case_wording.case_verb(kind)}   Ctrl+Enter")
        self.do.setAccessibleName("" if kind is None else case_wording.case_verb(kind))
        self.do.setVisible(kind is not None)
        self.do.setEnabled(kind is not None)

    def _story(self, kind: CaseKind | None) -> str:
        if kind is None:
            return self.tr("Nothing of this can be noted for a waybill that has come to its end.")
        return case_wording.case_story(kind)

    def _work(self, kind: CaseKind, record_id: bytes) -> Callable[[], CaseDone]:
        if kind is CaseKind.CANCEL:
            refund = self.refund.isChecked() and self._refund_fen > 0
            return partial(self._cases.cancel, record_id, CancelReason(self.reason.value()), refund=refund)
        if kind is CaseKind.LOSE:
            return partial(self._cases.lose, record_id, LossReason(self.reason.value()))
        plain = {
            CaseKind.SEND_BACK: self._cases.send_back,
            CaseKind.FORWARD: self._cases.forward,
            CaseKind.REFUSE: self._cases.refuse,
        }
        return partial(plain[kind], record_id)

    def _done(self, kind: CaseKind, done: CaseDone) -> None:
        self.do.setEnabled(True)
        self.told.emit(case_wording.done_words(kind, done.number, done.refund_fen))
        self.changed.emit(done.number)

    def _tell_error(self, error: OutletError) -> None:
        self.do.setEnabled(True)
        self._tell(error)

    def _tell(self, error: OutletError | None) -> None:
        self._error = error
        self.fault.setText("" if error is None else wording.sentence(error))
        self.fault.setVisible(error is not None)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for button in self.kinds.values():
            group.addButton(button)
        group.buttonClicked.connect(self._show_kind)
        self.do.clicked.connect(self.save)
        self.leave.clicked.connect(self.given_up)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.save)

    def _lay_out(self) -> None:
        self.setObjectName("plain")
        self.heading.setObjectName("heading")
        self.story.setObjectName("caption")
        self.reason_caption.setObjectName("caption")
        self.fault.setObjectName("fault")
        self.do.setObjectName("primary")
        self.fault.hide()
        for words in (self.heading, self.story, self.fault):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID_PX)
        buttons.addStretch(1)
        for button in (self.leave, self.do):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN_PX)
        for part in (self.heading, *self.kinds.values(), self.story, self.reason_caption, self.reason, self.refund):
            column.addWidget(part)
        column.addWidget(self.fault)
        column.addLayout(buttons)

    def _choose_place(self, digit: int) -> None:
        if 1 <= digit <= len(self._offered):
            button = self.kinds[self._offered[digit - 1]]
            button.setFocus()
            button.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A digit chooses, Escape leaves the waybill as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.text().isdecimal() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._choose_place(int(event.text()))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is chosen stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _standing(cases: WaybillCases, record_id: bytes) -> tuple[tuple[CaseKind, ...], int]:
    """What may be done with the waybill, and what cancelling it would give back, in fen."""
    offered = cases.may(record_id)
    return offered, cases.refund_due(record_id) if CaseKind.CANCEL in offered else 0
