"""A report on its way: the record recomputed in short pieces, the report made, then saved or handed to a printer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from outlet_app import printing
from outlet_app.durable_file import replace_file
from outlet_app.services.report import Undrawn
from outlet_app.ui import report_words
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from outlet_app.domain.incident import IncidentDraft
    from outlet_app.domain.printer import Printer
    from outlet_app.errors import OutletError
    from outlet_app.services.evidence import Gathered
    from outlet_app.services.report import Recomputed, Report, Sayings
    from outlet_app.services.reports import Reports
    from outlet_app.ui.tasks import Tasks


class ReportRun(QObject):
    """Makes one report at a time; another one that is asked for takes its place.

    `gone_on(done, all)`: so many acts of the record were recomputed. `made(Report)`. `saved(Path)`: the folder.
    `sent(printer's name)`: the spooler took it. `failed(OutletError)`: none was made, saved or sent.
    """

    gone_on = Signal(int, int)
    made = Signal(object)
    saved = Signal(object)
    sent = Signal(str)
    failed = Signal(object)

    def __init__(
        self, reports: Reports, tasks: Tasks, parent: QObject | None = None, sayings: Sayings | None = None
    ) -> None:
        super().__init__(parent)
        self._reports = reports
        self._tasks = tasks
        self._sayings = sayings or report_words.sayings()
        self._ticket = 0
        self._running = False

    @property
    def is_running(self) -> bool:
        """Whether a report is being made."""
        return self._running

    def day_sheet(self, day: date, printer: Printer | None = None) -> None:
        """Make the sheet of a day, for the paper of `printer`."""
        self.make(partial(self._reports.day_sheet, day, self._sayings, printer))

    def evidence(self, account_id: bytes, first: date, last: date) -> None:
        """Make the evidence report about an account, with its part of the record; as `day_sheet`, and longer."""
        self._ticket += 1
        self._running = True
        begin = partial(self._reports.begin_evidence, account_id, first, last)
        gather = partial(self._gather, self._ticket)
        self._tasks.run(Lane.DATA, begin, self, gather, partial(self._fail, self._ticket))

    def incident(self, draft: IncidentDraft, first: date, last: date) -> None:
        """Make the incident form."""
        self.make(partial(self._reports.incident, draft, first, last))

    def totals(self, first: date, last: date) -> None:
        """Make the table of totals."""
        self.make(partial(self._reports.totals, first, last))

    def make(self, report: Callable[[], Report | Undrawn]) -> None:
        """Recompute the record, then make `report`."""
        self._ticket += 1
        self._running = True
        go_on = partial(self._go_on, self._ticket, report)
        self._tasks.run(Lane.DATA, self._reports.begin_check, self, go_on, partial(self._fail, self._ticket))

    def stop(self) -> None:
        """Make no report; what is under way ends unheard."""
        self._ticket += 1
        self._running = False

    def save(self, report: Report, folder: Path) -> None:
        """Write every part of a report into a folder, under its name; a file of that name is replaced."""
        save = partial(_save, report, folder)
        self._tasks.run(Lane.FILES, save, self, lambda _: self.saved.emit(folder), self.failed.emit)

    def print(self, report: Report, printer: Printer) -> None:
        """Hand a report's pages to a printer; it carries no token, so any printer may have it."""
        send = partial(printing.print_pdf, report.pages, printer, report.name, coded=False)
        self._tasks.run(Lane.PAPER, send, self, lambda _: self.sent.emit(printer.name), self.failed.emit)

    def _gather(self, ticket: int, so_far: Gathered) -> None:
        if ticket != self._ticket:
            return
        self.gone_on.emit(so_far.done, so_far.every)
        if so_far.is_done:
            self.make(partial(self._reports.evidence, self._sayings))
        else:
            gather, fail = partial(self._gather, ticket), partial(self._fail, ticket)
            self._tasks.run(Lane.DATA, self._reports.gather, self, gather, fail)

    def _go_on(self, ticket: int, report: Callable[[], Report | Undrawn], so_far: Recomputed) -> None:
        if ticket != self._ticket:
            return
        self.gone_on.emit(so_far.reached.n, so_far.goal)
        if so_far.is_done:
            make = partial(report_words.on_paper, report)
            self._tasks.run(Lane.DATA, make, self, partial(self._tell, ticket), partial(self._fail, ticket))
        else:
            go_on = partial(self._go_on, ticket, report)
            self._tasks.run(Lane.DATA, self._reports.recompute, self, go_on, partial(self._fail, ticket))

    def _tell(self, ticket: int, report: Report | Undrawn) -> None:
        if ticket != self._ticket:
            return
        if isinstance(report, Undrawn):
            tell, fail = partial(self._tell, ticket), partial(self._fail, ticket)
            self._tasks.run(Lane.PAPER, report.draw, self, tell, fail)
            return
        self._running = False
        self.made.emit(report)

    def _fail(self, ticket: int, error: OutletError) -> None:
        if ticket == self._ticket:
            self._running = False
            self.failed.emit(error)


def _save(report: Report, folder: Path) -> None:
    for data, ending in ((report.pages, "pdf"), (report.table, "csv"), (report.segment, "record")):
        if data:
            replace_file(folder / f"{report.name}.{ending}", data)
