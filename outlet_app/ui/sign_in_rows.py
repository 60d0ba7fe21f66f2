"""The rows of one person's sign-ins: when, on which PC, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from outlet_app.services.own_sign_ins import SignInWay
from outlet_app.ui import act_wording, theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from outlet_app.services.own_sign_ins import SignIn

Index = QModelIndex | QPersistentModelIndex

WIDEST_TIME, WIDEST_PLACE = "2026-12-28 08:38:58", "DESKTOP-8W8W8W8"
_NOWHERE = QModelIndex()


class SignInRows(QAbstractTableModel):
    """Newest first; a try that was refused stands out by its colour and its words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sign_ins: tuple[SignIn, ...] = ()

    def show_sign_ins(self, sign_ins: tuple[SignIn, ...]) -> None:
        """Show these in place of what stood here."""
        self.beginResetModel()
        self.sign_ins = sign_ins
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.show_sign_ins(self.sign_ins)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """One each."""
        return 0 if parent.isValid() else len(self.sign_ins)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Three."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QColor | None:
        """What a cell shows."""
        one = self.sign_ins[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return (act_wording.time_name(one.at), one.station, self._how()[one.way])[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and one.way is SignInWay.REFUSED:
            return theme.colour(Token.WARN)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The title of a column in the language of the screen."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Time"), self.tr("PC"), self.tr("How"))[section]

    def _how(self) -> dict[SignInWay, str]:
        return {
            SignInWay.PASSWORD: self.tr("Signed in with the password"),
            SignInWay.PIN: self.tr("Came back with the PIN"),
            SignInWay.INVITATION: self.tr("First time, by invitation"),
            SignInWay.REFUSED: self.tr("A try that was refused"),
        }
