"""我的账号: one's own password and PIN, what one accepted, who came in by one's login, and signing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from outlet_app.domain.text import looks_like_label_code
from outlet_app.ui import act_wording, languages, theme
from outlet_app.ui.password_change import PasswordChange
from outlet_app.ui.pin_card import PinCard
from outlet_app.ui.pin_offer import PinOffer
from outlet_app.ui.read_table import ReadTable
from outlet_app.ui.sign_in_rows import WIDEST_PLACE, WIDEST_TIME, SignInRows
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from outlet_app.services.people import OwnRecord, People

_SIDE_PX = 440


class AccountView(QWidget):
    """`message(kind, text)`: a line for the message bar. `label_scanned`: a code of ours that is no card was scanned.

    `sign_out_asked`: the person leaves for today. Leaving the page drops what was typed or scanned.
    """

    message = Signal(str, str)
    label_scanned = Signal()
    sign_out_asked = Signal()

    def __init__(self, people: People, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._tasks = tasks
        self._own: OwnRecord | None = None
        self.password = PasswordChange(people, tasks)
        self.pin = PinCard(people, tasks)
        self.offer: PinOffer | None = None
        self.sign_out = QPushButton()
        self.leaving, self.duties, self.heading, self.advice = QLabel(), QLabel(), QLabel(), QLabel()
        self.read = QPushButton()
        self.rows = SignInRows(self)
        self.table = ReadTable(self.rows)
        self.text = QTextBrowser()
        self.below = QStackedWidget()
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.password)
        self.retranslate()

    def take_scan(self, text: str) -> None:
        """A card goes to the form that waits for it; everything else means nothing here."""
        if self.password.take_scan(text):
            return
        if looks_like_label_code(text):
            self.label_scanned.emit()
        else:
            self.message.emit("warn", self.tr("This page has no use for that code."))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.sign_out.setText(self.tr("Sign out   Ctrl+Shift+L"))
        self.leaving.setText(self.tr("Your day is over: your login is closed, others work on. A lock is for a break."))
        self.heading.setText(self.tr("Your login in the last seven days"))
        self.advice.setText(self.tr("Was one of these not you? Change your password, and tell the owner."))
        self.table.setAccessibleName(self.heading.text())
        self.text.setMarkdown(self._people.duties(languages.current().value).text)
        self.text.setAccessibleName(self.tr("Your duties"))
        self.rows.retranslate()
        self.table.size_columns((WIDEST_TIME, WIDEST_PLACE, None))
        self._say_duties()

    def _say_duties(self) -> None:
        accepted = None if self._own is None else self._own.duties
        if accepted is None:
            self.duties.setText(self.tr("The duties of everybody who works here."))
        else:
            words = self.tr("You accepted the duties, version {version}, on {time}.")
            self.duties.setText(words.format(version=accepted.version, time=act_wording.time_name(accepted.at)))
        reads = self.below.currentWidget() is self.text
        self.read.setText(self.tr("Back to the sign-ins") if reads else self.tr("Read the duties"))

    def _turn_duties(self) -> None:
        self.below.setCurrentWidget(self.table if self.below.currentWidget() is self.text else self.text)
        self._say_duties()

    def _look(self) -> None:
        self._tasks.run(Lane.DATA, self._people.own_record, self, self._show)

    def _show(self, own: OwnRecord) -> None:
        self._own = own
        self.pin.show_state(has_pin=own.has_pin)
        self.rows.show_sign_ins(own.sign_ins)
        self._say_duties()

    def _choose_pin(self) -> None:
        self.offer = PinOffer(self._people, self._tasks, may_decline=False)
        self.offer.ended.connect(self._end_pin)
        self.pages.addWidget(self.offer)
        self.pages.setCurrentWidget(self.offer)

    def _end_pin(self) -> None:
        self._drop_offer()
        self._look()
        self.pin.choose.setFocus()

    def _drop_offer(self) -> None:
        offer, self.offer = self.offer, None
        if offer is not None:
            self.pages.removeWidget(offer)
            offer.deleteLater()
        self.pin.forget()

    def _tell_changed(self) -> None:
        self.message.emit("good", self.tr("The new password holds from now on."))

    def _tell_removed(self) -> None:
        self.message.emit("good", self.tr("The PIN is removed."))

    def _connect(self) -> None:
        self.password.changed.connect(self._tell_changed)
        self.pin.removed.connect(self._tell_removed)
        self.pin.pin_wanted.connect(self._choose_pin)
        self.read.clicked.connect(self._turn_duties)
        self.sign_out.clicked.connect(self.sign_out_asked)

    def _lay_out(self) -> None:
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.GRID_PX, 0)
        column.setSpacing(2 * theme.GRID_PX)
        for part in (self.password, self.pin):
            column.addWidget(part)
        column.addStretch(1)
        side = QScrollArea()
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setFixedWidth(_SIDE_PX)
        side.setWidget(left)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.GRID_PX)
        row.addWidget(side)
        row.addWidget(self._record_card(), stretch=1)
        self.pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def _record_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        self.heading.setObjectName("heading")
        for words in (self.advice, self.leaving):
            words.setObjectName("caption")
        for words in (self.advice, self.leaving, self.duties):
            words.setWordWrap(True)
        for part in (self.table, self.text):
            self.below.addWidget(part)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.heading)
        column.addWidget(self.below, stretch=1)
        column.addWidget(self.advice)
        for words, button in ((self.duties, self.read), (self.leaving, self.sign_out)):
            row = QHBoxLayout()
            row.addWidget(words, stretch=1)
            row.addWidget(button)
            column.addLayout(row)
        return card

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look into the record now."""
        super().showEvent(event)
        if not event.spontaneous():
            self._look()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Leave no secret behind."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.password.forget()
            self._drop_offer()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
