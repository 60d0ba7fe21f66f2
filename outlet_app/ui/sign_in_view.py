"""The sign-in view: who is at the counter, and the password."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.errors import MustWait, OutletError
from outlet_app.ui import theme, wording
from outlet_app.ui.account_tiles import AccountTiles
from outlet_app.ui.look_switch import LookSwitch
from outlet_app.ui.password_field import PasswordField
from outlet_app.ui.sign_in_notes import SignInNotes
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QShowEvent

    from outlet_app.services import Entrance, Services
    from outlet_app.ui.preferences import Preferences

PATIENCE_MS = 300
CARD_PX = 642


class SignInView(QWidget):
    """Stands before everything else. `signed_in(Services)`: somebody's password opened the outlet."""

    signed_in = Signal(object)

    def __init__(
        self,
        entrance: Entrance,
        tasks: Tasks,
        preferences: Preferences,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entrance = entrance
        self._tasks = tasks
        self._clock = clock
        self._waits: dict[bytes, datetime] = {}
        self.outlet = QLabel()
        self.look = LookSwitch(preferences)
        self.question = QLabel()
        self.people = AccountTiles()
        self.password = PasswordField()
        self.enter = QPushButton()
        self.fault = QLabel()
        self.progress = QLabel()
        self.notes = SignInNotes(entrance.demo_logins())
        self._patience = self._timer(PATIENCE_MS, self.progress.show)
        self._patience.setSingleShot(True)
        self._countdown = self._timer(1000, self._tell_wait)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.reset()
        # Whether the key store answers takes up to a second to learn.
        self._tasks.run(Lane.DATA, entrance.notes, self, self.notes.show_notes)

    def reset(self) -> None:
        """Begin anew, as when somebody signed out: nothing typed, the same person's tile under the keys."""
        chosen = self.people.chosen_tile
        self.password.forget()
        self._tell_fault("")
        self._show_people()
        self._show_progress(running=False)
        if chosen is not None and chosen.account_id in {tile.account_id for tile in self.people.tiles}:
            self.people.choose(chosen.account_id)

    def tell_error(self, error: OutletError) -> None:
        """Show a known error beside the password."""
        self._tell_fault(wording.sentence(error))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.question.setText(self.tr("Who is at the counter?"))
        self.enter.setText(self.tr("Sign in"))
        self.progress.setText(self.tr("Checking the password…"))
        self.password.retranslate()
        self.notes.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.outlet, stretch=1)
        head.addWidget(self.look)
        self.outlet.setObjectName("heading")
        page = QVBoxLayout(self)
        page.setContentsMargins(*[3 * theme.GRID_PX] * 4)
        page.addLayout(head)
        page.addStretch(2)
        page.addWidget(self._card(), alignment=Qt.AlignmentFlag.AlignHCenter)
        page.addSpacing(theme.GRID_PX)
        page.addWidget(self.notes, alignment=Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(3)
        self.notes.setFixedWidth(CARD_PX)

    def _card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(CARD_PX)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[3 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
        self.question.setObjectName("heading")
        column.addWidget(self.question)
        column.addWidget(self.people)
        column.addLayout(self._password_row())
        return card

    def _password_row(self) -> QGridLayout:
        self.enter.setObjectName("primary")
        self.fault.setObjectName("fault")
        self.fault.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.setObjectName("caption")
        top = Qt.AlignmentFlag.AlignTop
        row = QGridLayout()
        row.setHorizontalSpacing(theme.GRID_PX)
        row.setVerticalSpacing(4)
        row.addWidget(self.password, 0, 0, top)
        row.addWidget(self.enter, 0, 1, top)
        row.addWidget(self.fault, 1, 0, 1, 2)
        row.addWidget(self.progress, 1, 0, 1, 2)
        # One line stands free, so that nothing moves when a word about the try appears.
        row.setRowMinimumHeight(1, 20)
        return row

    def _connect(self) -> None:
        self.people.chosen.connect(self._turn_to)
        self.password.entered.connect(self._sign_in)
        self.password.text.textEdited.connect(self._clear_fault)
        self.enter.clicked.connect(self._sign_in)
        self.notes.login_chosen.connect(self._fill_in)
        self.look.not_kept.connect(self.tell_error)

    def _timer(self, interval_ms: int, slot: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _show_people(self) -> None:
        try:
            self.outlet.setText(self._entrance.outlet_name)
            self.people.show_people(self._entrance.tiles())
        except OutletError as error:
            self.tell_error(error)

    def _turn_to(self, _account_id: bytes) -> None:
        self.password.forget()
        self._tell_fault("")
        self._tell_wait()
        self._show_progress(running=False)
        self.password.setFocus()

    def _fill_in(self, name: str, password: str) -> None:
        account_id = next(tile.account_id for tile in self._entrance.tiles() if tile.name == name)
        self.people.choose(account_id)
        self.password.text.setText(password)

    def _sign_in(self) -> None:
        tile = self.people.chosen_tile
        if tile is None or not self.enter.isEnabled():
            return
        self._tell_fault("")
        self._show_progress(running=True)
        work = partial(self._entrance.sign_in, tile.account_id, self.password.text.text())
        self._tasks.run(Lane.DATA, work, self, self._welcome, self._refuse)

    def _welcome(self, services: Services) -> None:
        self.password.forget()
        self._show_progress(running=False)
        self.signed_in.emit(services)

    def _refuse(self, error: OutletError) -> None:
        self._show_progress(running=False)
        self.password.text.selectAll()
        self.password.setFocus()
        tile = self.people.chosen_tile
        if isinstance(error, MustWait) and tile is not None:
            self._waits[tile.account_id] = error.until
            self._tell_wait()
        else:
            self.tell_error(error)

    def _tell_wait(self) -> None:
        seconds = self._seconds_to_wait()
        if seconds > 0:
            self._tell_fault(self.tr("Too many failed tries. Wait %n second(s).", "", seconds))
            self._countdown.start()
        elif self._countdown.isActive():
            self._countdown.stop()
            self._tell_fault("")
        self.enter.setEnabled(seconds <= 0)

    def _seconds_to_wait(self) -> int:
        tile = self.people.chosen_tile
        until = self._waits.get(tile.account_id) if tile is not None else None
        return 0 if until is None else math.ceil((until - self._clock()).total_seconds())

    def _tell_fault(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
        theme.restyle(self.password.text, fault=bool(words))

    def _clear_fault(self) -> None:
        if not self._countdown.isActive():
            self._tell_fault("")

    def _show_progress(self, *, running: bool) -> None:
        chosen = self.people.chosen_tile is not None
        for part in (self.people, self.notes):
            part.setEnabled(not running)
        self.password.setEnabled(chosen and not running)
        self.enter.setEnabled(chosen and not running and self._seconds_to_wait() <= 0)
        self.progress.hide()
        (self._patience.start if running else self._patience.stop)()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Put the keys on the tiles: on the person who left last, else on the first."""
        super().showEvent(event)
        if not event.spontaneous():
            self.people.take_focus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
