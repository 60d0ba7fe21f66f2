"""One field of a page: its name above, what is wrong with it beneath."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from outlet_app.ui.inputs import Choice, TextInput


class Captioned(QWidget):
    """A field that says its name and its fault."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.caption, self.fault = QLabel(), QLabel()
        self.caption.setObjectName("caption")
        self.caption.setBuddy(field)
        self.fault.setObjectName("fault")
        self.fault.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.caption, field, self.fault):
            column.addWidget(part)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.fault.hide()
        self.setFocusProxy(field)

    def name(self, words: str) -> None:
        """What the field is called, above it and for readers."""
        self.caption.setText(words)
        self.field.setAccessibleName(words)

    def tell(self, words: str = "") -> None:
        """Say what is wrong with the field; nothing takes it away again."""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        if isinstance(self.field, TextInput | Choice):
            self.field.mark(fault=bool(words), doubt=False)
