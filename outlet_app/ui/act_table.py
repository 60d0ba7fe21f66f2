"""The rows of the review: one page of acts, and the totals by person and day."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from outlet_app.domain.day_totals import PersonTotals
from outlet_app.domain.proof import Proof
from outlet_app.ui import act_wording, theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from PySide6.QtGui import QColor, QIcon

    from outlet_app.services.review import Actor, DayTotals
    from outlet_app.services.reviewed_acts import ReviewedAct

Index = QModelIndex | QPersistentModelIndex

WIDEST_TIME, WIDEST_NUMBER, WIDEST_DAY = "2026-12-28 08:38:58", "YT8888888888888", "2026-12-28 Wed"
_NOWHERE = QModelIndex()
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_MARKS = {
    Proof.SIGNED: ("done", Token.GOOD),
    Proof.UNSIGNED: ("doubt", Token.WARN),
    Proof.WRONG: ("fault", Token.BAD),
}
_COUNTS = tuple(field.name for field in fields(PersonTotals))


class ActRows(QAbstractTableModel):
    """One page of acts: time, person, what, waybill, recipient (masked), signature. Never more than the page."""

    PROOF = 5

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.acts: tuple[ReviewedAct, ...] = ()
        self._icons: dict[str, QIcon] = {}

    def show_acts(self, acts: tuple[ReviewedAct, ...]) -> None:
        """Show these in place of what stood here."""
        self.beginResetModel()
        self.acts = acts
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        _say_again(self)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """As many as the page has."""
        return 0 if parent.isValid() else len(self.acts)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Six."""
        return 0 if parent.isValid() else len(self._titles())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QIcon | QColor | None:
        """What a cell shows."""
        act, column = self.acts[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._texts(act)[column]
        icon, token = _MARKS[act.proof]
        if role == Qt.ItemDataRole.DecorationRole and column == self.PROOF:
            return self._icon(icon, token)
        if role == Qt.ItemDataRole.ForegroundRole and act.proof is not Proof.SIGNED:
            return theme.colour(token)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The title of a column in the language of the screen."""
        shown = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._titles()[section] if shown else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """To be looked at; neither edited nor dragged."""
        return _SHOWN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Nothing that another program could take."""
        return []

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Time"),
            self.tr("Person"),
            self.tr("What was done"),
            self.tr("Number"),
            self.tr("Recipient"),
            self.tr("Signature"),
        )

    def _texts(self, act: ReviewedAct) -> tuple[str, ...]:
        return (
            act_wording.time_name(act.at),
            act_wording.person_name(act.person),
            act_wording.act_sentence(act),
            act.number,
            act.recipient,
            act_wording.proof_name(act.proof),
        )

    def _icon(self, name: str, token: Token) -> QIcon:
        ink = theme.colour(token).name()
        if ink not in self._icons:
            self._icons[ink] = theme.icon(name, token)
        return self._icons[ink]


class TotalRows(QAbstractTableModel):
    """Totals by day and person, the newest day first; a day that does not follow from the one before is marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[DayTotals, Actor, PersonTotals]] = []

    def show_days(self, days: Iterable[DayTotals]) -> None:
        """Show these in place of what stood here."""
        self.beginResetModel()
        self._rows = [(totals, actor, counts) for totals in days for actor, counts in totals.rows]
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        _say_again(self)

    def place(self, row: int) -> tuple[date, Actor]:
        """The day and the person of a row."""
        totals, actor, _ = self._rows[row]
        return totals.day, actor

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """As many as were added."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Day, person and the counts."""
        return 0 if parent.isValid() else 2 + len(_COUNTS)

    def data(
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | QIcon | QColor | Qt.AlignmentFlag | None:
        """What a cell shows; a count of none is a dash."""
        totals, actor, counts = self._rows[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column < 2:
                return (act_wording.day_name(totals.day), act_wording.person_name(actor.name))[column]
            return str(getattr(counts, _COUNTS[column - 2]) or "–")
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= 2:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if not totals.whole and column == 0:
            return self._doubt(role)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        """The title of a column in the language of the screen, over its figures."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section >= 2:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """To be looked at; neither edited nor dragged."""
        return _SHOWN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Nothing that another program could take."""
        return []

    def _doubt(self, role: int) -> str | QIcon | QColor | None:
        if role == Qt.ItemDataRole.DecorationRole:
            return theme.icon("fault", Token.BAD)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour(Token.BAD)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Acts of this day do not follow from one another: verify the record.")
        return None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Day"),
            self.tr("Person"),
            self.tr("Sign-ins"),
            self.tr("Accepted"),
            self.tr("Labels printed"),
            self.tr("Reprints"),
            self.tr("Corrections"),
            self.tr("Refusals"),
        )


def _say_again(rows: ActRows | TotalRows) -> None:
    last = rows.columnCount() - 1
    rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
    rows.dataChanged.emit(rows.index(0, 0), rows.index(rows.rowCount() - 1, last))
