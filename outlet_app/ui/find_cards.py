"""What was found, as cards of two lines: painted, so that nothing in them can be marked, copied, dragged or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from outlet_app.domain.arrived_parcel import ArrivedParcel
from outlet_app.ui import find_wording, parcel_wording
from outlet_app.ui.card_painters import CardPainter, LinePainter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from outlet_app.services.found import FoundWaybill
    from outlet_app.ui.parcel_wording import CardWords

    Card = FoundWaybill | ArrivedParcel

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TAKING_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.SelectAll)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FoundRows(QAbstractListModel):
    """The rows of one look-up. Other programs and readers get their words, nobody gets text to copy.

    `days` says for how many outlet days an arrived parcel has waited.
    """

    def __init__(self, days: Callable[[ArrivedParcel], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Card, ...] = ()
        self._days = days
        self._tail = ""
        self._hides_tails = False

    def show_rows(self, rows: tuple[Card, ...], tail: str = "", *, hides_tails: bool = False) -> None:
        """Show these, which a look-up by `tail` found, in place of what stood here.

        `hides_tails`: the tails of waiting parcels are for the customers to say.
        """
        self.beginResetModel()
        self.rows, self._tail, self._hides_tails = rows, tail, hides_tails
        self.endResetModel()

    def put(self, row: int, found: Card) -> None:
        """Show one as it stands now, in the place where it stood."""
        self.rows = (*self.rows[:row], found, *self.rows[row + 1 :])
        self.dataChanged.emit(self.index(row), self.index(row))

    def lines(self, row: int) -> CardWords:
        """What a card says."""
        card = self.rows[row]
        if isinstance(card, ArrivedParcel):
            return parcel_wording.card_words(card, self._days(card), hides_tail=self._hides_tails)
        return find_wording.card_words(card, self._tail)

    def look_of(self, row: int) -> tuple[CardWords, bool]:
        """What a card says, and whether its parcel is here."""
        return self.lines(row), self.rows[row].left_at is None

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """As many as were found."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """What a reader says of a card; there is no text besides."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, self.lines(index.row())))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """To be looked at; neither edited nor dragged."""
        return _SHOWN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Nothing that another program could take."""
        return []


class FindCards(QListView):
    """At most a screenful of waybills and arrived parcels. `days`: for how many outlet days a parcel has waited.

    `in_lines`: each takes one line instead of a card of two.

    `reached(int)`: another card stands out, -1 for none. `chosen(int)`: it was clicked. `entered(int)`: Enter took it.
    """

    reached = Signal(int)
    chosen = Signal(int)
    entered = Signal(int)

    def __init__(
        self, days: Callable[[ArrivedParcel], int], *, in_lines: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = FoundRows(days, self)
        self.setModel(self.rows)
        self.setItemDelegate((LinePainter if in_lines else CardPainter)(self.rows.look_of, self))
        self.setObjectName("cards")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.selectionModel().currentRowChanged.connect(self._tell_reached)

    def show_rows(self, rows: tuple[Card, ...], tail: str = "", *, hides_tails: bool = False) -> None:
        """Show these, which a look-up by `tail` found, with the first standing out; as in `FoundRows`."""
        self.rows.show_rows(rows, tail, hides_tails=hides_tails)
        if rows:
            self.setCurrentIndex(self.rows.index(0))
        else:
            self.reached.emit(-1)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def _tell_reached(self, index: QModelIndex) -> None:
        self.reached.emit(index.row())

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Letters and digits search nothing here: a card has no text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter takes the card; the keys that would copy or mark everything do nothing."""
        if any(event.matches(key) for key in _TAKING_KEYS):
            event.accept()
        elif event.key() in _ENTERS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.currentIndex().isValid() and not event.isAutoRepeat():
                self.entered.emit(self.currentIndex().row())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
