"""The box that takes what a customer sent and keeps only what could not be placed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from outlet_app.domain.text import looks_like_label_code
from outlet_app.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_BOX_PX = 60
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PasteBox(QPlainTextEdit):
    """Takes a text by paste, by drop, or typed and ended with Enter (Shift+Enter begins a new line).

    `given(text)` hands it on; the box itself shows only what `leave` puts into it.
    """

    given = Signal(str)
    code_refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_BOX_PX)
        self.setTabChangesFocus(True)
        self.setProperty("doubt", False)
        self.textChanged.connect(self._refuse_label_code)

    def leave(self, text: str) -> None:
        """Show what could not be placed, or nothing; what stood here before is not remembered."""
        self.setPlainText(text)
        theme.restyle(self, doubt=bool(text))

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Hand a paste or drop on, whole."""
        self._hand_on(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter hands on what was typed; what the box has no use for is left to the form."""
        is_enter = event.key() in _ENTERS
        idle_undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
        if idle_undo or (is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            event.ignore()
        elif is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._hand_on(self.toPlainText())
        else:
            super().keyPressEvent(event)

    def _hand_on(self, text: str) -> None:
        if looks_like_label_code(text):
            self._refuse()
        elif text.strip():
            self.given.emit(text)

    def _refuse_label_code(self) -> None:
        if looks_like_label_code(self.toPlainText()):
            self._refuse()

    def _refuse(self) -> None:
        self.setPlainText("")
        self.code_refused.emit()
