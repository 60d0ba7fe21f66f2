"""The place where one field of one waybill is revealed: what, what for, and then that field for its seconds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from outlet_app.errors import InvalidDraft, NoLabelInHand
from outlet_app.ui import reveal_wording, theme, wording
from outlet_app.ui.owner_form import OwnerForm
from outlet_app.ui.private_clipboard import PrivateClipboard
from outlet_app.ui.reveal_keys import COPY_KEY, FIELD_KEYS, FieldKeys, plain_key
from outlet_app.ui.reveal_question import RevealQuestion
from outlet_app.ui.revealed_field import RevealedField
from outlet_app.ui.tasks import Lane
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QKeyEvent

    from outlet_app.domain.reveal_terms import RevealField, RevealReason
    from outlet_app.errors import OutletError
    from outlet_app.services.allowance import Left
    from outlet_app.services.found import FoundWaybill
    from outlet_app.services.reveal import Reveal, Revealed
    from outlet_app.ui.tasks import Tasks

_WAITS_AFTER_MS = 300
_MASKED_BY = (QEvent.Type.WindowDeactivate, QEvent.Type.ScreenChangeInternal)
"""The window is left, or goes to another screen."""


class RevealPanel(QFrame):
    """One waybill at a time, and of that one field at a time. Whatever happens next masks it.

    `left` says what the limits leave; `by_owner`: this account may open without the label, with its card. `arranged`:
    it takes another room than before. While something is asked or shown the keys of the fields fold away, and go on
    working.
    """

    arranged = Signal()

    def __init__(
        self,
        reveal: Reveal,
        left: Callable[[], Left],
        tasks: Tasks,
        *,
        by_owner: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("revealPanel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._reveal, self._left, self._tasks, self._by_owner = reveal, left, tasks, by_owner
        self._found: FoundWaybill | None = None
        self._in_hand = False
        self._field: RevealField | None = None
        self._because: tuple[RevealReason, str] | None = None
        self._revealed: Revealed | None = None
        self._told_left: Left | None = None
        self._asked = 0
        self.clipboard = PrivateClipboard(self)
        self.icon, self.heading, self.left = QLabel(), QLabel(), QLabel()
        self.guidance, self.fault, self.wait = QLabel(), QLabel(), QLabel()
        self.fields, self.question, self.owner = FieldKeys(), RevealQuestion(), OwnerForm()
        self.shown = RevealedField()
        self._waiting = QTimer(self, singleShot=True, interval=_WAITS_AFTER_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.mask()

    @property
    def is_showing(self) -> bool:
        """Whether a field stands in the open now."""
        return self._revealed is not None

    @property
    def is_busy(self) -> bool:
        """Whether something is asked or shown here."""
        return self._field is not None or self._revealed is not None

    @property
    def is_to_be_seen(self) -> bool:
        """Whether something stands here that the person looks for: a question, a field, or why there is none."""
        return self.is_busy or bool(self.fault.text())

    @property
    def is_waiting_for_card(self) -> bool:
        """Whether the owner is asked for his card here."""
        return self.owner.isVisible()

    def show_waybill(self, found: FoundWaybill, *, in_hand: bool) -> None:
        """Offer the fields of this waybill; `in_hand`: its label was scanned a moment ago."""
        same = self._found is not None and self._found.masked.record_id == found.masked.record_id
        changed = not same or in_hand is not self._in_hand
        self._found, self._in_hand = found, in_hand
        if changed:
            self.mask()
        self._refresh_left()

    def mask(self) -> None:  # type: ignore[override]  # Qt's own tells a shape, which this panel has not
        """Show nothing, ask for nothing, and forget what was typed; an answer on its way is not shown either."""
        had_keys = self._has_keys()
        self._asked += 1
        self._field = self._because = self._revealed = None
        self._stop_waiting()
        self.shown.clear()
        self.question.forget()
        self.owner.forget()
        self._tell("")
        self._arrange()
        if had_keys:
            self.setFocus()

    def forget(self) -> None:
        """As `mask`, and what was copied is taken off the clipboard: nobody is here any more."""
        self.mask()
        self.clipboard.clear()

    def take_card(self, text: str) -> bool:
        """Take a scanned owner card while it is asked for; False for anything else, which is not kept."""
        return self.is_waiting_for_card and self.owner.take_card(text)

    def retranslate(self) -> None:
        """Say everything of the panel itself in the language of the screen."""
        self._say_heading()
        self.setAccessibleName(self.tr("Reveal"))
        self.wait.setText(self.tr("Opening…"))
        self.fields.retranslate()
        self._say_owner()
        self._say_guidance()
        self._say_left()

    def _may_open(self) -> bool:
        return self._found is not None and (self._in_hand or self._by_owner)

    def _choose(self, field: RevealField) -> None:
        """Ask what for; what was revealed before goes."""
        self.mask()
        if self._may_open():
            self._field = field
            self._arrange()
            self.setFocus()

    def _take_answer(self, reason: RevealReason, note: str) -> None:
        self._because = reason, note
        self._tell("")
        if self._in_hand:
            self._ask()
        else:
            self._arrange()
            self.owner.begin()

    def _ask(self) -> None:
        """Ask for the one field: its act is written before it comes."""
        found, field, because = self._found, self._field, self._because
        if found is None or field is None or because is None:
            return
        self._asked += 1
        record_id = found.masked.record_id
        by_scan = partial(self._reveal.by_scan, record_id, field, *because)
        by_owner = partial(self._reveal.by_owner, record_id, field, *because, self.owner.password, self.owner.card)
        self._waiting.start()
        self.question.setEnabled(False)
        self.owner.setEnabled(False)
        done, failed = partial(self._show, self._asked), partial(self._refuse, self._asked)
        self._tasks.run(Lane.DATA, by_scan if self._in_hand else by_owner, self, done, failed)

    def _show(self, asked: int, revealed: Revealed) -> None:
        """What comes after a mask, a lock or another question is shown to nobody."""
        self._refresh_left()
        if asked != self._asked:
            return
        self.mask()
        self._revealed = revealed
        self.shown.show_field(revealed)
        self._arrange()
        self.setFocus()

    def _refuse(self, asked: int, error: OutletError) -> None:
        self._refresh_left()
        if asked != self._asked:
            return
        self._stop_waiting()
        if isinstance(error, InvalidDraft):
            self._because = None
            self._arrange()
            self.question.tell_fault(error.faults[0])
        elif self.is_waiting_for_card:
            self.owner.tell_error(error)
        else:
            self._in_hand = self._in_hand and not isinstance(error, NoLabelInHand)
            self.mask()
            self._tell(wording.sentence(error))

    def _copy(self) -> None:
        """The act first; the text goes to the clipboard only if it still stands here when that is written."""
        revealed, found = self._revealed, self._found
        if revealed is None or found is None or not revealed.text:
            return
        noted = partial(self._reveal.note_copied, found.masked.record_id, revealed.field)
        self._tasks.run(Lane.DATA, noted, self, partial(self._put, revealed), self._tell_error)

    def _put(self, revealed: Revealed, _noted: None) -> None:
        if self._revealed is revealed:
            self.clipboard.put(revealed.text)
            self.shown.tell_copied()

    def _tell_error(self, error: OutletError) -> None:
        self._tell(wording.sentence(error))

    def _tell(self, fault: str) -> None:
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self.arranged.emit()

    def _stop_waiting(self) -> None:
        self._waiting.stop()
        self.wait.hide()
        self.question.setEnabled(True)
        self.owner.setEnabled(True)

    def _has_keys(self) -> bool:
        keys = QApplication.focusWidget()
        return keys is not None and self.isAncestorOf(keys)

    def _arrange(self) -> None:
        """Show the parts that the step needs, and no others."""
        proving = self._because is not None and not self._in_hand
        self.fields.setEnabled(self._may_open())
        self.fields.setHidden(self.is_busy)
        self.guidance.setHidden(self._may_open())
        self.question.setVisible(self._field is not None and not proving)
        self.owner.setVisible(proving)
        self.shown.setVisible(self._revealed is not None)
        self._say_heading()
        self._say_guidance()
        self._say_left()
        self.arranged.emit()

    def _say_heading(self) -> None:
        field = self._field if self._revealed is None else self._revealed.field
        what = () if field is None else (reveal_wording.owner_name(field), reveal_wording.part_name(field))
        self.heading.setText(" · ".join((self.tr("Reveal"), *what)))

    def _say_guidance(self) -> None:
        gone = self._found is not None and self._found.left_at is not None
        self.guidance.setText(
            self.tr("The parcel has left the shop: its details are closed.")
            if gone
            else self.tr("Scan the label of the parcel in your hand; then one field at a time can be revealed here.")
        )

    def _say_owner(self) -> None:
        self.owner.say(
            self.tr("Without its label"),
            self.tr("Your password and your card open this one field. The record says so."),
            self.tr("Reveal"),
        )

    def _refresh_left(self) -> None:
        self._tasks.run(Lane.DATA, self._left, self, self._take_left, self._take_no_left)

    def _take_left(self, left: Left) -> None:
        self._told_left = left
        self._say_left()

    def _take_no_left(self, _error: OutletError) -> None:
        """The counter is locked or the outlet closed: whoever comes next asks anew."""

    def _say_left(self) -> None:
        left, by_label = self._told_left, self._in_hand or not self._by_owner
        self.left.setText("" if left is None else reveal_wording.left_sentence(left, by_label=by_label))

    def _connect(self) -> None:
        self.fields.asked.connect(self._choose)
        self.question.answered.connect(self._take_answer)
        self.owner.asked.connect(self._ask)
        self.owner.dropped.connect(self.mask)
        self.shown.copy_asked.connect(self._copy)
        self.shown.ended.connect(self.mask)
        self._waiting.timeout.connect(self.wait.show)

    def _lay_out(self) -> None:
        theme.wear_icon(self.icon, "show", Token.REVEAL)
        for words, name in ((self.heading, "reveal"), (self.left, "caption"), (self.wait, "caption")):
            words.setObjectName(name)
        self.fault.setObjectName("fault")
        for words in (self.guidance, self.fault, self.left):
            words.setWordWrap(words is not self.left)
            words.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        for words in (self.icon, self.heading, self.wait):
            head.addWidget(words)
        head.addStretch(1)
        head.addWidget(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, 2 * theme.GRID_PX)
        column.setSpacing(theme.GRID_PX)
        column.addLayout(head)
        parts: tuple[QWidget, ...] = (self.guidance, self.fields, self.question, self.owner, self.shown, self.fault)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)

    def event(self, event: QEvent) -> bool:
        """Mask when the window is left or goes to another screen."""
        if event.type() in _MASKED_BY:
            self.mask()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The key of a field, the digit of a reason, C to copy, Escape to mask or to go a step back."""
        key = plain_key(event)
        if key is None or not self._take_key(key):
            super().keyPressEvent(event)

    def _take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape and self.is_busy:
            self.mask()
        elif key == COPY_KEY and self._revealed is not None:
            self._copy()
        elif key in FIELD_KEYS and self._may_open():
            self._choose(FIELD_KEYS[key])
        else:
            return self.question.isVisible() and self.question.take_key(key)
        return True

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing stays revealed where nobody sees it."""
        self.mask()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is revealed stays for its time."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
