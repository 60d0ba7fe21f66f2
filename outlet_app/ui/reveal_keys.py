"""The keys of a reveal: one for each field, laid out as on the keyboard, and the digits of the reasons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from outlet_app.domain.reveal_terms import RevealField, RevealReason
from outlet_app.ui import reveal_wording, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_FIELD_ROWS = (
    (
        (Qt.Key.Key_Q, RevealField.RECIPIENT_PHONE),
        (Qt.Key.Key_W, RevealField.RECIPIENT_NAME),
        (Qt.Key.Key_E, RevealField.RECIPIENT_ADDRESS),
    ),
    (
        (Qt.Key.Key_A, RevealField.SENDER_PHONE),
        (Qt.Key.Key_S, RevealField.SENDER_NAME),
        (Qt.Key.Key_D, RevealField.SENDER_ADDRESS),
    ),
    ((Qt.Key.Key_Z, RevealField.CONTENTS), (Qt.Key.Key_X, RevealField.REMARK)),
)
"""The three rows under the left hand, as they stand on the screen."""

FIELD_KEYS = {key: field for row in _FIELD_ROWS for key, field in row}
REASON_KEYS = {Qt.Key(Qt.Key.Key_1 + place): reason for place, reason in enumerate(RevealReason)}
COPY_KEY = Qt.Key.Key_C
_COLUMNS = 3


def plain_key(event: QKeyEvent) -> Qt.Key | None:
    """The key of a stroke that is no repeat and no shortcut, wherever the letter stands; None for others."""
    harmless = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    if event.isAutoRepeat() or event.modifiers() & ~harmless:
        return None
    return Qt.Key(event.key())


class FieldKeys(QWidget):
    """`asked(RevealField)`: somebody wants to see that part."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {field: _button() for field in RevealField}
        self._captions: dict[QLabel, RevealField] = {}
        for field, button in self.buttons.items():
            button.clicked.connect(partial(self.asked.emit, field))
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        for caption, field in self._captions.items():
            caption.setText(reveal_wording.owner_name(field))
        for key, field in FIELD_KEYS.items():
            part = reveal_wording.part_name(field)
            self.buttons[field].setText(f"{part}   {key.name.removeprefix('Key_')}")
            self.buttons[field].setAccessibleName(f"{reveal_wording.owner_name(field)} {part}")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GRID_PX)
        grid.setVerticalSpacing(4)
        for row, parts in enumerate(_FIELD_ROWS):
            caption = QLabel()
            caption.setObjectName("caption")
            self._captions[caption] = parts[0][1]
            grid.addWidget(caption, row, 0)
            for column, (_, field) in enumerate(parts, start=1):
                grid.addWidget(self.buttons[field], row, column)
                grid.setColumnStretch(column, 1)


class ReasonKeys(QWidget):
    """`asked(RevealReason)`: that is what it is for."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {reason: _button() for reason in RevealReason}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GRID_PX)
        grid.setVerticalSpacing(4)
        for place, (reason, button) in enumerate(self.buttons.items()):
            button.clicked.connect(partial(self.asked.emit, reason))
            grid.addWidget(button, *divmod(place, _COLUMNS))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        for place, (reason, button) in enumerate(self.buttons.items(), start=1):
            button.setText(f"{place} {reveal_wording.reason_name(reason)}")
            button.setAccessibleName(reveal_wording.reason_name(reason))


def _button() -> QPushButton:
    button = QPushButton()
    button.setObjectName("revealKey")
    button.setAutoDefault(False)
    return button
