"""The cases of somebody who cannot sign in, in plain words: some lead to steps, the others say who helps."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from outlet_app.ui import theme
from outlet_app.ui.setup_page import SetupPage

if TYPE_CHECKING:
    from outlet_app.ui.tasks import Tasks


class Case(StrEnum):
    """What happened, where this PC knows a way out."""

    PASSWORD = "password"  # noqa: S105 - the name of a case
    CARD = "card"
    DAMAGED = "damaged"
    RESTORE = "restore"


class CasesPage(SetupPage):
    """`chosen(Case)`: lead there."""

    chosen = Signal(object)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.choices = {case: QPushButton() for case in Case}
        self.hints = {case: QLabel() for case in Case}
        self.others = QLabel()
        for case, button in self.choices.items():
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.chosen.emit, case))
            self.answer.addWidget(button)
            self.answer.addWidget(self.hints[case])
            self.answer.addSpacing(theme.GRID_PX)
        for label in (*self.hints.values(), self.others):
            label.setWordWrap(True)
            label.setObjectName("caption")
        self.answer.addWidget(self.others)
        self.retranslate()

    def enter(self) -> None:
        """With the keys on the first case."""
        self.choices[Case.PASSWORD].setFocus()

    def submit(self) -> None:
        """Enter takes the case that has the keys."""
        for button in self.choices.values():
            if button.hasFocus():
                button.click()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(self.tr("What happened?"), "")
        words = {
            Case.PASSWORD: (
                self.tr("The owner forgot his password"),
                self.tr("The recovery sheet gives a new password and a new card."),
            ),
            Case.CARD: (
                self.tr("The owner card is lost"),
                self.tr("Password and recovery sheet give a new card; the lost one opens nothing any more."),
            ),
            Case.DAMAGED: (
                self.tr("The database is damaged"),
                self.tr("With the owner's password and card, everything that can still be read is saved."),
            ),
            Case.RESTORE: (
                self.tr("This PC is new, or its data is lost or damaged"),
                self.tr("The newest backup brings the outlet back, with the recovery sheet."),
            ),
        }
        for case, (name, hint) in words.items():
            self.choices[case].setText(name)
            self.choices[case].setAccessibleDescription(hint)
            self.hints[case].setText(hint)
        self.others.setText(
            self.tr(
                "A clerk forgot the password or PIN: the owner makes a new code under Staff.\n"
                "The sheet is lost or somebody saw it: sign in as owner and renew the keys under Outlet.\n"
                "Card and sheet are both lost: nobody can open the customers' details any more, nor restore a backup."
            )
        )
