"""限额: what everybody may look up and reveal, who was stopped, and what the owner can do about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from outlet_app.domain.reckoning import Lift
from outlet_app.ui.limit_form import LimitForm, limit_title
from outlet_app.ui.limit_people import LimitPeople
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.owner_form import OwnerForm
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from outlet_app.errors import OutletError
    from outlet_app.services.limit_desk import LimitDesk, LimitedPerson
    from outlet_app.ui.tasks import Tasks


class LimitsPage(OutletPage):
    """People first, because somebody waits; then the limits. One question at a time stands between."""

    def __init__(self, limits: LimitDesk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._limits = limits
        self._asked: tuple[LimitedPerson, Lift] | None = None
        self.people, self.form = LimitPeople(), LimitForm()
        self.lift, self.proof = OwnerForm(with_card=False), OwnerForm()
        for part in (self.people, self.lift, self.form, self.proof):
            self.content.addWidget(part)
        for part in (self.lift, self.proof):
            part.hide()
        self._connect()
        self.setFocusProxy(self.form)
        self.retranslate()

    def name(self) -> str:
        """As the list says it."""
        return self.tr("Limits")

    def load(self) -> None:
        """Look at how the limits and the people stand."""
        self._tasks.run(Lane.DATA, self._limits.limits, self, self.form.show_limits, self.tell_trouble)
        self._tasks.run(Lane.DATA, self._limits.limited_people, self, self.people.show_people, self.tell_trouble)

    def leave(self) -> None:
        """Drop password and card; limits that were typed stay."""
        self._end_question()

    def take_scan(self, text: str) -> bool:
        """The owner's card, while it is asked for."""
        return self.proof.isVisible() and self.proof.take_card(text)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.tell_story(
            self.tr(
                "How often people may look customers up and reveal something. Accepting, printing and handing over "
                "never stop. Everything here is recorded."
            )
        )
        self._say_questions()

    def _connect(self) -> None:
        self.people.lift_asked.connect(partial(self._ask_ruling, Lift.TODAY))
        self.people.end_asked.connect(partial(self._ask_ruling, Lift.SUSPENSION))
        self.lift.asked.connect(self._rule)
        self.form.asked.connect(self._ask_proof)
        self.proof.asked.connect(self._set)
        for question in (self.lift, self.proof):
            question.dropped.connect(self._give_up)

    def _ask_ruling(self, what: Lift, person: LimitedPerson) -> None:
        self._end_question()
        self._asked = person, what
        self._say_questions()
        self._clear_the_way(self.form)
        self.lift.show()
        self.lift.begin()

    def _rule(self) -> None:
        if self._asked is None:
            return
        person, what = self._asked
        rule = self._limits.lift_today if what is Lift.TODAY else self._limits.end_suspension
        work = partial(rule, person.account_id, password=self.lift.password)
        self.lift.setEnabled(False)
        self._tasks.run(Lane.DATA, work, self, partial(self._ruled, person, what), self._refuse_ruling)

    def _ruled(self, person: LimitedPerson, what: Lift, _nothing: None) -> None:
        words = {
            Lift.TODAY: self.tr("No limit holds for {name} until 04:00"),
            Lift.SUSPENSION: self.tr("{name} can look up and reveal again"),
        }
        self._done(words[what].format(name=person.name))

    def _refuse_ruling(self, error: OutletError) -> None:
        self.lift.setEnabled(True)
        self.lift.tell_error(error)

    def _ask_proof(self) -> None:
        self._end_question()
        self._say_questions()
        self._clear_the_way(self.form, self.people)
        self.proof.show()
        self.proof.begin()

    def _set(self) -> None:
        work = partial(self._limits.set_limits, self.form.changes(), password=self.proof.password, card=self.proof.card)
        self.proof.setEnabled(False)
        self._tasks.run(Lane.DATA, work, self, self._are_set, self._refuse_limits)

    def _are_set(self, _nothing: None) -> None:
        self._done(self.tr("The new limits are in force"))

    def _refuse_limits(self, error: OutletError) -> None:
        self.proof.setEnabled(True)
        if self.form.tell_error(error):
            self._end_question()
        else:
            self.proof.tell_error(error)

    def _done(self, words: str) -> None:
        self._end_question()
        self.message.emit("good", words)
        self.load()

    def _give_up(self) -> None:
        from_form = self.proof.isVisible()
        self._end_question()
        (self.form.save if from_form else self.people.rows[0].lift).setFocus()

    def _end_question(self) -> None:
        self._asked = None
        self._clear_the_way()
        for question in (self.lift, self.proof):
            question.setEnabled(True)
            question.forget()
            question.hide()

    def _clear_the_way(self, *parts: QWidget) -> None:
        """Hide these, so that a question stands in sight whatever the height of the window."""
        for part in (self.people, self.form):
            part.setVisible(part not in parts)

    def _say_questions(self) -> None:
        self.proof.say(self.tr("Change the limits"), self._changes(), self.tr("Change them"))
        if self._asked is None:
            return
        person, what = self._asked
        if what is Lift.TODAY:
            heading = self.tr("Lift the limits of {name} for today").format(name=person.name)
            story = self.tr("Until 04:00 no limit refuses this person anything. It stands in the record.")
            self.lift.say(heading, story, self.tr("Lift for today"))
        else:
            heading = self.tr("Let {name} look up again").format(name=person.name)
            story = self.tr("Look in the record first what was looked for. Look-ups that find nothing count anew.")
            self.lift.say(heading, story, self.tr("Let look up again"))

    def _changes(self) -> str:
        lines, words = self.form.lines, self.tr("{limit}: {old} → {new}")
        return "\n".join(
            words.format(limit=limit_title(name), old=lines[name].row.value, new=value)
            for name, value in self.form.changes().items()
        )
