"""The weekly check while the program closes: how far it is, and a way to close without it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import theme
from outlet_app.ui.stoppable_bar import StoppableBar
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.services.care import CheckProgress, ClosingCheck, LastCheck
    from outlet_app.ui.tasks import Tasks

_CARD_PX = 560


class ClosingCheckPage(QWidget):
    """Begins at once. `ended`: the window may close, after the check, without it, or when damage was read about."""

    ended = Signal()

    def __init__(self, check: ClosingCheck, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faults = 0
        self.heading, self.story = QLabel(), QLabel()
        self.heading.setObjectName("heading")
        self.story.setWordWrap(True)
        self.progress = StoppableBar()
        self.close_now = QPushButton()
        self.close_now.setObjectName("primary")
        self.close_now.clicked.connect(self.ended)
        self.close_now.hide()
        self._lay_out()
        self.retranslate()
        self.progress.begin()
        tasks.run(Lane.DATA, partial(check.run, self._hear), self, self._tell, self._put_off)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Damage was found") if self._faults else self.tr("The weekly check"))
        self.story.setText(
            self.tr(
                "{count} place(s) of the database cannot be read. Everything else is safe. At the next start choose "
                "“Can't sign in?” and there the damaged database; look at this PC's disk before that."
            ).format(count=self._faults)
            if self._faults
            else self.tr("Everybody is signed out. Every page of the database is looked at once a week.")
        )
        self.progress.name(self.tr("Checking every page…"), self.tr("Close without the check"))
        self.close_now.setText(self.tr("Close"))

    def _hear(self, step: CheckProgress) -> None:
        """Called on the data lane."""
        self.progress.hear(step.done, step.whole)

    def _tell(self, found: LastCheck) -> None:
        self.progress.end()
        if not found.faults:
            self.ended.emit()
            return
        self._faults = found.faults
        self.close_now.show()
        self.close_now.setFocus()
        self.retranslate()

    def _put_off(self, _error: OutletError) -> None:
        """Stopped, or not to be done now: it is due again at the next closing."""
        self.progress.end()
        self.ended.emit()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(_CARD_PX)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[4 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
        for part in (self.heading, self.story, self.progress):
            column.addWidget(part)
        column.addWidget(self.close_now, alignment=Qt.AlignmentFlag.AlignRight)
        # Between two stretches, not aligned: so the card grows with what it says.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        page = QVBoxLayout(self)
        page.addStretch(1)
        page.addLayout(middle)
        page.addStretch(2)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
