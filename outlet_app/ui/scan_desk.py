"""Where the codes of our labels and day sheets go, whatever page stands open: judged one after the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from outlet_app.domain.text import fold_width
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.services.scans import ScanReport, Scans
    from outlet_app.ui.tasks import Tasks

_JUDGED = ("OA1.", "OC1.")
"""How the codes of a label and of a day sheet begin; cards and recovery sheets have others, and are not for here."""


class ScanDesk(QObject):
    """Of two scans in a row the later one alone is told.

    `began`: a code was scanned, and what a former one opened closes now. Then `reported(ScanReport)`, or
    `refused(OutletError)` for a code that could not be judged.
    """

    began = Signal()
    reported = Signal(object)
    refused = Signal(object)

    def __init__(self, scans: Scans, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scans = scans
        self._tasks = tasks
        self._newest = 0

    def takes(self, text: str) -> bool:
        """Whether this is a code to be judged here."""
        return fold_width(text).strip().upper().startswith(_JUDGED)

    def take(self, text: str) -> None:
        """Judge a scanned code; it goes to the service and nowhere else."""
        self._newest += 1
        self.began.emit()
        told, failed = partial(self._tell, self._newest), partial(self._tell_error, self._newest)
        self._tasks.run(Lane.DATA, partial(self._scans.take, text), self, told, failed)

    def put_down(self) -> None:
        """The parcel is no longer in the hand."""
        self._newest += 1
        self._tasks.run(Lane.DATA, self._scans.put_down, self, _nothing_more)

    def _tell(self, scan: int, report: ScanReport) -> None:
        if scan == self._newest:
            self.reported.emit(report)

    def _tell_error(self, scan: int, error: OutletError) -> None:
        if scan == self._newest:
            self.refused.emit(error)


def _nothing_more(_nothing: None) -> None:
    """It is put down."""
