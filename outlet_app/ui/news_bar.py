"""The line at a sign-in: what an owner changed since this person was here; to an owner, what waits in his review."""

from __future__ import annotations

from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class News:
    """Changed rules; and for an owner, zeros for a clerk: weeks without a review, and what there is of canaries.

    `looks` are those since his last review, `to_renew` canaries that are no longer good for much.
    """

    changed: tuple[PolicyNews, ...]
    weeks: int = 0
    looks: int = 0
    to_renew: int = 0


class NewsBar(MessageBar):
    """`ask` gives the news; it runs on the data lane."""

    def __init__(self, ask: Callable[[], News], tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask, self._tasks = ask, tasks
        self._news = News(())

    def look(self) -> None:
        """Ask what is new, and say it."""
        self._tasks.run(Lane.DATA, self._ask, self, self._take)

    def look_again(self) -> None:
        """Something was done about what stands here; what the person put away stays away."""
        if not self.isHidden():
            self.look()

    def note_reviewed(self) -> None:
        """The owner has looked: what waited for that is over."""
        if not self.isHidden():
            self._take(replace(self._news, weeks=0, looks=0))

    def _take(self, news: News) -> None:
        self._news = news
        words = [self.tr("Look first in the review (F9): canaries {count} ×.").format(count=news.looks)] * bool(
            news.looks
        )
        words += [news_sentence(news.changed)] if news.changed else []
        words += [weeks_sentence(news.weeks)] if news.weeks else []
        words += [self.tr("Canaries to renew (F11): {count}.").format(count=news.to_renew)] * bool(news.to_renew)
        if words:
            self.tell(MessageKind.WARN, " ".join(words))
        else:
            self.clear()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say what stands in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and not self.isHidden():
            self._take(self._news)
