"""What became of the last scan or key, over the whole width: seen from the shelf, not read at the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from outlet_app.ui import theme
from outlet_app.ui.message_bar import MessageKind
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

HEIGHT_PX = 64
_STACKED_PX = 80
"""Where there is no room beside the headline the sentence stands under it."""

_LEAST_ADVICE_PX = 240
"""So many of the sentence's pixels beside the headline let it stand there, in at most three lines."""

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
        self._stack()

    def invite(self, words: str) -> None:
        """Nothing happened yet: say what is waited for, without a colour."""
        self.kind = None
        self.headline.clear()
        self.headline.hide()
        self.advice.setText(words)
        theme.wear_icon(self.icon, "next", Token.MUTED)
        self._wear("")
        self.setAccessibleName(words)
        self._stack()

    def _stack(self) -> None:
        """Beside or under."""
        beside = self.width() - self.headline.sizeHint().width() - self.icon.sizeHint().width() - 8 * theme.GRID_PX
        wanted = min(_LEAST_ADVICE_PX, self.advice.fontMetrics().horizontalAdvance(self.advice.text()))
        narrow = not self.headline.isHidden() and beside < wanted
        directions = QBoxLayout.Direction
        self._words.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._words.setSpacing(0 if narrow else 2 * theme.GRID_PX)
        self.setFixedHeight(_STACKED_PX if narrow else HEIGHT_PX)

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
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(self.headline)
        self._words.addWidget(self.advice, stretch=1)
        row.addWidget(self.icon)
        row.addLayout(self._words, stretch=1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Beside or under."""
        super().resizeEvent(event)
        self._stack()
