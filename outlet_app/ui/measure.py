"""A number, typed or moved by the arrow keys: with one decimal for millimetres and percent, or whole."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from outlet_app.ui.inputs import TextInput

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_NUMBER = re.compile(r"([+-]?)(\d{1,4})(?:\.(\d)?)?")
_WHOLE = re.compile(r"\d{1,5}")
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}


class Measure(TextInput):
    """Holds whole tenths from `least` to `most`. `changed`: another number stands here, or a text that is none.

    `signed` shows a plus. ↑ and ↓ move by one tenth, page up and down by ten, never beyond the ends.
    """

    changed = Signal()

    def __init__(
        self, least_tenths: int, most_tenths: int, *, signed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(chinese=False, parent=parent)
        self.least_tenths, self.most_tenths = least_tenths, most_tenths
        self._signed = signed
        self.textEdited.connect(self.changed)

    def tenths(self) -> int | None:
        """What stands here, in tenths; None for a text that is no number between the ends."""
        typed = unicodedata.normalize("NFKC", self.text()).replace("−", "-").strip()
        found = _NUMBER.fullmatch(typed)
        if found is None:
            return None
        tenths = int(found[2]) * 10 + int(found[3] or 0)
        tenths = -tenths if found[1] == "-" else tenths
        return tenths if self.least_tenths <= tenths <= self.most_tenths else None

    def put_tenths(self, tenths: int) -> None:
        """Show a number given in tenths."""
        self.put(self.words(tenths))

    def words(self, tenths: int) -> str:
        """A number as this field writes it."""
        return f"{tenths / 10:+.1f}" if self._signed and tenths else f"{tenths / 10:.1f}"

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by a step."""
        now, step = self.tenths(), _STEPS.get(Qt.Key(event.key()))
        if step is None or now is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        self.put_tenths(min(max(now + step, self.least_tenths), self.most_tenths))
        self.selectAll()
        self.changed.emit()


class Count(TextInput):
    """Holds a whole number from `least` to `most`. `changed`: another number stands here, or a text that is none.

    ↑ and ↓ move by one, page up and down by ten, never beyond the ends.
    """

    changed = Signal()

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(chinese=False, parent=parent)
        self.least, self.most = least, most
        self.textEdited.connect(self.changed)

    def value(self) -> int | None:
        """What stands here; None for a text that is no whole number between the ends."""
        typed = unicodedata.normalize("NFKC", self.text()).strip()
        value = int(typed) if _WHOLE.fullmatch(typed) else None
        return value if value is not None and self.least <= value <= self.most else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by a step."""
        now, step = self.value(), _STEPS.get(Qt.Key(event.key()))
        if step is None or now is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        self.put(str(min(max(now + step, self.least), self.most)))
        self.selectAll()
        self.changed.emit()
