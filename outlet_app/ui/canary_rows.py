"""The canaries of the owner who looks: each with his note, what it is still good for, and the way to take it off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.services.canaries import CanaryState
from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.services.canaries import CanaryView

_ICONS = {
    CanaryState.STANDS: ("done", Token.GOOD),
    CanaryState.CLOSED: ("doubt", Token.WARN),
    CanaryState.LEFT: ("doubt", Token.WARN),
    CanaryState.GONE: ("doubt", Token.WARN),
}


class CanaryRow(QWidget):
    """One canary."""

    def __init__(self, view: CanaryView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.icon, self.name, self.note, self.state = (QLabel() for _ in range(4))
        self.take_off = QPushButton()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        waybill = self.view.waybill
        number = self.tr("No waybill") if waybill is None else waybill.masked.number
        self.name.setText(number if waybill is None else f"{number} · {waybill.masked.recipient.name}")
        self.note.setText(self.view.canary.note)
        self.state.setText(self._state())
        self.take_off.setText(self.tr("Take off"))
        self.take_off.setAccessibleName(self.tr("Take {number} off the list").format(number=number))
        self.take_off.setToolTip(
            self.tr("What it told goes from the review as well, so tick that off first. The record keeps everything.")
        )

    def _state(self) -> str:
        waybill = self.view.waybill
        if self.view.state is CanaryState.STANDS:
            return self.tr("Stands here; its label opens until {time}").format(time=_time(self.view.opens_until))
        if self.view.state is CanaryState.CLOSED:
            return self.tr("Its label opens nothing any more, so only looks tell. Put a new one out.")
        if self.view.state is CanaryState.LEFT:
            left_at = None if waybill is None else waybill.left_at
            return self.tr("It left the shop on {time}. Put a new one out.").format(time=_time(left_at))
        return self.tr("Its waybill is no longer in the database. Put a new one out.")

    def _lay_out(self) -> None:
        icon, token = _ICONS[self.view.state]
        theme.wear_icon(self.icon, icon, token)
        self.name.setObjectName("person")
        self.state.setObjectName("caption")
        self.take_off.setAutoDefault(False)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for words in (self.name, self.note, self.state):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            texts.addWidget(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.icon)
        row.addLayout(texts, stretch=1)
        row.addWidget(self.take_off)
        self.note.setHidden(not self.view.canary.note)


class CanaryRows(QFrame):
    """`take_off_asked(record id)`: one is to go from the list."""

    take_off_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.rows: list[CanaryRow] = []
        self.heading, self.empty = QLabel(), QLabel()
        self._rows = QVBoxLayout()
        self._lay_out()
        self.retranslate()

    def show_canaries(self, views: tuple[CanaryView, ...]) -> None:
        """One row for each; the keys go to the row in whose place one was taken off."""
        place = next((at for at, row in enumerate(self.rows) if row.take_off.hasFocus()), None)
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [CanaryRow(view) for view in views]
        for row in self.rows:
            row.take_off.clicked.connect(partial(self.take_off_asked.emit, row.view.canary.record_id))
            self._rows.addWidget(row)
        self.empty.setVisible(not self.rows)
        if place is not None and self.rows:
            self.rows[min(place, len(self.rows) - 1)].take_off.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Your canaries"))
        self.empty.setText(
            self.tr(
                "None yet. Accept a parcel with made-up people and a phone number of your own (F2), put it on the "
                "shelf, and type its number above or scan its label here."
            )
        )
        for row in self.rows:
            row.retranslate()

    def _lay_out(self) -> None:
        self.heading.setObjectName("person")
        self.empty.setObjectName("caption")
        self.empty.setWordWrap(True)
        self._rows.setSpacing(2 * theme.GRID_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.heading)
        column.addWidget(self.empty)
        column.addLayout(self._rows)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _time(at: datetime | None) -> str:
    return "" if at is None else f"{outlet_time(at):%Y-%m-%d %H:%M}"
