"""One label's way to a printer: out on the paper lane, followed until it is printed, and then into the record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, QTimer, Signal

from outlet_app import printing
from outlet_app.errors import PrinterUnavailable
from outlet_app.printing import JobState, Trouble
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.domain.printer import Printer
    from outlet_app.errors import OutletError
    from outlet_app.printing import JobReport, SpooledJob
    from outlet_app.services.labels import PrintJob
    from outlet_app.services.printing_desk import PrintingDesk
    from outlet_app.ui.tasks import Tasks

QUICK_MS, SLOW_MS = 250, 2000
"""How often the spooler is asked: at first, and once somebody has been told that the label waits."""

PATIENCE = 24
"""Quick questions, 6 s: a label is out within a second, what takes longer waits for somebody."""

_TROUBLES: dict[Trouble, object] = {
    Trouble.NO_PAPER: QT_TRANSLATE_NOOP("PrintTroubles", "it has no paper"),
    Trouble.JAM: QT_TRANSLATE_NOOP("PrintTroubles", "paper is jammed"),
    Trouble.COVER_OPEN: QT_TRANSLATE_NOOP("PrintTroubles", "its cover is open"),
    Trouble.NO_RIBBON: QT_TRANSLATE_NOOP("PrintTroubles", "its ribbon is used up"),
    Trouble.NO_ANSWER: QT_TRANSLATE_NOOP("PrintTroubles", "it does not answer"),
    Trouble.PAUSED: QT_TRANSLATE_NOOP("PrintTroubles", "it is paused"),
    Trouble.OTHER: QT_TRANSLATE_NOOP("PrintTroubles", "it reports a fault"),
}


@dataclass(frozen=True, slots=True)
class _Way:
    """A job that a spooler took, how often it was asked for, and whether somebody was told that it waits."""

    job: PrintJob
    spooled: SpooledJob
    asked: int = 0
    told: bool = False


class PrintRun(QObject):
    """Follows labels to their printers.

    `printed(number)`: the label is out, or lies in its folder. `print_failed(number, error)`: it will not come out, or
    none was made. `held_up(number, troubles)`: it waits at the printer for somebody, and prints when he has come.
    `recorded()`: what became of a label is in the record. A failed print never loses a waybill: its label can be taken
    again. A label that still waits when its clerk leaves stays recorded as taken.
    """

    printed = Signal(str)
    print_failed = Signal(str, object)
    held_up = Signal(str, object)
    recorded = Signal()

    def __init__(self, desk: PrintingDesk, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks

    def start(self, job: PrintJob) -> None:
        """Send a label that was already taken for printing."""
        send = partial(printing.print_pdf, job.pdf, job.printer, job.number, coded=job.coded)
        self._tasks.run(Lane.PAPER, send, self, partial(self._follow, job), partial(self._report_failed, job))

    def again(self, record_id: bytes, number: str, printer: Printer) -> None:
        """Take one more label of a waybill, and send it."""
        take = partial(self._desk.take, record_id, printer)
        self._tasks.run(Lane.DATA, take, self, self.start, partial(self.print_failed.emit, number))

    def _follow(self, job: PrintJob, spooled: SpooledJob | None) -> None:
        if spooled is None:
            self._report_printed(job)
        else:
            self._ask(_Way(job, spooled))

    def _ask(self, way: _Way) -> None:
        self._tasks.run(Lane.PAPER, partial(printing.job_report, way.spooled), self, partial(self._hear, way))

    def _hear(self, way: _Way, report: JobReport) -> None:
        if report.state is JobState.FAILED:
            self._report_failed(way.job, PrinterUnavailable(way.job.printer.name))
        elif report.state.is_final:
            self._report_printed(way.job)
        else:
            self._wait(way, report)

    def _wait(self, way: _Way, report: JobReport) -> None:
        waits = report.state is JobState.HELD_UP or way.asked >= PATIENCE
        if waits and not way.told:
            self.held_up.emit(way.job.number, report.troubles)
        later = replace(way, asked=way.asked + 1, told=way.told or waits)
        QTimer.singleShot(SLOW_MS if later.told else QUICK_MS, self, partial(self._ask, later))

    def _report_printed(self, job: PrintJob) -> None:
        self._record(job, printed=True)
        self.printed.emit(job.number)

    def _report_failed(self, job: PrintJob, error: OutletError) -> None:
        self._record(job, printed=False)
        self.print_failed.emit(job.number, error)

    def _record(self, job: PrintJob, *, printed: bool) -> None:
        report = partial(self._desk.report, job, printed=printed)
        self._tasks.run(Lane.DATA, report, self, lambda _: self.recorded.emit())


def trouble_words(troubles: frozenset[Trouble]) -> str:
    """Why a label waits, in words that follow "the printer:"; the first of several."""
    trouble = next((each for each in Trouble if each in troubles), Trouble.NO_ANSWER)
    return QCoreApplication.translate("PrintTroubles", str(_TROUBLES[trouble]))
