"""Weight, fee, payment, category and service of a waybill in the shop, changed without opening its details."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.draft import TermsDraft
from outlet_app.domain.terms import Category, Payment
from outlet_app.errors import InvalidDraft
from outlet_app.ui import carrier_names, theme, wording
from outlet_app.ui.form_row import FormRow, Note, Severity
from outlet_app.ui.inputs import Choice, TextInput, Tick
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from outlet_app.errors import Fault, OutletError
    from outlet_app.services.entry import Entry, TermsChanged
    from outlet_app.services.found import FoundWaybill
    from outlet_app.ui.tasks import Tasks


class TermsForm(QFrame):
    """`changed(number)`: the terms stand. `label_asked(record id, number)`: its label is to be printed again.

    `given_up`: they stay as they were.
    """

    changed = Signal(str)
    label_asked = Signal(bytes, str)
    given_up = Signal()

    def __init__(self, entry: Entry, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._tasks = tasks
        self._found: FoundWaybill | None = None
        self._faulty: frozenset[str] = frozenset()
        self.heading, self.story, self.fault = QLabel(), QLabel(), QLabel()
        self.weight, self.fee = TextInput(chinese=False, figure=True), TextInput(chinese=False)
        self.payment, self.category, self.service = Choice(), Choice(), Choice()
        self.again = Tick()
        self.do, self.leave = QPushButton(), QPushButton()
        self._first, self._second = FormRow(), FormRow()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.weight)
        self.retranslate()

    def show_waybill(self, found: FoundWaybill) -> None:
        """Show the terms of this waybill, as soon as they are read."""
        self._found = found
        self.fault.hide()
        self._tell(())
        self.again.setChecked(True)
        self._set_open(is_open=False)
        self.retranslate()
        read = partial(self._entry.terms, found.masked.record_id)
        self._tasks.run(Lane.DATA, read, self, self._show, self._tell_error)

    def draft(self) -> TermsDraft:
        """The terms as they stand in the form."""
        return TermsDraft(
            service=self.service.value(),
            weight=self.weight.text(),
            payment=Payment(self.payment.value()),
            fee=self.fee.text(),
            category=Category(self.category.value()),
        )

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed and chosen stays."""
        number = "" if self._found is None else self._found.masked.number
        self.heading.setText(self.tr("Weight and fee of {number}").format(number=number))
        self.story.setText(self.tr("Nothing personal is opened. Old and new stand in the activity record."))
        self._first.name(self.tr("Weight, kg"), self.tr("Fee"), self.tr("Payment"))
        self._second.name(self.tr("Category"), self.tr("Service"))
        self.payment.offer((kind.value, wording.choice_name(kind)) for kind in Payment)
        self.category.offer((kind.value, wording.choice_name(kind)) for kind in Category)
        self._offer_services()
        self.again.setText(self.tr("Print the label again"))
        self.do.setText(self.tr("Change   Enter"))
        self.do.setAccessibleName(self.tr("Change"))
        self.leave.setText(self.tr("Leave it as it was   Esc"))
        self.leave.setAccessibleName(self.tr("Leave it as it was"))
        for field, box in self._inputs().items():
            box.setAccessibleName(wording.field_name(field))

    def save(self) -> None:
        """Change the terms when nothing is wrong with them; else show what is."""
        found = self._found
        if found is None or not self._first.isEnabled():
            return
        draft = self.draft()
        faults = self._entry.check_terms(draft)
        self._tell(faults)
        if not faults:
            self._set_open(is_open=False)
            change = partial(self._entry.change_terms, found.masked.record_id, draft)
            self._tasks.run(Lane.DATA, change, self, self._done, self._tell_error)

    def _inputs(self) -> dict[str, TextInput | Choice]:
        return {
            "weight": self.weight,
            "fee": self.fee,
            "payment": self.payment,
            "category": self.category,
            "service": self.service,
        }

    def _show(self, draft: TermsDraft) -> None:
        had_keys = self.isVisible()
        self.weight.put(draft.weight)
        self.fee.put(draft.fee)
        for choice, value in ((self.payment, draft.payment), (self.category, draft.category)):
            choice.choose(value.value)
        self.service.choose(draft.service)
        self._set_open(is_open=True)
        if had_keys:
            self.weight.setFocus()
            self.weight.selectAll()

    def _done(self, changed: TermsChanged) -> None:
        self._set_open(is_open=True)
        self.changed.emit(changed.number)
        if self.again.isChecked() and changed.is_other:
            self.label_asked.emit(changed.record_id, changed.number)

    def _tell_error(self, error: OutletError) -> None:
        self._set_open(is_open=True)
        if isinstance(error, InvalidDraft):
            self._tell(error.faults)
        else:
            self.fault.setText(wording.sentence(error))
            self.fault.show()

    def _tell(self, faults: Sequence[Fault]) -> None:
        """Say what is wrong at each field, and put the keys on the first."""
        self._mark(faults)
        if faults:
            self._inputs()[faults[0].field].setFocus()

    def _mark(self, faults: Sequence[Fault]) -> None:
        inputs = self._inputs()
        notes: dict[QWidget, Note] = {
            inputs[fault.field]: Note(Severity.FAULT, wording.fault_sentence(fault)) for fault in faults
        }
        self._faulty = frozenset(fault.field for fault in faults)
        self._first.show_notes(notes)
        self._second.show_notes(notes)

    def _edited(self) -> None:
        """A field that was refused is judged again with each key; another one only when it is left with Enter."""
        self.fault.hide()
        self._mark([fault for fault in self._entry.check_terms(self.draft()) if fault.field in self._faulty])

    def _set_open(self, *, is_open: bool) -> None:
        for part in (self._first, self._second, self.again, self.do):
            part.setEnabled(is_open)

    def _offer_services(self) -> None:
        services = () if self._found is None else carrier_names.carrier(self._found.masked.carrier).services
        self.service.offer((service.code, wording.carrier_name(service)) for service in services)

    def _lay_out(self) -> None:
        self.setObjectName("plain")
        self.heading.setObjectName("heading")
        self.story.setObjectName("caption")
        self.fault.setObjectName("fault")
        self.do.setObjectName("primary")
        self.fault.hide()
        for words in (self.heading, self.story, self.fault):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
        for box in (self.weight, self.fee):
            box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.fee.setPlaceholderText("¥")
        for field, stretch in ((self.weight, 4), (self.fee, 4), (self.payment, 6)):
            self._first.add(field, stretch)
        for choice in (self.category, self.service):
            self._second.add(choice, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID_PX)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        for button in (self.leave, self.do):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX)
        for part in (self.heading, self.story, self._first, self._second, self.fault):
            column.addWidget(part)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for box in (self.weight, self.fee):
            box.textChanged.connect(self._edited)
            box.returnPressed.connect(self.save)
        self.do.clicked.connect(self.save)
        self.leave.clicked.connect(self.given_up)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.save)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves the terms as they were."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
