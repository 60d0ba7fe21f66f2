"""Where sealed hand-overs are written, and by which fingerprint carriers know this outlet's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from outlet_app.ui import theme
from outlet_app.ui.form_row import CutLabel

if TYPE_CHECKING:
    from pathlib import Path


class HandoverFolderCard(QFrame):
    """`folder_asked`: another folder is to be chosen."""

    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading, self.story = QLabel(), QLabel()
        self.captions = [QLabel() for _ in range(2)]
        self.folder, self.fingerprint = CutLabel(), QLabel()
        self.choose = QPushButton()
        self.choose.clicked.connect(self.folder_asked)
        self._path: Path | None = None
        self._lay_out()
        self.retranslate()

    def show_folder(self, path: Path | None) -> None:
        """Show where the files go, None while no folder was chosen."""
        self._path = path
        self.folder.put(self.tr("None chosen yet: nothing is written") if path is None else str(path))

    def show_fingerprint(self, fingerprint: str) -> None:
        """Show this outlet's own."""
        self.fingerprint.setText(fingerprint)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("The files"))
        self.story.setText(
            self.tr(
                "When a list is closed, its waybills go into a file that the carrier alone can open; nobody in this "
                "shop can. Tell the carrier the fingerprint of your outlet, so that it knows your files."
            )
        )
        for caption, words in zip(self.captions, (self.tr("Folder"), self.tr("Your fingerprint")), strict=True):
            caption.setText(words)
        self.choose.setText(self.tr("Choose a folder…"))
        self.show_folder(self._path)

    def _lay_out(self) -> None:
        self.heading.setObjectName("person")
        self.story.setObjectName("caption")
        self.story.setWordWrap(True)
        self.choose.setAutoDefault(False)
        for words in (self.story, self.fingerprint):
            words.setTextFormat(Qt.TextFormat.PlainText)
        grid = QGridLayout(self)
        grid.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        grid.setHorizontalSpacing(2 * theme.GRID_PX)
        grid.setVerticalSpacing(theme.GRID_PX)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.heading, 0, 0, 1, 3)
        grid.addWidget(self.story, 1, 0, 1, 3)
        for row, (caption, value) in enumerate(zip(self.captions, (self.folder, self.fingerprint), strict=True), 2):
            caption.setObjectName("caption")
            grid.addWidget(caption, row, 0)
            grid.addWidget(value, row, 1)
        grid.addWidget(self.choose, 2, 2)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
