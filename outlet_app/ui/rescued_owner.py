"""The pages that ask which owner comes back: with a new password, or with the one he knows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from outlet_app.errors import Fault
from outlet_app.ui import theme, wording
from outlet_app.ui.inputs import Choice
from outlet_app.ui.password_field import PasswordField
from outlet_app.ui.setup_page import SetupPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.errors import FaultKind
    from outlet_app.services import Tile
    from outlet_app.ui.tasks import Tasks


class _OwnerPage(SetupPage):
    """Which of the owners; asked only where there are several."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.owner_caption, self.owner = QLabel(), Choice()
        self.owner_caption.setObjectName("caption")
        self.answer.addWidget(self.owner_caption)
        self.answer.addWidget(self.owner)

    def offer(self, owners: tuple[Tile, ...]) -> None:
        """Ask for one of these."""
        self.owner.offer((tile.account_id.hex(), tile.name) for tile in owners)
        for part in (self.owner_caption, self.owner):
            part.setVisible(len(owners) > 1)

    def account_id(self) -> bytes:
        """The owner who is chosen."""
        return bytes.fromhex(self.owner.value())

    def name_owner(self) -> None:
        """Say the choice in the language of the screen."""
        self.owner_caption.setText(self.tr("Who are you?"))
        self.owner.setAccessibleName(self.owner_caption.text())

    def _go_on(self, _nothing: None) -> None:
        self.answered.emit()


class NewPasswordPage(_OwnerPage):
    """A new password, typed twice; then keys and card are made by `prepare`, which is told account and password."""

    def __init__(
        self,
        fault_of: Callable[[bytes, str], FaultKind | None],
        prepare: Callable[[bytes, str], None],
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._fault_of = fault_of
        self._prepare = prepare
        self.password, self.again = PasswordField(), PasswordField()
        self.rules, self.password_caption, self.again_caption = QLabel(), QLabel(), QLabel()
        self.rules.setWordWrap(True)
        for caption in (self.rules, self.password_caption, self.again_caption):
            caption.setObjectName("caption")
        for part in (self.password_caption, self.password, self.rules, self.again_caption, self.again):
            self.answer.addWidget(part)
        for field in (self.password, self.again):
            field.text.textEdited.connect(self._judge)
        self.owner.currentIndexChanged.connect(self._judge)
        self.retranslate()

    def enter(self) -> None:
        """With the keys on the password."""
        self._judge()
        self.password.setFocus()

    def leave(self) -> None:
        """The passwords do not outlive the page."""
        for field in (self.password, self.again):
            field.forget()

    def take_enter(self) -> None:
        """From field to field; from the last one on."""
        if self.password.text.hasFocus():
            self.again.setFocus()
        else:
            self.submit()

    def submit(self) -> None:
        """Judge both, then make keys and card."""
        password = self.password.text.text()
        kind = self._fault_of(self.account_id(), password)
        differs = kind is None and self.again.text.text() != password
        theme.restyle(self.password.text, fault=kind is not None)
        theme.restyle(self.again.text, fault=differs)
        if kind is not None:
            self.tell_fault(wording.fault_sentence(Fault("password", kind)))
            self.password.setFocus()
        elif differs:
            self.tell_fault(self.tr("The two passwords differ. Type the second one again."))
            self.again.setFocus()
            self.again.text.selectAll()
        else:
            work = partial(self._prepare, self.account_id(), password)
            self.work(self.tr("Making new keys and a new card…"), work, self._go_on)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.name_owner()
        self.say(
            self.tr("A new password for the owner"),
            self.tr(
                "The former password and the former card open nothing any more. The recovery sheet stays as it is."
            ),
        )
        self.password_caption.setText(self.tr("New password"))
        self.again_caption.setText(self.tr("The same password again"))
        for field, caption in ((self.password, self.password_caption), (self.again, self.again_caption)):
            field.text.setAccessibleName(caption.text())
            field.text.setPlaceholderText("")
        self._judge()

    def _judge(self) -> None:
        self.tell_fault()
        for field in (self.password, self.again):
            theme.restyle(field.text, fault=False)
        password = self.password.text.text()
        kind = self._fault_of(self.account_id(), password) if password and self.owner.value() else None
        words, look = self.tr("At least ten characters. A sentence is best; no name, no phone number."), "caption"
        if kind is not None:
            words, look = wording.fault_sentence(Fault("password", kind)), "doubt"
        elif password:
            words, look = self.tr("✓ This password will do."), "good"
        self.rules.setText(words)
        self.rules.setObjectName(look)
        theme.restyle(self.rules)


class KnownPasswordPage(_OwnerPage):
    """The password that he signs in with; then a new card is made by `prepare`."""

    def __init__(self, prepare: Callable[[bytes, str], None], tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._prepare = prepare
        self.password = PasswordField()
        self.password.text.textEdited.connect(self._clear)
        self.answer.addWidget(self.password)
        self.retranslate()

    def enter(self) -> None:
        """With the keys on the password."""
        self.password.setFocus()

    def leave(self) -> None:
        """The password does not outlive the page."""
        self.password.forget()

    def submit(self) -> None:
        """Make the card."""
        if not self.password.text.text():
            self.password.setFocus()
            return
        work = partial(self._prepare, self.account_id(), self.password.text.text())
        self.work(self.tr("Making a new card…"), work, self._go_on)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.name_owner()
        self.say(
            self.tr("Your password"),
            self.tr("The one you sign in with. The lost card opens nothing any more once the new one is proven."),
        )

    def _clear(self) -> None:
        self.tell_fault()
