"""The pages of a restore: which backup, by what it opens, what is in it, which numbers were used, the writing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget

from outlet_app.domain.carrier import carriers
from outlet_app.errors import InvalidDraft, KeyMismatch, Stopped
from outlet_app.ui import prompts, theme, wording
from outlet_app.ui.act_wording import time_name
from outlet_app.ui.captioned import Captioned
from outlet_app.ui.inputs import Choice, TextInput
from outlet_app.ui.long_work import LongWork
from outlet_app.ui.owner_proof import OwnerProof
from outlet_app.ui.setup_page import SetupPage
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.services.restore import BackupContents, BackupSeen, Restore
    from outlet_app.ui.tasks import Tasks


class BackupFilePage(SetupPage):
    """Which backup, and whether sheet or card opens it."""

    def __init__(self, restore: Restore, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._restore = restore
        self.seen: BackupSeen | None = None
        self.choose = QPushButton()
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.by_sheet, self.by_card = QRadioButton(), QRadioButton()
        self.by_sheet.setChecked(True)
        for part in (self.choose, self.told, self.by_sheet, self.by_card):
            self.answer.addWidget(part)
        self.retranslate()

    @property
    def uses_card(self) -> bool:
        """Whether password and card are to open it."""
        return self.by_card.isChecked() and not self.by_card.isHidden()

    def enter(self) -> None:
        """With the keys on the choice."""
        self.choose.setFocus()

    def submit(self) -> None:
        """On, once a backup is chosen."""
        if self.seen is None:
            self._choose()
        else:
            self.answered.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("Restore from a backup"),
            self.tr(
                "Choose the newest backup that you have. What was done after it is lost; parcels of those days are "
                "entered again. The outlet that is on this PC now is set aside, not deleted."
            ),
        )
        self.choose.setText(self.tr("Choose the backup…") if self.seen is None else self.tr("Another backup…"))
        self.by_sheet.setText(self.tr("Open it with the recovery sheet"))
        self.by_card.setText(self.tr("Open it with password and owner card"))
        self._show()

    def _choose(self) -> None:
        pattern = self.tr("Backups of an outlet") + " (*.oab)"
        path = prompts.choose_file(self, self.tr("Which backup?"), Path.home(), pattern)
        if path is not None:
            self.seen = None
            self._show()
            self.work(self.tr("Reading the backup…"), partial(self._restore.look, path), self._take)

    def _take(self, seen: BackupSeen) -> None:
        self.seen = seen
        self.retranslate()
        self.next_changed.emit()

    def _show(self) -> None:
        seen = self.seen
        words = ""
        if seen is not None:
            words = self.tr("{outlet}, backup of {at}, {acts} acts.\n{file}").format(
                outlet=seen.outlet_name, at=time_name(seen.made_at), acts=seen.acts, file=seen.path.name
            )
        self.told.setText(words)
        self.told.setVisible(bool(words))
        for part in (self.by_sheet, self.by_card):
            part.setVisible(seen is not None and bool(seen.card_owners))


class OwnCardPage(SetupPage):
    """Password and card of an owner of this PC's outlet."""

    def __init__(self, restore: Restore, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._restore = restore
        self.owner = Choice()
        self.proof = OwnerProof()
        self.proof.entered.connect(self.submit)
        self.proof.edited.connect(self._clear)
        self.answer.addWidget(self.owner)
        self.answer.addWidget(self.proof)
        self.retranslate()

    def offer(self, seen: BackupSeen) -> None:
        """The owners who have a card on this PC."""
        self.owner.offer((tile.account_id.hex(), tile.name) for tile in seen.card_owners)
        self.owner.setVisible(len(seen.card_owners) > 1)

    def enter(self) -> None:
        """With the keys on the password."""
        self.proof.setFocus()

    def leave(self) -> None:
        """Neither outlives the page."""
        self.proof.forget()

    def submit(self) -> None:
        """Open the backup."""
        if not self.proof.card or not self.proof.password.text.text():
            self.tell_fault(self.tr("Password and card are both needed."))
            return
        account_id = bytes.fromhex(self.owner.value())
        work = partial(self._restore.open_with_card, account_id, self.proof.password.text.text(), self.proof.card)
        self.work(self.tr("Opening…"), work, self._go_on)

    def take_scan(self, text: str) -> None:
        """The card."""
        if not self.proof.take_card(text):
            self.tell_fault(self.tr("That is not the owner card. Its code begins with OK1."))

    def tell_error(self, error: OutletError) -> None:
        """In the words of a card."""
        if isinstance(error, KeyMismatch):
            self.works.emit("")
            self.tell_fault(self.tr("The backup is older than your present keys. The sheet of that time opens it."))
        else:
            super().tell_error(error)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(self.tr("Your password and card"), self.tr("Those that hold on this PC now."))
        self.owner.setAccessibleName(self.tr("Who are you?"))

    def _clear(self) -> None:
        self.tell_fault()

    def _go_on(self, _nothing: None) -> None:
        self.answered.emit()


class ContentsPage(SetupPage):
    """Brings the backup onto this PC, checks it, and tells what is in it. `unpacked(BackupContents)`."""

    unpacked = Signal(object)

    def __init__(self, restore: Restore, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._restore = restore
        self.contents: BackupContents | None = None
        self.progress = LongWork()
        self.result = QLabel()
        self.result.setWordWrap(True)
        self.answer.addWidget(self.progress)
        self.answer.addWidget(self.result)
        self.retranslate()

    def enter(self) -> None:
        """Begin at once."""
        self.contents = None
        self._show()
        self._begin()

    def submit(self) -> None:
        """On with what is there, or once more after it was stopped."""
        if self.contents is None:
            self._begin()
        else:
            self.answered.emit()

    def next_words(self) -> str:
        """What the main button says."""
        return self.tr("Begin again") if self.contents is None else self.tr("Next")

    def tell_error(self, error: OutletError) -> None:
        """Stopped, or why not."""
        self.progress.end()
        super().tell_error(error)
        if isinstance(error, Stopped):
            self.tell_fault(self.tr("Stopped; nothing has changed."))
        self.next_changed.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("What is in the backup"),
            self.tr("It is copied to this PC and checked: every page, every act with its signature, every waybill."),
        )
        self._show()

    def _begin(self) -> None:
        self.progress.begin()
        self.work(" ", partial(self._restore.unpack, self.progress.hear), self._take)
        self.progress.stop.setFocus()

    def _take(self, contents: BackupContents) -> None:
        self.progress.end()
        self.contents = contents
        self._show()
        self.unpacked.emit(contents)
        self.next_changed.emit()

    def _show(self) -> None:
        words, look = self._say_contents()
        self.result.setText(words)
        self.result.setVisible(bool(words))
        self.result.setObjectName(look)
        theme.restyle(self.result)

    def _say_contents(self) -> tuple[str, str]:
        if self.contents is None:
            return "", "caption"
        findings = self.contents.findings
        lines = [self.tr("{acts} acts, {waybills} waybills.").format(acts=findings.acts, waybills=findings.waybills)]
        if findings.are_good:
            return self.tr("✓ The backup is whole: ") + lines[0], "good"
        if findings.broken_at is not None:
            lines.append(self.tr("The activity record does not fit at act {at}.").format(at=findings.broken_at))
        if findings.unopened:
            lines.append(self.tr("%n waybill(s) do not open with the owner's key.", "", findings.unopened))
        lines.append(self.tr("It can be restored all the same; an older backup may be better."))
        return "\n".join(lines), "doubt"


class LastNumbersPage(SetupPage):
    """The last number used of each carrier, where somebody knows it."""

    def __init__(self, restore: Restore, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._restore = restore
        self._contents: BackupContents | None = None
        self.fields: dict[str, Captioned] = {}
        self.retranslate()

    def offer(self, contents: BackupContents) -> None:
        """One field for each carrier with free numbers."""
        for field in self.fields.values():
            self.answer.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._contents = contents
        self.fields = {each.carrier: Captioned(TextInput(chinese=False)) for each in contents.carriers}
        for field in self.fields.values():
            self.answer.addWidget(field)
            _input(field).textEdited.connect(partial(self._clear, field))
        self.retranslate()

    def last_numbers(self) -> dict[str, str]:
        """What was typed, by carrier."""
        return {carrier: _text(field) for carrier, field in self.fields.items()}

    def enter(self) -> None:
        """With the keys on the first field."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.setFocus()

    def submit(self) -> None:
        """On, where every number stands in a range."""
        faults = {fault.field: fault for fault in self._restore.number_faults(self.last_numbers())}
        for carrier, field in self.fields.items():
            field.tell(wording.fault_sentence(faults[carrier]) if carrier in faults else "")
        if faults:
            self.fields[next(iter(faults))].setFocus()
        else:
            self.answered.emit()

    def _clear(self, field: Captioned, _text: str) -> None:
        field.tell("")

    def take_enter(self) -> None:
        """From field to field; from the last one on."""
        fields = list(self.fields.values())
        place = next((at for at, field in enumerate(fields) if field.field.hasFocus()), len(fields))
        if place + 1 < len(fields):
            fields[place + 1].setFocus()
        else:
            self.submit()

    def take_scan(self, text: str) -> None:
        """The bars of the last label, into the field that has the keys."""
        focused = next((each for each in self.fields.values() if each.field.hasFocus()), None)
        if focused is not None and isinstance(focused.field, TextInput):
            focused.field.put(text)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("Which was the last waybill number?"),
            self.tr(
                "Numbers used since the backup must not be given out twice. Look at the last labels and type the "
                "highest number of each carrier, or scan it. Ranges entered after the backup are entered again later, "
                "from their first unused number on."
            ),
        )
        for each in () if self._contents is None else self._contents.carriers:
            field = self.fields[each.carrier]
            name = wording.carrier_name(carriers()[each.carrier]) if each.carrier in carriers() else each.carrier
            field.name(name)
            empty = self.tr("Not known: {count} numbers from {number} on are left alone")
            _input(field).setPlaceholderText(empty.format(count=each.count, number=each.next_number))
        if self._contents is not None and not self.fields:
            self.story.setText(self.tr("The backup knows of no free numbers, so there is nothing to ask."))


class WritingPage(SetupPage):
    """Writes the restored outlet and signs its owner in. `ended(Services)`."""

    ended = Signal(object)

    def __init__(self, restore: Restore, numbers: LastNumbersPage, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._restore = restore
        self._numbers = numbers
        self.progress = LongWork()
        self.answer.addWidget(self.progress)
        self.retranslate()

    def enter(self) -> None:
        """Begin at once."""
        self._begin()

    def submit(self) -> None:
        """Once more, after it was stopped or failed."""
        self._begin()

    def next_words(self) -> str:
        """What the main button says."""
        return self.tr("Begin again")

    def tell_error(self, error: OutletError) -> None:
        """Stopped, or why not."""
        self.progress.end()
        super().tell_error(error)
        if isinstance(error, Stopped):
            self.tell_fault(self.tr("Stopped; nothing has changed."))
        if isinstance(error, InvalidDraft):
            self.tell_fault(self.tr("A last number stands in no range. Go back and mend it."))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("The outlet is restored"),
            self.tr(
                "It is written under new keys, then it takes the place of what is on this PC. Clerks get new codes "
                "from you under Staff; approve the printers again."
            ),
        )

    def _begin(self) -> None:
        self.progress.begin()
        work = partial(self._restore.commit, self._numbers.last_numbers(), self.progress.hear)
        self.work(" ", work, self._sign_in)
        self.progress.stop.setFocus()

    def _sign_in(self, _nothing: None) -> None:
        self.progress.end()
        self.work(self.tr("Signing you in…"), self._restore.begin, self.ended.emit, Lane.DATA)


def _input(field: Captioned) -> TextInput:
    assert isinstance(field.field, TextInput)
    return field.field


def _text(field: Captioned) -> str:
    return _input(field).text()
