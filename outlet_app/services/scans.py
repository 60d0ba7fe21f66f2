"""Scans of our labels and day sheets: what each turned out to be, and what the owner says where one does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.gap import Misfit, Sight, acts_in_doubt
from outlet_app.domain.reveal_note import note_fault
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.errors import Fault, FaultKind, HistoryBroken, InvalidDraft, LabelCodeRefused
from outlet_app.sealing.label_code import CheckpointCode, LabelCode, read_code
from outlet_app.sealing.statements import MismatchAcknowledged
from outlet_app.services import label_sight, record_gap
from outlet_app.services.found import FoundWaybill, found
from outlet_app.services.label_in_hand import LabelInHand
from outlet_app.services.owner_consent import owner_seed
from outlet_app.services.record_check import RecordState
from outlet_app.store import activities, branches
from outlet_app.store.near_checkpoint import Standing, standing
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.activity import Detail
    from outlet_app.domain.gap import Gap
    from outlet_app.services.label_verdict import Verdict
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session

_REASON_FIELD = "reason"
_SHEETS = {
    Standing.FITS: ScanOutcome.FITS,
    Standing.IN_HOLE: ScanOutcome.LOST_DAYS,
    Standing.LOST_DAYS: ScanOutcome.LOST_DAYS,
}


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What a scanned code turned out to be.

    `number` is the label's, empty for a day sheet and for a label that is not ours. `waybill` stands where the record
    holds the label's own: OPENS, CLOSED and NEWER_LABEL.
    """

    outcome: ScanOutcome
    number: str = ""
    waybill: FoundWaybill | None = None


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """At `at` (UTC) the owner acknowledged that the record did not fit, for `reason`."""

    at: datetime
    reason: str


class Scans:
    """The use case of the scanner, whatever page stands open.

    Every scan of a label holds its checkpoint against the record, and drops the label that was in hand before. A misfit
    stops reveals until the owner acknowledges it; it stops no parcel.
    """

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def take(self, text: str) -> ScanReport:
        """Judge the scanned code of a label or of a day sheet, and record what it turned out to be.

        A label that OPENS is in hand for five minutes. Raises NotPermitted; LabelCodeRefused for any other text.
        """
        self._session.require(Permission.SEARCH)
        self.put_down()
        code = read_code(text)
        if not isinstance(code, LabelCode | CheckpointCode):
            raise LabelCodeRefused
        if isinstance(code, LabelCode):
            return self._take_label(code)
        if label_sight.is_strange(self._session, code):
            return ScanReport(ScanOutcome.FOREIGN)
        return self._take_sheet(code)

    def put_down(self) -> None:
        """Forget the label in hand."""
        self._session.in_hand = None

    def gap(self) -> Gap | None:
        """What does not fit in the record and is not acknowledged yet; None while it is not BROKEN."""
        self._session.require(Permission.SEARCH)
        return record_gap.gap_of(self._session)

    def acknowledged(self) -> tuple[Acknowledged, ...]:
        """What the owner acknowledged so far, in its order; nothing while acts that tell when do not follow."""
        self._session.require(Permission.SEARCH)
        said = self._session.statements.acknowledged()
        try:
            times = activities.stated_at(self._session.store.reader) if said else {}
        except HistoryBroken:
            return ()
        return tuple(Acknowledged(times[serial], each.reason) for serial, each in said.items())

    def numbers_lost(self) -> int:
        """How many waybill numbers an acknowledgement would leave alone: lost parcels may bear them.

        Up to a second in a large outlet.
        """
        self._session.require(Permission.SET_POLICY)
        return sum(span.count for span in record_gap.numbers_lost(self._session))

    def acknowledge(self, reason: str, password: str, card: str) -> None:
        """The owner takes the record as it stands: reveals go on, and what was seen is of the lost days from now on.

        The record goes on under a new branch, as after a restore, so that what does not fit later shows again; all of
        it is checked again from its first act, and numbers that lost acts may have used are not given out any more.
        Does nothing where nothing is wrong. Raises NotPermitted, WrongPassword; InvalidDraft (`reason`) for an empty
        one, a long one, and one with a number in it.
        """
        session = self._session
        session.require(Permission.SET_POLICY)
        fault = note_fault(reason) if reason.strip() else FaultKind.EMPTY
        if fault is not None:
            raise InvalidDraft((Fault(_REASON_FIELD, fault),))
        seed = owner_seed(session, self._keys, password, card)
        if session.record_state() is not RecordState.BROKEN:
            return
        said = record_gap.acknowledgement(session, reason.strip())
        facts: Detail = {"reason": said.reason, "acts": acts_in_doubt(session.outlet.check.misfits)}
        entry = branches.acknowledged(said.point, record_gap.numbers_lost(session), facts)
        session.state(seed, MismatchAcknowledged(said), because=entry)
        session.store.take_up_branch()
        session.outlet.check.begin_again(session.store.genesis)
        session.note_checkpoint()

    def _take_sheet(self, code: CheckpointCode) -> ScanReport:
        session, mark = self._session, code.checkpoint
        stands = standing(session.store, label_sight.checkpoint_of(mark), session.statements.branches())
        if stands in label_sight.MISFITS:
            misfit = Misfit(Sight.DAY_SHEET, mark.branch, mark.n, session.store.checkpoint().n)
            label_sight.tell_misfit(session, misfit)
            return ScanReport(ScanOutcome.MISFIT)
        return ScanReport(_SHEETS[stands])

    def _take_label(self, code: LabelCode) -> ScanReport:
        verdict = label_sight.judged(self._session, code)
        if verdict.outcome is ScanOutcome.FOREIGN:
            return ScanReport(ScanOutcome.FOREIGN)
        if verdict.outcome is ScanOutcome.MISFIT:
            return ScanReport(ScanOutcome.MISFIT, code.number)
        return self._tell(verdict, code)

    def _tell(self, verdict: Verdict, code: LabelCode) -> ScanReport:
        """Record the look at one of our waybills, and take its label in hand where it opens."""
        session, kept, wrap = self._session, verdict.kept, verdict.wrap
        record_id = None if kept is None else kept.masked.record_id
        detail: Detail = {"key": "label", "hits": int(kept is not None), "outcome": verdict.outcome.value}
        session.write(Entry(Activity(ActivityKind.SEARCHED, record_id, detail)))
        if wrap is not None:
            session.in_hand = LabelInHand(wrap.record_id, wrap.version, wrap.serial, code.token, session.clock())
        return ScanReport(verdict.outcome, code.number, None if kept is None else found(kept))
