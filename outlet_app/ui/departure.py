"""Leaving: what is under way ends first, then one person is signed out, or everybody and the store is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.errors import OutletError

LONGEST_WAIT_MS = 5000
"""For a label on its way to a printer; a spooler that does not answer keeps nothing open."""

_LOOK_EACH_MS = 20


class Departure(QObject):
    """`leave` signs out, on the data lane. `left`: it is done, and the keys are gone."""

    left = Signal()

    def __init__(self, leave: Callable[[], None], tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave = leave
        self._tasks = tasks
        self._begun = QElapsedTimer()
        self._look = QTimer(self, interval=_LOOK_EACH_MS)
        self._look.timeout.connect(self._go_when_quiet)

    def begin(self) -> None:
        """Leave; once is enough."""
        if not self._begun.isValid():
            self._begun.start()
            self._look.start()

    def _go_when_quiet(self) -> None:
        if self._tasks.is_idle(Lane.DATA, Lane.PAPER) or self._begun.hasExpired(LONGEST_WAIT_MS):
            self._look.stop()
            self._tasks.run(Lane.DATA, self._leave, self, self._tell, self._tell_trouble)

    def _tell(self, _nothing: None) -> None:
        self.left.emit()

    def _tell_trouble(self, error: OutletError) -> None:
        self.left.emit()
        self._tasks.task_failed.emit(error)
