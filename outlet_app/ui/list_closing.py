"""A hand-over list's end: closed, printed, and written for the carrier where that is due; and printed again later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from outlet_app.ui import wording
from outlet_app.ui.print_run import PrintRun, trouble_words
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.handover_list import HandoverList
    from outlet_app.domain.printer import Printer
    from outlet_app.errors import OutletError
    from outlet_app.printing import Trouble
    from outlet_app.services.hand_over import ClosedList, HandOver
    from outlet_app.services.printing_desk import PrintingDesk
    from outlet_app.services.sealed_handover import HandoverWritten
    from outlet_app.ui.handover_run import HandoverRun
    from outlet_app.ui.tasks import Tasks


class ListClosing(QObject):
    """`closed(HandoverList)`: it is closed, whatever becomes of its paper. `refused(OutletError)`: it stands open.

    `message(kind, text)`: as in `EntryView`.
    """

    closed = Signal(object)
    refused = Signal(object)
    message = Signal(str, str)

    def __init__(
        self,
        hand_over: HandOver,
        desk: PrintingDesk,
        sealed: HandoverRun,
        printer: Callable[[], Printer | None],
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._hand_over = hand_over
        self._printer = printer
        self._tasks = tasks
        self._sealed = sealed
        self._sealed.setParent(self)
        self._sealed.written.connect(self._tell_written)
        self._sealed.failed.connect(self._tell_not_written)
        self._run = PrintRun(desk, tasks, self)
        self._run.printed.connect(self._tell_printed)
        self._run.print_failed.connect(self._tell_failed)
        self._run.held_up.connect(self._tell_held_up)

    @property
    def prints(self) -> bool:
        """Whether a printer is chosen."""
        return self._printer() is not None

    def close(self, handover: HandoverList) -> None:
        """Close the list and then print it: a paper that cannot be made leaves no list open."""
        work = partial(self._hand_over.close, handover.list_id, None)
        self._tasks.run(Lane.DATA, work, self, self._go_on, self.refused.emit)

    def write_due(self) -> None:
        """Write what carriers should have had already: a stick was missing when their list was closed."""
        self._sealed.write_due()

    def print_again(self, handover: HandoverList) -> None:
        """The paper of a closed list once more."""
        if self.prints:
            self._print(handover)
        else:
            self.message.emit("warn", self.tr("Choose a printer under Accept first."))

    def _go_on(self, done: ClosedList) -> None:
        self.closed.emit(done.list)
        self._sealed.write_due()
        if self.prints:
            self._print(done.list)

    def _print(self, handover: HandoverList) -> None:
        printer = self._printer()
        assert printer is not None
        work = partial(self._hand_over.paper, handover.list_id, printer)
        failed = partial(self._tell_failed, str(handover.number))
        self._tasks.run(Lane.DATA, work, self, self._run.start, failed)

    def _tell_written(self, written: HandoverWritten) -> None:
        if written.without_wrap:
            words = self.tr("Sealed file {name} written. Not in it: {numbers}, accepted before the carrier's key.")
            numbers = self.tr(", ").join(written.without_wrap)
            self.message.emit("warn", words.format(name=written.path.name, numbers=numbers))
        else:
            words = self.tr("Sealed file {name} written for the carrier: {count}")
            self.message.emit("good", words.format(name=written.path.name, count=written.count))

    def _tell_not_written(self, error: OutletError) -> None:
        words = self.tr("A closed list's sealed file for its carrier is still to be written. {why}")
        self.message.emit("bad", words.format(why=wording.sentence(error)))

    def _tell_printed(self, number: str) -> None:
        self.message.emit("good", self.tr("List {number} printed").format(number=number))

    def _tell_failed(self, number: str, error: OutletError) -> None:
        words = self.tr("List {number} is closed; its paper can be printed again below. {why}")
        self.message.emit("bad", words.format(number=number, why=wording.sentence(error)))

    def _tell_held_up(self, number: str, troubles: frozenset[Trouble]) -> None:
        words = self.tr("List {number} is closed; its paper waits at the printer: {why}.")
        self.message.emit("warn", words.format(number=number, why=trouble_words(troubles)))
