"""Details past their term: how many, what confirms their erasing beside the owner's proof, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QRadioButton, QVBoxLayout, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.services.retention import ByOwner, BySheet, ByWait
from outlet_app.ui import theme, wording
from outlet_app.ui.captioned import Captioned
from outlet_app.ui.inputs import Choice, TextInput
from outlet_app.ui.password_field import PasswordField

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.errors import OutletError
    from outlet_app.services.retention import Confirmation, Erasings

_SHEET_BEGINS = "OR1."


class ErasingCard(QFrame):
    """Holds the other owner's password, or the sheet's words, until `forget`.

    `order_asked`: what confirms is filled in; `wish_asked`: the day of waiting is to begin; `take_back_asked`: no more.
    `stop_asked`, `go_on_asked`: of what was ordered.
    """

    order_asked = Signal()
    wish_asked = Signal()
    take_back_asked = Signal()
    stop_asked = Signal()
    go_on_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._standing: Erasings | None = None
        self._scanned = ""
        self.heading, self.due, self.wish, self.fault = (QLabel() for _ in range(4))
        self.second = QLabel()
        self.by_owner, self.by_sheet, self.by_wait = (QRadioButton() for _ in range(3))
        self.owners, self.password, self.words = Choice(), PasswordField(), TextInput(chinese=True)
        self.owner, self.sheet = Captioned(self.owners), Captioned(self.words)
        self.progress = QProgressBar()
        self.begin, self.take_back, self.stop, self.go_on = (QPushButton() for _ in range(4))
        self._lay_out()
        self._connect()
        self.by_sheet.setChecked(True)
        self.setFocusProxy(self.begin)
        self.retranslate()

    def show_standing(self, standing: Erasings) -> None:
        """How it stands now; what is typed stays."""
        self._standing = standing
        chosen = self.owners.value()
        self.owners.offer((owner.account_id.hex(), owner.name) for owner in standing.owners)
        self.owners.choose(chosen)
        self.by_owner.setVisible(bool(standing.owners))
        self._show()

    def confirmation(self) -> Confirmation:
        """What confirms beside the owner at the counter, as it is filled in."""
        if self.by_owner.isChecked():
            return ByOwner(bytes.fromhex(self.owners.value()), self.password.text.text())
        if self.by_sheet.isChecked():
            return BySheet(self._scanned or self.words.text())
        return ByWait()

    def take_sheet(self, text: str) -> bool:
        """Take the code of a recovery sheet; False for anything else, and where none is asked for."""
        is_sheet = self.words.isVisible() and text.strip().upper().startswith(_SHEET_BEGINS)
        if is_sheet:
            self._scanned = text.strip()
            self._show()
        return is_sheet

    def tell_error(self, error: OutletError) -> None:
        """Say why it was refused."""
        self.fault.setText(wording.sentence(error))
        self.fault.show()

    def forget(self) -> None:
        """Drop the other owner's password and the sheet."""
        self._scanned = ""
        self.password.forget()
        self.words.put("")
        self.fault.hide()
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Details past their term"))
        self.second.setText(self.tr("Besides your password and card, this needs a second confirmation:"))
        self.by_owner.setText(self.tr("Another owner's password"))
        self.by_sheet.setText(self.tr("The recovery sheet"))
        self.by_wait.setText(self.tr("A wait of 24 hours"))
        self.owner.name(self.tr("Owner"))
        self.password.text.setAccessibleName(self.tr("Password of the other owner"))
        self.password.text.setPlaceholderText(self.tr("Password of the other owner"))
        self.sheet.name(self.tr("Its 25 words, or scan its code"))
        self.take_back.setText(self.tr("Take back"))
        self.stop.setText(self.tr("Stop"))
        self.go_on.setText(self.tr("Go on"))
        self.progress.setAccessibleName(self.tr("How far the erasing is"))
        self._show()

    def due_words(self) -> str:
        """What would be erased: a count and a span of days."""
        standing = self._standing
        if standing is None or standing.due.oldest is None or standing.due.newest is None:
            return ""
        words = self.tr("{count} waybills, accepted {first} to {last}")
        due = standing.due
        return words.format(count=due.count, first=_day(standing.due.oldest), last=_day(standing.due.newest))

    def _show(self) -> None:
        standing = self._standing
        if standing is None:
            return
        left = next((record for record in standing.records if record.left), None)
        is_due = bool(standing.due.count)
        asks = is_due and not standing.runs
        self.due.setText(self._due_story(standing))
        asked = standing.asked
        self.wish.setText("" if asked is None else self._wish_story(standing))
        self.wish.setVisible(asks and asked is not None)
        for part in (self.second, self.by_sheet, self.by_wait, self.begin):
            part.setVisible(asks)
        self.by_owner.setVisible(asks and bool(standing.owners))
        self.owner.setVisible(asks and self.by_owner.isChecked())
        self.password.setVisible(asks and self.by_owner.isChecked())
        self.sheet.setVisible(asks and self.by_sheet.isChecked())
        self.take_back.setVisible(asks and asked is not None)
        self.begin.setText(self._begin_words(standing))
        self.begin.setEnabled(standing.is_dated and self._is_filled(standing))
        self.progress.setVisible(standing.runs)
        self.stop.setVisible(standing.runs)
        self.go_on.setVisible(left is not None and not standing.runs)
        if left is not None:
            self.progress.setRange(0, max(1, left.said.count))
            self.progress.setValue(max(0, left.said.count - left.left))

    def _due_story(self, standing: Erasings) -> str:
        if standing.runs:
            return self.tr("Erasing… Work at the counter goes on meanwhile.")
        if not standing.due.count:
            return self.tr("Nothing is kept longer than its term. What falls due is counted here.")
        if not standing.is_dated:
            return self.tr("{due}. The PC's date must be confirmed first.").format(due=self.due_words())
        words = self.tr("{due}, are past their term. Once erased, nobody opens them any more: you neither.")
        return words.format(due=self.due_words())

    def _wish_story(self, standing: Erasings) -> str:
        if standing.asked is None:
            return ""
        if standing.is_ready:
            return self.tr("Asked {at}. The 24 hours are over.").format(at=_moment(standing.asked.stated_at))
        words = self.tr("Asked {at}. From {ready} on, your word alone is enough.")
        return words.format(at=_moment(standing.asked.stated_at), ready=_moment(standing.asked.ready_at))

    def _begin_words(self, standing: Erasings) -> str:
        if self.by_wait.isChecked() and standing.asked is None:
            return self.tr("Begin the wait…")
        return self.tr("Erase…")

    def _is_filled(self, standing: Erasings) -> bool:
        if self.by_owner.isChecked():
            return bool(self.owners.value() and self.password.text.text())
        if self.by_sheet.isChecked():
            return bool(self._scanned or self.words.text().strip())
        return standing.asked is None or standing.is_ready

    def _press(self) -> None:
        if not self.begin.isEnabled() or self._standing is None:
            return
        if self.by_wait.isChecked() and self._standing.asked is None:
            self.wish_asked.emit()
        else:
            self.order_asked.emit()

    def _connect(self) -> None:
        self.begin.clicked.connect(self._press)
        self.take_back.clicked.connect(self.take_back_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.go_on.clicked.connect(self.go_on_asked)
        self.words.returnPressed.connect(self._press)
        self.password.entered.connect(self._press)
        for changed in (self.words.textChanged, self.password.text.textChanged, self.by_owner.toggled):
            changed.connect(self._show)
        for changed in (self.by_sheet.toggled, self.by_wait.toggled):
            changed.connect(self._show)

    def _lay_out(self) -> None:
        self.heading.setObjectName("person")
        self.begin.setObjectName("primary")
        self.wish.setObjectName("doubt")
        self.fault.setObjectName("fault")
        self.progress.setObjectName("slim")
        self.progress.setTextVisible(False)
        for words in (self.due, self.wish, self.second, self.fault):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        for words in (self.heading, self.due, self.wish, self.second):
            column.addWidget(words)
        column.addLayout(_row(self.by_sheet, self.by_wait, self.by_owner, None))
        below: tuple[QWidget, ...] = (self.owner, self.password, self.sheet, self.fault, self.progress)
        for part in below:
            column.addWidget(part)
        column.addLayout(_row(None, self.take_back, self.stop, self.go_on, self.begin))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Side by side; None is what stretches."""
    row = QHBoxLayout()
    row.setSpacing(2 * theme.GRID_PX)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _day(at: datetime) -> str:
    return f"{outlet_time(at):%Y-%m-%d}"


def _moment(at: datetime) -> str:
    return f"{outlet_time(at):%Y-%m-%d %H:%M}"
