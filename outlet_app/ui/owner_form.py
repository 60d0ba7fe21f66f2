"""One act that needs the owner's proof, with his card or by his password alone: what it does, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import theme, wording
from outlet_app.ui.owner_proof import OwnerProof

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.errors import OutletError


class OwnerForm(QFrame):
    """`begin`, then `asked` once password and card are there, or `dropped`; then `forget`."""

    asked = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None, *, with_card: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading, self.story, self.fault = QLabel(), QLabel(), QLabel()
        self.proof = OwnerProof(with_card=with_card)
        self.do, self.drop = QPushButton(), QPushButton()
        self.do.clicked.connect(self._ask)
        self.drop.clicked.connect(self.dropped)
        self.proof.entered.connect(self._ask)
        self.proof.edited.connect(self.fault.clear)
        self._lay_out()
        self.setFocusProxy(self.proof)
        self.retranslate()

    @property
    def password(self) -> str:
        """The password as it stands."""
        return self.proof.password.text.text()

    @property
    def card(self) -> str:
        """The card's text as scanned or typed."""
        return self.proof.card

    def say(self, heading: str, story: str, do: str) -> None:
        """Put up what is asked, in the language of the screen; `do` is what the button says."""
        self.heading.setText(heading)
        self.story.setText(story)
        self.do.setText(do)

    def begin(self) -> None:
        """Ask from the start, with the keys on the password."""
        self.forget()
        self.setFocus()

    def take_card(self, text: str) -> bool:
        """Take a scanned card; False for anything else, which is not kept."""
        return self.proof.take_card(text)

    def forget(self) -> None:
        """Drop password and card."""
        self.proof.forget()
        self.fault.clear()

    def tell_error(self, error: OutletError) -> None:
        """Say why it was refused; the card stays, the password can be typed over."""
        self.fault.setText(wording.sentence(error))
        self.proof.password.text.selectAll()
        self.setFocus()

    def retranslate(self) -> None:
        """Say everything but the question itself in the language of the screen."""
        self.drop.setText(self.tr("Cancel"))

    def _ask(self) -> None:
        if not self.password:
            self.setFocus()
        elif self.proof.is_without_card:
            self.fault.setText(self.tr("The owner card is still missing."))
        else:
            self.asked.emit()

    def _lay_out(self) -> None:
        self.heading.setObjectName("heading")
        self.fault.setObjectName("fault")
        self.do.setObjectName("primary")
        for words in (self.heading, self.story, self.fault):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID_PX)
        buttons.addStretch(1)
        buttons.addWidget(self.drop)
        buttons.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        for part in (self.heading, self.story, self.proof, self.fault):
            column.addWidget(part)
        column.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape drops the act."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
