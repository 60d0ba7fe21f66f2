"""Finding in the self-check: by tail, by a scanned label, one field revealed, and everything else a scan can be."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.domain.history import Checkpoint
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.sealing.label_code import TOKEN_BYTES, LabelToken, write_label_code
from outlet_app.self_check.stage import LIGHT, TWO_LOOKS
from outlet_app.services.session import RecordState

if TYPE_CHECKING:
    from outlet_app.domain.draft import PartyDraft
    from outlet_app.self_check.stage import Stage
    from outlet_app.ui.find_view import FindView

_MISSING_ACTS = 40
_TAIL = 4
_REASON = "演示：放回了旧数据"


class Finding:
    """Plays with the customer's parcel, whose `label` was printed after its `former` one. Raises StepFailed."""

    def __init__(self, stage: Stage, customer: PartyDraft, number: str, former: str, label: str) -> None:
        self._stage = stage
        self._customer = customer
        self._number = number
        self._former = former
        self._label = label
        self._misfit = ""

    def find(self) -> None:
        """The clerk finds the parcel, scans its label, and needs the customer's phone."""
        self._press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        self._stage.wait("the find page is open", lambda: self._view.isVisible() and self._stage.is_idle())
        self._stage.picture_everywhere("15-find", TWO_LOOKS)
        QTest.keyClicks(self._view.field.text, self._customer.phone[-_TAIL:])
        QTest.keyClick(self._view.field.text, Qt.Key.Key_Return)
        self._stage.wait("the parcel is found", lambda: self._view.cards.isVisible() and self._stage.is_idle())
        self._stage.hold("among what was found", self._number in self._numbers())
        self._stage.picture_everywhere("16-find-by-tail", LIGHT)
        self._scan(self._label, ScanOutcome.OPENS)
        self._stage.picture_everywhere("17-find-scanned", TWO_LOOKS)
        self._reveal()
        self._scan(self._former, ScanOutcome.NEWER_LABEL)
        self._stage.picture_everywhere("19-find-newer-label", LIGHT)
        self._scan(self._made_up(bytes(16), bytes(32), 0), ScanOutcome.FOREIGN)
        self._stage.picture_everywhere("20-find-foreign", LIGHT)

    def break_record(self) -> None:
        """A label tells of acts that the record does not have: it is red, and nothing is revealed any more."""
        session = self._stage.services.session
        self._misfit = self._made_up(session.outlet_id, session.keys.label_key, _MISSING_ACTS)
        self._scan(self._misfit, ScanOutcome.MISFIT)
        self._stage.wait("the red bar stands", self._stage.main.alarm.isVisible)
        self._stage.picture_everywhere("21-find-misfit", TWO_LOOKS)
        self._scan(self._label, ScanOutcome.OPENS)
        self._ask_for_phone()
        self._stage.wait("the reveal is refused", lambda: bool(self._view.card.panel.fault.text()))
        self._stage.hold("nothing is shown", not self._view.card.panel.is_showing)
        self._stage.picture_everywhere("22-find-refused", LIGHT)

    def acknowledge(self, password: str, card: str) -> None:
        """The owner takes note of the gap: the same label is of lost days from then on."""
        alarm = self._stage.main.alarm
        self._stage.wait("the owner sees the red bar", alarm.isVisible)
        alarm.acknowledge.click()
        QTest.keyClicks(alarm.proof.proof.password.text, password)
        self._stage.hold("the card is read", alarm.take_card(card))
        alarm.reason_text.put(_REASON)
        self._stage.picture_everywhere("23-acknowledge", LIGHT)
        alarm.proof.do.click()
        session = self._stage.services.session
        self._stage.wait("it is acknowledged", lambda: not alarm.isVisible() and self._stage.is_idle())
        self._stage.wait("the record is whole again", lambda: session.record_state() is RecordState.GOOD)
        self._scan(self._misfit, ScanOutcome.LOST_DAYS)
        self._stage.picture_everywhere("24-find-lost-days", LIGHT)

    @property
    def _view(self) -> FindView:
        return self._stage.main.find_view

    def _numbers(self) -> list[str]:
        rows = self._view.cards.rows
        return [rows.lines(row).number for row in range(rows.rowCount())]

    def _reveal(self) -> None:
        """One field, for its seconds, in each look; a second look within ten minutes costs nothing."""
        panel = self._view.card.panel
        for language, dark in TWO_LOOKS:
            self._stage.turn(language, dark=dark)
            self._ask_for_phone()
            self._stage.wait("the phone is revealed", lambda: panel.is_showing)
            self._stage.rest()
            self._stage.picture("18-find-revealed", language, dark=dark)
            self._press(Qt.Key.Key_Escape)
            self._stage.hold("it is masked again", not panel.is_showing)

    def _ask_for_phone(self) -> None:
        """The key of the recipient's phone, and the key of the first reason."""
        self._view.card.panel.setFocus()
        self._press(Qt.Key.Key_Q)
        self._press(Qt.Key.Key_1)

    def _scan(self, code: str, outcome: ScanOutcome) -> None:
        self._stage.main.take_scan(code)
        self._stage.wait(f"a label is judged {outcome}", self._stage.is_idle)
        report = self._view.notice.report
        self._stage.hold(f"a label is told as {outcome}", report is not None and report.outcome is outcome)

    def _made_up(self, outlet_id: bytes, label_key: bytes, acts: int) -> str:
        """A code under some outlet's key that tells of so many acts more than the record has; it opens nothing."""
        head = self._stage.services.session.store.checkpoint()
        return write_label_code(
            outlet_id=outlet_id,
            number=self._number,
            serial=1,
            token=LabelToken(secrets.token_bytes(TOKEN_BYTES)),
            checkpoint=Checkpoint(head.branch, head.n + acts, head.chain_hash),
            label_key=label_key,
        )

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._stage.main, key, modifiers)
