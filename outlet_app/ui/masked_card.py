"""One waybill as everybody may see it: masked parties, where the parcel is, its plain facts; nothing can be marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from outlet_app.ui import find_wording, theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import MaskedParty
    from outlet_app.services.found import FoundWaybill


class _PartyLine:
    """Four labels in one row of a grid: who, masked name, masked phone, masked address."""

    def __init__(self, grid: QGridLayout, row: int) -> None:
        self.caption, self.name, self.phone, self.address = (QLabel() for _ in range(4))
        self.caption.setObjectName("caption")
        self.name.setFont(theme.font(bold=True))
        self.address.setWordWrap(True)
        for column, part in enumerate((self.caption, self.name, self.phone, self.address)):
            part.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)

    def show(self, party: MaskedParty) -> None:
        self.name.setText(party.name)
        self.phone.setText(party.phone)
        self.address.setText(party.address)


class MaskedCard(QWidget):
    """The head of the open waybill: number, carrier, state, tail; recipient, sender; what is plain about the parcel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._found: FoundWaybill | None = None
        self.number, self.carrier, self.state, self.tail = (QLabel() for _ in range(4))
        self.facts, self.remark, self.emptied = QLabel(), QLabel(), QLabel()
        self._parties = QGridLayout()
        self.recipient_line, self.sender_line = _PartyLine(self._parties, 0), _PartyLine(self._parties, 1)
        self._lay_out()

    def show_waybill(self, found: FoundWaybill) -> None:
        """Show this one in place of what stood here."""
        self._found = found
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        found = self._found
        if found is None:
            return
        masked = found.masked
        self.number.setText(masked.number)
        self.carrier.setText(find_wording.carrier_line(masked))
        self.tail.setText(masked.recipient.tail)
        self.state.setText(find_wording.state_line(found))
        theme.restyle(self.state, tone=(Token.GOOD if found.left_at is None else Token.MUTED).value)
        self.recipient_line.caption.setText(self.tr("Recipient"))
        self.sender_line.caption.setText(self.tr("Sender"))
        self.recipient_line.show(masked.recipient)
        self.sender_line.show(masked.sender)
        self.emptied.setText(
            self.tr("Details erased: their term was over")
            if found.is_erased
            else self.tr("Names and phones were emptied: the parcel left long ago")
        )
        self.emptied.setVisible(masked.is_emptied or found.is_erased)
        self.facts.setText(find_wording.facts_line(masked))
        self.remark.setText(self.tr("Remark: {remark}").format(remark=masked.remark))
        self.remark.setVisible(bool(masked.remark))

    def _lay_out(self) -> None:
        self.number.setObjectName("heading")
        self.carrier.setObjectName("caption")
        self.state.setObjectName("toned")
        self.tail.setObjectName("figure")
        self.emptied.setObjectName("caption")
        for words in (self.number, self.carrier, self.state, self.tail, self.emptied, self.facts, self.remark):
            words.setTextFormat(Qt.TextFormat.PlainText)
        for words in (self.emptied, self.facts, self.remark):
            words.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(2 * theme.GRID_PX)
        for part in (self.number, self.carrier, self.state):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.tail)
        self._parties.setHorizontalSpacing(2 * theme.GRID_PX)
        self._parties.setVerticalSpacing(4)
        self._parties.setColumnStretch(3, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX)
        column.addLayout(head)
        column.addLayout(self._parties)
        for words in (self.emptied, self.facts, self.remark):
            column.addWidget(words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
