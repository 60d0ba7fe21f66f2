"""Parcels that were begun at 到件 and not finished when another was scanned: in sight until somebody decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from outlet_app.domain.arrived_parcel import LONGEST_TAIL
from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.domain.arrived_parcel import ArrivalDraft

_RESUME, _DROP = "Ctrl+R", "Ctrl+D"


class SetAside(QFrame):
    """`resume_asked(ArrivalDraft)`: it goes on; the draft stands here no more. Hidden while nothing is set aside."""

    resume_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("setAside")
        self.icon, self.words = QLabel(), QLabel()
        self.resume, self.drop = QPushButton(), QPushButton()
        self.drafts: list[ArrivalDraft] = []
        self._lay_out()
        self.resume.clicked.connect(self._resume)
        self.drop.clicked.connect(self._drop)
        for key, button in ((_RESUME, self.resume), (_DROP, self.drop)):
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
        self._show()

    def keep(self, draft: ArrivalDraft) -> None:
        """Keep one that was not finished; the last one kept is the first to go on."""
        self.drafts = [each for each in self.drafts if each.number != draft.number]
        self.drafts.append(draft)
        self._show()

    def take(self, number: str) -> ArrivalDraft | None:
        """The draft of this number, because its parcel is in the hand again; it stands here no more."""
        found = next((each for each in self.drafts if each.number == number), None)
        if found is not None:
            self.drafts.remove(found)
            self._show()
        return found

    def drops(self, number: str, carrier: str) -> bool:
        """Whether this one was here; it turned out to stand on a shelf already, and is not unfinished."""
        known = any((each.number, each.carrier) == (number, carrier) for each in self.drafts)
        return known and self.take(number) is not None

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.resume.setText(self.tr("Finish it   {key}").format(key=_RESUME))
        self.drop.setText(self.tr("Not shelved: drop it   {key}").format(key=_DROP))
        if not self.drafts:
            return
        last = self.drafts[-1]
        typed = f"  {last.tail:_<{LONGEST_TAIL}}" if last.tail else ""
        words = self.tr("Not finished: {number}. It is on no shelf yet.").format(number=last.number + typed)
        if len(self.drafts) > 1:
            words += self.tr("  And {count} more.").format(count=len(self.drafts) - 1)
        self.words.setText(words)

    def _resume(self) -> None:
        self.resume_asked.emit(self._take_last())

    def _drop(self) -> None:
        self._take_last()

    def _take_last(self) -> ArrivalDraft:
        last = self.drafts.pop()
        self._show()
        return last

    def _show(self) -> None:
        self.setVisible(bool(self.drafts))
        self.retranslate()

    def _lay_out(self) -> None:
        theme.wear_icon(self.icon, "doubt", Token.WARN)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, 4, theme.GRID_PX, 4)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.icon)
        row.addWidget(self.words, stretch=1)
        for button in (self.resume, self.drop):
            button.setAutoDefault(False)
            row.addWidget(button)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
