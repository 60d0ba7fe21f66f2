"""A card of lines: a heading, and under it what there is, each with a note beneath; or what will stand there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from outlet_app.ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Line:
    """`words` at the left, `value` at the right, `note` small beneath; `doubt` marks what wants an explanation."""

    words: str
    value: str = ""
    note: str = ""
    doubt: bool = False


class LinesCard(QFrame):
    """Shows what it was told last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading, self.empty = QLabel(), QLabel()
        self._labels: list[QLabel] = []
        self._grid = QGridLayout()
        self._lay_out()

    def tell(self, heading: str, empty: str, lines: Iterable[Line]) -> None:
        """Show these lines under `heading`; `empty` says what will stand here while there is none."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        self.heading.setText(heading)
        self.empty.setText(empty)
        for row, line in enumerate(lines):
            self._add(2 * row, line)
        self.empty.setVisible(not self._labels)

    def texts(self) -> list[str]:
        """What stands here, from above."""
        return [label.text() for label in self._labels]

    def _add(self, row: int, line: Line) -> None:
        self._put(line.words, "", row, 0)
        if line.value:
            self._put(line.value, "", row, 1).setAlignment(Qt.AlignmentFlag.AlignRight)
        if line.note:
            note = self._put(line.note, "doubt" if line.doubt else "caption", row + 1, 0, columns=2)
            note.setContentsMargins(0, 0, 0, theme.GRID_PX)

    def _put(self, text: str, name: str, row: int, column: int, columns: int = 1) -> QLabel:
        label = QLabel(text)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(column == 0)
        self._grid.addWidget(label, row, column, 1, columns)
        self._labels.append(label)
        return label

    def _lay_out(self) -> None:
        self.heading.setObjectName("person")
        self.empty.setObjectName("caption")
        self.empty.setWordWrap(True)
        self._grid.setHorizontalSpacing(2 * theme.GRID_PX)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.empty)
        column.addLayout(self._grid)
        column.addStretch(1)
