"""A table to be read: nothing in it can be changed, copied, dragged or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from outlet_app.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

ROW_PX = 28
_HEADER_PX = 28
_PADDING_PX = 26
_TAKING_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.SelectAll)


class ReadTable(QTableView):
    """One row stands out at a time.

    `row_chosen(int)`: a row was clicked or taken with Enter. `row_reached(int)`: another row stands out, -1 for none.
    """

    row_chosen = Signal(int)
    row_reached = Signal(int)

    def __init__(self, model: QAbstractTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_headers()
        self.clicked.connect(self._choose)
        self.selectionModel().currentRowChanged.connect(self._tell_reached)
        model.modelReset.connect(self._tell_none)

    def size_columns(self, widest: Sequence[str | None]) -> None:
        """Make each column wide enough for the text that stands for its widest; those without one share the rest."""
        header, letters = self.horizontalHeader(), QFontMetrics(theme.font())
        for column, text in enumerate(widest):
            if text is None:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
                continue
            title = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            width = max(letters.horizontalAdvance(words) for words in (text, title))
            self.setColumnWidth(column, width + _PADDING_PX)

    def height_of(self, rows: int) -> int:
        """The height, in pixels, at which so many rows are seen."""
        return _HEADER_PX + rows * ROW_PX + 2 * self.frameWidth()

    def _set_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setFixedHeight(_HEADER_PX)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(2 * _PADDING_PX)

    def _choose(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())

    def _tell_reached(self, index: QModelIndex) -> None:
        self.row_reached.emit(index.row())

    def _tell_none(self) -> None:
        self.row_reached.emit(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter takes the row; the keys that would copy or mark everything do nothing."""
        if any(event.matches(key) for key in _TAKING_KEYS):
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.currentIndex().isValid():
                self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)
