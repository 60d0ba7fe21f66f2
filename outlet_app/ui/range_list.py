"""The number ranges by carrier: how much of each is used, and a warning where they run low."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from outlet_app.ui import carrier_names, theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.domain.number_use import CarrierNumbers, RangeUse

_WHOLE = 1000
"""Steps of a bar; ranges hold more numbers than a bar has pixels."""


class CarrierCard(QFrame):
    """One carrier's ranges."""

    def __init__(self, numbers: CarrierNumbers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numbers = numbers
        self.setObjectName("card")
        self.carrier, self.icon, self.state = QLabel(), QLabel(), QLabel()
        self.spans = [QLabel(f"{each.first} – {each.last}") for each in numbers.ranges]
        self.bars = [_bar(each) for each in numbers.ranges]
        self.counts = [QLabel() for _ in numbers.ranges]
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        numbers = self.numbers
        self.carrier.setText(carrier_names.named(numbers.carrier))
        free = self.tr("%n number(s) left", "", numbers.free)
        low = self.tr("%n number(s) left: ask the carrier for more now", "", numbers.free)
        self.state.setText(low if numbers.is_low else free)
        for count, each in zip(self.counts, numbers.ranges, strict=True):
            words = self.tr("{used} used, {voided} set aside, {free} left")
            parts = [words.format(used=f"{each.used:,}", voided=f"{each.voided:,}", free=f"{each.free:,}")]
            parts += [self.tr("%n given back", "", each.returned)] if each.returned else []
            parts += [self.tr("%n in doubt", "", each.uncertain)] if each.uncertain else []
            count.setText(self.tr(", ").join(parts))

    def _lay_out(self) -> None:
        low = self.numbers.is_low
        self.carrier.setObjectName("person")
        self.state.setObjectName("doubt" if low else "caption")
        theme.wear_icon(self.icon, "doubt" if low else "done", Token.WARN if low else Token.GOOD)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        head.addWidget(self.carrier)
        head.addStretch(1)
        head.addWidget(self.icon)
        head.addWidget(self.state)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.GRID_PX)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, parts in enumerate(zip(self.spans, self.bars, self.counts, strict=True)):
            span, bar, count = parts
            count.setObjectName("caption")
            grid.addWidget(span, row, 0)
            grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(count, row, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(grid)


class RangeList(QWidget):
    """A card for each carrier; where there is none, what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[CarrierCard] = []
        self.none = QLabel()
        self.none.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID_PX)
        self._column.addWidget(self.none)
        self.none.hide()
        self.retranslate()

    def show_numbers(self, numbers: tuple[CarrierNumbers, ...]) -> None:
        """Show these, in their order."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [CarrierCard(each) for each in numbers]
        for card in self.cards:
            self._column.addWidget(card)
        self.none.setVisible(not numbers)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.none.setText(
            self.tr(
                "No numbers yet. Enter the first range below; until then each parcel's number is typed or scanned "
                "when it is accepted."
            )
        )
        for card in self.cards:
            card.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _bar(each: RangeUse) -> QProgressBar:
    bar = QProgressBar()
    bar.setObjectName("slim")
    bar.setTextVisible(False)
    bar.setRange(0, _WHOLE)
    gone = each.used + each.voided + each.returned + each.uncertain
    bar.setValue(_WHOLE * gone // (gone + each.free))
    bar.setAccessibleName(f"{each.first} – {each.last}")
    return bar
