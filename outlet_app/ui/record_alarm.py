"""The red bar: the activity record does not fit together. It says what is known and stays until the owner answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.errors import InvalidDraft, OutletError
from outlet_app.ui import find_wording, theme, wording
from outlet_app.ui.captioned import Captioned
from outlet_app.ui.inputs import TextInput
from outlet_app.ui.owner_form import OwnerForm
from outlet_app.ui.tasks import Lane
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.domain.gap import Gap
    from outlet_app.services.scans import Acknowledged, Scans
    from outlet_app.ui.tasks import Tasks


class RecordAlarm(QWidget):
    """Hidden while everything fits.

    `asking(bool)`: the owner answers it now, and the window is his for that; False when he has done or given it up.
    `acknowledged`: the owner took note of it just now, and reveals go on. `noted(datetime)`: when (UTC) he last did.
    """

    asking = Signal(bool)
    acknowledged = Signal()
    noted = Signal(object)

    def __init__(self, scans: Scans, tasks: Tasks, *, is_owner: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QFrame()
        self.bar.setObjectName("recordAlarm")
        self._scans = scans
        self._tasks = tasks
        self._is_owner = is_owner
        self._gap: Gap | None = None
        self._numbers = 0
        self.icon, self.headline, self.story, self.advice = QLabel(), QLabel(), QLabel(), QLabel()
        self.acknowledge = QPushButton()
        self.acknowledge.setAutoDefault(False)
        self.reason_text = TextInput()
        self.reason = Captioned(self.reason_text)
        self.proof = OwnerForm()
        self._form = QWidget()
        self._lay_out()
        self.acknowledge.clicked.connect(self._ask)
        self.reason_text.returnPressed.connect(self.proof.setFocus)
        self.proof.asked.connect(self._do)
        self.proof.dropped.connect(self._give_up)
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether the owner's card is waited for here."""
        return not self._form.isHidden()

    def look(self) -> None:
        """Ask what is known, and show it."""
        self._tasks.run(Lane.DATA, self._scans.gap, self, self._show)
        self._tasks.run(Lane.DATA, self._scans.acknowledged, self, self._tell_noted)

    def take_card(self, text: str) -> bool:
        """Take a scanned card while one is waited for; False for anything else, which is not kept."""
        return self.is_asking and self.proof.take_card(text)

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        self.headline.setText(self.tr("The activity record does not fit together"))
        self.acknowledge.setText(self.tr("Acknowledge…"))
        self.reason.name(self.tr("What happened, as far as you know (no names, no numbers)"))
        self.proof.say(self.tr("Acknowledge the gap"), "", self.tr("Acknowledge"))
        self.advice.setText(" ".join(self._what_then()))
        self.proof.setMinimumHeight(self.proof.sizeHint().height())
        if self._gap is not None:
            self.story.setText(" ".join((*find_wording.gap_words(self._gap), self._what_now())))

    def _what_then(self) -> list[str]:
        """What comes of it, once the owner has taken note."""
        said = self.tr(
            "Your reason is signed and stays in the record. Reveals go on then; the gap itself stays named, and "
            "whatever else does not fit is told again."
        )
        numbers = self.tr("Waybill numbers that lost parcels may bear are not given out any more: {count}.")
        return [said, numbers.format(count=self._numbers)] if self._numbers else [said]

    def _what_now(self) -> str:
        if self._is_owner:
            return self.tr("Accepting and printing go on; nothing is revealed until you acknowledge it.")
        return self.tr("Accepting and printing go on; nothing is revealed. Tell the owner now.")

    def _show(self, gap: Gap | None) -> None:
        self._gap = gap
        self.setVisible(gap is not None)
        if gap is None:
            self._give_up()
        self.retranslate()

    def _tell_noted(self, acknowledged: tuple[Acknowledged, ...]) -> None:
        if acknowledged:
            self.noted.emit(acknowledged[-1].at)

    def _ask(self) -> None:
        self.acknowledge.hide()
        self.asking.emit(True)
        self._tell_numbers(0)
        self._tasks.run(Lane.DATA, self._scans.numbers_lost, self, self._tell_numbers)
        self._form.show()
        self.proof.forget()
        self.reason.setFocus()

    def _tell_numbers(self, count: int) -> None:
        self._numbers = count
        self.retranslate()

    def _do(self) -> None:
        self.reason.tell()
        self._form.setEnabled(False)
        work = partial(self._scans.acknowledge, self.reason_text.text(), self.proof.password, self.proof.card)
        self._tasks.run(Lane.DATA, work, self, self._done, self._refused)

    def _done(self, _nothing: None) -> None:
        self._give_up()
        self.look()
        self.acknowledged.emit()

    def _refused(self, error: OutletError) -> None:
        self._form.setEnabled(True)
        if isinstance(error, InvalidDraft):
            self.reason.tell(wording.fault_sentence(error.faults[0]))
            self.reason.setFocus()
        else:
            self.proof.tell_error(error)

    def _give_up(self) -> None:
        self.reason_text.put("")
        self.reason.tell()
        self.proof.forget()
        self._form.setEnabled(True)
        self._form.hide()
        self.asking.emit(False)
        self.acknowledge.setVisible(self._is_owner)

    def _lay_out(self) -> None:
        theme.wear_icon(self.icon, "fault", Token.ON_PRIMARY)
        self.headline.setFont(theme.font(bold=True))
        for words in (self.headline, self.story):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
        words_column = QVBoxLayout()
        words_column.setSpacing(0)
        words_column.addWidget(self.headline)
        words_column.addWidget(self.story)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        row.setSpacing(2 * theme.GRID_PX)
        row.addWidget(self.icon)
        row.addLayout(words_column, stretch=1)
        row.addWidget(self.acknowledge)
        self.advice.setWordWrap(True)
        asked = QVBoxLayout()
        asked.setSpacing(theme.GRID_PX)
        asked.addWidget(self.reason)
        asked.addWidget(self.advice)
        asked.addStretch(1)
        form = QHBoxLayout(self._form)
        form.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        form.setSpacing(2 * theme.GRID_PX)
        form.addLayout(asked, stretch=1)
        form.addWidget(self.proof, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._form)
        column.addStretch(1)
        self._give_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape drops what was typed; the bar stays."""
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
