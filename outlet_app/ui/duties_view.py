"""The duties of everybody who works here, read and accepted before the counter opens to a clerk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from outlet_app.ui import languages, theme, wording
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.people import People

PAGE_PX = 800


class DutiesView(QWidget):
    """`accepted`: it is recorded that this person read and accepted them. `refused`: not now, so not to the counter."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, people: People, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._tasks = tasks
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.fault = QLabel()
        self.fault.setObjectName("fault")
        self.accept = QPushButton()
        self.accept.setObjectName("primary")
        self.accept.clicked.connect(self._accept)
        self.later = QPushButton()
        self.later.clicked.connect(self.refused)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.text.setMarkdown(self._people.duties(languages.current().value).text)
        self.text.setAccessibleName(self.tr("Your duties"))
        self.accept.setText(self.tr("I have read this and accept it"))
        self.later.setText(self.tr("Not now"))

    def _accept(self) -> None:
        version = self._people.duties(languages.current().value).version
        self.accept.setEnabled(False)
        self._tasks.run(Lane.DATA, lambda: self._people.accept_duties(version), self, self._tell, self._tell_error)

    def _tell(self, _nothing: None) -> None:
        self.accepted.emit()

    def _tell_error(self, error: OutletError) -> None:
        self.accept.setEnabled(True)
        self.fault.setText(wording.sentence(error))

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(PAGE_PX)
        buttons = QHBoxLayout()
        buttons.addWidget(self.fault, stretch=1)
        buttons.addWidget(self.later)
        buttons.addWidget(self.accept)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[3 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
        column.addWidget(self.text, stretch=1)
        column.addLayout(buttons)
        page = QHBoxLayout(self)
        page.setContentsMargins(*[3 * theme.GRID_PX] * 4)
        page.addStretch(1)
        page.addWidget(card, stretch=100)
        page.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Put the keys on the text, so that Page Down reads on."""
        super().showEvent(event)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
