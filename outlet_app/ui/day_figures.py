"""Five figures of a day, to be read from across the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from outlet_app.domain.day_account import Traffic
from outlet_app.ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIGURES = 5


class DayFigures(QFrame):
    """How many parcels came and went."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.figures = [QLabel() for _ in range(_FIGURES)]
        self.captions = [QLabel() for _ in range(_FIGURES)]
        self._lay_out()
        self.show_traffic(Traffic())
        self.retranslate()

    def show_traffic(self, traffic: Traffic) -> None:
        """Show these counts."""
        counts = (traffic.accepted, traffic.arrived, traffic.collected, traffic.handed_over, traffic.odd)
        for figure, count in zip(self.figures, counts, strict=True):
            figure.setText(str(count))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        for caption, name in zip(self.captions, self._names(), strict=True):
            caption.setText(name)

    def _names(self) -> Iterable[str]:
        return (
            self.tr("accepted"),
            self.tr("arrived"),
            self.tr("given out"),
            self.tr("handed over"),
            self.tr("odd cases"),
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        row.setSpacing(3 * theme.GRID_PX)
        for figure, caption in zip(self.figures, self.captions, strict=True):
            figure.setObjectName("figure")
            caption.setObjectName("caption")
            tile = QVBoxLayout()
            tile.setSpacing(0)
            tile.addWidget(figure)
            tile.addWidget(caption)
            row.addLayout(tile, stretch=1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
