"""The sign-in view: who is at the counter, and how he proves it: password, PIN, or a code the first time."""

from __future__ import annotations

import math
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.errors import (
    DeviceSecretMissing,
    FileDamaged,
    FileMissing,
    KeysDoNotFit,
    MustWait,
    OutletError,
    WrongPassword,
)
from outlet_app.ui import theme, wording
from outlet_app.ui.account_tiles import AccountTiles
from outlet_app.ui.first_time_form import FirstTimeForm
from outlet_app.ui.look_switch import LookSwitch
from outlet_app.ui.password_field import PasswordField
from outlet_app.ui.pin_pad import PinPad
from outlet_app.ui.sign_in_notes import SignInNotes
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QPaintEvent, QShowEvent

    from outlet_app.services import Entrance, Services
    from outlet_app.ui.preferences import Preferences

PATIENCE_MS = 300
CARD_PX = 642
_ABOVE_PX = 72
_NO_PASSWORD_HELPS = (DeviceSecretMissing, FileDamaged, FileMissing, KeysDoNotFit)


class Way(StrEnum):
    """How the person of a tile gets in now."""

    PASSWORD = "password"  # noqa: S105 - the name of a way in
    PIN = "pin"
    FIRST_TIME = "first_time"


class SignInView(QWidget):
    """Stands before everything else. `signed_in(Services)`: somebody proved who he is; `rescue_asked`: he cannot.

    `first_painted`: it stands on the screen for the first time; what takes long may begin now.
    """

    signed_in = Signal(object)
    rescue_asked = Signal()
    first_painted = Signal()

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
        self._invited: frozenset[bytes] = frozenset()
        self._was_painted = False
        self._by_password = QWidget()
        self.outlet = QLabel()
        self.look = LookSwitch(preferences)
        self.question = QLabel()
        self.people = AccountTiles()
        self.password = PasswordField()
        self.pin = PinPad()
        self.no_pin = QPushButton()
        self.first_time = FirstTimeForm()
        self.enter = QPushButton()
        self.fault = QLabel()
        self.progress = QLabel()
        self.rescue = QPushButton()
        self.rescue.setFlat(True)
        self.rescue.setAutoDefault(False)
        self.rescue.clicked.connect(self.rescue_asked)
        self.rescue.hide()
        self.notes = SignInNotes(entrance.demo_logins())
        self._patience = self._timer(PATIENCE_MS, self.progress.show)
        self._patience.setSingleShot(True)
        self._countdown = self._timer(1000, self._tell_wait)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.reset()
        self.first_painted.connect(self._ask_notes)

    def reset(self) -> None:
        """Begin anew, as when somebody signed out: nothing typed, the same person's tile under the keys."""
        chosen = self.people.chosen_tile
        self._forget()
        self._show_people()
        self._show_way(Way.PASSWORD)
        self._show_progress(running=False)
        if chosen is not None and chosen.account_id in {tile.account_id for tile in self.people.tiles}:
            self.people.choose(chosen.account_id)

    def tell_error(self, error: OutletError) -> None:
        """Show a known error beside the password, and the way out where no password helps."""
        words = [wording.sentence(error)]
        if isinstance(error, _NO_PASSWORD_HELPS) and not self.rescue.isHidden():
            words.append(self.tr("“Can't sign in?” below shows what can be done."))
        self._tell_fault(" ".join(words))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.question.setText(self.tr("Who is at the counter?"))
        self.enter.setText(self.tr("Sign in"))
        self.progress.setText(self.tr("One moment…"))
        self.no_pin.setText(self.tr("Use the password"))
        self.rescue.setText(self.tr("Can't sign in?"))
        self.pin.ask(self.tr("Type your PIN"))
        self.password.retranslate()
        self.notes.retranslate()

    def _ask_notes(self) -> None:
        """Whether the key store answers takes up to a second to learn."""
        self._tasks.run(Lane.DATA, self._entrance.notes, self, self.notes.show_notes)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.outlet, stretch=1)
        head.addWidget(self.look)
        self.outlet.setObjectName("heading")
        page = QVBoxLayout(self)
        page.setContentsMargins(*[3 * theme.GRID_PX] * 4)
        page.addLayout(head)
        # A fixed place: the tiles stand still while what is asked beneath them changes.
        page.addSpacing(_ABOVE_PX)
        page.addWidget(self._card(), alignment=Qt.AlignmentFlag.AlignHCenter)
        page.addSpacing(theme.GRID_PX)
        page.addWidget(self.notes, alignment=Qt.AlignmentFlag.AlignHCenter)
        page.addWidget(self.rescue, alignment=Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(1)
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
        self._lay_out_password()
        self.pin.below.addWidget(self.no_pin, alignment=Qt.AlignmentFlag.AlignLeft)
        for way in (self._by_password, self.pin, self.first_time):
            column.addWidget(way)
        column.addLayout(self._words())
        return card

    def _lay_out_password(self) -> None:
        self.enter.setObjectName("primary")
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout(self._by_password)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.password, 1, top)
        row.addWidget(self.enter, 0, top)

    def _words(self) -> QGridLayout:
        self.fault.setObjectName("fault")
        self.fault.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.setObjectName("caption")
        row = QGridLayout()
        row.addWidget(self.fault, 0, 0)
        row.addWidget(self.progress, 0, 0)
        # One line stands free, so that nothing moves when a word about the try appears.
        row.setRowMinimumHeight(0, 20)
        return row

    def _connect(self) -> None:
        self.people.chosen.connect(self._turn_to)
        self.password.entered.connect(self._sign_in)
        self.password.text.textEdited.connect(self._clear_fault)
        self.enter.clicked.connect(self._sign_in)
        self.pin.entered.connect(self._change_person)
        self.pin.edited.connect(self._clear_fault)
        self.no_pin.clicked.connect(self._take_password)
        self.first_time.asked.connect(self._begin)
        self.first_time.edited.connect(self._clear_fault)
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
            tiles, invited = self._entrance.tiles(), self._entrance.invited()
        except OutletError as error:
            self.tell_error(error)
            return
        self._invited = frozenset(tile.account_id for tile in invited)
        known = tuple(tile for tile in tiles if tile.account_id not in self._invited)
        self.people.show_people(known, invited)
        before: QWidget = self.look.dark
        for tile in self.people.tiles:  # made anew each time, they would come last
            QWidget.setTabOrder(before, tile)
            before = tile

    def _turn_to(self, account_id: bytes) -> None:
        self._forget()
        self._show_way(self._way(account_id))
        self._tell_wait()
        self._show_progress(running=False)
        self._way_in().setFocus()

    def _way(self, account_id: bytes) -> Way:
        if account_id in self._invited:
            return Way.FIRST_TIME
        return Way.PIN if self._entrance.may_use_pin(account_id) else Way.PASSWORD

    def _show_way(self, way: Way) -> None:
        self._by_password.setVisible(way is Way.PASSWORD)
        self.pin.setVisible(way is Way.PIN)
        self.first_time.setVisible(way is Way.FIRST_TIME)
        if way is Way.FIRST_TIME:
            tile = self.people.chosen_tile
            self.first_time.begin_for(self.outlet.text(), tile.person if tile is not None else "")

    def _way_in(self) -> QWidget:
        return next((way for way in (self.pin, self.first_time) if not way.isHidden()), self.password)

    def _take_password(self) -> None:
        """A PIN that was forgotten: the password opens as well."""
        self._forget()
        self._show_way(Way.PASSWORD)
        self.password.setFocus()

    def _forget(self) -> None:
        self.password.forget()
        self.pin.forget()
        self.first_time.forget()
        self._tell_fault("")

    def _fill_in(self, name: str, password: str) -> None:
        tile = next((tile for tile in self.people.tiles if tile.person == name), None)
        if tile is not None:
            self.people.choose(tile.account_id)
            self._show_way(Way.PASSWORD)
            self.password.text.setText(password)

    def _sign_in(self) -> None:
        tile = self.people.chosen_tile
        if tile is not None and self.enter.isEnabled():
            self._try(partial(self._entrance.sign_in, tile.account_id, self.password.text.text()))

    def _change_person(self, pin: str) -> None:
        tile = self.people.chosen_tile
        if tile is not None:
            self._try(partial(self._entrance.change_person, tile.account_id, pin))

    def _begin(self, code: str, password: str) -> None:
        tile = self.people.chosen_tile
        if tile is not None:
            self._try(partial(self._entrance.accept_invitation, tile.account_id, code, password))

    def _try(self, way: Callable[[], Services]) -> None:
        self._countdown.stop()
        self._tell_fault("")
        self._show_progress(running=True)
        self._tasks.run(Lane.DATA, way, self, self._welcome, self._refuse)

    def _welcome(self, services: Services) -> None:
        self._forget()
        self._show_progress(running=False)
        self.signed_in.emit(services)

    def _refuse(self, error: OutletError) -> None:
        tile = self.people.chosen_tile
        self._show_progress(running=False)
        self.pin.forget()
        if tile is not None and not self.pin.isHidden() and not self._entrance.may_use_pin(tile.account_id):
            self._show_way(Way.PASSWORD)
        self._way_in().setFocus()
        self.password.text.selectAll()
        if isinstance(error, MustWait) and tile is not None:
            self._waits[tile.account_id] = error.until
            self._tell_wait()
            return
        if isinstance(error, WrongPassword) and not self.first_time.isHidden():
            self.first_time.tell_code_failed()
        self.tell_error(error)

    def _tell_wait(self) -> None:
        seconds = self._seconds_to_wait()
        if seconds > 0:
            self._tell_fault(self.tr("Too many failed tries. Wait %n second(s).", "", seconds))
            self._countdown.start()
        elif self._countdown.isActive():
            self._countdown.stop()
            self._tell_fault("")
        for way in (self.enter, self.pin, self.first_time):
            way.setEnabled(seconds <= 0)
        if seconds <= 0 and self.pin.isVisible():
            self.pin.setFocus()

    def _seconds_to_wait(self) -> int:
        tile = self.people.chosen_tile
        until = self._waits.get(tile.account_id) if tile is not None else None
        return 0 if until is None else math.ceil((until - self._clock()).total_seconds())

    def _tell_fault(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
        theme.restyle(self.password.text, fault=bool(words) and not self._by_password.isHidden())

    def _clear_fault(self) -> None:
        if not self._countdown.isActive():
            self._tell_fault("")

    def _show_progress(self, *, running: bool) -> None:
        chosen = self.people.chosen_tile is not None
        for part in (self.people, self.notes):
            part.setEnabled(not running)
        self.password.setEnabled(chosen and not running)
        free = chosen and not running and self._seconds_to_wait() <= 0
        for way in (self.enter, self.pin, self.first_time):
            way.setEnabled(free)
        self.progress.hide()
        (self._patience.start if running else self._patience.stop)()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Put the keys where the person who was here last goes on, else on the first tile."""
        super().showEvent(event)
        if event.spontaneous():
            return
        if self.people.chosen_tile is None:
            self.people.take_focus()
        else:
            self._way_in().setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of the first time, once all parts are painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
