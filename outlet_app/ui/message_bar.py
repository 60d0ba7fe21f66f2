"""The message bar: one line above a view. Success fades, what has to be mended stays."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from outlet_app.ui import theme
from outlet_app.ui.theme import Token

FADES_AFTER_MS = 4000


class MessageKind(StrEnum):
    """What a message is: done, a doubt, or a fault. The values are what views give with their `message` signal."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


_ICONS = {MessageKind.GOOD: "done", MessageKind.WARN: "doubt", MessageKind.BAD: "fault"}


class MessageBar(QFrame):
    """One message at a time; a later one takes the place of an earlier one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.icon = QLabel()
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.dismiss = QToolButton()
        self.dismiss.setObjectName("quiet")
        theme.wear_icon(self.dismiss, "close", Token.MUTED)
        self.dismiss.clicked.connect(self.clear)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(FADES_AFTER_MS)
        self._fade.timeout.connect(self.clear)
        self._lay_out()
        self.retranslate()
        self.clear()

    def tell(self, kind: str, text: str) -> None:
        """Show `text`; `kind` is a `MessageKind`. Only `good` goes by itself, after 4 s."""
        kind = MessageKind(kind)
        self._fade.stop()
        self.text.setText(text)
        theme.wear_icon(self.icon, _ICONS[kind], Token(kind.value))
        theme.restyle(self, kind=kind.value)
        self.dismiss.setVisible(kind is not MessageKind.GOOD)
        self.show()
        if kind is MessageKind.GOOD:
            self._fade.start()

    def insist(self, text: str) -> None:
        """Show a fault that nobody can put away; it stays until `clear` or a later message."""
        self.tell(MessageKind.BAD, text)
        self.dismiss.hide()

    def clear(self) -> None:
        """Take the message away."""
        self._fade.stop()
        self.text.clear()
        self.hide()

    def retranslate(self) -> None:
        """Say the button's name in the language of the screen; a message that stands keeps its own."""
        self.dismiss.setAccessibleName(self.tr("Close the message"))
        self.dismiss.setToolTip(self.tr("Close the message"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GRID_PX, 4, 4, 4)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.icon)
        row.addWidget(self.text, stretch=1)
        row.addWidget(self.dismiss)
