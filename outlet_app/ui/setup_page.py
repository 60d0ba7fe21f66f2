"""One page of the first day: one question, what it is for, room for the answer, and a line for what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from outlet_app.ui import theme, wording
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.errors import OutletError

T = TypeVar("T")


class SetupPage(QWidget):
    """Asked one after the other by the wizard: `enter`, then `submit` until `answered`, then `leave`.

    `answered`: the next page may come. `works(str)`: something takes a while, in these words; empty when it is over.
    `next_changed`: what the main button says is another thing now.
    """

    answered = Signal()
    works = Signal(str)
    next_changed = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.question = QLabel()
        self.question.setObjectName("question")
        self.story = _words("")
        self.answer = QVBoxLayout()
        self.answer.setSpacing(theme.GRID_PX)
        self.fault = _words("fault")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID_PX)
        column.addWidget(self.question)
        column.addWidget(self.story)
        column.addLayout(self.answer)
        column.addWidget(self.fault)
        column.addStretch(1)
        self.fault.hide()

    def enter(self) -> None:
        """Get ready to be seen: fresh contents, the keys on what is answered first."""

    def leave(self) -> None:
        """Drop whatever must not outlive the page."""

    def submit(self) -> None:
        """Take the answer; `answered` follows when it holds."""
        self.answered.emit()

    def take_enter(self) -> None:
        """Somebody pressed Enter: on to what is still empty, or the answer."""
        self.submit()

    def take_scan(self, text: str) -> None:
        """Take what the scanner read; most pages have no use for it."""

    def next_words(self) -> str:
        """What the main button says."""
        return self.tr("Next")

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""

    def say(self, question: str, story: str) -> None:
        """Put up the question and what it is for."""
        self.question.setText(question)
        self.story.setText(story)
        self.story.setVisible(bool(story))

    def tell_fault(self, words: str = "") -> None:
        """Show what is wrong; nothing takes it away again."""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def tell_error(self, error: OutletError) -> None:
        """Show a known error; the page can be answered again."""
        self.works.emit("")
        self.tell_fault(wording.sentence(error))

    def work(self, words: str, work: Callable[[], T], done: Callable[[T], None], lane: Lane = Lane.DATA) -> None:
        """Run `work` on a lane while the wizard waits, then `done`."""

        def end(value: T) -> None:
            self.works.emit("")
            done(value)

        self.tell_fault()
        self.works.emit(words)
        self._tasks.run(lane, work, self, end, self.tell_error)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.next_changed.emit()
        super().changeEvent(event)


def _words(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
