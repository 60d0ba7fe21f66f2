"""One page of 网点: its name in the list, a line on what it is for, and the room for its contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from outlet_app.ui import theme

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.ui.tasks import Tasks


class OutletPage(QWidget):
    """Subclassed by each page; `outlet_view.outlet_pages` names them in their order.

    The owner's rights are asked by the services. `content` takes what the page shows; it scrolls where it is too high.
    `message(kind, text)`: a line for the message bar, as when something was saved. `supplies_changed`: printers, paper
    or numbers are others now. `news_changed`: what was told at the sign-in may be over.
    """

    message = Signal(str, str)
    supplies_changed = Signal()
    news_changed = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.setObjectName("plain")
        self.story = QLabel()
        self.story.setObjectName("caption")
        self.story.setTextFormat(Qt.TextFormat.PlainText)
        self.story.setWordWrap(True)
        self.content = QVBoxLayout()
        self.content.setSpacing(2 * theme.GRID_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.GRID_PX, 0)
        column.setSpacing(2 * theme.GRID_PX)
        column.addWidget(self.story)
        column.addLayout(self.content)
        column.addStretch(1)
        self.story.hide()

    def name(self) -> str:
        """What the list of pages calls it, in the language of the screen."""
        raise NotImplementedError

    def load(self) -> None:
        """Look at how things stand, each time the page is opened. What is typed and not saved yet stays."""

    def leave(self) -> None:
        """Drop every secret: another page is opened, or nobody looks any more."""

    def wants_label(self, text: str) -> bool:
        """Whether this is the code of one of our labels and the page takes those itself."""
        del text
        return False

    def take_scan(self, text: str) -> bool:
        """Take what the scanner read; False where the page has no use for it, and then nothing of it is kept."""
        del text
        return False

    def tell_story(self, words: str) -> None:
        """Say in a line what the page is for."""
        self.story.setText(words)
        self.story.setVisible(bool(words))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""

    def tell_trouble(self, error: OutletError) -> None:
        """A known error that stands beside no field goes to the message bar."""
        self._tasks.task_failed.emit(error)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
