"""What stands on the open list of one carrier, and the one key that closes it: with all that will happen then."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from outlet_app.ui import theme, wording

if TYPE_CHECKING:
    from outlet_app.domain.handover_list import HandoverList

_SHOWS_AFTER_MS = 300
_BUTTON_PX = 44


class _State(Enum):
    """What the button does when it is pressed."""

    CLOSES = auto()
    ASKS = auto()
    WORKS = auto()


class ClosingCard(QFrame):
    """`close_asked`: the list is to be closed, if there is one; `is_asking` tells whether a question is answered by it.

    A question stands only where parcels of the carrier are in the shop and not on its list: they may have been missed.
    """

    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.question, self.story = QLabel(), QLabel()
        self.do, self.leave = QPushButton(), QPushButton()
        self._carrier = ""
        self._list: HandoverList | None = None
        self._waiting = 0
        self._prints = False
        self._state = _State.CLOSES
        self._slow = QTimer(self, singleShot=True, interval=_SHOWS_AFTER_MS)
        self._slow.timeout.connect(self.retranslate)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def is_asking(self) -> bool:
        """Whether it asks about parcels that would stay behind."""
        return self._state is _State.ASKS

    @property
    def is_working(self) -> bool:
        """Whether the list is being closed."""
        return self._state is _State.WORKS

    def show_list(self, carrier: str, handover: HandoverList | None, *, prints: bool) -> None:
        """Show the open list of the carrier with this name, None for none; `prints`: a printer is chosen.

        A question about the list as it stood before is over.
        """
        if self._state is _State.ASKS and handover != self._list:
            self._state = _State.CLOSES
        self._carrier, self._list, self._prints = carrier, handover, prints
        self.retranslate()

    def ask(self, waiting: int) -> None:
        """Ask whether so many parcels of the carrier that stand here and are not on its list may stay behind."""
        self._waiting, self._state = waiting, _State.ASKS
        self._slow.stop()
        self.retranslate()

    def set_working(self, *, working: bool) -> None:
        """While the list is being closed nothing else can be asked here."""
        self._state = _State.WORKS if working else _State.CLOSES
        if working:
            self._slow.start()
        else:
            self._slow.stop()
        self.retranslate()

    def give_up(self) -> bool:
        """Take the question back; False where none stood."""
        asked = self.is_asking
        if asked:
            self._state = _State.CLOSES
            self.retranslate()
        return asked

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        count = 0 if self._list is None else self._list.count
        self.do.setText(self._button_words(count))
        self.do.setAccessibleName(self.do.text())
        self.do.setEnabled(bool(count) and self._state is not _State.WORKS)
        self.leave.setText(self.tr("Go on scanning   Esc"))
        self.question.setText(self._question())
        self.question.setVisible(self.is_asking)
        self.leave.setVisible(self.is_asking)
        self.story.setText(self._story(count))

    def _button_words(self, count: int) -> str:
        if self._state is _State.WORKS and not self._slow.isActive():
            return self.tr("Closing…")
        if not count:
            return self.tr("Nothing to close")
        words = (
            self.tr("Close without them: {count} for {carrier}   Ctrl+Enter")
            if self.is_asking
            else self.tr("Close: {count} for {carrier}   Ctrl+Enter")
        )
        return words.format(count=count, carrier=self._carrier)

    def _question(self) -> str:
        words = self.tr("Here, but not on the list: {waiting} for {carrier}.")
        return words.format(waiting=self._waiting, carrier=self._carrier)

    def _story(self, count: int) -> str:
        if not count:
            return self.tr("The list of {carrier} opens with its first parcel.").format(carrier=self._carrier)
        ends = self.tr("Their labels open nothing any more; a closed list cannot be opened again.")
        paper = self.tr("The list is printed.") if self._prints else self.tr("No printer is chosen under Accept.")
        return wording.together(ends, paper)

    def _connect(self) -> None:
        self.do.clicked.connect(self.close_asked)
        self.leave.clicked.connect(self.give_up)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._press)

    def _press(self) -> None:
        """By key also while the list is only being opened by its first scan."""
        if not self.is_working:
            self.close_asked.emit()

    def _lay_out(self) -> None:
        self.do.setObjectName("primary")
        self.do.setMinimumHeight(_BUTTON_PX)
        self.question.setObjectName("toned")
        theme.restyle(self.question, tone="warn")
        self.question.setFont(theme.font(bold=True))
        self.story.setObjectName("caption")
        for words in (self.question, self.story):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
        for button in (self.do, self.leave):
            button.setAutoDefault(False)
        self.do.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        for part in (self.question, self.do, self.leave, self.story):
            column.addWidget(part)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
