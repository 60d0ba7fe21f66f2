"""What a chosen file would bring, before anything is taken from it: how much is good, and what is wrong where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LINES = 8
"""Faults that are shown; the others are counted."""


class FilePreview(QFrame):
    """`taken`: the good part is to be taken. `left`: nothing is. Hidden while there is no file to show."""

    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.icon, self.good, self.faults = QLabel(), QLabel(), QLabel(), QLabel()
        self.leave, self.take = QPushButton(), QPushButton()
        self.leave.clicked.connect(self.left)
        self.take.clicked.connect(self.taken)
        # Once the page has made room for it.
        self._sight = QTimer(self, singleShot=True, interval=0)
        self._sight.timeout.connect(self._come_into_view)
        self._lay_out()
        self.hide()
        self.retranslate()

    def show_file(self, name: str, good: str, take: str, faults: Sequence[str], refused: int) -> None:
        """Say what the file `name` brings in `good`, empty where nothing is, and each fault in a line of `faults`."""
        self.heading.setText(name)
        self.good.setText(good or self.tr("Nothing in this file can be taken."))
        shown = list(faults[:MOST_LINES])
        more = refused - len(shown)
        if more > 0:
            shown.append(self.tr("… and %n more row(s) that are left out", "", more))
        self.faults.setText("\n".join(shown))
        self.faults.setVisible(bool(shown))
        theme.wear_icon(self.icon, "doubt" if shown else "done", Token.WARN if shown else Token.GOOD)
        self.take.setText(take)
        self.take.setEnabled(bool(good))
        self.show()
        (self.take if good else self.leave).setFocus()
        self._sight.start()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; whoever shows a file says that anew."""
        self.leave.setText(self.tr("Leave it"))

    def _come_into_view(self) -> None:
        """A page that scrolls shows its keys, and as much above them as there is room for."""
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self.heading)
                around.ensureWidgetVisible(self.take)
            around = around.parentWidget()

    def _lay_out(self) -> None:
        self.setObjectName("card")
        self.heading.setObjectName("person")
        self.faults.setObjectName("doubt")
        self.take.setObjectName("primary")
        for label in (self.heading, self.good, self.faults):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        head.addWidget(self.icon)
        head.addWidget(self.good, stretch=1)
        foot.setSpacing(theme.GRID_PX)
        foot.addStretch(1)
        for button in (self.leave, self.take):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, 2 * theme.GRID_PX)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.heading)
        column.addLayout(head)
        column.addWidget(self.faults)
        column.addLayout(foot)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
