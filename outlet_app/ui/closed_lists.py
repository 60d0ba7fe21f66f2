"""The hand-over lists that were closed today, the last one first, each to be printed again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.handover_list import HandoverList

_ROW_PX = 36


class ClosedRow(QWidget):
    """One closed list: its number, carrier, count and time, and the button that prints it again."""

    again_asked = Signal()

    def __init__(self, handover: HandoverList, carrier: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.handover = handover
        self._carrier = carrier
        self.setFixedHeight(_ROW_PX)
        self.words, self.at, self.again = QLabel(), QLabel(), QToolButton()
        self.again.clicked.connect(self.again_asked)
        theme.wear_icon(self.again, "again")
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        handover = self.handover
        words = self.tr("No. {number}  {carrier}  {count}")
        self.words.setText(words.format(number=handover.number, carrier=self._carrier, count=handover.count))
        again = self.tr("Print list {number} of {carrier} again").format(number=handover.number, carrier=self._carrier)
        self.again.setAccessibleName(again)
        self.again.setToolTip(again)

    def _lay_out(self) -> None:
        self.at.setObjectName("caption")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        assert self.handover.closed_at is not None
        self.at.setText(f"{outlet_time(self.handover.closed_at):%H:%M}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.words, stretch=1)
        row.addWidget(self.at)
        row.addWidget(self.again)


class ClosedLists(QFrame):
    """`again_asked(HandoverList)`: one of them is to be printed once more."""

    again_asked = Signal(object)

    def __init__(self, named: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._named = named
        self.heading, self.empty = QLabel(), QLabel()
        self.rows: list[ClosedRow] = []
        self._lists: tuple[HandoverList, ...] = ()
        self._box = QVBoxLayout()
        self._lay_out()
        self.retranslate()

    def show_lists(self, lists: tuple[HandoverList, ...]) -> None:
        """Show these, the last one closed first, in place of what stood here."""
        self._lists = lists
        for row in self.rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [ClosedRow(handover, self._named(handover.carrier)) for handover in lists]
        for place, row in enumerate(self.rows):
            row.again_asked.connect(partial(self.again_asked.emit, row.handover))
            self._box.insertWidget(place, row)
        self.empty.setVisible(not lists)

    def retranslate(self) -> None:
        """Say everything in the language of the screen; carriers have a name of their own in each."""
        self.heading.setText(self.tr("Closed today"))
        self.empty.setText(self.tr("A list that you close stands here, to be printed again."))
        self.show_lists(self._lists)

    def _lay_out(self) -> None:
        self.heading.setObjectName("person")
        self.empty.setObjectName("caption")
        self.empty.setWordWrap(True)
        content = QWidget()
        content.setObjectName("plain")
        self._box.setContentsMargins(0, 0, theme.GRID_PX, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.empty)
        self._box.addStretch(1)
        content.setLayout(self._box)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, theme.GRID_PX, theme.GRID_PX)
        column.setSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(scroll, stretch=1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
