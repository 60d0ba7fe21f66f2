"""员工: who works here, and the owner's acts about people, each with his password and card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from outlet_app.domain.account import Role
from outlet_app.domain.text import looks_like_label_code
from outlet_app.errors import Stopped
from outlet_app.ui import theme
from outlet_app.ui.staff_form import StaffAct, StaffForm
from outlet_app.ui.staff_list import StaffList
from outlet_app.ui.staff_outcome import OnceShown, RotationProgress
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.session import Session
    from outlet_app.services.staff import Invited, OwnerSeated, Person, Staff

_SIDE_PX = 440


class StaffView(QWidget):
    """`message(kind, text)`: a line for the message bar. `label_scanned`: a code of ours that is no card was scanned.

    Leaving the page drops what was typed, scanned or shown.
    """

    message = Signal(str, str)
    label_scanned = Signal()
    _stepped = Signal(bool, int, int)

    def __init__(self, staff: Staff, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._staff = staff
        self._session = session
        self._tasks = tasks
        self._working = False
        self.people = StaffList()
        self.invite, self.invite_owner, self.rotate = QPushButton(), QPushButton(), QPushButton()
        self.due = QLabel()
        self.rest = QLabel()
        self.form = StaffForm()
        self.once = OnceShown(tasks)
        self.progress = RotationProgress()
        self.wait = QLabel()
        self.side = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.invite)
        self.retranslate()

    def refresh(self) -> None:
        """Show the people as they are now."""
        self._tasks.run(Lane.DATA, partial(_look, self._staff), self, self._show, self._tell_trouble)

    def take_scan(self, text: str) -> None:
        """A card goes to the form that waits for it; everything else means nothing here."""
        if self.side.currentWidget() is self.form and self.form.proof.take_card(text):
            return
        if looks_like_label_code(text):
            self.label_scanned.emit()
        else:
            self.message.emit("warn", self.tr("This page has no use for that code."))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.invite.setText(self.tr("Invite a clerk"))
        self.invite_owner.setText(self.tr("Invite a second owner"))
        self.rotate.setText(self.tr("Renew the key now"))
        self.due.setText(self.tr("Somebody was dismissed, and the database still has the key he knew."))
        self.rest.setText(self.tr("Choose what to do about a person, or invite somebody."))
        self.wait.setText(self.tr("One moment…"))

    def _show(self, answer: tuple[tuple[Person, ...], bool]) -> None:
        people, due = answer
        self.people.show_people(people, self._session.clock(), self._session.account.account_id)
        for part in (self.due, self.rotate):
            part.setVisible(due)

    def _begin(self, act: StaffAct, person: Person | None = None) -> None:
        if not self._working:
            self.side.setCurrentWidget(self.form)
            self.form.begin(act, person)

    def _begin_reset(self, person: Person) -> None:
        self._begin(StaffAct.RESET_OWNER if person.role is Role.OWNER else StaffAct.RESET_CLERK, person)

    def _begin_dismissal(self, person: Person) -> None:
        self._begin(StaffAct.DISMISS, person)

    def _lift(self, person: Person) -> None:
        work = partial(self._staff.lift_wait, person.account_id)
        self._tasks.run(Lane.DATA, work, self, self._lifted, self._tell_trouble)

    def _lifted(self, _nothing: None) -> None:
        self.message.emit("good", self.tr("He can try again at once."))
        self.refresh()

    def _do(self) -> None:
        act, person = self.form.act, self.form.person
        name = person.name if person is not None else self.form.name.text().strip()
        self._set_working(working=True)
        if act in {StaffAct.DISMISS, StaffAct.ROTATE}:
            self.progress.begin()
            self.side.setCurrentWidget(self.progress)
        else:
            self.side.setCurrentWidget(self.wait)
        self._tasks.run(Lane.DATA, self._work(act, name), self, partial(self._done, name), self._refused)

    def _work(self, act: StaffAct, name: str) -> Callable[[], Invited | OwnerSeated | None]:
        """The service's method for `act`, with what the form holds now."""
        staff, new = self._staff, self.form.new_password.text.text()
        about = self.form.person.account_id if self.form.person is not None else b""
        password, card = self.form.proof.password.text.text(), self.form.proof.card
        works: dict[StaffAct, Callable[[], Invited | OwnerSeated | None]] = {
            StaffAct.INVITE_CLERK: partial(staff.invite_clerk, name, password=password, card=card),
            StaffAct.INVITE_OWNER: partial(staff.invite_owner, name, new, password=password, card=card),
            StaffAct.RESET_CLERK: partial(staff.reset, about, password=password, card=card),
            StaffAct.RESET_OWNER: partial(staff.reset_owner, about, new, password=password, card=card),
            StaffAct.DISMISS: lambda: staff.dismiss(
                about,
                password=password,
                card=card,
                tell=lambda at: self._tell_step(at.stage.value == "checking", at.done, at.whole),
            ),
            StaffAct.ROTATE: lambda: staff.rotate_key(
                password=password,
                card=card,
                tell=lambda at: self._tell_step(at.stage.value == "checking", at.done, at.whole),
            ),
        }
        return works[act]

    def _tell_step(self, is_checking: bool, done: int, whole: int) -> None:  # noqa: FBT001 - a signal's arguments
        """Called on the data lane."""
        if self.progress.stop_is_asked:
            raise Stopped
        if isValid(self):
            self._stepped.emit(is_checking, done, whole)

    def _done(self, name: str, outcome: Invited | OwnerSeated | None) -> None:
        self._set_working(working=False)
        act = self.form.act
        self.form.forget()
        if outcome is None:
            self.side.setCurrentWidget(self.rest)
            words = self.tr("{name} is dismissed, and the database has a new key.").format(name=name)
            self.message.emit("good", words if act is StaffAct.DISMISS else self.tr("The database has a new key."))
        elif self.isVisible():
            self.side.setCurrentWidget(self.once)
            self.once.show_once(outcome, name)
        else:
            self.side.setCurrentWidget(self.rest)
        self.refresh()

    def _refused(self, error: OutletError) -> None:
        self._set_working(working=False)
        if isinstance(error, Stopped) and self.form.act is StaffAct.DISMISS and self.form.person is not None:
            self._tell_dismissed_alone(self.form.person.name)
            return
        if self.isVisible():
            self.side.setCurrentWidget(self.form)
        self.form.tell_error(error)
        self.refresh()

    def _tell_dismissed_alone(self, name: str) -> None:
        """He is out; only the new key was stopped, and the warning above the list asks for it again."""
        self.form.forget()
        self.side.setCurrentWidget(self.rest)
        self.message.emit("warn", self.tr("{name} is dismissed; the database keeps its key for now.").format(name=name))
        self.refresh()

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        for part in (self.people, self.invite, self.invite_owner, self.rotate):
            part.setEnabled(not working)

    def _rest(self) -> None:
        """Nothing is asked and nothing shown any more."""
        self.form.forget()
        self.side.setCurrentWidget(self.rest)
        self.invite.setFocus()

    def _tell_trouble(self, error: OutletError) -> None:
        self._tasks.task_failed.emit(error)

    def _connect(self) -> None:
        self.invite.clicked.connect(partial(self._begin, StaffAct.INVITE_CLERK, None))
        self.invite_owner.clicked.connect(partial(self._begin, StaffAct.INVITE_OWNER, None))
        self.rotate.clicked.connect(partial(self._begin, StaffAct.ROTATE, None))
        self.people.reset_asked.connect(self._begin_reset)
        self.people.dismiss_asked.connect(self._begin_dismissal)
        self.people.lift_asked.connect(self._lift)
        self.form.asked.connect(self._do)
        self.form.dropped.connect(self._rest)
        self.once.ended.connect(self._rest)
        self._stepped.connect(self.progress.step, Qt.ConnectionType.QueuedConnection)

    def _lay_out(self) -> None:
        self.rest.setObjectName("caption")
        self.due.setObjectName("doubt")
        for words in (self.rest, self.due, self.wait):
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.addWidget(self.invite)
        head.addWidget(self.invite_owner)
        head.addStretch(1)
        warning = QHBoxLayout()
        warning.addWidget(self.due, stretch=1)
        warning.addWidget(self.rotate)
        left = QVBoxLayout()
        left.setSpacing(theme.GRID_PX)
        left.addLayout(head)
        left.addLayout(warning)
        left.addWidget(self.people, stretch=1)
        for page in (self.rest, self.form, self.once, self.progress, self.wait):
            self.side.addWidget(page)
        self.side.setFixedWidth(_SIDE_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID_PX)
        row.addLayout(left, stretch=1)
        row.addWidget(self.side, alignment=Qt.AlignmentFlag.AlignTop)
        for part in (self.due, self.rotate):
            part.hide()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look who works here now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Leave no secret behind; what is under way goes on."""
        super().hideEvent(event)
        if not event.spontaneous() and not self._working:
            self.once.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _look(staff: Staff) -> tuple[tuple[Person, ...], bool]:
    return staff.people(), staff.rotation_due()
