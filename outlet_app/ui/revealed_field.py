"""A revealed field with what can be done about it: copied once, masked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.services.reveal import SHOWN_FOR
from outlet_app.ui import theme
from outlet_app.ui.revealed_text import RevealedText

if TYPE_CHECKING:
    from outlet_app.services.reveal import Revealed


class RevealedField(QWidget):
    """`copy_asked`: the text is wanted on the clipboard. `ended`: it is to be masked, by somebody or by its time."""

    copy_asked = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text, self.news = RevealedText(), QLabel()
        self.copy, self.mask_again = QPushButton(), QPushButton()
        for button in (self.copy, self.mask_again):
            button.setAutoDefault(False)
        self.copy.clicked.connect(self.copy_asked)
        self.mask_again.clicked.connect(self.ended)
        self.text.ended.connect(self.ended)
        self._lay_out()
        self.retranslate()

    def show_field(self, revealed: Revealed) -> None:
        """Show it from now on for its seconds; an empty field says that it is."""
        self.text.setVisible(bool(revealed.text))
        self.copy.setVisible(bool(revealed.text))
        self.news.clear()
        if not revealed.text:
            self.news.setText(self.tr("Nothing was typed there."))
            return
        self.text.show_text(revealed.text, revealed.watermark, SHOWN_FOR)
        if self.text.lacks_faces:
            self.news.setText(self.tr("A character here has no typeface on this PC and stands as a box."))

    def tell_copied(self) -> None:
        """Say that it is on the clipboard, and for how long."""
        self.news.setText(self.tr("Copied. It is taken off the clipboard after 30 seconds."))

    def clear(self) -> None:
        """Show nothing."""
        self.text.clear()
        self.news.clear()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.copy.setText(self.tr("Copy   C"))
        self.copy.setAccessibleName(self.tr("Copy what is revealed"))
        self.mask_again.setText(self.tr("Mask   Esc"))
        self.mask_again.setAccessibleName(self.tr("Mask it again"))
        self.text.retranslate()

    def _lay_out(self) -> None:
        self.news.setObjectName("caption")
        self.news.setWordWrap(True)
        self.news.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.news, stretch=1)
        row.addWidget(self.copy)
        row.addWidget(self.mask_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.text)
        column.addLayout(row)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is revealed stays for its time."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
