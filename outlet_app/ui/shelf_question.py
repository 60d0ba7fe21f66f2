"""Which shelf a parcel moves to: one field in one line, there only while it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from outlet_app.domain.shelf_code import LONGEST_SHELF, read_shelf
from outlet_app.errors import Fault, FaultKind
from outlet_app.ui import theme, wording
from outlet_app.ui.inputs import TextInput

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WIDTH_PX = 110


class ShelfQuestion(QWidget):
    """`answered(shelf)`: a shelf as it is written. `given_up`: the parcel stays where it is."""

    answered = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.fault = QLabel(), QLabel()
        self._number = ""
        self._fault: Fault | None = None
        self.text = TextInput(chinese=False)
        self.text.setMaxLength(LONGEST_SHELF + 1)
        self._lay_out()
        self.text.returnPressed.connect(self._answer)
        self.text.textEdited.connect(self._forget_fault)
        self.retranslate()
        self.hide()

    def ask(self, number: str) -> None:
        """Ask it of the parcel of this number, and put the keys into the field."""
        self._number = number
        self.text.put("")
        self._forget_fault()
        self.retranslate()
        self.show()
        self.text.setFocus()

    def close_question(self) -> None:
        """Nothing is asked any more."""
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        self.words.setText(self.tr("{number} to shelf").format(number=self._number))
        self.fault.setText("" if self._fault is None else wording.fault_sentence(self._fault))
        self.text.setAccessibleName(self.tr("New shelf"))
        self.text.setPlaceholderText("15-2")

    def _answer(self) -> None:
        shelf = read_shelf(self.text.text())
        if shelf is not None:
            self.answered.emit(shelf)
            return
        self._fault = Fault("shelf", FaultKind.NOT_A_SHELF if self.text.text().strip() else FaultKind.EMPTY)
        self.retranslate()
        self.text.mark(fault=True, doubt=False)

    def _forget_fault(self) -> None:
        self._fault = None
        self.fault.clear()
        self.text.mark(fault=False, doubt=False)

    def _lay_out(self) -> None:
        self.fault.setObjectName("fault")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setFixedWidth(_WIDTH_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        for part in (self.fault, self.words, self.text):
            row.addWidget(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape gives it up."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
