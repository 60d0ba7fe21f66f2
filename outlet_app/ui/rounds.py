"""What the window asks for by itself while somebody is signed in: the record's check, today's counts, old codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.errors import OutletError
    from outlet_app.services.printing_desk import PrintingDesk
    from outlet_app.services.session import Session, Today

EACH_MS = 30_000
_BREATH_MS = 20


class Rounds(QObject):
    """Runs from `start` until `stop`, in pieces short enough that nobody at the counter waits for one.

    `record_told(RecordState)` at the start and after every piece of the check; `today_told(Today)` at the start, each
    30 s and when asked by `count_today`; `codes_dropped(int)`: codes older than ten minutes were forgotten, looked for
    each 30 s. `gone_round`: another 30 s are over, also told at the start. `damage_told`: a page of the database could
    not be read, said again each 30 s.
    """

    gone_round = Signal()
    record_told = Signal(object)
    today_told = Signal(object)
    codes_dropped = Signal(int)
    damage_told = Signal()

    def __init__(
        self, session: Session, printing_desk: PrintingDesk, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._printing_desk = printing_desk
        self._tasks = tasks
        self._check = self._timer(_BREATH_MS, self._verify_some)
        self._check.setSingleShot(True)
        self._each = self._timer(EACH_MS, self._go_round)

    def start(self) -> None:
        """Begin: the record from its first act, today's counts at once."""
        self.record_told.emit(self._session.record_state())
        self._check.start()
        self._each.start()
        self.gone_round.emit()
        self.count_today()

    def check_again(self) -> None:
        """Go through the record once more, as after the owner took note of a gap."""
        self.record_told.emit(self._session.record_state())
        self._check.start()

    def stop(self) -> None:
        """Ask for nothing more; an answer on its way is still told."""
        self._check.stop()
        self._each.stop()

    def count_today(self) -> None:
        """Ask for today's counts now."""
        self._tasks.run(Lane.DATA, self._session.today, self, self._tell_today)

    def _timer(self, interval_ms: int, slot: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _go_round(self) -> None:
        self.gone_round.emit()
        self._tasks.run(Lane.DATA, self._printing_desk.drop_expired, self, self._tell_dropped)
        self.count_today()

    def _verify_some(self) -> None:
        if self._tasks.is_idle(Lane.DATA, Lane.PAPER):
            self._tasks.run(Lane.DATA, self._session.verify_some, self, self._tell_record, self._tell_trouble)
        else:
            self._check.start()

    def _tell_record(self, more: bool) -> None:  # noqa: FBT001 - the answer of `verify_some`
        self.record_told.emit(self._session.record_state())
        if more and self._each.isActive():
            self._check.start()

    def _tell_trouble(self, error: OutletError) -> None:
        self.record_told.emit(self._session.record_state())
        self._tasks.task_failed.emit(error)

    def _tell_today(self, today: Today) -> None:
        if self._session.is_damaged:
            self.damage_told.emit()
        self.today_told.emit(today)

    def _tell_dropped(self, dropped: int) -> None:
        if dropped:
            self.codes_dropped.emit(dropped)
