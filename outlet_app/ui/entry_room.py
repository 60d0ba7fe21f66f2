"""How the accept page is laid out: the form, and beside or under it the label as it will print and the last labels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from outlet_app.ui import theme


class EntryRoom(QScrollArea):
    """`side` are the parts that stand beside the form, the first as large as there is room for."""

    def __init__(self, form: QWidget, side: tuple[QWidget, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(2 * theme.GRID_PX)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._side = QWidget()
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID_PX)
        for place, part in enumerate(side):
            self._column.addWidget(part, stretch=1 if place == 0 else 0)
        self._row.addWidget(form, 5)
        self._row.addWidget(self._side, 2)
        content = QWidget()
        content.setLayout(self._row)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def spread(self, *, narrow: bool) -> None:
        """Where the window is narrow, the side stands under the form, its parts beside each other."""
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(under if narrow else beside)
        self._column.setDirection(beside if narrow else under)
