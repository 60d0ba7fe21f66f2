"""Which acts the review shows: by person, day and hour, group, and number of a waybill or parcel."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from outlet_app.domain.act_groups import ActGroup
from outlet_app.services.review import ActFilter
from outlet_app.ui import act_wording, theme
from outlet_app.ui.charts import FIRST_HOUR, HOURS
from outlet_app.ui.inputs import Choice, TextInput

if TYPE_CHECKING:
    from outlet_app.services.review import Actor

_ALL = ""
_HOURS = tuple((hour + FIRST_HOUR) % HOURS for hour in range(HOURS))
_NUMBER_PX = 152
_MOST_SHOWN = 12


class ActFilterBar(QWidget):
    """`changed`: somebody wants to see other acts; `wanted()` says which."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Actor, ...] = ()
        self._days: tuple[date, ...] = ()
        self._numbers: tuple[int, ...] = ()
        self.person, self.day, self.hour, self.group = Choice(), Choice(), Choice(), Choice()
        self.number = TextInput(chinese=False)
        self.everything = QPushButton()
        self._lay_out()
        self.everything.hide()
        self.hour.hide()
        self._connect()
        self.retranslate()

    def wanted(self) -> ActFilter:
        """What is chosen; a number that is still being typed counts from Enter on, or when its field is left."""
        person, day, group = self.person.value(), self.day.value(), self.group.value()
        return ActFilter(
            account_id=bytes.fromhex(person) if person else None,
            day=date.fromisoformat(day) if day else None,
            group=ActGroup(group) if group else None,
            number=self.number.text(),
            numbers=self._numbers,
            hour=int(self.hour.value()) if self.hour.value() else None,
        )

    def offer(self, people: tuple[Actor, ...], days: tuple[date, ...]) -> None:
        """Offer these people and days; what is chosen stays chosen while it is still offered."""
        self._people, self._days = people, days
        self._offer()

    def put(self, wanted: ActFilter) -> None:
        """Choose these; a person or day that is not offered means all."""
        for choice, value in (
            (self.person, wanted.account_id.hex() if wanted.account_id else _ALL),
            (self.day, wanted.day.isoformat() if wanted.day else _ALL),
            (self.hour, _ALL if wanted.hour is None else str(wanted.hour)),
            (self.group, wanted.group.value if wanted.group else _ALL),
        ):
            blocked = choice.blockSignals(True)
            choice.choose(_ALL)
            choice.choose(value)
            choice.blockSignals(blocked)
        self.number.put(wanted.number)
        self._numbers = wanted.numbers
        self._tell()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is chosen stays."""
        self._offer()
        self.person.setAccessibleName(self.tr("Person"))
        self.day.setAccessibleName(self.tr("Day"))
        self.hour.setAccessibleName(self.tr("Hour"))
        self.group.setAccessibleName(self.tr("What was done"))
        self.number.setAccessibleName(self.tr("Number of a waybill or parcel"))
        self.number.setPlaceholderText(self.tr("Number, then Enter"))
        self.everything.setText(self.tr("Show everything"))

    def _offer(self) -> None:
        people = [(each.account_id.hex(), act_wording.person_name(each.name)) for each in self._people]
        days = [(day.isoformat(), act_wording.day_name(day)) for day in self._days]
        hours = [(str(hour), f"{hour:02}:00–{(hour + 1) % HOURS:02}:00") for hour in _HOURS]
        groups = [(group.value, act_wording.group_name(group)) for group in ActGroup]
        for choice, entries in (
            (self.person, [(_ALL, self.tr("Everybody")), *people]),
            (self.day, [(_ALL, self.tr("Every day")), *days]),
            (self.hour, [(_ALL, self.tr("Every hour")), *hours]),
            (self.group, [(_ALL, self.tr("All acts")), *groups]),
        ):
            blocked = choice.blockSignals(True)
            choice.offer(entries)
            choice.blockSignals(blocked)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        for choice, share in ((self.person, 2), (self.day, 3), (self.hour, 2), (self.group, 4)):
            choice.setMaxVisibleItems(_MOST_SHOWN)
            row.addWidget(choice, share)
        self.number.setMinimumWidth(_NUMBER_PX)
        row.addWidget(self.number, 3)
        row.addWidget(self.everything)

    def _connect(self) -> None:
        for choice in (self.person, self.day, self.hour, self.group):
            choice.currentIndexChanged.connect(self._choose)
        self.number.finished.connect(self._choose)
        self.everything.clicked.connect(self._show_everything)

    def _choose(self) -> None:
        """A person chose something else than the acts that were picked out."""
        self._numbers = ()
        self._tell()

    def _tell(self) -> None:
        """An hour is one of a day's; what could be chosen but means nothing now takes no room."""
        self.hour.setVisible(bool(self.day.value()))
        if not self.day.value():
            blocked = self.hour.blockSignals(True)
            self.hour.choose(_ALL)
            self.hour.blockSignals(blocked)
        self._offer_everything()
        self.changed.emit()

    def _offer_everything(self) -> None:
        had_keys = self.everything.hasFocus()
        self.everything.setVisible(self.wanted() != ActFilter())
        if had_keys and self.everything.isHidden():
            self.person.setFocus()

    def _show_everything(self) -> None:
        self.put(ActFilter())
        self.person.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
