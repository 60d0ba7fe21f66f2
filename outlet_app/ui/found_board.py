"""What was found beside the one that stands open; an example of each key while nothing was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from outlet_app.domain.arrived_parcel import ArrivedParcel
from outlet_app.ui import theme
from outlet_app.ui.find_guide import FindGuide

if TYPE_CHECKING:
    from outlet_app.services.found import FoundWaybill
    from outlet_app.ui.arrived_card import ArrivedCard
    from outlet_app.ui.find_cards import FindCards
    from outlet_app.ui.waybill_card import WaybillCard

_NARROWEST_LIST_PX, _WIDEST_LIST_PX = 260, 380


class FoundBoard(QStackedWidget):
    """`card` and `parcel_card` are what stands open: a waybill, or an arrived parcel."""

    def __init__(
        self, cards: FindCards, card: WaybillCard, parcel_card: ArrivedCard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.guide, self.more = FindGuide(), QLabel()
        self.cards, self.card, self.parcel_card = cards, card, parcel_card
        self._open = QStackedWidget()
        self._results = QWidget()
        self._lay_out()
        self.retranslate()

    @property
    def chosen(self) -> FoundWaybill | ArrivedParcel | None:
        """What stands out in the list."""
        row, rows = self.cards.currentIndex().row(), self.cards.rows.rows
        return rows[row] if 0 <= row < len(rows) else None

    def show_rows(
        self,
        rows: tuple[FoundWaybill | ArrivedParcel, ...],
        *,
        more: bool,
        tail: str = "",
        hides_tails: bool = False,
    ) -> None:
        """Show these in place of what stood here, as in `FindCards`; without any, the guide."""
        self.setCurrentWidget(self._results if rows else self.guide)
        self.more.setVisible(more)
        self.cards.show_rows(rows, tail, hides_tails=hides_tails)
        self.retranslate()

    def open(self, row: int) -> FoundWaybill | ArrivedParcel | None:
        """Turn to the card for this row's kind; what stands there, None for no row."""
        rows = self.cards.rows.rows
        if not 0 <= row < len(rows):
            return None
        self._open.setCurrentWidget(self.parcel_card if isinstance(rows[row], ArrivedParcel) else self.card)
        return rows[row]

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what was found stays."""
        self.cards.setAccessibleName(self.tr("What was found"))
        self.more.setText(
            self.tr("These are the first {count}. Type more digits, or the first character of the name too.").format(
                count=self.cards.rows.rowCount()
            )
        )

    def _lay_out(self) -> None:
        self.more.setObjectName("caption")
        self.more.setWordWrap(True)
        beneath: tuple[QWidget, ...] = (self.cards, self.more)
        for one in beneath:
            one.setMinimumWidth(_NARROWEST_LIST_PX)
            one.setMaximumWidth(_WIDEST_LIST_PX)
        found = QVBoxLayout()
        found.setSpacing(4)
        found.addWidget(self.cards, stretch=1)
        found.addWidget(self.more)
        for card in (self.card, self.parcel_card):
            self._open.addWidget(card)
        beside = QHBoxLayout(self._results)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(2 * theme.GRID_PX)
        beside.addLayout(found, stretch=1)
        beside.addWidget(self._open, stretch=2)
        self.addWidget(self.guide)
        self.addWidget(self._results)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
