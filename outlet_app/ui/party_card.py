"""A card for one party; the sender's folds to one masked line while it stands from the parcel before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from outlet_app.domain import masking
from outlet_app.ui import theme
from outlet_app.ui.form_row import CutLabel
from outlet_app.ui.party_fields import PartyFields

if TYPE_CHECKING:
    from outlet_app.domain.draft import PartyDraft

GUTTER_PX = 72
"""Left of the fields, where a card says what it is about."""


class Card(QFrame):
    """A frame with a heading in the gutter at the left and its content beside it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading = QLabel()
        self.heading.setFont(theme.font(bold=True))
        self.heading.setFixedWidth(GUTTER_PX)
        self.heading.setWordWrap(True)
        self.gutter = QVBoxLayout()
        self.gutter.addWidget(self.heading)
        self.gutter.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, 2)
        row.setSpacing(theme.GRID_PX)
        row.addLayout(self.gutter)
        row.addWidget(content, 1)


class StandingParty(QWidget):
    """One line about a party that stands: masked, because nobody needs to read it while it does not change.

    `change_asked` tells that it is to be changed.
    """

    change_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = CutLabel()
        self.change = QPushButton()
        theme.wear_icon(self.change, "change")
        self.change.clicked.connect(self.change_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.summary, 1)
        row.addWidget(self.change)

    def put(self, party: PartyDraft) -> None:
        """Tell who stands, as strangers may read it."""
        region = f"{party.province}{'' if party.city == party.province else party.city}{party.district}"
        self.summary.put("   ".join((masking.mask_name(party.name), masking.mask_phone(party.phone), region)))


class PartyCard(QWidget):
    """The fields of a party with their heading. `opened` tells that a standing party was opened to be changed.

    `swap_asked`: sender and recipient are the wrong way round; the button for it stands at the recipient.
    """

    opened = Signal()
    swap_asked = Signal()

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.fields = PartyFields(role)
        self.standing = StandingParty()
        self._card = Card(self._stack())
        self.swap = QToolButton()
        theme.wear_icon(self.swap, "swap")
        # Ctrl+Shift+S is the key for it; Tab goes from field to field.
        self.swap.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if role == "sender":
            self.swap.hide()
        self._card.gutter.insertWidget(1, self.swap)
        self.swap.clicked.connect(self.swap_asked)
        self.standing.change_asked.connect(self.open)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._card)
        self.retranslate()

    @property
    def is_open(self) -> bool:
        """Whether the fields can be seen."""
        return not self.fields.isHidden()

    def show_fields(self) -> None:
        """Show the fields instead of the one line."""
        self.standing.hide()
        self.fields.show()
        self._card.heading.setContentsMargins(0, 0, 0, 0)

    def open(self) -> None:
        """Show the fields to be changed, with the keys in the first one."""
        self.show_fields()
        self.fields.name.setFocus()
        self.fields.name.selectAll()
        self.opened.emit()

    def fold(self) -> None:
        """Show one line instead of the fields."""
        self.standing.put(self.fields.draft())
        self.fields.hide()
        self.standing.show()
        self._card.heading.setContentsMargins(0, theme.GRID_PX, 0, 0)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        is_sender = self._role == "sender"
        self._card.heading.setText(self.tr("Sender") if is_sender else self.tr("Recipient"))
        self.standing.change.setText(self.tr("Change  Shift+F2"))
        self.standing.change.setAccessibleName(self.tr("Change the sender"))
        self.swap.setText(self.tr("Swap"))
        self.swap.setToolTip(self.tr("Swap sender and recipient (Ctrl+Shift+S)"))
        self.swap.setAccessibleName(self.tr("Swap sender and recipient"))

    def _stack(self) -> QWidget:
        both = QWidget()
        box = QVBoxLayout(both)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.fields)
        box.addWidget(self.standing)
        self.standing.hide()
        return both

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
