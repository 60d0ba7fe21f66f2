"""What a reveal is for: the five reasons, and a few words beside them for the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from outlet_app.domain.reveal_note import LONGEST_NOTE
from outlet_app.domain.reveal_terms import RevealReason
from outlet_app.ui import wording
from outlet_app.ui.reveal_keys import REASON_KEYS, ReasonKeys

if TYPE_CHECKING:
    from outlet_app.errors import Fault


class RevealQuestion(QWidget):
    """`answered(RevealReason, note)`: that is what it is for. The last reason is not taken without a note."""

    answered = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason: RevealReason | None = None
        self.question, self.fault = QLabel(), QLabel()
        self.reasons, self.note = ReasonKeys(), QLineEdit()
        self.note.setMaxLength(2 * LONGEST_NOTE)  # so that the service says that it is too long, not the field
        self.note.returnPressed.connect(self._take_note)
        self.note.textEdited.connect(self._drop_fault)
        self.reasons.asked.connect(self._take_reason)
        self._lay_out()
        self.retranslate()
        self._drop_fault()

    def take_key(self, key: Qt.Key) -> bool:
        """Take the digit of a reason; False for every other key."""
        reason = REASON_KEYS.get(key)
        if reason is not None and self.isEnabled():
            self._take_reason(reason)
        return reason is not None

    def forget(self) -> None:
        """Drop what was chosen and typed: the next question begins anew."""
        self._reason = None
        self.note.clear()
        self._drop_fault()

    def tell_fault(self, fault: Fault) -> None:
        """Say beside the note why it cannot be taken, with the keys on it."""
        self._say_fault(wording.fault_sentence(fault))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.note.setPlaceholderText(self.tr("A few words for the record, if you like: no names, no numbers"))
        self.note.setAccessibleName(self.tr("A few words for the record"))
        self.reasons.retranslate()
        self.question.setText(self.tr("What for? It goes into the record."))

    def _take_reason(self, reason: RevealReason) -> None:
        self._reason = reason
        note = self.note.text().strip()
        if reason is RevealReason.OTHER and not note:
            self._say_fault(self.tr("Say in a few words what it is for, then press Enter."))
        else:
            self._drop_fault()
            self.answered.emit(reason, note)

    def _take_note(self) -> None:
        """Enter in the note: on, where the reason is chosen; else the reason is next."""
        if self._reason is None:
            next(iter(self.reasons.buttons.values())).setFocus()
        else:
            self._take_reason(self._reason)

    def _say_fault(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.show()
        self.note.setFocus()

    def _drop_fault(self) -> None:
        self.fault.clear()
        self.fault.hide()

    def _lay_out(self) -> None:
        self.fault.setObjectName("fault")
        for words in (self.question, self.fault):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.question, self.reasons, self.note, self.fault):
            column.addWidget(part)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
