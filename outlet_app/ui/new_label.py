"""A new coded label in place of a torn one: by the old label in hand, or by the owner's password and card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.services.printing_desk import NewLabelWay
from outlet_app.ui import theme, wording
from outlet_app.ui.owner_proof import OwnerProof
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from outlet_app.domain.printer import Printer
    from outlet_app.errors import OutletError
    from outlet_app.services.found import FoundWaybill
    from outlet_app.services.labels import PrintJob
    from outlet_app.services.printing_desk import PrintingDesk
    from outlet_app.ui.tasks import Tasks

_POSSIBLE = frozenset({NewLabelWay.LABEL, NewLabelWay.CARD})


class NewLabel(QFrame):
    """`made(PrintJob)`: the new label is recorded and goes to its printer; then `changed(number)`. Or `given_up`.

    `chosen` gives the printer that labels go to, None while none is chosen.
    """

    made = Signal(object)
    changed = Signal(str)
    given_up = Signal()

    def __init__(
        self, desk: PrintingDesk, tasks: Tasks, chosen: Callable[[], Printer | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._chosen = chosen
        self._found: FoundWaybill | None = None
        self._way: NewLabelWay | None = None
        self.heading, self.story, self.fault = QLabel(), QLabel(), QLabel()
        self.proof = OwnerProof()
        self.do, self.leave = QPushButton(), QPushButton()
        self._lay_out()
        self.do.clicked.connect(self.make)
        self.leave.clicked.connect(self.given_up)
        self.proof.entered.connect(self.make)
        self.proof.edited.connect(self.fault.hide)
        self.setFocusProxy(self.leave)
        self.retranslate()

    @property
    def is_asking(self) -> bool:
        """Whether password and card are asked for, so that a scan may be the card."""
        return self.isVisible() and self._way is NewLabelWay.CARD

    def show_waybill(self, found: FoundWaybill) -> None:
        """Begin for this waybill: what is asked depends on whether its label is in hand."""
        self._found = found
        self.proof.forget()
        self._turn(None)
        look = partial(self._desk.way_to_new_label, found.masked.record_id)
        self._tasks.run(Lane.DATA, look, self, self._turn, self._tell_error)

    def take_card(self, text: str) -> bool:
        """Take a scanned owner card while it is asked for; False for anything else, which is not kept."""
        return self.is_asking and self.proof.take_card(text)

    def make(self) -> None:
        """Make the new label when nothing is missing for it; else say what is."""
        found, way, printer = self._found, self._way, self._chosen()
        if found is None or way is None or not self.do.isEnabled():
            return
        if printer is None:
            self._say(self.tr("Choose a printer first."))
        elif way is NewLabelWay.LABEL:
            self._run(partial(self._desk.relabel, found.masked.record_id, printer))
        elif not self.proof.password.text.text():
            self.proof.setFocus()
        elif self.proof.is_without_card:
            self._say(self.tr("The owner card is still missing."))
        else:
            proof = self.proof
            by_owner = partial(self._desk.relabel_by_owner, found.masked.record_id, printer)
            self._run(partial(by_owner, proof.password.text.text(), proof.card))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        number = "" if self._found is None else self._found.masked.number
        self.heading.setText(self.tr("New label for {number}").format(number=number))
        self.story.setText(
            {
                None: "",
                NewLabelWay.LABEL: self.tr(
                    "Once the new label is printed, put it on and tear up the one in your hand: that opens nothing "
                    "any more."
                ),
                NewLabelWay.CARD: self.tr(
                    "Where the old label is lost, your password and card make a new one. Whoever finds the old one "
                    "opens nothing with it."
                ),
                NewLabelWay.NONE: self.tr("Scan the old label first. Where it is lost, the owner makes the new one."),
            }[self._way]
        )
        self.do.setText(self.tr("Print the new label   Enter"))
        self.do.setAccessibleName(self.tr("Print the new label"))
        self.leave.setText(self.tr("Leave it   Esc"))
        self.leave.setAccessibleName(self.tr("Leave it"))

    def _turn(self, way: NewLabelWay | None) -> None:
        had_keys = self.isVisible()
        self._way = way
        self.fault.hide()
        self.proof.setVisible(way is NewLabelWay.CARD)
        self.do.setEnabled(way in _POSSIBLE)
        first: dict[NewLabelWay | None, QWidget] = {NewLabelWay.LABEL: self.do, NewLabelWay.CARD: self.proof}
        self.setFocusProxy(first.get(way, self.leave))
        self.retranslate()
        if had_keys:
            self.setFocus()

    def _run(self, work: Callable[[], PrintJob]) -> None:
        self.do.setEnabled(False)
        self.proof.setEnabled(False)
        self.fault.hide()
        self._tasks.run(Lane.DATA, work, self, self._done, self._tell_error)

    def _done(self, job: PrintJob) -> None:
        self.proof.setEnabled(True)
        self.proof.forget()
        self.made.emit(job)
        self.changed.emit(job.number)

    def _tell_error(self, error: OutletError) -> None:
        self.proof.setEnabled(True)
        self.do.setEnabled(self._way in _POSSIBLE)
        self._say(wording.sentence(error))
        if self._way is NewLabelWay.CARD:
            self.proof.password.text.selectAll()
            self.proof.setFocus()

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.show()

    def _lay_out(self) -> None:
        self.setObjectName("plain")
        self.heading.setObjectName("heading")
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
        column.setSpacing(theme.GRID_PX)
        for part in (self.heading, self.story, self.proof, self.fault):
            column.addWidget(part)
        column.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter makes the label, Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.make()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
