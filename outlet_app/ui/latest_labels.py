"""The last labels of this session, masked, each to be printed again or put right.

Nothing here can be marked, copied or dragged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import theme
from outlet_app.ui.form_row import CutLabel

if TYPE_CHECKING:
    from outlet_app.services.labels import LatestLabel

SHOWN = 5
_ROW_PX, _BUTTON_PX = 28, 32


class LatestRow(QWidget):
    """One label: number, masked recipient, tail, where to; and the buttons that put it right and print it again."""

    again_asked = Signal()
    right_asked = Signal()

    def __init__(self, label: LatestLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self.setFixedHeight(_ROW_PX)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.number = QLabel(label.number)
        self.recipient = QLabel(label.recipient)
        self.tail = QLabel(label.tail)
        self.district = CutLabel(label.district)
        self.code = QLabel()
        self.again = QToolButton()
        theme.wear_icon(self.again, "again")
        self.again.clicked.connect(self.again_asked)
        self.right = QToolButton()
        theme.wear_icon(self.right, "change")
        if label.right_until is None:
            self.right.hide()
        self.right.clicked.connect(self.right_asked)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        until = self.label.code_until
        self.code.setText(f"{outlet_time(until):%H:%M}" if until is not None else "–")
        if until is None:
            self.code.setToolTip(self.tr("Prints again without its code: the ten minutes are over"))
        else:
            self.code.setToolTip(self.tr("Prints again with its code until then"))
        again = self.tr("Print {number} again").format(number=self.label.number)
        self.again.setAccessibleName(again)
        self.again.setToolTip(again)
        right = self.tr("Put {number} right").format(number=self.label.number)
        self.right.setAccessibleName(right)
        self.right.setToolTip(right)

    def _lay_out(self) -> None:
        self.number.setFont(theme.font(bold=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        for part, widest in ((self.number, "YT" + "8" * 13), (self.recipient, "张**"), (self.tail, "8888")):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setMinimumWidth(part.fontMetrics().horizontalAdvance(widest))
            row.addWidget(part)
        row.addWidget(self.district, 1)
        self.district.setObjectName("caption")
        self.code.setObjectName("caption")
        row.addWidget(self.code)
        policy = self.right.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.right.setSizePolicy(policy)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.right)
        buttons.addWidget(self.again)
        row.addLayout(buttons)


class LatestLabels(QFrame):
    """`again_asked(LatestLabel)`: somebody wants one of them printed again; `right_asked(LatestLabel)`: put right."""

    again_asked = Signal(object)
    right_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading = QLabel()
        self.heading.setFont(theme.font(bold=True))
        self.code_heading = QLabel()
        self.code_heading.setObjectName("caption")
        self.empty = QLabel()
        self.empty.setObjectName("caption")
        self.empty.setWordWrap(True)
        self.rows: list[LatestRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, theme.GRID_PX, theme.GRID_PX)
        self._box.setSpacing(0)
        self._box.addLayout(self._head())
        self._box.addWidget(self.empty)
        self._box.addStretch(1)
        self.setFixedHeight(3 * theme.GRID_PX + 20 + SHOWN * _ROW_PX)
        self.retranslate()

    def show_labels(self, labels: tuple[LatestLabel, ...]) -> None:
        """Show these, newest first, in place of what stood here."""
        shown = labels[:SHOWN]
        if tuple(row.label for row in self.rows) == shown:
            return
        for row in self.rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(label) for label in shown]
        for place, row in enumerate(self.rows, start=1):
            self._box.insertWidget(place, row)
        self.empty.setVisible(not self.rows)
        self.code_heading.setVisible(bool(self.rows))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Last labels"))
        self.code_heading.setText(self.tr("with code until"))
        self.empty.setText(self.tr("What you accept stands here, to be printed again when a label tears."))
        for row in self.rows:
            row.retranslate()

    def _row(self, label: LatestLabel) -> LatestRow:
        row = LatestRow(label)
        row.again_asked.connect(lambda: self.again_asked.emit(label))
        row.right_asked.connect(lambda: self.right_asked.emit(label))
        return row

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.code_heading)
        head.addSpacing(2 * _BUTTON_PX + theme.GRID_PX)
        self.code_heading.hide()
        return head

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
