"""What became of the last scan or key, over the whole width: seen from the shelf, not read at the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from outlet_app.ui import theme
from outlet_app.ui.message_bar import MessageKind
from outlet_app.ui.theme import Token

HEIGHT_PX = 64
_ICONS = {MessageKind.GOOD: "done", MessageKind.WARN: "doubt", MessageKind.BAD: "fault"}


class VerdictBand(QFrame):
    """One verdict at a time: an icon, large words, and beside them one sentence what to do. It stays until the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdictBand")
        self.setFixedHeight(HEIGHT_PX)
        self.icon, self.headline, self.advice = QLabel(), QLabel(), QLabel()
        self.kind: MessageKind | None = None
        self._lay_out()
        self.clear()

    def tell(self, kind: MessageKind, headline: str, advice: str = "") -> None:
        """Show a verdict in the colour of its kind."""
        self.kind = kind
        self.headline.setText(headline)
        self.headline.show()
        self.advice.setText(advice)
        theme.wear_icon(self.icon, _ICONS[kind], Token.ON_PRIMARY)
        self._wear(kind.value)
        self.setAccessibleName(f"{headline} {advice}".strip())

    def invite(self, words: str) -> None:
        """Nothing happened yet: say what is waited for, without a colour."""
        self.kind = None
        self.headline.clear()
        self.headline.hide()
        self.advice.setText(words)
        theme.wear_icon(self.icon, "next", Token.MUTED)
        self._wear("")
        self.setAccessibleName(words)

    def clear(self) -> None:
        """Nothing happened yet."""
        self.invite("")

    def _wear(self, kind: str) -> None:
        theme.restyle(self, kind=kind)
        for words in (self.headline, self.advice):
            theme.restyle(words, told=bool(kind))

    def _lay_out(self) -> None:
        self.headline.setObjectName("verdict")
        self.advice.setObjectName("verdictAdvice")
        for words in (self.headline, self.advice):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.advice.setWordWrap(True)
        self.advice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, 4, 2 * theme.GRID_PX, 4)
        row.setSpacing(2 * theme.GRID_PX)
        row.addWidget(self.icon)
        row.addWidget(self.headline)
        row.addWidget(self.advice, stretch=1)
