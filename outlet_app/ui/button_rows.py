"""Buttons side by side, and in more rows where the window has no room for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QGridLayout, QWidget

from outlet_app.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton


class ButtonRows(QWidget):
    """The buttons from left to right, each whole; a hidden one takes no room."""

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.GRID_PX)
        self._grid.setColumnStretch(len(self._buttons), 1)
        self._place(1)

    def _fit(self) -> None:
        fitting = (columns for columns in range(len(self._buttons), 1, -1) if self.width() >= self._width_of(columns))
        self._place(next(fitting, 1))

    def _place(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for place, button in enumerate(self._buttons):
                self._grid.addWidget(button, *divmod(place, columns))
            self.updateGeometry()

    def _width_of(self, columns: int) -> int:
        widest = [0] * columns
        for place, button in enumerate(self._buttons):
            width = 0 if button.isHidden() else button.sizeHint().width()
            widest[place % columns] = max(widest[place % columns], width)
        return sum(widest) + (columns - 1) * theme.GRID_PX

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One above the other at least."""
        return QSize(self._width_of(1), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Fit anew when a button's words or their number are others."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """More or fewer in a row."""
        super().resizeEvent(event)
        self._fit()
