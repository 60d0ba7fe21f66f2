"""The last digits of a phone: the fourth one is the end of it, and three keys of the number pad mean something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from outlet_app.domain.arrived_parcel import LONGEST_TAIL, NO_TAIL
from outlet_app.ui.inputs import TextInput

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class TailInput(TextInput):
    """`completed`: a person typed the fourth digit. `pressed(key)`: a key of `others`, which is no part of a tail.

    Letters do nothing here; a hyphen stands where a label shows no tail.
    """

    completed = Signal()
    pressed = Signal(str)

    def __init__(self, others: str = "", parent: QWidget | None = None) -> None:
        super().__init__(chinese=False, figure=True, parent=parent)
        self._others = others
        self.setMaxLength(LONGEST_TAIL)

    def _type(self, event: QKeyEvent) -> None:
        before = self.text()
        super().keyPressEvent(event)
        if self.text() != before and len(self.text()) == LONGEST_TAIL and self.text().isdigit():
            self.completed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take digits and a hyphen; tell of the other keys."""
        text = event.text()
        if event.modifiers() & ~_PLAIN or not text.isprintable() or not text:
            super().keyPressEvent(event)
        elif text in self._others:
            self.pressed.emit(text)
        elif (text.isascii() and text.isdigit()) or text == NO_TAIL:
            self._type(event)
