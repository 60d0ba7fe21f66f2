"""Work off the GUI thread: three lanes of one worker each, and one queued signal that brings every answer back."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from outlet_app.errors import OutletError

T = TypeVar("T")
Work = Callable[[], object]

_COLLECT_MS = 500


class Lane(StrEnum):
    """Where a piece of work runs. Work of one lane never overlaps; the lanes do not wait for each other.

    `DATA` is for the store and the keys, `PAPER` for labels, pictures of pages and the spooler, `FILES` for sticks and
    shares, which may take as long as they like.
    """

    DATA = "data"
    PAPER = "paper"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class _Job:
    lane: Lane
    work: Work
    owner: QObject
    done: Callable[[object], None]
    failed: Callable[[OutletError], None] | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    value: object = None
    trouble: BaseException | None = None


class Tasks(QObject):
    """The three lanes. Made and closed on the GUI thread, by the program's start.

    `task_failed(OutletError)` tells of a known error that nobody else hears: the work was handed in without `failed`,
    or its owner is gone.
    """

    task_failed = Signal(object)
    _answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[int, _Job] = {}
        self._newest = 0
        self._closed = False
        self._queues = {lane: SimpleQueue[tuple[int, Work] | None]() for lane in Lane}
        self._workers = [
            threading.Thread(target=self._serve, args=(self._queues[lane],), name=f"tasks-{lane}", daemon=True)
            for lane in Lane
        ]
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        # The collector runs in whatever thread allocates, and a widget that it finds there would be deleted there: Qt
        # does not survive that. So while the lanes run, garbage is collected by this timer, on the GUI thread, alone.
        gc.disable()
        self._collecting = QTimer(self, interval=_COLLECT_MS)
        self._collecting.timeout.connect(_collect_garbage)
        self._collecting.start()
        for worker in self._workers:
            worker.start()

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[OutletError], None] | None = None,
    ) -> None:
        """Run `work` on `lane` and hand what it returns to `done`, on the GUI thread.

        `work` is a bound service method with plain values; it touches no widget. While `owner` lives, a known error
        goes to `failed`; without one, or when the owner is gone, to `task_failed`. An answer for a dead owner is
        dropped. Anything else that `work` raises is a bug and goes to `sys.excepthook` on the GUI thread.
        After `close` nothing is run: the program ends, and a timer that still ticks has nobody to tell.
        """
        if self._closed:
            return
        self._newest += 1
        self._jobs[self._newest] = _Job(lane, work, owner, done, failed)  # type: ignore[arg-type]  # `done` takes what its own `work` gives
        self._queues[lane].put((self._newest, work))

    def is_idle(self, *lanes: Lane) -> bool:
        """Whether every piece of work handed in to these lanes so far, without any to all, has been answered."""
        return not any(job.lane in (lanes or Lane) for job in self._jobs.values())

    def close(self, seconds: float = 5.0) -> bool:
        """Let work that was handed in finish, wait for it `seconds` at most, and take no more.

        Answers are dropped, bugs are still told. Returns whether all lanes came to an end; a lane that hangs (a
        spooler or a stick that does not answer) ends with the program.
        """
        if not self._closed:
            self._closed = True
            self._collecting.stop()
            for queue in self._queues.values():
                queue.put(None)
        until = time.monotonic() + seconds
        for worker in self._workers:
            worker.join(max(0.0, until - time.monotonic()))
        ended = not any(worker.is_alive() for worker in self._workers)
        if ended:
            gc.enable()
        return ended

    def _serve(self, queue: SimpleQueue[tuple[int, Work] | None]) -> None:
        while (ticket := queue.get()) is not None:
            number, work = ticket
            del ticket
            outcome = _outcome(work)
            # The GUI side keeps the job: a widget's last reference must not be dropped on this thread.
            del work
            if isValid(self):
                self._answered.emit(number, outcome)
            del outcome

    def _deliver(self, number: int, outcome: _Outcome) -> None:
        job = self._jobs.pop(number)
        alive = isValid(job.owner) and not self._closed
        trouble = outcome.trouble
        if trouble is None:
            if alive:
                job.done(outcome.value)
        elif isinstance(trouble, OutletError):
            (job.failed if job.failed and alive else self.task_failed.emit)(trouble)
        else:
            sys.excepthook(type(trouble), trouble, trouble.__traceback__)


def _collect_garbage() -> None:
    """What the collector would do by itself: the oldest generation whose threshold is passed, with all younger ones."""
    due = [
        age for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
    ]
    if due:
        gc.collect(due[-1])


def _outcome(work: Work) -> _Outcome:
    try:
        return _Outcome(work())
    except BaseException as trouble:  # noqa: BLE001 - sorted on the GUI thread: known errors told, bugs to the excepthook
        return _Outcome(trouble=trouble)
