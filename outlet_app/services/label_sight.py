"""What a scanned label of any outlet turns out to be, for whoever takes codes; what is wrong with one is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.gap import Misfit, Sight, fault
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.sealing.label_code import is_genuine, outlet_mark
from outlet_app.services.label_verdict import LabelJudge, Verdict
from outlet_app.store import waybills
from outlet_app.store.near_checkpoint import Standing, label_standing
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.sealing.label_code import CheckpointCode, CheckpointMark, LabelCode
    from outlet_app.services.session import Session

MISFITS = frozenset({Standing.CUT, Standing.REWRITTEN, Standing.OTHER_BRANCH})
"""How a checkpoint of ours stands that does not fit the record."""

_FOREIGN = Verdict(ScanOutcome.FOREIGN)
_MISFIT = Verdict(ScanOutcome.MISFIT)
_LOST_DAYS = Verdict(ScanOutcome.LOST_DAYS)


def judged(session: Session, code: LabelCode) -> Verdict:
    """What the label turned out to be; its checkpoint is held against the record.

    FOREIGN and MISFIT are recorded here, and after MISFIT the record is BROKEN; every other look is for the caller to
    record.
    """
    if is_strange(session, code):
        return _FOREIGN
    stands = label_standing(session.store, checkpoint_of(code.checkpoint), session.statements.branches())
    if stands in MISFITS:
        return _label_misfit(session, code, stands)
    judge = LabelJudge(
        session.store.reader,
        code,
        outlet_id=session.outlet_id,
        now=session.clock(),
        is_known=stands is Standing.FITS,
    )
    verdict = judge.verdict()
    if verdict.outcome is ScanOutcome.FOREIGN:
        _refuse(session, "not_genuine")
        return _FOREIGN
    if verdict.odd is not None:
        return _odd(session, verdict.odd, code)
    return _unissued(session, code) if verdict.outcome is ScanOutcome.MISFIT else verdict


def is_strange(session: Session, code: LabelCode | CheckpointCode) -> bool:
    """Whether the code is another outlet's or not genuine; recorded where it is."""
    if code.outlet_mark != outlet_mark(session.outlet_id):
        _refuse(session, "other_outlet")
        return True
    if not is_genuine(code, session.keys.label_key):
        _refuse(session, "not_genuine")
        return True
    return False


def _refuse(session: Session, why: str) -> None:
    session.write(Entry(Activity(ActivityKind.FOREIGN_LABEL_SCANNED, None, {"why": why})))


def tell_misfit(session: Session, misfit: Misfit) -> None:
    """Record that a code of ours does not fit the record, which is BROKEN from now on."""
    session.outlet.check.found(misfit)
    session.write(Entry(fault(misfit, session.outlet.check.opened_at)))


def checkpoint_of(mark: CheckpointMark) -> Checkpoint:
    """The checkpoint that a code carries, its hash cut to 20 bytes."""
    return Checkpoint(mark.branch, mark.n, mark.hash_start)


def _unissued(session: Session, code: LabelCode) -> Verdict:
    """The label's checkpoint fits, and the act behind it is not the one that issued the label."""
    if session.statements.branches().gave_up(code.checkpoint.n + 1):
        return _LOST_DAYS
    return _label_misfit(session, code, Standing.CUT)


def _label_misfit(session: Session, code: LabelCode, stands: Standing) -> Verdict:
    """Of a label whose checkpoint is there, or was cut away, its own act behind that is what is missing."""
    mark = code.checkpoint
    n = mark.n if stands is Standing.REWRITTEN else mark.n + 1
    tell_misfit(session, Misfit(Sight.LABEL, mark.branch, n, session.store.checkpoint().n))
    return _MISFIT


def _odd(session: Session, record_id: bytes, code: LabelCode) -> Verdict:
    """The label is ours and current, but its waybill's row is gone or is not what its acts say.

    A row that is gone since before a restore or a saving went with it; one that the owner acknowledged is known.
    """
    older = code.checkpoint.branch != session.store.checkpoint().branch
    gone = older and waybills.by_id(session.store.reader, record_id) is None
    if gone or is_known_odd(session, record_id):
        return _LOST_DAYS
    session.tell_odd_row(record_id)
    return _MISFIT


def is_known_odd(session: Session, record_id: bytes) -> bool:
    """Whether the owner acknowledged that this record's row is not what its acts say."""
    return any(record_id in said.record_ids for said in session.statements.acknowledged().values())
