"""Where labels go: a printer of this machine, a folder for PDF files, or nowhere; and whether they get their code."""

from __future__ import annotations

import urllib.parse
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from outlet_app import printing
from outlet_app.errors import OutletError, PrinterGone
from outlet_app.ui import prompts, theme
from outlet_app.ui.inputs import Choice
from outlet_app.ui.preferences import PrinterUse
from outlet_app.ui.tasks import Lane
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.domain.printer import Printer
    from outlet_app.services.printing_desk import PrintingDesk
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

_NOWHERE, _OTHER_FOLDER = "", "…"
_FOLDER = f"{printing.FILE_FOLDER}:"
_SMALLEST_PX = 180


class PrinterChoice(QWidget):
    """`changed`: labels go somewhere else now. `not_kept(OutletError)`: it could not be written down, or it is gone.

    What was chosen is remembered on this machine for each `use`: a queue by its name, a folder by its path. Shelf
    labels have no code, so nothing is said of one.
    """

    changed = Signal()
    not_kept = Signal(object)

    def __init__(
        self,
        desk: PrintingDesk,
        tasks: Tasks,
        preferences: Preferences,
        use: PrinterUse = PrinterUse.LABELS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._use = use
        self._desk = desk
        self._tasks = tasks
        self._preferences = preferences
        self._wanted = preferences.choices.printer_for(use)
        self._queues: dict[str, Printer] = {}
        self._folder = _folder_of(self._wanted)
        self.icon = QLabel()
        self.choice = Choice()
        self.code = QLabel()
        self._lay_out()
        self.retranslate()
        self.choice.activated.connect(self._choose)
        self.choice.opened.connect(self.look_for_printers)
        self.look_for_printers()

    def chosen(self) -> Printer | None:
        """Where labels go, None for nowhere."""
        value = self.choice.value()
        return self._folder if self._folder is not None and value == self._folder.uri else self._queues.get(value)

    def look_for_printers(self) -> None:
        """Ask this machine for its printers; the answer takes the place of the list."""
        self._tasks.run(Lane.PAPER, printing.printers, self, self.offer)

    def offer(self, printers: tuple[Printer, ...]) -> None:
        """Offer these printers, and choose the one that was used last, else the first that the owner approved."""
        before = self.chosen()
        trays = tuple(filter(printing.is_tray, self._desk.approved()))
        queues = {printer.name: printer for printer in (*trays, *printers)}
        if queues == self._queues:
            return
        self._queues = queues
        if not self._wanted:
            self._wanted = next(
                (name for name, queue in self._queues.items() if self._desk.is_approved(queue)), _NOWHERE
            )
        self._fill()
        if self.chosen() != before:
            self.changed.emit()
            if before is not None and before.name not in queues:
                self.not_kept.emit(PrinterGone(before.name))

    def refresh(self) -> None:
        """Look again: at the printers of this machine, and at which of them the owner approved."""
        self._tell_code()
        self.changed.emit()
        self.look_for_printers()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        on_shelf = self._use is PrinterUse.SHELF_LABELS
        self.choice.setAccessibleName(self.tr("Printer of shelf labels") if on_shelf else self.tr("Printer"))
        self.choice.setToolTip(self.tr("Where shelf labels go") if on_shelf else self.tr("Where labels go"))
        self._fill()

    def _fill(self) -> None:
        entries = [(name, name) for name in self._queues]
        if self._folder is not None:
            folder = Path(_path_of(self._folder))
            entries.append((self._folder.uri, self.tr("PDF files in {folder}").format(folder=folder.name)))
        entries += [(_OTHER_FOLDER, self.tr("PDF files in a folder…")), (_NOWHERE, self.tr("No printer"))]
        self.choice.offer(entries)
        self.choice.choose(self._wanted if self._wanted in dict(entries) else _NOWHERE)
        self._tell_code()

    def _choose(self) -> None:
        value = self.choice.value()
        if value == _OTHER_FOLDER:
            start = Path(_path_of(self._folder)) if self._folder is not None else Path.home()
            folder = prompts.choose_folder(self, self.tr("Folder for labels as PDF files, without code"), start)
            if folder is not None:
                self._folder = printing.folder_printer(folder)
                self._keep(self._folder.uri)
            self._fill()
        else:
            self._keep(value)
            self._tell_code()
        self.changed.emit()

    def _keep(self, value: str) -> None:
        self._wanted = value
        try:
            self._preferences.keep(self._preferences.choices.with_printer(self._use, value))
        except OutletError as error:
            self.not_kept.emit(error)

    def _tell_code(self) -> None:
        printer = self.chosen()
        coded = printer is not None and self._desk.is_approved(printer)
        self.code.setVisible(printer is not None and self._use is PrinterUse.LABELS)
        self.code.setText(self.tr("with code") if coded else self.tr("without code"))
        self.code.setToolTip(
            self.tr("The owner approved this printer: its labels carry the code that opens the parcel's details.")
            if coded
            else self.tr("The owner has not approved this printer: its labels carry the number only.")
        )
        theme.wear_icon(self.icon, "printer", Token.GOOD if coded else Token.MUTED)

    def _lay_out(self) -> None:
        self.choice.setMinimumWidth(_SMALLEST_PX)
        self.code.setObjectName("caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.icon)
        row.addWidget(self.choice)
        row.addWidget(self.code)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _folder_of(wanted: str) -> Printer | None:
    return printing.folder_printer(Path(_unquoted(wanted))) if wanted.startswith(_FOLDER) else None


def _path_of(printer: Printer) -> str:
    return _unquoted(printer.uri)


def _unquoted(uri: str) -> str:
    return urllib.parse.unquote(uri.removeprefix(_FOLDER))
