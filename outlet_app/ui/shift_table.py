"""The shifts of a day, a row for each person: what went through whose hands, and whose drawer was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import day_end_wording, theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QColor, QFont

    from outlet_app.domain.day_account import Shift

Index = QModelIndex | QPersistentModelIndex

WIDEST_MONEY = "−¥88888.88"

_NOWHERE = QModelIndex()
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_COUNTED, _ENDED = 7, 8


class ShiftRows(QAbstractTableModel):
    """Person, the five counts, the drawer, how the count came out, and when the shift was ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shifts: tuple[Shift, ...] = ()
        self._has_total = False

    def show_shifts(self, shifts: Iterable[Shift], total: Shift | None) -> None:
        """Show these in place of what stood here; a total, where there is one, stands last."""
        self.beginResetModel()
        self._has_total = total is not None
        self.shifts = (*shifts, *(() if total is None else (total,)))
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        last = self.columnCount() - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, last))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """One for each shift, and the total."""
        return 0 if parent.isValid() else len(self.shifts)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Nine."""
        return 0 if parent.isValid() else len(self._titles())

    def data(
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | QColor | QFont | Qt.AlignmentFlag | None:
        """What a cell shows; the total is bold, a drawer that is not right stands out."""
        shift, column = self.shifts[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._texts(index.row(), shift)[column]
        if role == Qt.ItemDataRole.TextAlignmentRole and 0 < column < _COUNTED:
            return _RIGHT
        if role == Qt.ItemDataRole.FontRole and self._has_total and index.row() == len(self.shifts) - 1:
            return theme.font(bold=True)
        if role == Qt.ItemDataRole.ForegroundRole and column == _COUNTED and shift.count is not None:
            return theme.colour(Token.WARN if shift.count.difference_fen else Token.GOOD)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        """The title of a column in the language of the screen, over its figures."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and 0 < section < _COUNTED else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """To be looked at; neither edited nor dragged."""
        return _SHOWN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Nothing that another program could take."""
        return []

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Person"),
            self.tr("Accepted"),
            self.tr("Arrived"),
            self.tr("Given out"),
            self.tr("Handed over"),
            self.tr("Odd cases"),
            self.tr("In the drawer"),
            self.tr("Counted"),
            self.tr("Ended"),
        )

    def _texts(self, row: int, shift: Shift) -> tuple[str, ...]:
        is_total = self._has_total and row == len(self.shifts) - 1
        traffic = shift.traffic
        counts = (traffic.accepted, traffic.arrived, traffic.collected, traffic.handed_over, traffic.odd)
        counted = "–" if shift.count is None else day_end_wording.difference(shift.count.difference_fen)
        return (
            self.tr("Together") if is_total else shift.name,
            *(str(count or "–") for count in counts),
            day_end_wording.money(shift.cash.drawer_fen),
            counted,
            "–" if shift.ended_at is None else f"{outlet_time(shift.ended_at):%H:%M}",
        )
