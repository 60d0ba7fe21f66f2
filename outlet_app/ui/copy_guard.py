"""Keeps what a label opened from leaving the form by copy, cut, menu or the selection that X11 shares."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QClipboard, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_TAKES_AWAY = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)


class CopyGuard(QObject):
    """Over the text fields of `form`, from `hold` until `release`. `refused`: somebody tried; nothing was copied."""

    refused = Signal()

    def __init__(self, form: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._is_holding = False

    def hold(self) -> None:
        """From now on nothing is copied out of the form."""
        if self._is_holding:
            return
        self._is_holding = True
        for field in self._fields():
            field.installEventFilter(self)
        QApplication.clipboard().selectionChanged.connect(self._drop_selection)

    def release(self) -> None:
        """The form is as any other again."""
        if not self._is_holding:
            return
        self._is_holding = False
        for field in self._fields():
            field.removeEventFilter(self)
        QApplication.clipboard().selectionChanged.disconnect(self._drop_selection)

    def _fields(self) -> tuple[QWidget, ...]:
        return (*self._form.findChildren(QLineEdit), *self._form.findChildren(QPlainTextEdit))

    def _drop_selection(self) -> None:
        """On X11 what is marked can be pasted elsewhere with the middle button."""
        clipboard = QApplication.clipboard()
        if clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys and the menu that would copy."""
        copies = isinstance(event, QKeyEvent) and any(event.matches(key) for key in _TAKES_AWAY)
        if copies and event.type() == QEvent.Type.KeyPress:
            self.refused.emit()
            return True
        return event.type() == QEvent.Type.ContextMenu or super().eventFilter(watched, event)
