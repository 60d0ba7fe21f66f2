"""Shelf labels on their way to the printer that was chosen for them; a print that fails loses no arrival."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from outlet_app.ui import wording
from outlet_app.ui.print_run import PrintRun, trouble_words
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.printing import Trouble
    from outlet_app.services.arrivals import Arrivals
    from outlet_app.services.labels import PrintJob
    from outlet_app.services.printing_desk import PrintingDesk
    from outlet_app.ui.printer_choice import PrinterChoice
    from outlet_app.ui.tasks import Tasks


class ShelfPrints(QObject):
    """`message(kind, text)`: a line for the message bar. `printer` is where the labels go."""

    message = Signal(str, str)

    def __init__(
        self,
        arrivals: Arrivals,
        desk: PrintingDesk,
        printer: PrinterChoice,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._arrivals = arrivals
        self._tasks = tasks
        self._wanted: set[str] = set()
        self.printer = printer
        self._run = PrintRun(desk, tasks, self)
        self._run.printed.connect(self._tell_printed)
        self._run.print_failed.connect(self._tell_failed)
        self._run.held_up.connect(self._tell_held_up)

    def start(self, job: PrintJob | None) -> None:
        """Send a label that was taken for printing; None is one that goes nowhere."""
        if job is not None:
            self._run.start(job)

    def again(self, record_id: bytes, number: str) -> None:
        """Take one more label of a parcel on its shelf, and send it."""
        printer = self.printer.chosen()
        if printer is None:
            self.message.emit("warn", self.tr("Choose a printer for shelf labels first."))
            return
        self._wanted.add(number)
        take = partial(self._arrivals.print_again, record_id, printer)
        self._tasks.run(Lane.DATA, take, self, self.start, partial(self._tell_failed, number))

    def _tell_printed(self, number: str) -> None:
        """Of one that somebody asked for; what prints by itself is seen at the printer."""
        if number in self._wanted:
            self._wanted.discard(number)
            self.message.emit("good", self.tr("Shelf label of {number} printed").format(number=number))

    def _tell_failed(self, number: str, error: OutletError) -> None:
        words = self.tr("{number} is on its shelf; its label did not print. {why} Then print it again: Ctrl+P.")
        self.message.emit("bad", words.format(number=number, why=wording.sentence(error)))

    def _tell_held_up(self, number: str, troubles: frozenset[Trouble]) -> None:
        words = self.tr(
            "{number} is on its shelf; its label waits at the printer: {why}. It prints when that is mended."
        )
        self.message.emit("warn", words.format(number=number, why=trouble_words(troubles)))
