"""Printing a card or sheet straight to paper: the printers that make no files, the paper in them, and the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from outlet_app import printing
from outlet_app.ui import theme
from outlet_app.ui.inputs import Choice
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.printer import Printer

_SMALLEST_PX = 180


def print_paper(draw: Callable[[], bytes], printer: Printer) -> None:
    """Draw a card or sheet and print it straight; for the paper lane. Raises as `draw` and `printing.print_secret`."""
    printing.print_secret(draw(), printer)


class SecretPrint(QWidget):
    """One row. `asked(Printer, str)`: print on this printer, on paper of that stock's name."""

    asked = Signal(object, str)

    def __init__(self, stocks: tuple[str, ...], tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._printers: dict[str, Printer] = {}
        self._looked = False
        self.printer, self.stock = Choice(), Choice()
        self.stock.offer((name, f"{name.replace('x', ' × ')} mm") for name in stocks)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._ask)
        self.none = QLabel()
        self.none.setObjectName("caption")
        self.none.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        self.printer.setMinimumWidth(_SMALLEST_PX)
        for part in (self.printer, self.stock, self.button):
            row.addWidget(part)
        row.addWidget(self.none, stretch=1)
        self.retranslate()
        self._show([])

    def look(self) -> None:
        """Ask the print system for its printers anew."""
        self._tasks.run(Lane.PAPER, printing.printers, self, self._take)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.button.setText(self.tr("Print"))
        self.printer.setAccessibleName(self.tr("Printer"))
        self.stock.setAccessibleName(self.tr("Paper"))
        self.none.setText(
            self.tr("No printer for paper was found. Copying by hand is as good.")
            if self._looked
            else self.tr("Looking for printers…")
        )

    def _take(self, printers: tuple[Printer, ...]) -> None:
        self._looked = True
        self._show([printer for printer in printers if not printer.makes_files])
        self.retranslate()

    def _show(self, printers: list[Printer]) -> None:
        self._printers = {printer.name: printer for printer in printers}
        self.printer.offer((name, name) for name in self._printers)
        for part in (self.printer, self.stock, self.button):
            part.setVisible(bool(printers))
        self.none.setVisible(not printers)

    def _ask(self) -> None:
        self.asked.emit(self._printers[self.printer.value()], self.stock.value())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
