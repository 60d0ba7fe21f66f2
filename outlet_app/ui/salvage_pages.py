"""The pages of a damaged database: what is done about it, and what it cost, before the owner agrees."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from outlet_app.errors import FileDamaged, StatementRefused, Stopped
from outlet_app.ui.inputs import Choice
from outlet_app.ui.owner_proof import OwnerProof
from outlet_app.ui.setup_page import SetupPage
from outlet_app.ui.stoppable_bar import StoppableBar

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.services.salvage import Loss, Rescued, Salvage, SalvageProgress
    from outlet_app.ui.tasks import Tasks

_MOST_NUMBERS = 12


class SalvagePage(SetupPage):
    """Password and card of an owner, then the saving. `saved(Rescued)`: it lies beside and counts for nothing yet."""

    saved = Signal(object)

    def __init__(self, salvage: Salvage, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._salvage = salvage
        self.owner = Choice()
        self.proof = OwnerProof()
        self.proof.entered.connect(self.submit)
        self.proof.edited.connect(self.tell_fault)
        self.progress = StoppableBar()
        for part in (self.owner, self.proof, self.progress):
            self.answer.addWidget(part)
        self.retranslate()

    def enter(self) -> None:
        """Who may do it, and the keys on the password."""
        owners = self._salvage.owners()
        self.owner.offer((tile.account_id.hex(), tile.name) for tile in owners)
        self.owner.setVisible(len(owners) > 1)
        self.proof.setFocus()

    def leave(self) -> None:
        """Neither password nor card outlives the page."""
        self.proof.forget()

    def submit(self) -> None:
        """Save what can be saved."""
        password, card = self.proof.password.text.text(), self.proof.card
        if not password or not card:
            self.tell_fault(self.tr("Password and card are both needed."))
            self.proof.setFocus()
            return
        account_id = bytes.fromhex(self.owner.value())
        work = partial(self._salvage.save, account_id, password, card, self._hear)
        self._show_running(running=True)
        self.work(" ", work, self._go_on)
        self.progress.stop.setFocus()

    def take_scan(self, text: str) -> None:
        """The card."""
        if not self.proof.take_card(text):
            self.tell_fault(self.tr("That is not the owner card. Its code begins with OK1."))

    def next_words(self) -> str:
        """What the main button says."""
        return self.tr("Save what can be saved")

    def tell_error(self, error: OutletError) -> None:
        """Stopped, or why a backup is the way."""
        self._show_running(running=False)
        super().tell_error(error)
        if isinstance(error, Stopped):
            self.tell_fault(self.tr("Stopped; nothing has changed."))
        if isinstance(error, FileDamaged):
            self.tell_fault(self.tr("Not even its first pages can be read. Go back and restore from a backup."))
        if isinstance(error, StatementRefused):
            self.tell_fault(
                self.tr("An owner's order is among the lost pages. Go back and restore from a backup; nothing changed.")
            )

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("Save what the damaged database still holds"),
            self.tr(
                "Everything that can be read is copied into a new database, row by row. Then you see what is lost and "
                "decide. The damaged file is set aside and never deleted."
            ),
        )
        self.owner.setAccessibleName(self.tr("Who are you?"))
        self.progress.name(self.tr("Reading page by page; with a large outlet this takes minutes."), self.tr("Stop"))

    def _hear(self, step: SalvageProgress) -> None:
        """Called on the data lane."""
        self.progress.hear(step.done, step.whole)

    def _go_on(self, rescued: Rescued) -> None:
        self._show_running(running=False)
        self.saved.emit(rescued)
        self.answered.emit()

    def _show_running(self, *, running: bool) -> None:
        (self.progress.begin if running else self.progress.end)()
        for part in (self.owner, self.proof):
            part.setEnabled(not running)


class LossPage(SetupPage):
    """What could not be saved. `ended(Services)`: the owner agreed and is signed in."""

    ended = Signal(object)

    def __init__(self, salvage: Salvage, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._salvage = salvage
        self._loss: Loss | None = None
        self.lines = QLabel()
        self.lines.setWordWrap(True)
        self.answer.addWidget(self.lines)
        self.retranslate()

    def offer(self, rescued: Rescued) -> None:
        """What was saved, and what was not."""
        self._loss = rescued.loss
        self.retranslate()

    def submit(self) -> None:
        """The owner agrees."""
        self.work(self.tr("Putting it in force and signing you in…"), self._salvage.agree, self.ended.emit)

    def next_words(self) -> str:
        """What the main button says."""
        return self.tr("Go on with what was saved")

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("What is lost"),
            self.tr(
                "If you have a newer backup than this, go back and restore it. When you go on, this loss is written "
                "into the record under your signature."
            ),
        )
        self.lines.setText("" if self._loss is None else "\n".join(f"•  {line}" for line in self._told(self._loss)))

    def _told(self, loss: Loss) -> list[str]:
        lines = [self._acts(first, last) for first, last in loss.acts]
        lines += self._waybills(loss)
        if loss.wraps is None or loss.wraps:
            lines.append(self.tr("The codes on some labels open nothing any more; you still open those waybills."))
        if loss.as_found:
            lines.append(
                self.tr("%n waybill(s) lost the acts that prove them; they are kept as found.", "", loss.as_found)
            )
        if loss.other_tables:
            lines.append(
                self.tr("Not whole: {tables}.").format(
                    tables=", ".join(self._table(name) for name in loss.other_tables)
                )
            )
        if not lines:
            lines.append(self.tr("Nothing is lost."))
        if loss.uncertain:
            lines.append(
                self.tr(
                    "%n number(s) are not given out any more, in case a label bears one already.", "", loss.uncertain
                )
            )
        return lines

    def _acts(self, first: int, last: int | None) -> str:
        if last is None:
            return self.tr("Every act from {first} on.").format(first=first)
        return self.tr("Acts {first} to {last} of the record.").format(first=first, last=last)

    def _waybills(self, loss: Loss) -> list[str]:
        if loss.waybills == 0:
            return []
        shown = ", ".join(loss.numbers[:_MOST_NUMBERS])
        more = len(loss.numbers) - _MOST_NUMBERS
        numbers = shown if more <= 0 else self.tr("{numbers} and {count} more").format(numbers=shown, count=more)
        if loss.waybills is None:
            return [
                self.tr("Waybills, nobody knows how many; known numbers: {numbers}.").format(numbers=numbers or "–")
            ]
        words = self.tr("%n waybill(s) with their details: {numbers}.", "", loss.waybills)
        return [words.format(numbers=numbers or self.tr("the numbers are lost too"))]

    def _table(self, name: str) -> str:
        words = {
            "settings": self.tr("settings"),
            "number_ranges": self.tr("number ranges"),
            "numbers_set_aside": self.tr("numbers set aside"),
            "numbers_uncertain": self.tr("uncertain numbers"),
        }
        return words.get(name, name)
