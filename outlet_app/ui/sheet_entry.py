"""The page that takes the recovery sheet: 25 words typed as one likes, or its code by the scanner."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from outlet_app.errors import KeyMismatch, LabelCodeRefused, WrongPassword
from outlet_app.ui import theme
from outlet_app.ui.setup_page import SetupPage
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.rescue import Rescue, SheetReading
    from outlet_app.ui.tasks import Tasks

_HEIGHT_PX = 132
_STILL_MS = 250
_SHEET_BEGINS = "OR1."


class WordsField(QPlainTextEdit):
    """Room for 25 words, in any order of lines. Enter is not a word: `entered`."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT_PX)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Shift and Enter begins a line; Enter alone says that all is there."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class SheetEntryPage(SetupPage):
    """Opens with the sheet through `open_with`; what was typed does not outlive the page."""

    def __init__(
        self, rescue: Rescue, open_with: Callable[[str], None], tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(tasks, parent)
        self._rescue = rescue
        self._open_with = open_with
        self._reading: SheetReading | None = None
        self.words = WordsField()
        self.state = QLabel()
        self.state.setObjectName("caption")
        self.state.setWordWrap(True)
        self._still = QTimer(self, singleShot=True, interval=_STILL_MS)
        self._still.timeout.connect(self._read)
        self.words.textChanged.connect(self._typed)
        self.words.entered.connect(self.submit)
        self.answer.addWidget(self.words)
        self.answer.addWidget(self.state)
        self.retranslate()

    def enter(self) -> None:
        """Empty, with the keys on the field."""
        self.words.setFocus()

    def leave(self) -> None:
        """What was typed does not outlive the page."""
        self._still.stop()
        self.words.clear()
        self._reading = None
        self._show()

    def submit(self) -> None:
        """Open with what stands there."""
        text = self.words.toPlainText()
        if text.strip():
            self._open(text)
        else:
            self.words.setFocus()

    def take_scan(self, text: str) -> None:
        """The sheet's code is taken as it comes and never shown."""
        if text.strip().upper().startswith(_SHEET_BEGINS):
            self._open(text)
        else:
            self.tell_fault(self.tr("That is not the recovery sheet. Its code begins with OR1."))

    def tell_error(self, error: OutletError) -> None:
        """In the words of a sheet."""
        self.works.emit("")
        if isinstance(error, LabelCodeRefused):
            self.tell_fault(self.tr("These are not yet the 25 words of a sheet. Compare them with the paper."))
        elif isinstance(error, WrongPassword):
            self.tell_fault(self.tr("This sheet opens nothing here: it is another outlet's, or it was replaced."))
        elif isinstance(error, KeyMismatch):
            self.tell_fault(self.tr("The sheet is right, but somebody put this backup together. Take another one."))
        else:
            super().tell_error(error)
        self.words.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("Your recovery sheet"),
            self.tr("Type its 25 words, Chinese or English, or scan its code. Numbers and line ends do not matter."),
        )
        self.words.setAccessibleName(self.tr("The 25 words of the recovery sheet"))
        self.words.setPlaceholderText(self.tr("Of an English word the first four letters are enough."))
        self._show()

    def _open(self, text: str) -> None:
        self.work(self.tr("Opening…"), partial(self._open_with, text), self._go_on)

    def _go_on(self, _nothing: None) -> None:
        self.answered.emit()

    def _typed(self) -> None:
        self.tell_fault()
        self._still.start()

    def _read(self) -> None:
        work = partial(self._rescue.read_sheet, self.words.toPlainText())
        self._tasks.run(Lane.DATA, work, self, self._take_reading)

    def _take_reading(self, reading: SheetReading) -> None:
        self._reading = reading if self.words.toPlainText() else None
        self._show()

    def _show(self) -> None:
        reading = self._reading
        words, look = self.tr("0 of 25 words"), "caption"
        if reading is not None:
            words, look = self._say_reading(reading)
        self.state.setText(words)
        self.state.setObjectName(look)
        theme.restyle(self.state)

    def _say_reading(self, reading: SheetReading) -> tuple[str, str]:
        if reading.is_right:
            return self.tr("✓ All 25 words are right."), "good"
        if reading.unknown:
            places = self.tr(", ").join(str(place) for place in reading.unknown)
            return self.tr("In no list: word {places}. Look at the paper again.").format(places=places), "doubt"
        if reading.slips:
            places = self.tr(", ").join(str(place) for place in reading.slips)
            return self.tr("One word is another one on the paper: look at word {places}.").format(
                places=places
            ), "doubt"
        if reading.count == 25:
            return self.tr("The words do not fit together: more than one is wrong."), "doubt"
        return self.tr("{count} of 25 words").format(count=reading.count), "caption"
