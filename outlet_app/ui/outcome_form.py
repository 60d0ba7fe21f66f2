"""What became of an arrived parcel that nobody took: refused with its reason, forwarded, lost; a digit chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from outlet_app.domain.arrived_parcel import ParcelState, RefusalReason
from outlet_app.ui import parcel_wording, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

Outcome = RefusalReason | ParcelState

_OUTCOMES: tuple[Outcome, ...] = (*RefusalReason, ParcelState.FORWARDED, ParcelState.LOST)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutcomeForm(QFrame):
    """`decided(RefusalReason | ParcelState)`: that is to be noted. `given_up`: the parcel stands as it stood.

    `may_write_off`: this person may give a parcel up as lost.
    """

    decided = Signal(object)
    given_up = Signal()

    def __init__(self, *, may_write_off: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.story = QLabel(), QLabel()
        offered = _OUTCOMES if may_write_off else _OUTCOMES[:-1]
        self.choices = {outcome: QRadioButton() for outcome in offered}
        self.do, self.leave = QPushButton(), QPushButton()
        self._number = ""
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def outcome(self) -> Outcome:
        """What is chosen."""
        return next(outcome for outcome, button in self.choices.items() if button.isChecked())

    def ask(self, number: str) -> None:
        """Ask it of this parcel; the keys are on the first answer."""
        self._number = number
        first = next(iter(self.choices.values()))
        first.setChecked(True)
        self.retranslate()
        self.show()
        first.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is chosen stays."""
        self.heading.setText(self.tr("What became of {number}").format(number=self._number))
        for place, (outcome, button) in enumerate(self.choices.items(), start=1):
            button.setText(f"{place}  {self._name(outcome)}")
        self.do.setText(self.tr("Note it   Enter"))
        self.do.setAccessibleName(self.tr("Note it"))
        self.leave.setText(self.tr("Leave it as it was   Esc"))
        self.leave.setAccessibleName(self.tr("Leave it as it was"))
        self._tell_story()

    def _name(self, outcome: Outcome) -> str:
        if isinstance(outcome, RefusalReason):
            return self.tr("Goes back to its carrier: {reason}").format(reason=parcel_wording.reason_name(outcome))
        return parcel_wording.state_name(outcome)

    def _tell_story(self) -> None:
        stories = {
            ParcelState.FORWARDED: self.tr("It was sent on to another place and leaves the shop. This stays so."),
            ParcelState.LOST: self.tr("It cannot be found and is given up. This stays so."),
        }
        goes_back = self.tr("It stays on its shelf until it is scanned onto its carrier's hand-over list.")
        chosen = next((each for each, button in self.choices.items() if button.isChecked()), None)
        self.story.setText(stories.get(chosen, goes_back) if isinstance(chosen, ParcelState) else goes_back)

    def _decide(self) -> None:
        self.decided.emit(self.outcome)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for button in self.choices.values():
            group.addButton(button)
        group.buttonToggled.connect(self._tell_story)
        self.do.clicked.connect(self._decide)
        self.leave.clicked.connect(self.given_up)

    def _lay_out(self) -> None:
        self.setObjectName("plain")
        self.heading.setObjectName("heading")
        self.story.setObjectName("caption")
        self.do.setObjectName("primary")
        for words in (self.heading, self.story):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID_PX)
        buttons.addStretch(1)
        for button in (self.leave, self.do):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX)
        for part in (self.heading, *self.choices.values(), self.story):
            column.addWidget(part)
        column.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A digit chooses, Enter notes it, Escape leaves the parcel as it was."""
        buttons = list(self.choices.values())
        place = int(event.text()) if event.text().isdecimal() else 0
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in _ENTERS:
            (self.given_up.emit if self.leave.hasFocus() else self._decide)()
        elif 1 <= place <= len(buttons):
            buttons[place - 1].setChecked(True)
            buttons[place - 1].setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
