"""How far a long work is, in words and as a bar, with a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from outlet_app.errors import Stopped
from outlet_app.ui import theme

_STEPS = 1000


class StoppableBar(QWidget):
    """Seen from `begin` to `end`. Give `hear` to the work; it raises Stopped once the button was pressed."""

    _stepped = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stopping = False
        self._words = self._button_words = ""
        self.words, self.bar, self.stop = QLabel(), QProgressBar(), QPushButton()
        self.words.setObjectName("caption")
        self.words.setWordWrap(True)
        self.bar.setObjectName("slim")
        self.bar.setTextVisible(False)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._stop)
        self._stepped.connect(self._show_step)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.bar, stretch=1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def begin(self) -> None:
        """From the start; how far it is is not known yet."""
        self._stopping = False
        # Never without a range: that bar moves by itself, which nothing here does, and it stood in both crashes seen.
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(0)
        self.stop.setEnabled(True)
        self._say()
        self.show()
        self.stop.setFocus()

    def end(self) -> None:
        """Whatever came of it."""
        self.hide()

    def name(self, words: str, button_words: str) -> None:
        """What is going on, and what the button says, in the language of the screen."""
        self._words, self._button_words = words, button_words
        self._say()

    def hear(self, done: int, whole: int) -> None:
        """Called by the work, on its own lane."""
        if self._stopping:
            raise Stopped
        if isValid(self):
            self._stepped.emit(done, whole)

    def _show_step(self, done: int, whole: int) -> None:
        self.bar.setValue(_STEPS * done // max(1, whole))

    def _stop(self) -> None:
        self._stopping = True
        self.stop.setEnabled(False)
        self._say()

    def _say(self) -> None:
        self.words.setText(self.tr("Stopping…") if self._stopping else self._words)
        self.bar.setAccessibleName(self.words.text())
        self.stop.setText(self._button_words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; the owner of this bar names it anew."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
