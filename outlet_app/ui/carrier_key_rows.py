"""The carriers that have a key: since when, by which fingerprint, and what the owner can do about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import theme, wording
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from outlet_app.domain.carrier import Carrier
    from outlet_app.services.carrier_key_desk import CarrierKeys, NamedKey

_NAME_PX = 132


class CarrierKeyRow(QWidget):
    """One carrier with a key, or whose key was withdrawn."""

    def __init__(self, keys: CarrierKeys, carrier: Carrier, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys, self.carrier = keys, carrier
        self.icon, self.name = QLabel(), QLabel()
        self.states = [QLabel() for _ in range(2)]
        self.replace, self.withdraw = QPushButton(), QPushButton()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        name = wording.carrier_name(self.carrier)
        self.name.setText(name)
        for label, words in zip(self.states, [*self._sentences(), ""], strict=False):
            label.setText(words)
            label.setVisible(bool(words))
        self.replace.setText(self.tr("Another key…"))
        self.withdraw.setText(self.tr("Withdraw…"))
        self.replace.setAccessibleName(self.tr("Another key for {carrier}").format(carrier=name))
        self.withdraw.setAccessibleName(self.tr("Withdraw the key of {carrier}").format(carrier=name))

    def _sentences(self) -> list[str]:
        if self.keys.withdrawn_at is not None:
            return [self.tr("Withdrawn on {time}: nothing is sealed to it").format(time=_time(self.keys.withdrawn_at))]
        words = [self._sentence(self.tr("In force since {time}: {fingerprint}"), self.keys.in_force)]
        return [each for each in (*words, self._waiting()) if each]

    def _waiting(self) -> str:
        return self._sentence(self.tr("Waits until {time}: {fingerprint}"), self.keys.waiting)

    def _sentence(self, words: str, key: NamedKey | None) -> str:
        return "" if key is None else words.format(time=_time(key.in_force_at), fingerprint=key.fingerprint)

    def _lay_out(self) -> None:
        withdrawn = self.keys.withdrawn_at is not None
        icon, token = ("wait", Token.WARN) if self.keys.in_force is None else ("done", Token.GOOD)
        icon, token = ("hide", Token.MUTED) if withdrawn else (icon, token)
        theme.wear_icon(self.icon, icon, token)
        self.name.setObjectName("person")
        self.name.setMinimumWidth(_NAME_PX)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for state in self.states:
            state.setWordWrap(True)
            texts.addWidget(state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.icon)
        row.addWidget(self.name)
        row.addLayout(texts, stretch=1)
        for button in (self.replace, self.withdraw):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.withdraw.setHidden(withdrawn)
        for words in (self.name, *self.states):
            words.setTextFormat(Qt.TextFormat.PlainText)


class CarrierKeyRows(QFrame):
    """`name_asked(code)`: a key is to be named, for that carrier or, empty, for any. `withdraw_asked(CarrierKeys)`."""

    name_asked = Signal(str)
    withdraw_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.rows: list[CarrierKeyRow] = []
        self.heading, self.empty = QLabel(), QLabel()
        self.add = QPushButton()
        self.add.clicked.connect(partial(self.name_asked.emit, ""))
        self._rows = QVBoxLayout()
        self._lay_out()
        self.setFocusProxy(self.add)
        self.retranslate()

    def show_keys(self, every: tuple[CarrierKeys, ...], carriers: Mapping[str, Carrier]) -> None:
        """One row for each carrier that has a key, or had one."""
        shown = [keys for keys in every if keys.in_force or keys.waiting or keys.withdrawn_at]
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [CarrierKeyRow(keys, carriers[keys.carrier]) for keys in shown]
        for row in self.rows:
            row.replace.clicked.connect(partial(self.name_asked.emit, row.keys.carrier))
            row.withdraw.clicked.connect(partial(self.withdraw_asked.emit, row.keys))
            self._rows.addWidget(row)
        self.empty.setVisible(not self.rows)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Carriers with a key"))
        self.empty.setText(
            self.tr(
                "No carrier has a key yet, and nothing is sealed to any. A carrier that takes part makes a key on its "
                "own computer with this program (outlet-app make-handover-key; the manual's page for carriers says "
                "how), sends you the text that begins with HK1, and tells you its fingerprint by telephone."
            )
        )
        self.add.setText(self.tr("Name a key…"))
        for row in self.rows:
            row.retranslate()

    def _lay_out(self) -> None:
        self.heading.setObjectName("person")
        self.empty.setObjectName("caption")
        self.empty.setWordWrap(True)
        self.add.setAutoDefault(False)
        self._rows.setSpacing(2 * theme.GRID_PX)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.heading)
        column.addWidget(self.empty)
        column.addLayout(self._rows)
        column.addLayout(foot)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _time(at: datetime) -> str:
    return f"{outlet_time(at):%Y-%m-%d %H:%M}"
