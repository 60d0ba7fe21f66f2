"""Sealed hand-overs on their way to the stick: one after the other, from lane to lane, in nobody's way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.services.sealed_handover import HandoverOrder, HandoverWritten, SealedHandOver
    from outlet_app.ui.tasks import Tasks


class HandoverRun(QObject):
    """`write_due` after a list was closed; `write` for one list, written already or not.

    `written(HandoverWritten)`: a file stands whole under its name and in the record. `failed(OutletError)`: it does
    not; its list stays closed and due, and what waited behind it is dropped, because the same stick would refuse it.
    """

    written = Signal(object)
    failed = Signal(object)

    def __init__(self, sealed_handover: SealedHandOver, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = sealed_handover
        self._tasks = tasks
        self._waiting: list[bytes] = []
        self._at_work: bytes | None = None

    @property
    def is_running(self) -> bool:
        """Whether a file is being made."""
        return self._at_work is not None

    def write_due(self) -> None:
        """Write what is due, which is nothing where no carrier has a key."""
        self._tasks.run(Lane.DATA, self._desk.due, self, self._take_due, self.failed.emit)

    def write(self, list_id: bytes) -> None:
        """Write the file of a closed list, once behind those that wait already."""
        if list_id != self._at_work and list_id not in self._waiting:
            self._waiting.append(list_id)
        self._go_on()

    def _take_due(self, due: tuple[bytes, ...]) -> None:
        for list_id in due:
            self.write(list_id)

    def _go_on(self) -> None:
        if self._at_work is None and self._waiting:
            self._at_work = self._waiting.pop(0)
            self._tasks.run(Lane.DATA, partial(self._desk.begin, self._at_work), self, self._gather, self._fail)

    def _gather(self, order: HandoverOrder) -> None:
        if order.data:
            self._tasks.run(Lane.FILES, partial(self._desk.write, order), self, self._note, self._fail)
        else:
            self._tasks.run(Lane.DATA, partial(self._desk.gather, order), self, self._gather, self._fail)

    def _note(self, written: HandoverWritten) -> None:
        done = partial(self._tell, written)
        self._tasks.run(Lane.DATA, partial(self._desk.note, written), self, done, self._fail)

    def _tell(self, written: HandoverWritten, _nothing: None) -> None:
        self._at_work = None
        self.written.emit(written)
        self._go_on()

    def _fail(self, error: OutletError) -> None:
        self._at_work = None
        self._waiting.clear()
        self.failed.emit(error)
