"""The page about the outlet itself: its name, the mark on its labels, and where its files lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from outlet_app import desktop
from outlet_app.desktop import Outcome
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import theme
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.services.supplies import OutletFacts, Supplies
    from outlet_app.ui.tasks import Tasks


_FACTS = 6


class AboutPage(OutletPage):
    """Nothing here can be changed: labels, sheet and key file bear it."""

    def __init__(self, supplies: Supplies, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._supplies = supplies
        self.outlet = _words("question")
        self.what = _words("")
        self.captions = [_words("caption") for _ in range(_FACTS)]
        self.values = [_words("") for _ in range(_FACTS)]
        self.notes = [_words("caption") for _ in range(_FACTS)]
        self._lay_out()
        self.retranslate()

    def name(self) -> str:
        """What the list of pages calls it."""
        return self.tr("The outlet")

    def load(self) -> None:
        """Look at what is known of the outlet."""
        self._tasks.run(Lane.DATA, self._supplies.outlet, self, self._show, self.tell_trouble)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.what.setText(
            self.tr(
                "The counter of one delivery outlet: what it accepts, its masked labels, its people, and the record of "
                "who did what. Everything lies encrypted on this PC and in your backups; nothing goes over the network."
            )
        )
        captions = (
            self.tr("Mark on the labels"),
            self.tr("Founded on"),
            self.tr("This PC"),
            self.tr("Data"),
            self.tr("Second key file"),
            self.tr("Pictures of the screen"),
        )
        notes = (
            self.tr("The first part of the code on each label. A label with another mark is another outlet's."),
            self.tr("The day of the first act in the record."),
            self.tr("This name stands in the record with everything that is done here."),
            self.tr("The encrypted database and the key file. Without this PC's device secret they open nothing."),
            self.tr("A copy in another folder, for the day on which the first one is damaged."),
            self.tr(
                "Whatever the system offers, a camera sees the screen. So what is revealed bears the name of who looks."
            ),
        )
        for caption, note, name, words in zip(self.captions, self.notes, captions, notes, strict=True):
            caption.setText(name)
            note.setText(words)
        self._say_capture()

    def _say_capture(self) -> None:
        """What this system does about other programs that take pictures of our windows, asked of it for this one."""
        self.values[-1].setText(
            self.tr("The system keeps our windows out of them.")
            if _is_kept_out(self.window())
            else self.tr("This system offers nothing against them: other programs here can take them.")
        )

    def _show(self, facts: OutletFacts) -> None:
        self.outlet.setText(facts.name)
        founded = f"{outlet_time(facts.founded_at):%Y-%m-%d}"
        texts = (facts.mark, founded, facts.station, str(facts.folder), str(facts.second_key_file))
        for value, text in zip(self.values[:-1], texts, strict=True):
            value.setText(text)
        self._say_capture()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
        column.addWidget(self.outlet)
        column.addWidget(self.what)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.GRID_PX)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (caption, value, note) in enumerate(zip(self.captions, self.values, self.notes, strict=True)):
            grid.addWidget(caption, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, 2 * row, 1)
            grid.addWidget(note, 2 * row + 1, 1)
            note.setContentsMargins(0, 0, 0, theme.GRID_PX)
        column.addLayout(grid)
        self.content.addWidget(card)


def _words(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _is_kept_out(window: QWidget) -> bool:
    if not desktop.excludes_from_capture() or not window.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
        return False
    return desktop.exclude_from_capture(int(window.winId())) is Outcome.DONE
