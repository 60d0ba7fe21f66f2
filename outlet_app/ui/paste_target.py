"""Beside the paste box: which party the next paste fills, and the switch between the two."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from outlet_app.ui.paste_place import RECIPIENT, SENDER


class PasteTarget(QWidget):
    """Two segments, one above the other as the cards below are. `chosen(role)`: somebody wants the other party."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to_sender, self.to_recipient = QToolButton(), QToolButton()
        self._segments = {SENDER: self.to_sender, RECIPIENT: self.to_recipient}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for role, segment in self._segments.items():
            segment.setObjectName("target")
            segment.setCheckable(True)
            # Ctrl+T is the key for it; Tab goes from field to field.
            segment.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            segment.clicked.connect(partial(self.chosen.emit, role))
            box.addWidget(segment, 1)
            segment.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def show_role(self, role: str) -> None:
        """Mark the party that the next paste fills."""
        for each, segment in self._segments.items():
            segment.setChecked(each == role)

    def role(self) -> str:
        """The party that is marked."""
        return SENDER if self.to_sender.isChecked() else RECIPIENT

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.to_sender.setText(self.tr("Sender"))
        self.to_recipient.setText(self.tr("Recipient"))
        self.to_sender.setAccessibleName(self.tr("The next paste fills the sender"))
        self.to_recipient.setAccessibleName(self.tr("The next paste fills the recipient"))
        for segment in self._segments.values():
            segment.setToolTip(self.tr("Which party the next paste fills (Ctrl+T switches)"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
