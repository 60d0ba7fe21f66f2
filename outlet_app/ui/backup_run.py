"""The backups that the window makes by itself and on demand: from lane to lane, with progress, and never in the way."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from outlet_app.errors import BackupFolderNotSet, OutletError, SessionLocked, Stopped
from outlet_app.ui.backup_news import BackupNews
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.services.backup import Backup, BackupProgress, Made, Order
    from outlet_app.services.backup_folder import BackupStanding, FolderLook
    from outlet_app.ui.tasks import Tasks

FIRST_MS = 2 * 60_000
"""After somebody came to the counter, so that the first parcels of the day are not slowed down."""

EACH_MS = 10 * 60_000
"""Between two looks whether a backup is due and the folder is there; a stick that comes back is found within it."""

_TELL_EACH_S = 0.1


class BackupRun(QObject):
    """Runs by itself from `start` until `halt`; `begin` works without it too. A lock of the counter stops nothing.

    `told(BackupNews)`: something is known anew. `ended(object)`: what was begun is made, None, or is not, its
    `OutletError`.
    """

    told = Signal(object)
    ended = Signal(object)
    _heard = Signal(object)

    def __init__(self, backup: Backup, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backup = backup
        self._tasks = tasks
        self._stopped = False
        self._heard_at = 0.0
        self.news = BackupNews()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_round)
        self._heard.connect(self._tell_progress)

    @property
    def is_running(self) -> bool:
        """Whether a backup is being made."""
        return self.news.is_running

    def start(self) -> None:
        """Look now, and make what is due a while later and from then on."""
        self._next.start(FIRST_MS)
        self.look()

    def halt(self) -> None:
        """Begin nothing by itself any more, and end what is being made."""
        self._next.stop()
        self.stop()

    def look(self) -> None:
        """Ask how the backups stand, and look into the folder."""
        self._tasks.run(Lane.DATA, self._backup.standing, self, self._tell_standing, self._ignore)

    def begin(self) -> None:
        """Make a backup now, unless one is being made."""
        if self.is_running:
            return
        self._stopped = False
        self._tell(self.news.begun())
        self._tasks.run(Lane.DATA, self._backup.begin, self, self._write, self._fail)

    def stop(self) -> None:
        """End the backup that is being made; what it wrote goes away."""
        self._stopped = True

    def _go_round(self) -> None:
        """What happens by itself: a backup when one is due, else a look."""
        self._next.start(EACH_MS)
        if not self.is_running:
            self._tasks.run(Lane.DATA, self._backup.is_due, self, self._begin_when_due, self._ignore)

    def _begin_when_due(self, due: bool) -> None:  # noqa: FBT001 - the answer of `is_due`
        (self.begin if due else self.look)()

    def _write(self, order: Order) -> None:
        self._tasks.run(Lane.FILES, partial(self._written, order), self, self._note, self._fail)

    def _written(self, order: Order) -> Made | None:
        """On the files lane; None when it was stopped, which nobody must hear of when the window is gone."""
        try:
            return self._backup.write(order, self._hear)
        except Stopped:
            return None

    def _note(self, made: Made | None) -> None:
        if made is None:
            self._fail(Stopped())
            return
        self._tasks.run(Lane.DATA, partial(self._backup.note, made), self, self._tell_made, self._fail)

    def _tell_made(self, _nothing: None) -> None:
        self._tell(self.news.ended(None))
        self.look()
        self.ended.emit(None)

    def _fail(self, error: OutletError) -> None:
        # A stop is no trouble, and neither is that somebody left: the next look begins again.
        quiet = isinstance(error, Stopped | SessionLocked | BackupFolderNotSet)
        self._tell(self.news.ended(None if quiet else error))
        self.look()
        self.ended.emit(error)

    def _ignore(self, _: OutletError) -> None:
        """Nobody asked; the next look asks again."""

    def _tell_standing(self, standing: BackupStanding) -> None:
        self._tell(self.news.standing_so(standing))
        if standing.folder is not None:
            look = partial(self._backup.look_into, standing)
            self._tasks.run(Lane.FILES, look, self, self._tell_look, self._ignore)

    def _tell_look(self, look: FolderLook) -> None:
        self._tell(self.news.looking_so(look))

    def _tell_progress(self, progress: BackupProgress) -> None:
        if self.is_running:
            self._tell(self.news.as_far_as(progress))

    def _tell(self, news: BackupNews) -> None:
        self.news = news
        self.told.emit(news)

    def _hear(self, progress: BackupProgress) -> None:
        """On the files lane: end a backup that was stopped, and pass on how far it is, now and then."""
        if self._stopped or not isValid(self):
            raise Stopped
        now = time.monotonic()
        if now - self._heard_at >= _TELL_EACH_S:
            self._heard_at = now
            self._heard.emit(progress)
