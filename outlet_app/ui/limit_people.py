"""Whom the limits hold: who is suspended, who may go on without limits today, and the buttons for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.services.limit_desk import LimitedPerson

_ROW_PX = 36


class LimitedRow(QWidget):
    """One person. `lift_asked`, `end_asked`: the owner wants that for this person."""

    lift_asked = Signal()
    end_asked = Signal()

    def __init__(self, person: LimitedPerson, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = person
        self.icon, self.name, self.state = QLabel(), QLabel(person.name), QLabel()
        self.end, self.lift = QPushButton(), QPushButton()
        self.end.clicked.connect(self.end_asked)
        self.lift.clicked.connect(self.lift_asked)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        person = self.person
        self.state.setText(self._state())
        self.end.setText(self.tr("Let look up again"))
        self.lift.setText(self.tr("Lift for today"))
        self.end.setAccessibleName(self.tr("Let {name} look up again").format(name=person.name))
        self.lift.setAccessibleName(self.tr("Lift the limits of {name} for today").format(name=person.name))

    def _state(self) -> str:
        since = self.person.suspended_since
        if since is not None:
            words = self.tr("Look-ups and reveals suspended since {time}: too many look-ups found nothing")
            return words.format(time=f"{outlet_time(since):%m-%d %H:%M}")
        return self.tr("No limit holds until 04:00") if self.person.lifted else self.tr("The limits hold")

    def _lay_out(self) -> None:
        suspended, lifted = self.person.suspended_since is not None, self.person.lifted
        icon, token = ("fault", Token.BAD) if suspended else ("done", Token.GOOD)
        icon, token = ("doubt", Token.WARN) if lifted and not suspended else (icon, token)
        theme.wear_icon(self.icon, icon, token)
        self.name.setObjectName("person")
        self.state.setObjectName("fault" if suspended else "doubt" if lifted else "caption")
        for words in (self.name, self.state):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.setMinimumHeight(_ROW_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.icon)
        row.addWidget(self.name)
        row.addWidget(self.state, stretch=1)
        for button, offered in ((self.end, suspended), (self.lift, not lifted)):
            button.setAutoDefault(False)
            row.addWidget(button)
            if not offered:
                button.hide()


class LimitPeople(QFrame):
    """`lift_asked(LimitedPerson)`, `end_asked(LimitedPerson)`."""

    lift_asked = Signal(object)
    end_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.rows: list[LimitedRow] = []
        self.heading = QLabel()
        self.heading.setObjectName("person")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        self._column.setSpacing(theme.GRID_PX)
        self._column.addWidget(self.heading)
        self.retranslate()

    def show_people(self, people: tuple[LimitedPerson, ...]) -> None:
        """One row for each of `people`, in their order."""
        if people == tuple(row.person for row in self.rows):
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [LimitedRow(person) for person in people]
        for row in self.rows:
            row.lift_asked.connect(self._tell_lift)
            row.end_asked.connect(self._tell_end)
            self._column.addWidget(row)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("People today"))
        for row in self.rows:
            row.retranslate()

    def _tell_lift(self) -> None:
        self.lift_asked.emit(self._asking())

    def _tell_end(self) -> None:
        self.end_asked.emit(self._asking())

    def _asking(self) -> LimitedPerson:
        return next(row.person for row in self.rows if row is self.sender())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
