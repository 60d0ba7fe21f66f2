"""Offers a PIN to a person who has none: six digits twice, and the password once, or not now."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.errors import Fault
from outlet_app.ui import theme, wording
from outlet_app.ui.password_field import PasswordField
from outlet_app.ui.pin_pad import PinPad
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.people import People

CARD_PX = 560


class _Step(Enum):
    """What is asked for now."""

    CHOOSE = auto()
    REPEAT = auto()
    PROVE = auto()


class PinOffer(QWidget):
    """`ended`: a PIN is set, or the person wants none, now or ever; what was typed is gone either way."""

    ended = Signal()

    def __init__(
        self, people: People, tasks: Tasks, parent: QWidget | None = None, *, may_decline: bool = True
    ) -> None:
        super().__init__(parent)
        self._people = people
        self._tasks = tasks
        self._step = _Step.CHOOSE
        self._chosen = ""
        self.heading, self.story, self.fault, self.progress = QLabel(), QLabel(), QLabel(), QLabel()
        self.pad = PinPad()
        self.proof = QLabel()
        self.password = PasswordField()
        self.save, self.skip, self.never = QPushButton(), QPushButton(), QPushButton()
        self.pad.entered.connect(self._take)
        self.pad.edited.connect(self._clear_fault)
        self.password.text.textEdited.connect(self._clear_fault)
        self.password.entered.connect(self._save)
        self.save.clicked.connect(self._save)
        self.skip.clicked.connect(self._end)
        self.never.clicked.connect(self._decline)
        self._lay_out()
        self.never.setVisible(may_decline)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("A PIN for today and every day"))
        self.story.setText(
            self.tr(
                "With six digits you are back at the counter in a moment, after a lock or when you take turns. "
                "Your password is asked for once a day."
            )
        )
        self.proof.setText(self.tr("Your password once more, so that nobody else sets a PIN for you."))
        self.save.setText(self.tr("Set the PIN"))
        self.skip.setText(self.tr("Not now"))
        self.never.setText(self.tr("Do not offer it again"))
        self.progress.setText(self.tr("One moment…"))
        self._ask()

    def _take(self, pin: str) -> None:
        kind = self._people.pin_fault(pin)
        self.pad.forget()
        if self._step is _Step.CHOOSE and kind is not None:
            self._tell(wording.fault_sentence(Fault("pin", kind)))
        elif self._step is _Step.CHOOSE:
            self._chosen = pin
            self._go(_Step.REPEAT)
        elif pin == self._chosen:
            self._go(_Step.PROVE)
        else:
            self._chosen = ""
            self._go(_Step.CHOOSE)
            self._tell(self.tr("The two were not the same. Choose again."))

    def _save(self) -> None:
        if not self.save.isEnabled():
            return
        self._work(working=True)
        work = partial(self._people.set_pin, self._chosen, password=self.password.text.text())
        self._tasks.run(Lane.DATA, work, self, self._saved, self._refused)

    def _saved(self, _nothing: None) -> None:
        self._work(working=False)
        self._end()

    def _refused(self, error: OutletError) -> None:
        self._work(working=False)
        self._tell(wording.sentence(error))
        self.password.text.selectAll()
        self.password.setFocus()

    def _decline(self) -> None:
        self._work(working=True)
        self._tasks.run(Lane.DATA, self._people.decline_pin, self, self._saved, self._refused)

    def _end(self) -> None:
        self._chosen = ""
        self.pad.forget()
        self.password.forget()
        self.ended.emit()

    def _go(self, step: _Step) -> None:
        self._step = step
        self._clear_fault()
        self._ask()
        proves = step is _Step.PROVE
        self.pad.setVisible(not proves)
        for part in (self.proof, self.password, self.save):
            part.setVisible(proves)
        (self.password if proves else self.pad).setFocus()

    def _ask(self) -> None:
        again = self._step is _Step.REPEAT
        self.pad.ask(self.tr("The same six digits once more") if again else self.tr("Choose six digits"))

    def _work(self, *, working: bool) -> None:
        for part in (self.password, self.save, self.skip, self.never):
            part.setEnabled(not working)
        self.progress.setVisible(working)

    def _tell(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def _clear_fault(self) -> None:
        self._tell("")

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(CARD_PX)
        self.heading.setObjectName("heading")
        self.fault.setObjectName("fault")
        self.progress.setObjectName("caption")
        self.save.setObjectName("primary")
        for words in (self.story, self.proof):
            words.setWordWrap(True)
        buttons = QHBoxLayout()
        for words in (self.fault, self.progress):
            words.setWordWrap(True)
            buttons.addWidget(words, stretch=1)
        buttons.addStretch(1)
        buttons.addWidget(self.never)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.save)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[3 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
        for part in (self.heading, self.story, self.pad, self.proof, self.password):
            column.addWidget(part)
        column.addLayout(buttons)
        # Between stretches, not aligned: an aligned card gets the height that its words need over the whole width.
        middle, page = QHBoxLayout(), QVBoxLayout(self)
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        page.addStretch(2)
        page.addLayout(middle)
        page.addStretch(3)
        self._work(working=False)
        self._go(_Step.CHOOSE)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape is "not now"."""
        if event.key() == Qt.Key.Key_Escape and self.skip.isEnabled():
            self._end()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Put the keys on the pad."""
        super().showEvent(event)
        self._go(self._step)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
