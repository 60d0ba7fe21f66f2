"""The bar that says that this screen is shown on another computer; work goes on beneath it, revealing does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from outlet_app.ui import theme
from outlet_app.ui.tasks import Lane, Tasks
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.services.session import Session


class RemoteBar(QFrame):
    """Hidden while nobody elsewhere sees this screen."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remoteBar")
        self._session = session
        self._tasks = tasks
        self.icon, self.story = QLabel(), QLabel()
        self._lay_out()
        self.retranslate()
        self.hide()

    def look(self) -> None:
        """Ask the system now, have it recorded where it began, and say so."""
        self._tasks.run(Lane.DATA, self._session.watch_remote, self, self._show)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.story.setText(
            self.tr(
                "This screen is shown on another computer; the record says so. Everything goes on, but nothing is "
                "revealed until that ends."
            )
        )

    def _show(self, way: str) -> None:
        self.setVisible(bool(way))

    def _lay_out(self) -> None:
        theme.wear_icon(self.icon, "show", Token.WARN)
        self.story.setWordWrap(True)
        self.story.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        row.setSpacing(2 * theme.GRID_PX)
        row.addWidget(self.icon)
        row.addWidget(self.story, stretch=1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
