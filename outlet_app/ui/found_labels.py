"""Labels of a waybill that was found: once more without code, or a new one in place of the old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from outlet_app.ui.print_news import PrintNews
from outlet_app.ui.print_run import PrintRun

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.printer import Printer
    from outlet_app.services.labels import PrintJob
    from outlet_app.services.printing_desk import PrintingDesk
    from outlet_app.ui.tasks import Tasks


class FoundLabels(QObject):
    """`message(kind, text)`: as in `EntryView`. `recorded`: what became of a label is in the record."""

    message = Signal(str, str)
    recorded = Signal()

    def __init__(
        self,
        desk: PrintingDesk,
        printer: Callable[[], Printer | None],
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._printer = printer
        self._run = PrintRun(desk, tasks, self)
        self._news = PrintNews(self._run, self)
        self._news.message.connect(self.message)
        self._run.recorded.connect(self.recorded)

    @property
    def has_printer(self) -> bool:
        """Whether labels go anywhere now."""
        return self._printer() is not None

    def may_be_put_right(self, record_id: bytes) -> bool:
        """Whether this waybill was typed here a moment ago, so that it can be put right without its label."""
        return any(each.record_id == record_id and each.right_until for each in self._desk.latest())

    def print_again(self, record_id: bytes, number: str) -> None:
        """One more label of this waybill to the chosen printer."""
        printer = self._printer()
        if printer is None:
            self.message.emit("warn", self.tr("Choose a printer under Accept first."))
        else:
            self._run.again(record_id, number, printer)

    def print_new(self, job: PrintJob) -> None:
        """A new label that takes the place of one that opens nothing any more."""
        self._news.expect_new_label(job.number)
        self._run.start(job)
