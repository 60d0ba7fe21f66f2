"""The last step of every change of keys: password and present card, and how far the change is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from outlet_app.ui.owner_proof import OwnerProof
from outlet_app.ui.password_field import PasswordField
from outlet_app.ui.setup_page import SetupPage

if TYPE_CHECKING:
    from outlet_app.ui.tasks import Tasks


class KeyChange(StrEnum):
    """What an owner changes about the keys, or lets go on."""

    SEED = "seed"
    CARD = "card"
    OTHERS_CARD = "others_card"
    DATABASE_KEY = "database_key"
    GO_ON = "go_on"


class WarningPage(SetupPage):
    """What new keys are for, what they take, and what cannot be undone."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.points = [QLabel() for _ in range(4)]
        for point in self.points:
            point.setWordWrap(True)
            self.answer.addWidget(point)
        self.retranslate()

    def next_words(self) -> str:
        """What the main button says."""
        return self.tr("Make new papers")

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("New keys, a new card and a new sheet"),
            self.tr(
                "For the day on which the recovery sheet is lost, or somebody has seen the sheet, card or password."
            ),
        )
        words = (
            self.tr(
                "First the new card and the new sheet go onto paper. Until you confirm at the end, nothing changes."
            ),
            self.tr(
                "Then the database is copied under a new key, and work stands still for that long. After that every "
                "waybill is locked anew, while the counter works on."
            ),
            self.tr(
                "The former card and sheet then open nothing here. What was copied before stays open to them: make a "
                "new backup afterwards and destroy the old ones. Old backups open only with the old sheet."
            ),
            self.tr(
                "Other owners have no card then; give each a new one here. Whose password was seen changes it, too."
            ),
        )
        for point, text in zip(self.points, words, strict=True):
            point.setText(f"•  {text}")


class ConsentPage(SetupPage):
    """Asks for the present card and the password, and from another owner who gets a card for his own."""

    def __init__(self, tasks: Tasks, change: KeyChange, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._change = change
        self._name = name
        self.others_caption = QLabel()
        self.others_caption.setObjectName("caption")
        self.others_password = PasswordField()
        self.proof = OwnerProof()
        for part in (self.others_caption, self.others_password):
            self.answer.addWidget(part)  # first: shown without a place it would be a window
            part.setVisible(change is KeyChange.OTHERS_CARD)
        self.answer.addWidget(self.proof)
        self.others_password.entered.connect(self.proof.setFocus)
        for edited in (self.others_password.text.textEdited, self.proof.edited):
            edited.connect(self._clear_fault)
        self.retranslate()

    def enter(self) -> None:
        """The keys on what is typed first."""
        (self.others_password if self._change is KeyChange.OTHERS_CARD else self.proof).setFocus()

    def leave(self) -> None:
        """What was typed or scanned does not outlive the page."""
        self.others_password.forget()
        self.proof.forget()
        self.tell_fault()

    def submit(self) -> None:
        """Go on when nothing is missing."""
        if self._change is KeyChange.OTHERS_CARD and not self.others_password.text.text():
            self.others_password.setFocus()
        elif not self.proof.password.text.text():
            self.proof.setFocus()
        elif not self.proof.card:
            self.tell_fault(self.tr("Your present card is still missing. Scan it."))
        else:
            self.answered.emit()

    def take_scan(self, text: str) -> None:
        """The present card."""
        self.proof.take_card(text)

    def next_words(self) -> str:
        """What the main button says."""
        return {
            KeyChange.SEED: self.tr("Put the new keys in force"),
            KeyChange.CARD: self.tr("Replace the card"),
            KeyChange.OTHERS_CARD: self.tr("Give the card"),
            KeyChange.DATABASE_KEY: self.tr("Renew the key"),
            KeyChange.GO_ON: self.tr("Go on"),
        }[self._change]

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(*self._words())
        self.others_caption.setText(self.tr("{name} types the own password").format(name=self._name))
        self.others_password.text.setAccessibleName(self.others_caption.text())

    def _words(self) -> tuple[str, str]:
        present = self.tr("Your password, and the card that you have used until now.")
        return {
            KeyChange.SEED: (self.tr("Put the new keys in force?"), present),
            KeyChange.CARD: (
                self.tr("Replace your card?"),
                self.tr(
                    "The former card opens nothing any more. Where somebody may have copied it, make new keys instead."
                )
                + " "
                + present,
            ),
            KeyChange.OTHERS_CARD: (self.tr("Give {name} this card?").format(name=self._name), present),
            KeyChange.DATABASE_KEY: (
                self.tr("A new key for the database?"),
                self.tr(
                    "For the day on which somebody may have copied files of this PC. The database is copied under a "
                    "new key; work stands still for that long, and you can stop it. What was copied before stays "
                    "readable with the old key: that cannot be undone."
                )
                + " "
                + present,
            ),
            KeyChange.GO_ON: (
                self.tr("Go on with locking the waybills anew?"),
                self.tr("Your card lets it go on for five minutes, while the counter works."),
            ),
        }[self._change]

    def _clear_fault(self) -> None:
        self.tell_fault()
