"""The carriers in the order they are offered, with what is special about each; one of them is being looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import carrier_names, theme

if TYPE_CHECKING:
    from outlet_app.services.carrier_desk import CarrierRow

_ROW_PX, _LEAST_PX, _FRAME_PX = 34, 200, 14


class CarrierList(QWidget):
    """`chosen(code)`: another carrier is looked at. `moved(step)`: it is to stand earlier or later.

    `added`: a new one is to be typed.
    """

    chosen = Signal(str)
    moved = Signal(int)
    added = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[CarrierRow, ...] = ()
        self.names = QListWidget()
        self.earlier, self.later, self.add = QPushButton("↑"), QPushButton("↓"), QPushButton()
        self.earlier.clicked.connect(lambda: self.moved.emit(-1))
        self.later.clicked.connect(lambda: self.moved.emit(1))
        self.add.clicked.connect(self.added)
        self.names.currentRowChanged.connect(self._choose)
        self._lay_out()
        self.setFocusProxy(self.names)
        self.retranslate()

    def show_rows(self, rows: tuple[CarrierRow, ...], code: str) -> None:
        """Show these, the carrier `code` standing out, or the first where it is not among them; none for no code."""
        self.rows = rows
        blocked = self.names.blockSignals(True)
        self.names.clear()
        for row in rows:
            item = QListWidgetItem(_words(self, row))
            item.setSizeHint(QSize(0, _ROW_PX))
            self.names.addItem(item)
        self.names.setFixedHeight(_ROW_PX * len(rows) + _FRAME_PX)
        place = next((at for at, row in enumerate(rows) if row.carrier.code == code), 0 if code else -1)
        self.names.setCurrentRow(place)
        self.names.blockSignals(blocked)
        self._show_ways(place)

    def stand_out(self, *, nothing: bool) -> None:
        """Let no carrier stand out while a new one is typed."""
        blocked = self.names.blockSignals(True)
        if nothing:
            self.names.setCurrentRow(-1)
        self.names.blockSignals(blocked)
        self._show_ways(self.names.currentRow())

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.names.setAccessibleName(self.tr("Carriers in the order they are offered"))
        self.earlier.setAccessibleName(self.tr("Offer earlier"))
        self.later.setAccessibleName(self.tr("Offer later"))
        for button in (self.earlier, self.later):
            button.setToolTip(button.accessibleName())
        self.add.setText(self.tr("Add a carrier"))
        for place, row in enumerate(self.rows):
            self.names.item(place).setText(_words(self, row))

    def _choose(self, place: int) -> None:
        self._show_ways(place)
        if place >= 0:
            self.chosen.emit(self.rows[place].carrier.code)

    def _show_ways(self, place: int) -> None:
        self.earlier.setEnabled(place > 0)
        self.later.setEnabled(0 <= place < len(self.rows) - 1)

    def _lay_out(self) -> None:
        self.names.setObjectName("pages")
        self.names.setMinimumWidth(_LEAST_PX)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setTextElideMode(Qt.TextElideMode.ElideRight)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID_PX)
        for button, stretch in ((self.earlier, 0), (self.later, 0), (self.add, 1)):
            button.setAutoDefault(False)
            foot.addWidget(button, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.names)
        column.addLayout(foot)
        column.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _words(asker: CarrierList, row: CarrierRow) -> str:
    name = carrier_names.own_name(row.carrier)
    if not row.carrier.enabled:
        return asker.tr("{name} · off").format(name=name)
    return asker.tr("{name} · changed").format(name=name) if row.is_changed else name
