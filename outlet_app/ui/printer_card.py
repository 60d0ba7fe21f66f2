"""One printer as it stands to the owner's signed list, in words, with what he can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.printer import PrinterStanding
from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.domain.printer import PrinterState

ICONS = {
    PrinterStanding.APPROVED: ("done", Token.GOOD),
    PrinterStanding.CHANGED: ("doubt", Token.WARN),
    PrinterStanding.ABSENT: ("doubt", Token.WARN),
    PrinterStanding.NOT_APPROVED: ("printer", Token.MUTED),
    PrinterStanding.MAKES_FILES: ("printer", Token.MUTED),
}
"""The icon of each standing; a word stands beside it always."""

_ON_LIST = {PrinterStanding.APPROVED, PrinterStanding.CHANGED, PrinterStanding.ABSENT}
_CAN_JOIN = {PrinterStanding.CHANGED, PrinterStanding.NOT_APPROVED}
_MM_PER_INCH = 25.4


class PrinterCard(QFrame):
    """`approve_asked`, `withdraw_asked`: the owner wants that for the printer that is shown."""

    approve_asked = Signal()
    withdraw_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._state: PrinterState | None = None
        self.name, self.facts, self.icon, self.standing = QLabel(), QLabel(), QLabel(), QLabel()
        self.approve, self.withdraw = QPushButton(), QPushButton()
        self.approve.clicked.connect(self.approve_asked)
        self.withdraw.clicked.connect(self.withdraw_asked)
        self._lay_out()

    def show_state(self, state: PrinterState) -> None:
        """Show that printer."""
        self._state = state
        theme.wear_icon(self.icon, *ICONS[state.standing])
        for button, offered in ((self.approve, _CAN_JOIN), (self.withdraw, _ON_LIST)):
            button.setVisible(state.standing in offered)
        self.retranslate()

    def standing_word(self, standing: PrinterStanding) -> str:
        """The standing in a word or two, for the list of printers."""
        return {
            PrinterStanding.APPROVED: self.tr("labels with code"),
            PrinterStanding.CHANGED: self.tr("changed since it was approved"),
            PrinterStanding.ABSENT: self.tr("approved, not here now"),
            PrinterStanding.NOT_APPROVED: self.tr("labels without code"),
            PrinterStanding.MAKES_FILES: self.tr("makes files"),
        }[standing]

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        state = self._state
        if state is None:
            return
        printer = state.printer
        dpi = round(printer.dots_per_mm * _MM_PER_INCH)
        self.name.setText(printer.name)
        self.facts.setText(f"{printer.driver} · {printer.uri} · {dpi} dpi")
        self.standing.setText(self._sentence(state))
        changed = state.standing is PrinterStanding.CHANGED
        self.approve.setText(self.tr("Approve as it is now…") if changed else self.tr("Approve…"))
        self.withdraw.setText(self.tr("Withdraw…"))

    def _sentence(self, state: PrinterState) -> str:
        facts = {
            "uri": self.tr("connection"),
            "driver": self.tr("driver"),
            "dots_per_mm": self.tr("resolution"),
        }
        changed = self.tr(", ").join(facts[fact] for fact in state.changed)
        return {
            PrinterStanding.APPROVED: self.tr("Approved, and still as it was approved: its labels carry their code."),
            PrinterStanding.CHANGED: self.tr(
                "Approved once, but another {facts} now: it gets labels without code until you approve it again. "
                "If you changed nothing yourself, look who did."
            ).format(facts=changed),
            PrinterStanding.ABSENT: self.tr("Approved, but this PC does not have it now. Connect it, or withdraw it."),
            PrinterStanding.NOT_APPROVED: self.tr("Not approved: it gets labels without code."),
            PrinterStanding.MAKES_FILES: self.tr(
                "Makes files, which can be copied: it gets labels without code and cannot be approved."
            ),
        }[state.standing]

    def _lay_out(self) -> None:
        self.name.setObjectName("heading")
        self.facts.setObjectName("caption")
        for words in (self.name, self.facts, self.standing):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(theme.GRID_PX)
        line.addWidget(self.icon, alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.standing, stretch=1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID_PX)
        buttons.addStretch(1)
        for button in (self.withdraw, self.approve):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        column.addLayout(line)
        column.addLayout(buttons)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
