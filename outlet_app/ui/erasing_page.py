"""到期删除: details that were kept long enough, erased by the owner with a second confirmation; the record of it."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from outlet_app.ui.destruction_card import DestructionCard
from outlet_app.ui.erasing_card import ErasingCard
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.owner_form import OwnerForm
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from outlet_app.errors import OutletError
    from outlet_app.services.retention import Erasings, Retention
    from outlet_app.ui.tasks import Tasks

LOOK_MS = 500
"""Between two looks at how far it is."""


class Question(Enum):
    """What the owner is asked to prove himself for."""

    WISH = auto()
    ORDER = auto()
    TAKE_BACK = auto()


class ErasingPage(OutletPage):
    """The card, then the owner's proof in its place; beneath, the destruction record."""

    def __init__(self, retention: Retention, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._retention = retention
        self._question = Question.WISH
        self.card, self.proof, self.records = ErasingCard(), OwnerForm(), DestructionCard()
        for part in (self.card, self.proof, self.records):
            self.content.addWidget(part)
        self.proof.hide()
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self.load)
        self._connect()
        self.setFocusProxy(self.card)
        self.retranslate()

    def name(self) -> str:
        """As the list says it."""
        return self.tr("Erasing")

    def load(self) -> None:
        """Look at how it stands; again while it goes on."""
        self._tasks.run(Lane.DATA, self._retention.standing, self, self._show_standing, self.tell_trouble)

    def leave(self) -> None:
        """Drop every password and the sheet; what was ordered goes on."""
        self._look.stop()
        self._end_question()
        self.card.forget()

    def take_scan(self, text: str) -> bool:
        """The owner's card while it is asked for, else the recovery sheet."""
        return self.proof.take_card(text) if self.proof.isVisible() else self.card.take_sheet(text)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.tell_story(
            self.tr(
                "Names, phones and addresses are kept for the months that you set, and erased then. Numbers, dates and "
                "money stay. A backup from before still holds what is erased here: delete old backups too."
            )
        )
        self._say_question()

    def _connect(self) -> None:
        self.card.order_asked.connect(partial(self._ask, Question.ORDER))
        self.card.wish_asked.connect(partial(self._ask, Question.WISH))
        self.card.take_back_asked.connect(partial(self._ask, Question.TAKE_BACK))
        self.card.stop_asked.connect(partial(self._run, self._retention.stop))
        self.card.go_on_asked.connect(partial(self._run, self._retention.go_on))
        self.proof.asked.connect(self._do)
        self.proof.dropped.connect(self._give_up)

    def _show_standing(self, standing: Erasings) -> None:
        self.card.show_standing(standing)
        self.records.show_records(standing.records)
        if standing.runs and self.isVisible():
            self._look.start()

    def _run(self, work: Callable[[], None]) -> None:
        self._tasks.run(Lane.DATA, work, self, self._is_done, self.tell_trouble)

    def _ask(self, question: Question) -> None:
        self._question = question
        self.card.hide()
        self.proof.show()
        self._say_question()
        self.proof.begin()

    def _say_question(self) -> None:
        headings = {
            Question.WISH: self.tr("Begin the wait of 24 hours"),
            Question.ORDER: self.tr("Erase these details for good"),
            Question.TAKE_BACK: self.tr("Take the wish to erase back"),
        }
        self.proof.say(headings[self._question], self.card.due_words(), self.tr("Go ahead"))

    def _do(self) -> None:
        self.proof.setEnabled(False)
        does: dict[Question, Callable[..., None]] = {
            Question.WISH: self._retention.ask,
            Question.ORDER: partial(self._retention.order, self.card.confirmation()),
            Question.TAKE_BACK: self._retention.take_back,
        }
        work = partial(does[self._question], password=self.proof.password, card=self.proof.card)
        self._tasks.run(Lane.DATA, work, self, self._is_done, self._refuse)

    def _is_done(self, _nothing: None) -> None:
        self._end_question()
        self.card.forget()
        self.load()

    def _refuse(self, error: OutletError) -> None:
        self.proof.setEnabled(True)
        self.proof.tell_error(error)

    def _give_up(self) -> None:
        self._end_question()
        self.card.setFocus()

    def _end_question(self) -> None:
        self.proof.setEnabled(True)
        self.proof.forget()
        self.proof.hide()
        self.card.show()
