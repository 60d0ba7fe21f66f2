"""快递公司密钥: carriers that open details themselves, by keys that the owner named; the folder for their files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from outlet_app.errors import InvalidDraft
from outlet_app.ui import prompts, wording
from outlet_app.ui.carrier_key_form import CarrierKeyForm, is_key
from outlet_app.ui.carrier_key_rows import CarrierKeyRows
from outlet_app.ui.handover_folder_card import HandoverFolderCard
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.owner_form import OwnerForm
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from outlet_app.domain.carrier import Carrier
    from outlet_app.errors import OutletError
    from outlet_app.services.carrier_key_desk import CarrierKeyDesk, CarrierKeys
    from outlet_app.services.sealed_handover import HandoverFolder, SealedHandOver
    from outlet_app.ui.tasks import Tasks


class CarrierKeysPage(OutletPage):
    """One question at a time: the key and its fingerprint, then the owner's proof, in the place of what stood there."""

    def __init__(
        self,
        desk: CarrierKeyDesk,
        sealed_handover: SealedHandOver,
        carriers: Callable[[], Mapping[str, Carrier]],
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tasks, parent)
        self._desk, self._files, self._carriers = desk, sealed_handover, carriers
        self._withdrawn = ""
        self.rows, self.files = CarrierKeyRows(), HandoverFolderCard()
        self.form, self.proof = CarrierKeyForm(), OwnerForm()
        for part in (self.rows, self.form, self.proof, self.files):
            self.content.addWidget(part)
        self._connect()
        self._show(self.rows, self.files)
        self.setFocusProxy(self.rows)
        self.retranslate()

    def name(self) -> str:
        """As the list says it."""
        return self.tr("Carrier keys")

    def load(self) -> None:
        """Look at how the keys stand, and where the files go."""
        self._tasks.run(Lane.DATA, self._desk.standing, self, self._show_keys, self.tell_trouble)
        self._tasks.run(Lane.DATA, self._files.folder, self, self.files.show_folder, self.tell_trouble)
        self._tasks.run(Lane.DATA, self._desk.outlet_fingerprint, self, self.files.show_fingerprint, self.tell_trouble)

    def leave(self) -> None:
        """Drop password and card; a key that was typed stays."""
        if self.proof.isVisibleTo(self):
            self._end_proof()

    def take_scan(self, text: str) -> bool:
        """The owner's card while it is asked for, else a carrier's key."""
        if self.proof.isVisible():
            return self.proof.take_card(text)
        if is_key(text) and not self.form.isVisible():
            self._ask_key("")
        return self.form.take_key(text)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.tell_story(
            self.tr(
                "A carrier that takes part opens the details of the parcels you hand over to it, with a key of its "
                "own. A new key is used after 24 hours; it stands in the record and on the day sheet. Without a key "
                "nothing changes: the carrier's own terminal remains beside this program."
            )
        )
        self._say_proof()

    def _connect(self) -> None:
        self.rows.name_asked.connect(self._ask_key)
        self.rows.withdraw_asked.connect(self._ask_withdrawal)
        self.form.asked.connect(self._check)
        self.form.dropped.connect(self._end)
        self.proof.asked.connect(self._state)
        self.proof.dropped.connect(self._end_proof)
        self.files.folder_asked.connect(self._choose_folder)

    def _show_keys(self, every: tuple[CarrierKeys, ...]) -> None:
        carriers = self._carriers()
        self.rows.show_keys(every, carriers)
        self.form.offer([carriers[keys.carrier] for keys in every])

    def _show(self, *shown: QWidget) -> None:
        for part in (self.rows, self.form, self.proof, self.files):
            part.setVisible(part in shown)

    def _ask_key(self, carrier: str) -> None:
        self._withdrawn = ""
        self._show(self.form)
        self.form.begin(carrier)

    def _check(self) -> None:
        faults = self._desk.check(self.form.key.text(), self.form.fingerprint.text())
        if faults:
            self.form.tell(faults)
        else:
            self._ask_proof()

    def _ask_withdrawal(self, keys: CarrierKeys) -> None:
        self._withdrawn = keys.carrier
        self._ask_proof()

    def _ask_proof(self) -> None:
        self._say_proof()
        self._show(self.proof)
        self.proof.begin()

    def _say_proof(self) -> None:
        code = self._withdrawn or self.form.carrier.value()
        name = wording.carrier_name(self._carriers()[code]) if code else ""
        if self._withdrawn:
            heading = self.tr("Withdraw the key of {carrier}")
            story = self.tr(
                "From now on nothing is sealed to it, and no file holds what was. Files that were handed over stay "
                "readable to whoever has the carrier's secret key."
            )
            self.proof.say(heading.format(carrier=name), story, self.tr("Withdraw it"))
        else:
            heading = self.tr("Name the key of {carrier}")
            story = self.tr(
                "Fingerprint: {fingerprint}\nFrom 24 hours from now on, {carrier} can open the details of every parcel "
                "that you accept for it and hand over to it. Everybody sees it in the record."
            )
            words = story.format(fingerprint=self.form.fingerprint.text().strip().upper(), carrier=name)
            self.proof.say(heading.format(carrier=name), words, self.tr("Name it"))

    def _state(self) -> None:
        proof = {"password": self.proof.password, "card": self.proof.card}
        if self._withdrawn:
            work = partial(self._desk.withdraw_key, self._withdrawn, **proof)
        else:
            text, typed = self.form.key.text(), self.form.fingerprint.text()
            work = partial(self._desk.set_key, self.form.carrier.value(), text, typed, **proof)
        self.proof.setEnabled(False)
        self._tasks.run(Lane.DATA, work, self, self._stated, self._refuse)

    def _stated(self, _nothing: None) -> None:
        words = self.tr("The key is withdrawn") if self._withdrawn else self.tr("The key is used after 24 hours")
        self.form.clear()
        self._end()
        self.message.emit("good", words)
        self.load()

    def _refuse(self, error: OutletError) -> None:
        self.proof.setEnabled(True)
        if isinstance(error, InvalidDraft):
            self._end_proof()
            self.form.tell(error.faults)
        else:
            self.proof.tell_error(error)

    def _end_proof(self) -> None:
        """Back to where the proof was asked from."""
        if self._withdrawn:
            self._end()
        else:
            self._forget_proof()
            self._show(self.form)
            self.form.setFocus()

    def _end(self) -> None:
        self._withdrawn = ""
        self._forget_proof()
        self._show(self.rows, self.files)
        self.rows.setFocus()

    def _forget_proof(self) -> None:
        self.proof.setEnabled(True)
        self.proof.forget()

    def _choose_folder(self) -> None:
        folder = prompts.choose_folder(self, self.tr("Folder for sealed hand-overs"), Path.home())
        if folder is not None:
            self.files.setEnabled(False)
            work = partial(self._files.try_folder, folder)
            self._tasks.run(Lane.FILES, work, self, self._take_folder, self._refuse_folder)

    def _take_folder(self, folder: HandoverFolder) -> None:
        work = partial(self._files.choose_folder, folder)
        self._tasks.run(Lane.DATA, work, self, self._folder_taken, self._refuse_folder)

    def _folder_taken(self, _nothing: None) -> None:
        self.files.setEnabled(True)
        self.message.emit("good", self.tr("Sealed hand-overs go to this folder from now on."))
        self.load()

    def _refuse_folder(self, error: OutletError) -> None:
        self.files.setEnabled(True)
        self.message.emit("bad", wording.sentence(error))
