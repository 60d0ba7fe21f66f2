"""规则: when the outlet is open, when an idle counter locks, and how long things are kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.owner_form import OwnerForm
from outlet_app.ui.policy_wording import change_line
from outlet_app.ui.rule_form import RuleForm
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from outlet_app.errors import OutletError
    from outlet_app.services.policy_desk import PolicyDesk
    from outlet_app.ui.tasks import Tasks


class PoliciesPage(OutletPage):
    """The form, and behind it the owner's proof; one of them stands there at a time."""

    def __init__(self, policies: PolicyDesk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._policies = policies
        self.form = RuleForm(policies.check, policies.is_short)
        self.proof = OwnerForm()
        self.content.addWidget(self.form)
        self.content.addWidget(self.proof)
        self.proof.hide()
        self.form.asked.connect(self._ask_proof)
        self.proof.asked.connect(self._set)
        self.proof.dropped.connect(self._give_up)
        self.setFocusProxy(self.form)
        self.retranslate()

    def name(self) -> str:
        """As the list says it."""
        return self.tr("Hours and terms")

    def load(self) -> None:
        """Look at what is in force."""
        self._tasks.run(Lane.DATA, self._policies.policies, self, self.form.show_policies, self.tell_trouble)

    def leave(self) -> None:
        """Drop password and card; what was typed stays."""
        self._end_question()

    def take_scan(self, text: str) -> bool:
        """The owner's card, while it is asked for."""
        return self.proof.isVisible() and self.proof.take_card(text)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.tell_story(
            self.tr("The owner's rules. Each change stands in the record and is told to everybody at the next sign-in.")
        )
        self._say_question()

    def _ask_proof(self) -> None:
        self.form.hide()
        self.proof.show()
        self._say_question()
        self.proof.begin()

    def _set(self) -> None:
        work = partial(
            self._policies.set_policies, self.form.draft(), password=self.proof.password, card=self.proof.card
        )
        self.proof.setEnabled(False)
        self._tasks.run(Lane.DATA, work, self, self._are_set, self._refuse)

    def _are_set(self, _nothing: None) -> None:
        self._end_question()
        self.message.emit("good", self.tr("The new rules are in force"))
        self.load()

    def _refuse(self, error: OutletError) -> None:
        self.proof.setEnabled(True)
        self.proof.tell_error(error)

    def _give_up(self) -> None:
        self._end_question()
        self.form.save.setFocus()

    def _end_question(self) -> None:
        self.proof.setEnabled(True)
        self.proof.forget()
        self.proof.hide()
        self.form.show()

    def _say_question(self) -> None:
        changes = () if self.proof.isHidden() else self._policies.changes(self.form.draft())
        story = "\n".join(change_line(*change) for change in changes)
        self.proof.say(self.tr("Change the rules"), story, self.tr("Change them"))
