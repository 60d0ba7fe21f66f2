"""What stands between an arrived parcel and its recipient: the digits he says, the money that is due, one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import parcel_wording, theme, wording
from outlet_app.ui.inputs import Tick
from outlet_app.ui.tail_input import TailInput

if TYPE_CHECKING:
    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.errors import Fault

_DIGITS_PX = 132


class GivingOut(QWidget):
    """`asked(digits, cash_taken)`: the parcel is to be given out, if both are right."""

    asked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption, self.fault = QLabel(), QLabel()
        self.due, self.due_lines = QLabel(), QLabel()
        self.digits, self.cash, self.do = TailInput(), Tick(), QPushButton()
        self._parcel: ArrivedParcel | None = None
        self._asks = False
        self._refused = ""
        self._fault: Fault | None = None
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_parcel(self, parcel: ArrivedParcel, *, asks_digits: bool) -> None:
        """Ask for what this parcel needs: nothing, its digits, its money, or both."""
        self._parcel, self._asks = parcel, asks_digits
        self.digits.put("")
        self._refused = ""
        self.cash.setChecked(False)
        asked: tuple[QWidget, ...] = (self.caption, self.digits)
        paid: tuple[QWidget, ...] = (self.due, self.due_lines, self.cash)
        for part in asked:
            part.setVisible(asks_digits)
        for part in paid:
            part.setVisible(bool(parcel.due_fen))
        self.tell(())
        self.retranslate()

    def take_keys(self) -> None:
        """Put the keys where something is missing, else on the button."""
        if self._asks:
            self.digits.setFocus()
        elif self.cash.isVisibleTo(self) and not self.cash.isChecked():
            self.cash.setFocus()
        else:
            self.do.setFocus()

    def ask(self) -> None:
        """The parcel is to be given out now."""
        self.asked.emit(self.digits.text(), self.cash.isChecked())

    def tell(self, faults: tuple[Fault, ...]) -> None:
        """Say what keeps it here, and put the keys there; what was typed stays, ready to be typed over."""
        named = {fault.field: fault for fault in faults}
        self._refused = self.digits.text() if "digits" in named else ""
        self.digits.mark(fault=False, doubt="digits" in named)
        self.cash.mark(fault="cash_taken" in named)
        self._fault = named.get("digits") or named.get("cash_taken")
        self._say_fault()
        if "digits" in named:
            self.digits.setFocus()
            self.digits.selectAll()
        elif "cash_taken" in named:
            self.cash.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        self.caption.setText(self.tr("Last four digits of the recipient's phone"))
        self.digits.setAccessibleName(self.caption.text())
        self.cash.setText(self.tr("Cash taken   F8"))
        self.cash.setAccessibleName(self.tr("Cash taken"))
        self.do.setText(self.tr("Give out   Enter"))
        self.do.setAccessibleName(self.tr("Give out"))
        self._say_fault()
        if self._parcel is not None:
            self.due.setText(parcel_wording.due_words(self._parcel))
            self.due_lines.setText(parcel_wording.due_lines(self._parcel))

    def _enter(self) -> None:
        """Enter by habit after a fourth digit that was wrong is no second guess in the record."""
        if self._refused and self.digits.text() == self._refused:
            self.digits.selectAll()
        else:
            self.ask()

    def _say_fault(self) -> None:
        self.fault.setText("" if self._fault is None else wording.fault_sentence(self._fault))
        self.fault.setVisible(self._fault is not None)

    def _turn_cash(self) -> None:
        if self.cash.isVisible():
            self.cash.setChecked(not self.cash.isChecked())
            if self.cash.isChecked() and (not self._asks or self.digits.text()):
                self.do.setFocus()

    def _forget(self) -> None:
        self._fault = None
        self._say_fault()
        self.digits.mark(fault=False, doubt=False)
        self.cash.mark(fault=False)

    def _connect(self) -> None:
        self.digits.textEdited.connect(self._forget)
        self.digits.completed.connect(self.ask)
        self.digits.returnPressed.connect(self._enter)
        self.do.clicked.connect(self.ask)
        self.cash.toggled.connect(self._forget)
        QShortcut(QKeySequence("F8"), self).activated.connect(self._turn_cash)

    def _lay_out(self) -> None:
        self.caption.setObjectName("caption")
        self.fault.setObjectName("doubt")
        self.fault.setWordWrap(True)
        self.due.setObjectName("due")
        self.due_lines.setObjectName("caption")
        self.do.setObjectName("primary")
        self.do.setAutoDefault(False)
        self.digits.setFixedWidth(_DIGITS_PX)
        money, row = QHBoxLayout(), QHBoxLayout()
        for words in (self.due, self.due_lines):
            words.setTextFormat(Qt.TextFormat.PlainText)
            money.addWidget(words)
        money.addStretch(1)
        asked: tuple[QWidget, ...] = (self.digits, self.cash, self.do)
        for part in asked:
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for box in (money, row, column):
            box.setSpacing(theme.GRID_PX)
        column.addLayout(money)
        column.addWidget(self.caption)
        column.addLayout(row)
        column.addWidget(self.fault)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
