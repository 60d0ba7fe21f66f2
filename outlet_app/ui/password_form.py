"""One act that needs the owner's password alone: what it does, the password, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import theme, wording
from outlet_app.ui.password_field import PasswordField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.errors import OutletError


class PasswordForm(QFrame):
    """`begin`, then `asked` once the password is there, or `dropped`; then `forget`."""

    asked = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading, self.story, self.caption, self.fault = QLabel(), QLabel(), QLabel(), QLabel()
        self.password = PasswordField()
        self.do, self.drop = QPushButton(), QPushButton()
        self.do.clicked.connect(self._ask)
        self.drop.clicked.connect(self.dropped)
        self.password.entered.connect(self._ask)
        self.password.text.textEdited.connect(self.fault.clear)
        self._lay_out()
        self.setFocusProxy(self.password)
        self.retranslate()

    def say(self, heading: str, story: str, do: str) -> None:
        """Put up what is asked, in the language of the screen; `do` is what the button says."""
        self.heading.setText(heading)
        self.story.setText(story)
        self.do.setText(do)

    def begin(self) -> None:
        """Ask from the start, with the keys on the password."""
        self.forget()
        self.show()
        self.setFocus()

    def forget(self) -> None:
        """Drop the password."""
        self.password.forget()
        self.fault.clear()

    def tell_error(self, error: OutletError) -> None:
        """Say why it was refused; the password can be typed over."""
        self.fault.setText(wording.sentence(error))
        self.password.text.selectAll()
        self.setFocus()

    def retranslate(self) -> None:
        """Say everything but the question itself in the language of the screen."""
        self.drop.setText(self.tr("Cancel"))
        self.caption.setText(self.tr("Your own password"))
        self.password.text.setPlaceholderText("")
        self.password.text.setAccessibleName(self.tr("Your own password"))

    def _ask(self) -> None:
        if self.password.text.text():
            self.asked.emit()
        else:
            self.setFocus()

    def _lay_out(self) -> None:
        self.heading.setObjectName("heading")
        self.caption.setObjectName("caption")
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
        for part in (self.heading, self.story, self.caption, self.password, self.fault):
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
