"""The status line: small facts at the foot of the window, each an icon and a few words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from outlet_app.ui import theme
from outlet_app.ui.theme import Token


class StatusFact(QWidget):
    """One fact. Empty until something is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = QLabel()
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.icon)
        row.addWidget(self.text)
        self.hide()

    def tell(self, icon: str, text: str, *, token: Token = Token.MUTED, story: str = "") -> None:
        """Show `text` beside the icon, `story` as what a resting pointer learns."""
        theme.wear_icon(self.icon, icon, token)
        self.text.setText(text)
        self.setToolTip(story)
        self.show()


class StatusLine(QFrame):
    """Who works here, the printer, the record, today's counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.person, self.printer, self.record, self.today = (StatusFact() for _ in range(4))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, 4, 2 * theme.GRID_PX, 4)
        row.setSpacing(3 * theme.GRID_PX)
        for fact in (self.person, self.printer, self.record):
            row.addWidget(fact)
        row.addStretch(1)
        row.addWidget(self.today)
