"""Turning the pages of the record: one page at a time is asked for, and kept by whoever shows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from outlet_app.services.review import PAGE_ACTS, ActFilter
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.services.review import ActPage, Review
    from outlet_app.services.reviewed_acts import ReviewedAct
    from outlet_app.ui.tasks import Tasks


class ActPages(QObject):
    """A page is put together from as many short looks at the record as it takes; other work runs between two of them.

    `found(tuple[ReviewedAct, ...])`: a page stands, or was stopped at what it had. `looked(datetime)`: acts back to
    then (UTC) were looked through and the page is not full yet. `failed(OutletError)`.
    """

    found = Signal(object)
    looked = Signal(object)
    failed = Signal(object)

    def __init__(self, review: Review, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._tasks = tasks
        self._wanted = ActFilter()
        self._starts: list[int | None] = [None]
        self._gathered: list[ReviewedAct] = []
        self._older: int | None = None
        self._ticket = 0
        self._looking = False

    @property
    def is_looking(self) -> bool:
        """Whether a page is on its way."""
        return self._looking

    @property
    def has_newer(self) -> bool:
        """Whether a page stands before this one."""
        return len(self._starts) > 1

    @property
    def has_older(self) -> bool:
        """Whether the record goes on behind this page."""
        return self._older is not None

    def open(self, wanted: ActFilter, start: int | None = None) -> None:
        """Ask for the newest page of other acts, or the one that begins below act number `start`."""
        self._wanted = wanted
        self._starts = [None] if start is None else [None, start]
        self.ask()

    def turn_older(self) -> None:
        """Ask for the page behind; does nothing on the last, or while a page is on its way."""
        if self._older is not None and not self._looking:
            self._starts.append(self._older)
            self.ask()

    def turn_newer(self) -> None:
        """Ask for the page before; does nothing on the first."""
        if self.has_newer:
            self._starts.pop()
            self.ask()

    def ask(self) -> None:
        """Ask for the same page again; what is still on its way is dropped."""
        self._ticket += 1
        self._gathered = []
        self._look(self._starts[-1])

    def stop(self) -> None:
        """Be content with what was found; `turn_older` goes on from there."""
        if self._looking:
            self._end()

    def _look(self, before: int | None) -> None:
        self._looking, self._older = True, before
        wanting = PAGE_ACTS - len(self._gathered)
        look = partial(self._review.acts, self._wanted, before, wanting)
        self._tasks.run(Lane.DATA, look, self, partial(self._take, self._ticket), partial(self._fail, self._ticket))

    def _take(self, ticket: int, page: ActPage) -> None:
        if ticket != self._ticket:
            return
        self._gathered += page.acts
        self._older = page.older
        if page.older is None or len(self._gathered) >= PAGE_ACTS:
            self._end()
        else:
            self._look(page.older)
            self.looked.emit(page.reached)

    def _fail(self, ticket: int, error: OutletError) -> None:
        if ticket == self._ticket:
            self._looking = False
            self.failed.emit(error)

    def _end(self) -> None:
        self._ticket += 1
        self._looking = False
        self.found.emit(tuple(self._gathered))
