"""The parcels on a hand-over list, one page of them, the last one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from outlet_app.domain.amounts import kilograms
from outlet_app.domain.handover_list import HandoverThing, HandoverWay
from outlet_app.ui.read_table import ReadTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from outlet_app.domain.handover_list import HandoverItem

Index = QModelIndex | QPersistentModelIndex

PAGE = 20
"""Rows of a page; more are never held here, however long the list is."""

_NOWHERE = QModelIndex()
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WEIGHT = 3


class ListRows(QAbstractTableModel):
    """Place, number, how it came onto the list, weight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[HandoverItem, ...] = ()

    def show_items(self, items: tuple[HandoverItem, ...]) -> None:
        """Show these, the last one put on first, in place of what stood here."""
        self.beginResetModel()
        self.items = items[:PAGE]
        self.endResetModel()

    def put_first(self, item: HandoverItem) -> None:
        """One more was put on; the oldest of a full page makes room."""
        self.show_items((item, *self.items))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        last = self.columnCount() - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, last))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """As many as the page has."""
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Four."""
        return 0 if parent.isValid() else len(self._titles())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | Qt.AlignmentFlag | None:
        """What a cell shows; an unknown weight is a dash."""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _WEIGHT:
            return _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        item = self.items[index.row()]
        weight = f"{kilograms(item.weight_g)} kg" if item.weight_g else "–"
        return (str(item.position), item.number, self._way(item), weight)[index.column()]

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        """The title of a column in the language of the screen."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and section == _WEIGHT else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """To be looked at; neither edited nor dragged."""
        return _SHOWN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Nothing that another program could take."""
        return []

    def _titles(self) -> tuple[str, ...]:
        return self.tr("No."), self.tr("Number"), self.tr("How"), self.tr("Weight")

    def _way(self, item: HandoverItem) -> str:
        way = {
            HandoverWay.CODE: self.tr("code scanned"),
            HandoverWay.BARS: self.tr("bars scanned"),
            HandoverWay.TYPED: self.tr("typed"),
        }[item.way]
        return self.tr("{way}, goes back").format(way=way) if item.thing is HandoverThing.PARCEL else way


class ListTable(ReadTable):
    """`off_asked(HandoverItem)`: the row that stands out is to be taken off. Letters and digits are the page's."""

    off_asked = Signal(object)

    def __init__(self, rows: ListRows, parent: QWidget | None = None) -> None:
        super().__init__(rows, parent)
        self._rows = rows
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerItem)

    def ask_off(self) -> None:
        """Ask for the row that stands out to be taken off; without one nothing happens."""
        row = self.currentIndex().row()
        if 0 <= row < len(self._rows.items):
            self.off_asked.emit(self._rows.items[row])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Del takes the row off."""
        if event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self.ask_off()
        elif event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)
