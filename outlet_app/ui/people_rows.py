"""Who did how much on a day, each figure beside what is usual for that person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from outlet_app.domain.behaviour import Measure
from outlet_app.ui import act_wording, flag_wording, theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont

    from outlet_app.services.flag_desk import PersonRow

Index = QModelIndex | QPersistentModelIndex

SHOWN = (
    Measure.ACCEPTED,
    Measure.PRINTS,
    Measure.REPRINTS,
    Measure.LOOK_UPS,
    Measure.MISSES,
    Measure.REVEALS,
    Measure.UNFOLLOWED,
    Measure.REFUSALS,
    Measure.SIGN_INS,
)
_NOWHERE = QModelIndex()
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class PeopleRows(QAbstractTableModel):
    """A row for each person: `12 · 4` is twelve, usually four. More than twice the usual stands out, in bold too.

    In brackets stands what is usual for everybody, where somebody was here on too few days to have a usual of his own.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PersonRow, ...] = ()

    def show_people(self, rows: tuple[PersonRow, ...]) -> None:
        """Show these in place of what stood here."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(SHOWN))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """As many as there are people."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """The person and the measures."""
        return 0 if parent.isValid() else 1 + len(SHOWN)

    def data(
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | QColor | QFont | Qt.AlignmentFlag | None:
        """What a cell shows."""
        row, column = self.rows[index.row()], index.column()
        if column == 0:
            return act_wording.person_name(row.person) if role == Qt.ItemDataRole.DisplayRole else None
        measure = SHOWN[column - 1]
        return self._figure(row, measure, role)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        """The title of a column in the language of the screen, over its figures."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Person") if section == 0 else flag_wording.measure_name(SHOWN[section - 1])
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """To be looked at; neither edited nor dragged."""
        return _SHOWN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Nothing that another program could take."""
        return []

    def _figure(self, row: PersonRow, measure: Measure, role: int) -> str | QColor | QFont | Qt.AlignmentFlag | None:
        count, usual = row.counts[measure], row.usual[measure]
        stands_out = count > 2 * usual and count > 2
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{count or '–'} · {usual:g}" if row.is_own else f"{count or '–'} · ({usual:g})"
        if role == Qt.ItemDataRole.ToolTipRole:
            own = self.tr("{count}, usually {usual}")
            new = self.tr("{count}; everybody's usual is {usual}: {person} was here on few days so far")
            words = own if row.is_own else new
            return words.format(count=count, usual=f"{usual:g}", person=act_wording.person_name(row.person))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and stands_out:
            return theme.font(bold=True)
        return theme.colour(Token.WARN) if role == Qt.ItemDataRole.ForegroundRole and stands_out else None
