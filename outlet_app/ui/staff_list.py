"""The people of the outlet as the owner sees them: one row each, with what he can do about that person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.services.staff import Standing
from outlet_app.ui import theme, wording

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.services.staff import Person

_ROW_PX, _SINCE_PX, _PADDING_PX = 60, 152, 36


class PersonRow(QFrame):
    """Name, role and state. `reset_asked`, `dismiss_asked`, `lift_asked`: the owner wants that for this person."""

    reset_asked = Signal()
    dismiss_asked = Signal()
    lift_asked = Signal()

    def __init__(self, person: Person, now: datetime, *, is_self: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = person
        self._now = now
        self._is_self = is_self
        self.setObjectName("card")
        self.setMinimumHeight(_ROW_PX)
        self.name, self.role, self.state, self.since = QLabel(person.name), QLabel(), QLabel(), QLabel()
        self.reset, self.dismiss, self.lift = QPushButton(), QPushButton(), QPushButton()
        self.reset.clicked.connect(self.reset_asked)
        self.dismiss.clicked.connect(self.dismiss_asked)
        self.lift.clicked.connect(self.lift_asked)
        self._lay_out()
        self._offer()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        person = self.person
        role = wording.choice_name(person.role) if person.role is not None else ""
        self.role.setText(self.tr("{role}, you").format(role=role) if self._is_self else role)
        self.state.setText(self._state())
        self.since.setText(self._since())
        is_invited = person.standing in {Standing.INVITED, Standing.TO_INVITE}
        code, password = self.tr("New code"), self.tr("New password")
        self.reset.setText(code if is_invited else password)
        widest = max(self.reset.fontMetrics().horizontalAdvance(words) for words in (code, password))
        self.reset.setFixedWidth(widest + _PADDING_PX)
        self.reset.setAccessibleName(f"{self.reset.text()}: {person.name}")
        self.dismiss.setText(self.tr("Dismiss"))
        self.dismiss.setAccessibleName(self.tr("Dismiss {name}").format(name=person.name))
        self.lift.setText(self.tr("Let try again"))
        self.lift.setAccessibleName(self.tr("Let {name} try again").format(name=person.name))

    def _offer(self) -> None:
        """Only what can be done: nobody resets or dismisses himself, and who has left stays so."""
        here = self.person.standing is not Standing.HAS_LEFT and not self._is_self
        waits = self.person.waits_until is not None and self.person.waits_until > self._now
        for button, offered in ((self.reset, here), (self.dismiss, here), (self.lift, here and waits)):
            if not offered:
                button.hide()

    def _state(self) -> str:
        person = self.person
        if person.standing is Standing.HAS_LEFT:
            return self.tr("Has left; signs in no more")
        if person.standing is Standing.TO_INVITE:
            return self.tr("Works here; since the restore a new code is needed")
        if person.waits_until is not None and person.waits_until > self._now:
            return self.tr("Too many failed tries; waits until {time}").format(time=_clock(person.waits_until))
        if person.code_until is not None:
            return self._invited(person.code_until)
        if person.duties is not None:
            return self.tr("Works here; duties accepted on {day}").format(day=_day(person.duties.at))
        return self.tr("Works here")

    def _invited(self, until: datetime) -> str:
        if until <= self._now:
            return self.tr("Invited; the code has run out, make a new one")
        return self.tr("Invited; the code holds until {time}").format(time=_day_and_clock(until))

    def _since(self) -> str:
        """When he came, or from when to when he was here."""
        person = self.person
        if person.came_at is None:
            return ""
        came = _day(person.came_at)
        if person.left_at is not None:
            return self.tr("{day} to {last}").format(day=came, last=_day(person.left_at))
        return self.tr("since {day}").format(day=came)

    def _lay_out(self) -> None:
        for words in (self.name, self.role, self.state, self.since):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.since.setObjectName("caption")
        self.since.setFixedWidth(_SINCE_PX)
        self.role.setObjectName("caption")
        self.state.setObjectName("caption")
        self.name.setObjectName("person")
        head = QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        head.addWidget(self.name)
        head.addWidget(self.role)
        head.addStretch(1)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addLayout(head)
        lines.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, theme.GRID_PX, theme.GRID_PX)
        row.setSpacing(theme.GRID_PX)
        row.addLayout(lines, stretch=1)
        row.addWidget(self.since)
        for button in (self.reset, self.dismiss):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # so that the days stand in a column
            button.setSizePolicy(policy)
        for button in (self.lift, self.reset, self.dismiss):
            row.addWidget(button)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class StaffList(QScrollArea):
    """`reset_asked(Person)`, `dismiss_asked(Person)`, `lift_asked(Person)`."""

    reset_asked = Signal(object)
    dismiss_asked = Signal(object)
    lift_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PersonRow] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, theme.GRID_PX, 0)
        self._column.setSpacing(theme.GRID_PX)
        self._column.addStretch(1)
        self.setWidget(content)

    def show_people(self, people: tuple[Person, ...], now: datetime, own_id: bytes) -> None:
        """One row for each of `people`, in their order; the row of `own_id` offers nothing."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [PersonRow(person, now, is_self=person.account_id == own_id) for person in people]
        for place, row in enumerate(self.rows):
            row.reset_asked.connect(self._tell_reset)
            row.dismiss_asked.connect(self._tell_dismiss)
            row.lift_asked.connect(self._tell_lift)
            self._column.insertWidget(place, row)

    def _tell_reset(self) -> None:
        self.reset_asked.emit(self._asking())

    def _tell_dismiss(self) -> None:
        self.dismiss_asked.emit(self._asking())

    def _tell_lift(self) -> None:
        self.lift_asked.emit(self._asking())

    def _asking(self) -> Person:
        return next(row.person for row in self.rows if row is self.sender())


def _day(at: datetime) -> str:
    return f"{outlet_time(at):%Y-%m-%d}"


def _clock(at: datetime) -> str:
    return f"{outlet_time(at):%H:%M:%S}"


def _day_and_clock(at: datetime) -> str:
    return f"{outlet_time(at):%m-%d %H:%M}"
