"""What the live preview shows: the draft's label on the paper that lies in the chosen printer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from outlet_app.services.label_drawing import PLAIN_PAPER
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.domain.draft import WaybillDraft
    from outlet_app.domain.printer import Printer
    from outlet_app.services.entry import Entry
    from outlet_app.services.label_drawing import LabelPaper
    from outlet_app.services.printing_desk import PrintingDesk
    from outlet_app.ui.label_preview import LabelPreview
    from outlet_app.ui.printer_choice import PrinterChoice
    from outlet_app.ui.tasks import Tasks


class LiveLabel(QObject):
    """Asks for the paper whenever labels go to another printer, and draws the same draft again on another paper."""

    def __init__(
        self,
        entry: Entry,
        desk: PrintingDesk,
        tasks: Tasks,
        printer: PrinterChoice,
        preview: LabelPreview,
    ) -> None:
        super().__init__(preview)
        self._entry = entry
        self._desk = desk
        self._tasks = tasks
        self._printer = printer
        self._preview = preview
        self._paper = PLAIN_PAPER
        self._shown: tuple[WaybillDraft, str | None] | None = None
        printer.changed.connect(self._ask)
        self._ask()

    def show(self, draft: WaybillDraft, next_number: str | None) -> None:
        """Show the label of `draft` as it would print; `next_number` stands on it while the draft has none."""
        self._shown = draft, next_number
        draw = partial(self._entry.preview, draft, next_number, self._paper)
        self._preview.show_label(draw, self._paper.size_mm)

    def _ask(self) -> None:
        printer = self._printer.chosen()
        self._tasks.run(Lane.DATA, partial(self._desk.paper, printer), self, partial(self._take, printer))

    def _take(self, printer: Printer | None, paper: LabelPaper) -> None:
        if printer == self._printer.chosen() and paper != self._paper:
            self._paper = paper
            if self._shown is not None:
                self.show(*self._shown)
