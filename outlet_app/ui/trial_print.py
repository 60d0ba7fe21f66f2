"""A page that holds nothing of anybody on its way to a printer, and what became of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from outlet_app import printing
from outlet_app.errors import PrinterUnavailable
from outlet_app.printing import JobReport, JobState
from outlet_app.ui.print_run import trouble_words
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.printer import Printer
    from outlet_app.errors import OutletError
    from outlet_app.ui.tasks import Tasks

PATIENCE_S = 8.0
"""A page is out within two; what takes longer waits for somebody, and the lane is needed for labels."""

TEST_JOB = "TEST"
"""The name of the job, and of the file in a folder."""


class TrialPrint(QObject):
    """One at a time. `told(kind, text)`: what became of it, for the message bar. `ended`: another may be printed."""

    told = Signal(str, str)
    ended = Signal()

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.is_busy = False

    def begin(self, make: Callable[[], bytes], printer: Printer, failed: Callable[[OutletError], None]) -> None:
        """Make the page on the data lane and print it. What keeps it from being made goes to `failed`."""
        if self.is_busy:
            return
        self.is_busy = True
        self.told.emit("good", self.tr("Printing on {printer}…").format(printer=printer.name))
        self._tasks.run(Lane.DATA, make, self, partial(self._print, printer, failed), partial(self._fail, failed))

    def _print(self, printer: Printer, failed: Callable[[OutletError], None], pdf: bytes) -> None:
        work = partial(_out, pdf, printer)
        self._tasks.run(Lane.PAPER, work, self, partial(self._tell, printer), partial(self._fail, failed))

    def _tell(self, printer: Printer, report: JobReport) -> None:
        self._end()
        if report.state.is_final:
            self.told.emit("good", self.tr("{printer} has printed it").format(printer=printer.name))
        else:
            words = self.tr("The page waits at {printer}: {trouble}. It comes out when that is mended.")
            self.told.emit("warn", words.format(printer=printer.name, trouble=trouble_words(report.troubles)))

    def _fail(self, failed: Callable[[OutletError], None], error: OutletError) -> None:
        self._end()
        failed(error)

    def _end(self) -> None:
        self.is_busy = False
        self.ended.emit()


def _out(pdf: bytes, printer: Printer) -> JobReport:
    """Print, and watch for as long as a page takes to come out."""
    job = printing.print_pdf(pdf, printer, TEST_JOB, coded=False)
    report = JobReport(JobState.DONE) if job is None else printing.watch(job, PATIENCE_S)
    if report.state is JobState.FAILED:
        raise PrinterUnavailable(printer.name)
    return report
