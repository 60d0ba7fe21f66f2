"""What the owner fills in for one act about people: the words about it, a name, a new password, and his proof."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.errors import InvalidDraft
from outlet_app.ui import theme, wording
from outlet_app.ui.inputs import TextInput
from outlet_app.ui.owner_proof import OwnerProof
from outlet_app.ui.password_field import PasswordField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.staff import Person


class StaffAct(StrEnum):
    """What the owner does about people with his password and card."""

    INVITE_CLERK = "invite_clerk"
    INVITE_OWNER = "invite_owner"
    RESET_CLERK = "reset_clerk"
    RESET_OWNER = "reset_owner"
    DISMISS = "dismiss"
    ROTATE = "rotate"


_NAMES_SOMEBODY = {StaffAct.INVITE_CLERK, StaffAct.INVITE_OWNER}
_TAKES_PASSWORD = {StaffAct.INVITE_OWNER, StaffAct.RESET_OWNER}


class StaffForm(QFrame):
    """One act at a time, from `begin` until `forget`. `asked`: everything is filled in; `dropped`: rather not."""

    asked = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.act = StaffAct.INVITE_CLERK
        self.person: Person | None = None
        self.heading, self.story = QLabel(), QLabel()
        self.name_caption, self.password_caption = QLabel(), QLabel()
        self.name = TextInput()
        self.new_password = PasswordField()
        self.proof = OwnerProof()
        self.fault = QLabel()
        self.do, self.drop = QPushButton(), QPushButton()
        self.do.clicked.connect(self._ask)
        self.drop.clicked.connect(self.dropped)
        self.proof.entered.connect(self._ask)
        self.name.returnPressed.connect(self._go_on)
        self.new_password.entered.connect(self.proof.setFocus)
        for changed in (self.name.textEdited, self.new_password.text.textEdited, self.proof.edited):
            changed.connect(self._clear_fault)
        self._lay_out()

    def begin(self, act: StaffAct, person: Person | None = None) -> None:
        """Ask for what `act` needs; `person` is whom it is about, None for somebody new and for nobody."""
        self.act, self.person = act, person
        self.forget()
        self.name_caption.setVisible(act in _NAMES_SOMEBODY)
        self.name.setVisible(act in _NAMES_SOMEBODY)
        self.password_caption.setVisible(act in _TAKES_PASSWORD)
        self.new_password.setVisible(act in _TAKES_PASSWORD)
        self.retranslate()
        self._first().setFocus()

    def forget(self) -> None:
        """Drop everything that was typed or scanned."""
        self.name.put("")
        self.new_password.forget()
        self.proof.forget()
        self._clear_fault()

    def tell_error(self, error: OutletError) -> None:
        """Say what was wrong, and put the keys where it is mended."""
        if isinstance(error, InvalidDraft):
            fault = error.faults[0]
            self._tell(wording.fault_sentence(fault))
            (self.name if fault.field == "name" else self.new_password).setFocus()
        else:
            self._tell(wording.sentence(error))
            self.proof.password.text.selectAll()
            self.proof.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        heading, story, button = self._words()[self.act]
        name = self.person.name if self.person is not None else ""
        self.heading.setText(heading.format(name=name))
        self.story.setText(story.format(name=name))
        self.do.setText(button)
        self.drop.setText(self.tr("Cancel"))
        self.name_caption.setText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name"))
        self.password_caption.setText(self.tr("The new owner types a password of his own"))
        self.new_password.text.setAccessibleName(self.tr("The new owner's password"))
        self.new_password.text.setPlaceholderText("")

    def _words(self) -> dict[StaffAct, tuple[str, str, str]]:
        code = self.tr("A code comes up that you tell in person. It works once, within 24 hours.")
        rotation = self.tr("Then the database gets a new key. That takes a moment and work stands still meanwhile.")
        return {
            StaffAct.INVITE_CLERK: (self.tr("Invite a clerk"), code, self.tr("Invite")),
            StaffAct.INVITE_OWNER: (
                self.tr("Invite a second owner"),
                self.tr("A second owner can do everything you can. He must be here: he types his password now."),
                self.tr("Invite"),
            ),
            StaffAct.RESET_CLERK: (
                self.tr("New password for {name}"),
                self.tr("The old password and PIN end at once. ") + code,
                self.tr("Make a code"),
            ),
            StaffAct.RESET_OWNER: (
                self.tr("New password and card for {name}"),
                self.tr("The old password and the old card end at once. He must be here: he types his password now."),
                self.tr("Replace"),
            ),
            StaffAct.DISMISS: (
                self.tr("Dismiss {name}"),
                self.tr(
                    "{name} signs in no more, from this moment. This cannot be undone; what he did stays recorded. "
                )
                + rotation,
                self.tr("Dismiss"),
            ),
            StaffAct.ROTATE: (self.tr("New database key"), rotation, self.tr("Renew the key")),
        }

    def _ask(self) -> None:
        """Go on when all is filled in, else put the keys on the first that is not."""
        empty = [field for field, text in self._needed() if not text]
        if empty:
            empty[0].setFocus()
        elif not self.proof.card:
            self._tell(self.tr("The owner card is still missing."))
        else:
            self.asked.emit()

    def _go_on(self) -> None:
        (self.new_password if self.act in _TAKES_PASSWORD else self.proof).setFocus()

    def _needed(self) -> list[tuple[QWidget, str]]:
        needed: list[tuple[QWidget, str]] = []
        if self.act in _NAMES_SOMEBODY:
            needed.append((self.name, self.name.text().strip()))
        if self.act in _TAKES_PASSWORD:
            needed.append((self.new_password, self.new_password.text.text()))
        return [*needed, (self.proof, self.proof.password.text.text())]

    def _first(self) -> QWidget:
        return self._needed()[0][0]

    def _tell(self, words: str) -> None:
        self.fault.setText(words)

    def _clear_fault(self) -> None:
        self.fault.clear()

    def _lay_out(self) -> None:
        self.heading.setObjectName("heading")
        self.fault.setObjectName("fault")
        self.do.setObjectName("primary")
        for caption in (self.name_caption, self.password_caption):
            caption.setObjectName("caption")
        for words in (self.heading, self.story, self.fault):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        fields = (self.name_caption, self.name, self.password_caption, self.new_password, self.proof)
        for part in (self.heading, self.story, *fields, self.fault):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.drop)
        buttons.addWidget(self.do)
        column.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape drops the act."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
