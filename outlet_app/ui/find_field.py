"""The one field of 查找: what is looked for, what is wrong with it, and whether an answer is on its way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import theme
from outlet_app.ui.inputs import TextInput
from outlet_app.ui.theme import Token

SHOWN_AFTER_MS, LONG_AFTER_MS = 300, 2000
"""From when on a waiting is shown, and from when on how to stop it is said. Source: design, screens."""


class FindField(QFrame):
    """`asked(text)`: somebody wants to find that. `code_refused`: a label code was typed or pasted and is gone."""

    asked = Signal(str)
    code_refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.icon, self.note_icon, self.note, self.left = QLabel(), QLabel(), QLabel(), QLabel()
        self.text = TextInput(figure=True)
        self.text.setObjectName("find")
        self.go = QPushButton()
        self._wait = self._timer(SHOWN_AFTER_MS)
        self._long = self._timer(LONG_AFTER_MS)
        self._wait.timeout.connect(self._show_waiting)
        self._long.timeout.connect(self._show_waiting)
        self._says_waiting = False
        self._lay_out()
        self.go.clicked.connect(self._ask)
        self.text.returnPressed.connect(self._ask)
        self.text.textEdited.connect(self.tell_nothing)
        self.text.code_refused.connect(self.code_refused)
        self.setFocusProxy(self.text)
        self.retranslate()

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is on its way."""
        return self._wait.isActive() or self._long.isActive() or self._says_waiting

    def begin(self) -> None:
        """Put the keys here and mark what stands here, so that the next character begins anew."""
        self.setFocus()
        self.text.selectAll()

    def put(self, text: str) -> None:
        """Show `text` as what was looked for."""
        self.text.put(text)
        self.tell_nothing()

    def wait(self) -> None:
        """An answer is on its way; it shows once it takes longer."""
        self.tell_nothing()
        self._wait.start()
        self._long.start()

    def tell_fault(self, words: str) -> None:
        """Say what is wrong with the text; it stays until the text changes."""
        self._say(words, "fault", Token.BAD)
        self.text.mark(fault=True, doubt=False)

    def tell_nothing(self) -> None:
        """Nothing is wrong, and nothing is waited for."""
        self._wait.stop()
        self._long.stop()
        self._says_waiting = False
        self._say("", "wait", Token.MUTED)
        self.text.mark(fault=False, doubt=False)

    def tell_left(self, words: str) -> None:
        """What is left of the limit, beside the note."""
        self.left.setText(words)

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        self.text.setPlaceholderText(self.tr("Number, shelf code, or last four digits"))
        self.text.setAccessibleName(self.tr("What to find"))
        self.go.setText(self.tr("Find   Enter"))
        if self._says_waiting:
            self._show_waiting()

    def _ask(self) -> None:
        """An Enter too many, as after a fourth digit, looks nothing up and leaves what stands there."""
        if self.text.text().strip():
            self.asked.emit(self.text.text())
        else:
            self.begin()

    def _show_waiting(self) -> None:
        self._says_waiting = True
        words = self.tr("Looking…")
        if not self._long.isActive():
            words = self.tr("Still looking: other work is before it. Esc stops waiting.")
        self._say(words, "wait", Token.MUTED)

    def _say(self, words: str, icon: str, token: Token) -> None:
        self.note.setText(words)
        theme.restyle(self.note, tone=token.value)
        theme.wear_icon(self.note_icon, icon, token)
        self.note_icon.setVisible(bool(words))
        self.text.setAccessibleDescription(words)

    def _timer(self, interval_ms: int) -> QTimer:
        return QTimer(self, singleShot=True, interval=interval_ms)

    def _lay_out(self) -> None:
        theme.wear_icon(self.icon, "find", Token.MUTED)
        self.go.setObjectName("primary")
        self.go.setAutoDefault(False)
        self.go.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.note.setObjectName("toned")
        self.left.setObjectName("caption")
        for words in (self.note, self.left):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        above, under = QHBoxLayout(), QHBoxLayout()
        for row in (above, under):
            row.setSpacing(theme.GRID_PX)
        above.addWidget(self.icon)
        above.addWidget(self.text, stretch=1)
        above.addWidget(self.go)
        under.addWidget(self.note_icon)
        under.addWidget(self.note, stretch=1)
        under.addWidget(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, 4)
        column.setSpacing(4)
        column.addLayout(above)
        column.addLayout(under)
        self.note_icon.setFixedHeight(theme.ICON_PX)
        self.note_icon.hide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
