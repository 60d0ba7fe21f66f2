"""A carrier's table of sort codes: whether there is one, a file to load, and what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.sort_code_table import RowFaultKind
from outlet_app.ui import carrier_names, theme
from outlet_app.ui.file_preview import FilePreview

if TYPE_CHECKING:
    from outlet_app.domain.sort_code_table import RowFault, SortCodeTable
    from outlet_app.services.carrier_desk import CarrierRow


class SortCodeCard(QFrame):
    """`file_asked`: a file is to be chosen. `load_asked`: its table is wanted. `remove_asked`: no table is."""

    file_asked = Signal()
    load_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: CarrierRow | None = None
        self.table: SortCodeTable | None = None
        self.heading, self.story, self.state = QLabel(), QLabel(), QLabel()
        self.remove, self.choose = QPushButton(), QPushButton()
        self.preview = FilePreview()
        self.choose.clicked.connect(self.file_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.preview.taken.connect(self.load_asked)
        self.preview.left.connect(self.forget)
        self._lay_out()
        self.retranslate()

    def show_row(self, row: CarrierRow | None) -> None:
        """Show how the carrier stands; nothing for one that is not saved yet."""
        self._row = row
        self.setVisible(row is not None)
        self.forget()
        self.retranslate()

    def show_table(self, table: SortCodeTable) -> None:
        """Show what a file would bring."""
        self.table = table
        self.retranslate()

    def forget(self) -> None:
        """Show no file any more."""
        self.table = None
        self.preview.hide()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        codes = 0 if self._row is None else self._row.codes
        self.heading.setText(self.tr("Sort codes"))
        self.story.setText(
            self.tr(
                "A table of places and codes, as the carrier gives it: a CSV with the headings 省, 市, 区县 and "
                "三段码, or province, city, district and code. A row without a district stands for its whole city."
            )
        )
        table = self.tr("%n place(s) have a code of this carrier; the others go by city and district.", "", codes)
        self.state.setText(table if codes else self.tr("No table: labels say city and district."))
        self.remove.setText(self.tr("Remove the table"))
        self.remove.setVisible(bool(codes))
        self.choose.setText(self.tr("Choose a file …"))
        if self.table is not None:
            self._show_preview(self.table)

    def _show_preview(self, table: SortCodeTable) -> None:
        good = self.tr("%n place(s) with a code", "", len(table.rows)) if table.rows else ""
        name = "" if self._row is None else carrier_names.own_name(self._row.carrier)
        words = self.tr("Load them for {carrier}, in place of what is there").format(carrier=name)
        faults = [self._fault(fault) for fault in table.faults]
        self.preview.show_file(table.name, good, words, faults, table.refused)

    def _fault(self, fault: RowFault) -> str:
        words = {
            RowFaultKind.NO_PLACE: self.tr("no province"),
            RowFaultKind.UNKNOWN_PLACE: self.tr("no place of China that this program knows"),
            RowFaultKind.NO_CODE: self.tr("no code"),
            RowFaultKind.BAD_CODE: self.tr("the code is too long or cannot be printed"),
            RowFaultKind.DOUBLE: self.tr("this place has a code above already"),
        }
        return self.tr("Row {row}: {fault}").format(row=fault.row, fault=words[fault.kind])

    def _lay_out(self) -> None:
        self.setObjectName("card")
        self.heading.setObjectName("person")
        self.story.setObjectName("caption")
        self.story.setWordWrap(True)
        self.state.setWordWrap(True)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID_PX)
        foot.addWidget(self.state, stretch=1)
        for button in (self.remove, self.choose):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, 2 * theme.GRID_PX)
        column.setSpacing(theme.GRID_PX)
        for part in (self.heading, self.story):
            column.addWidget(part)
        column.addLayout(foot)
        column.addWidget(self.preview)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
