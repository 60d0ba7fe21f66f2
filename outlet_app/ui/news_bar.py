"""The line at a sign-in: what an owner changed since this person was here, and to an owner the weeks nobody looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

from outlet_app.ui.flag_wording import weeks_sentence
from outlet_app.ui.message_bar import MessageBar, MessageKind
from outlet_app.ui.policy_wording import news_sentence
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from outlet_app.services.policy_desk import PolicyNews
    from outlet_app.ui.tasks import Tasks

    News = tuple[tuple[PolicyNews, ...], int]


class NewsBar(MessageBar):
    """`ask` gives the changed rules and the weeks without a review, 0 for a clerk; it runs on the data lane."""

    def __init__(self, ask: Callable[[], News], tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask, self._tasks = ask, tasks
        self._news: News = ((), 0)

    def look(self) -> None:
        """Ask what is new, and say it."""
        self._tasks.run(Lane.DATA, self._ask, self, self._take)

    def note_reviewed(self) -> None:
        """The owner has looked: what was said of weeks is over."""
        if not self.isHidden():
            self._take((self._news[0], 0))

    def _take(self, news: News) -> None:
        self._news = news
        changed, weeks = news
        words = [news_sentence(changed)] if changed else []
        words += [weeks_sentence(weeks)] if weeks else []
        if words:
            self.tell(MessageKind.WARN, " ".join(words))
        else:
            self.clear()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say what stands in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and not self.isHidden():
            self._take(self._news)
