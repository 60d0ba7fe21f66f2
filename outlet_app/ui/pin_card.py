"""The PIN on one's own page: whether there is one, and setting, changing or removing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import theme, wording
from outlet_app.ui.password_field import PasswordField
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.people import People


class PinCard(QFrame):
    """`pin_wanted`: the person wants to choose six digits. `removed`: there is no PIN any more."""

    pin_wanted = Signal()
    removed = Signal()

    def __init__(self, people: People, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._people = people
        self._tasks = tasks
        self._has_pin = False
        self.heading, self.state, self.fault, self.caption = QLabel(), QLabel(), QLabel(), QLabel()
        self.choose, self.remove, self.sure = QPushButton(), QPushButton(), QPushButton()
        self.password = PasswordField()
        self.choose.clicked.connect(self.pin_wanted)
        self.remove.clicked.connect(self._ask)
        self.sure.clicked.connect(self._remove)
        self.password.entered.connect(self._remove)
        self.password.text.textEdited.connect(self._clear_fault)
        self._lay_out()
        self.forget()

    def show_state(self, *, has_pin: bool) -> None:
        """Show whether there is a PIN now; what was typed is dropped."""
        self._has_pin = has_pin
        self.forget()

    def forget(self) -> None:
        """Drop what was typed."""
        self.password.forget()
        self._clear_fault()
        self._show_question(asked=False)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        has_pin = self._has_pin
        self.heading.setText(self.tr("PIN"))
        self.state.setText(
            self.tr("You have one: after a lock, or when you take turns, six digits are enough.")
            if has_pin
            else self.tr("You have none: each time you come back you type your password.")
        )
        self.choose.setText(self.tr("Choose another PIN") if has_pin else self.tr("Choose a PIN"))
        self.remove.setText(self.tr("Remove the PIN"))
        self.sure.setText(self.tr("Remove it"))
        self.caption.setText(self.tr("Your password, to remove it"))
        self.password.text.setPlaceholderText("")
        self.password.text.setAccessibleName(self.tr("Your password, to remove it"))
        self.remove.setVisible(has_pin and self.password.isHidden())

    def _ask(self) -> None:
        self._show_question(asked=True)
        self.password.setFocus()

    def _show_question(self, *, asked: bool) -> None:
        for part in (self.caption, self.password, self.sure):
            part.setVisible(asked)
        self.remove.setVisible(not asked)

    def _remove(self) -> None:
        if self.sure.isEnabled() and self.password.text.text():
            self.setEnabled(False)
            work = partial(self._people.remove_pin, password=self.password.text.text())
            self._tasks.run(Lane.DATA, work, self, self._done, self._refused)

    def _done(self, _nothing: None) -> None:
        self.setEnabled(True)
        self.show_state(has_pin=False)
        self.choose.setFocus()
        self.removed.emit()

    def _refused(self, error: OutletError) -> None:
        self.setEnabled(True)
        self.fault.setText(wording.sentence(error))
        self.fault.show()
        self.password.text.selectAll()
        self.password.setFocus()

    def _clear_fault(self) -> None:
        self.fault.clear()
        self.fault.hide()

    def _lay_out(self) -> None:
        self.heading.setObjectName("heading")
        self.fault.setObjectName("fault")
        self.caption.setObjectName("caption")
        for words in (self.state, self.fault):
            words.setWordWrap(True)
        proof = QHBoxLayout()
        proof.addWidget(self.password, stretch=1)
        proof.addWidget(self.sure)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        buttons.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(4)
        for part in (self.heading, self.state, self.caption):
            column.addWidget(part)
        column.addLayout(proof)
        column.addWidget(self.fault)
        column.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves the PIN as it is."""
        if event.key() == Qt.Key.Key_Escape and not self.password.isHidden():
            self.forget()
            self.choose.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
