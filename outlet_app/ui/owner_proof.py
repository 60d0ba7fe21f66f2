"""The owner's proof for one act: his password, and where it asks for it his card; the card's text is never shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from outlet_app.ui import theme
from outlet_app.ui.password_field import PasswordField
from outlet_app.ui.theme import Token

_CARD_BEGINS = "OK1."
_LONGEST_CARD = 64


class OwnerProof(QWidget):
    """Holds password and card until `forget`. `entered`: Enter was pressed in one of them; `edited`: one changed.

    The card comes by the scanner or is typed; without `with_card` the password alone is asked for.
    """

    entered = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, with_card: bool = True) -> None:
        super().__init__(parent)
        self._with_card = with_card
        self._scanned = ""
        self.password_caption, self.card_caption = QLabel(), QLabel()
        self.password = PasswordField()
        self.icon, self.state = QLabel(), QLabel()
        self.by_hand = QPushButton()
        self.by_hand.clicked.connect(self._type_card)
        self.typed = QLineEdit()
        self.typed.setEchoMode(QLineEdit.EchoMode.Password)
        self.typed.setMaxLength(_LONGEST_CARD)
        self.typed.returnPressed.connect(self.entered)
        self.password.entered.connect(self.entered)
        for line in (self.typed, self.password.text):
            line.textEdited.connect(self.edited)
        self._lay_out()
        self.setFocusProxy(self.password)
        self.retranslate()

    @property
    def awaits_card(self) -> bool:
        """Whether a scan now may be the owner's card."""
        return self._with_card and self.isVisible()

    @property
    def is_without_card(self) -> bool:
        """Whether the card that is asked for is still missing."""
        return self._with_card and not self.card

    @property
    def card(self) -> str:
        """The card's text as scanned or typed; empty while there is none."""
        return self._scanned or self.typed.text().strip()

    def take_card(self, text: str) -> bool:
        """Take what the scanner read; False for anything but an owner card, which is not kept."""
        is_card = self._with_card and text.strip().upper().startswith(_CARD_BEGINS)
        if is_card:
            self._scanned = text.strip()
            self._show_state()
            self.edited.emit()
        return is_card

    def forget(self) -> None:
        """Drop password and card."""
        self._scanned = ""
        self.typed.clear()
        self.typed.hide()
        self.password.forget()
        self._show_state()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.password.retranslate()
        self.password.text.setPlaceholderText("")
        self.password_caption.setText(self.tr("Your own password"))
        self.password.text.setAccessibleName(self.tr("Your own password"))
        self.card_caption.setText(self.tr("Owner card"))
        self.typed.setAccessibleName(self.tr("Text of the owner card"))
        self.typed.setPlaceholderText(self.tr("Text of the owner card"))
        self.by_hand.setText(self.tr("Type it"))
        self._show_state()

    def _type_card(self) -> None:
        self._scanned = ""
        self.typed.show()
        self.typed.setFocus()
        self._show_state()

    def _show_state(self) -> None:
        read = bool(self._scanned)
        theme.wear_icon(self.icon, "done" if read else "key", Token.GOOD if read else Token.MUTED)
        self.state.setText(self.tr("Card read") if read else self.tr("Scan your owner card now"))
        self.by_hand.setHidden(read or not self.typed.isHidden() or not self._with_card)
        if read:
            self.typed.clear()
            self.typed.hide()

    def _lay_out(self) -> None:
        for caption in (self.password_caption, self.card_caption):
            caption.setObjectName("caption")
        card = QHBoxLayout()
        card.setSpacing(theme.GRID_PX)
        card.addWidget(self.icon)
        card.addWidget(self.state, stretch=1)
        card.addWidget(self.by_hand)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.password_caption, 0, 0)
        grid.addWidget(self.password, 1, 0)
        grid.addWidget(self.card_caption, 2, 0)
        grid.addLayout(card, 3, 0)
        grid.addWidget(self.typed, 4, 0)
        self.typed.hide()
        for part in (self.card_caption, self.icon, self.state):
            part.setVisible(self._with_card)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
