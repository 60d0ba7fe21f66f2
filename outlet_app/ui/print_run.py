"""One label's way to a printer: out on the paper lane, and what became of it into the record."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from outlet_app import printing
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.domain.printer import Printer
    from outlet_app.errors import OutletError
    from outlet_app.services.labels import PrintJob
    from outlet_app.services.printing_desk import PrintingDesk
    from outlet_app.ui.tasks import Tasks


class PrintRun(QObject):
    """`printed(number)`: a printer took the label. `print_failed(number, error)`: it did not, or no label was made.

    `recorded()`: what became of a label is in the record. A failed print never loses a waybill: its label can be
    taken again.
    """

    printed = Signal(str)
    print_failed = Signal(str, object)
    recorded = Signal()

    def __init__(self, desk: PrintingDesk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks

    def start(self, job: PrintJob) -> None:
        """Send a label that was already taken for printing."""
        send = partial(printing.print_pdf, job.pdf, job.printer, job.number, coded=job.coded)
        self._tasks.run(Lane.PAPER, send, self, lambda _: self._report_printed(job), partial(self._report_failed, job))

    def again(self, record_id: bytes, number: str, printer: Printer) -> None:
        """Take one more label of a waybill, and send it."""
        take = partial(self._desk.take, record_id, printer)
        self._tasks.run(Lane.DATA, take, self, self.start, partial(self.print_failed.emit, number))

    def _report_printed(self, job: PrintJob) -> None:
        self._record(job, printed=True)
        self.printed.emit(job.number)

    def _report_failed(self, job: PrintJob, error: OutletError) -> None:
        self._record(job, printed=False)
        self.print_failed.emit(job.number, error)

    def _record(self, job: PrintJob, *, printed: bool) -> None:
        report = partial(self._desk.report, job, printed=printed)
        self._tasks.run(Lane.DATA, report, self, lambda _: self.recorded.emit())
