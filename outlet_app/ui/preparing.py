"""The small window while the demo outlet is being made: what is going on, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from outlet_app.ui import theme

_WIDTH_PX = 360


class Preparing(QWidget):
    """`stepped(done, of)` may be emitted from any thread; the window follows. Closing it stops nothing."""

    stepped = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint
        )
        self.words = QLabel(self.tr("Making the demo outlet: a month of made-up parcels…"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.words.text())
        self.setWindowTitle(self.tr("Outlet App"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[3 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        self.setMinimumWidth(_WIDTH_PX)
        self.stepped.connect(self._step)

    def _step(self, done: int, of: int) -> None:
        self.bar.setMaximum(of)
        self.bar.setValue(done)
