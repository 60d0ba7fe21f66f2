"""A new password in the old one's place: the old one, an owner's card, the new one twice; the rules as one types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.errors import Fault, InvalidDraft
from outlet_app.ui import theme, wording
from outlet_app.ui.owner_proof import OwnerProof
from outlet_app.ui.password_field import PasswordField
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.people import People


class PasswordChange(QFrame):
    """`changed`: the new password is in force. `proof` asks an owner for his card as well; None for a clerk."""

    changed = Signal()

    def __init__(self, people: People, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._people = people
        self._tasks = tasks
        self.proof = OwnerProof() if people.needs_card() else None
        self.old = PasswordField() if self.proof is None else self.proof.password
        self.new, self.again = PasswordField(), PasswordField()
        self.heading, self.rules, self.fault, self.progress = QLabel(), QLabel(), QLabel(), QLabel()
        self.old_caption, self.new_caption, self.again_caption = QLabel(self), QLabel(), QLabel()
        self.old_caption.setVisible(self.proof is None)
        self.save = QPushButton()
        self._lay_out()
        self._connect()
        self._work(working=False)
        self.setFocusProxy(self.old)
        self.retranslate()

    def take_scan(self, text: str) -> bool:
        """Take an owner card; False for anything else and where no card is asked for."""
        return self.proof is not None and self.proof.take_card(text)

    def forget(self) -> None:
        """Drop everything that was typed or scanned."""
        (self.old if self.proof is None else self.proof).forget()
        for field in (self.new, self.again):
            field.forget()
        self._clear_fault()
        self._judge()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Change your password"))
        captions = (
            (self.old_caption, self.old, self.tr("Your password now")),
            (self.new_caption, self.new, self.tr("The new password")),
            (self.again_caption, self.again, self.tr("The new password again")),
        )
        for caption, field, words in captions[0 if self.proof is None else 1 :]:
            caption.setText(words)
            field.text.setPlaceholderText("")
            field.text.setAccessibleName(words)
        self.save.setText(self.tr("Change the password"))
        self.progress.setText(self.tr("One moment…"))
        self._judge()

    def _ask(self) -> None:
        """Go on when all is filled in and the same twice, else put the keys on what is not."""
        fields = (self.old, self.new, self.again)
        empty = next((field for field in fields if not field.text.text()), None)
        if not self.save.isEnabled():
            return
        if empty is not None:
            empty.setFocus()
        elif self.new.text.text() != self.again.text.text():
            self._tell(self.tr("The two passwords differ. Type the second one again."), self.again)
        elif self.proof is not None and not self.proof.card:
            self._tell(self.tr("The owner card is still missing."), self.proof)
        else:
            self._change()

    def _change(self) -> None:
        self._work(working=True)
        card = None if self.proof is None else self.proof.card
        work = partial(self._people.change_password, self.new.text.text(), password=self.old.text.text(), card=card)
        self._tasks.run(Lane.DATA, work, self, self._done, self._refused)

    def _done(self, _nothing: None) -> None:
        self._work(working=False)
        self.forget()
        self.changed.emit()

    def _refused(self, error: OutletError) -> None:
        self._work(working=False)
        if isinstance(error, InvalidDraft):
            self._tell(wording.fault_sentence(error.faults[0]), self.new)
        else:
            self._tell(wording.sentence(error), self.old)

    def _judge(self) -> None:
        """What the rules say of the new password stands beside it."""
        typed = self.new.text.text()
        kind = self._people.password_fault(typed) if typed else None
        if not typed:
            words, look = self.tr("At least ten characters. A sentence is best; no name, no phone number."), "caption"
        elif kind is not None:
            words, look = wording.fault_sentence(Fault("password", kind)), "doubt"
        else:
            words, look = self.tr("✓ This password will do."), "good"
        self.rules.setText(words)
        self.rules.setObjectName(look)
        theme.restyle(self.rules)

    def _tell(self, words: str, field: QWidget) -> None:
        self.fault.setText(words)
        self.fault.show()
        if isinstance(field, PasswordField):
            theme.restyle(field.text, fault=True)
            field.text.selectAll()
        field.setFocus()

    def _clear_fault(self) -> None:
        self.fault.clear()
        self.fault.hide()
        for field in (self.old, self.new, self.again):
            theme.restyle(field.text, fault=False)

    def _work(self, *, working: bool) -> None:
        for part in (self.proof or self.old, self.new, self.again, self.save):
            part.setEnabled(not working)
        self.progress.setVisible(working)

    def _connect(self) -> None:
        self.old.entered.connect(self.new.setFocus)
        self.new.entered.connect(self.again.setFocus)
        self.again.entered.connect(self._ask)
        self.save.clicked.connect(self._ask)
        self.new.text.textEdited.connect(self._judge)
        for field in (self.old, self.new, self.again):
            field.text.textEdited.connect(self._clear_fault)
        if self.proof is not None:
            self.proof.edited.connect(self._clear_fault)

    def _lay_out(self) -> None:
        self.heading.setObjectName("heading")
        self.fault.setObjectName("fault")
        self.save.setObjectName("primary")
        for caption in (self.old_caption, self.new_caption, self.again_caption, self.progress):
            caption.setObjectName("caption")
        for words in (self.rules, self.fault):
            words.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.progress, stretch=1)
        foot.addStretch(1)
        foot.addWidget(self.save)
        old = (self.old_caption, self.old) if self.proof is None else (self.proof,)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(4)
        for part in (self.heading, *old, self.new_caption, self.new, self.rules, self.again_caption, self.again):
            column.addWidget(part)
        column.addWidget(self.fault)
        column.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape drops what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.save.isEnabled():
            self.forget()
            self.old.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
