"""Work that waits for nobody, done by itself between what the counter does: owner wraps, terms that are over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from outlet_app.errors import OutletError

LOOK_MS = 500
_BREATH_MS = 10


class InPortions(Protocol):
    """A use case that does its work by itself, in portions."""

    def waits(self) -> bool:
        """Whether `some` has something to do now. Instant, on any thread."""

    def some(self) -> bool:
        """Do one portion; False once there is no more to do."""


class QuietWork(QObject):
    """Looks twice a second, from `start` until `stop`, whether work waits; then a portion at each quiet moment."""

    def __init__(self, work: InPortions, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._tasks = tasks
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._begin)
        self._breath = QTimer(self)
        self._breath.setInterval(_BREATH_MS)
        self._breath.setSingleShot(True)
        self._breath.timeout.connect(self._do_some)
        self._runs = False

    def start(self) -> None:
        """Look from now on."""
        self._look.start()

    def stop(self) -> None:
        """Ask for nothing more; an answer on its way is still heard."""
        self._look.stop()
        self._breath.stop()

    def _begin(self) -> None:
        if not self._runs and not self._breath.isActive() and self._work.waits():
            self._do_some()

    def _do_some(self) -> None:
        if not self._tasks.is_idle():
            self._breath.start()
            return
        self._runs = True
        self._tasks.run(Lane.DATA, self._work.some, self, self._tell, self._tell_trouble)

    def _tell(self, more: bool) -> None:  # noqa: FBT001 - the answer of `some`
        self._runs = False
        if more and self._look.isActive():
            self._breath.start()

    def _tell_trouble(self, error: OutletError) -> None:
        self._runs = False
        self._tasks.task_failed.emit(error)
