"""The gap in a record that does not fit together: what the owner is told of it, and what he says when he goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain import gap as gaps
from outlet_app.domain.acknowledgement import Acknowledgement, acts_digest
from outlet_app.domain.branches import BranchPoint, is_within_reach, next_branch
from outlet_app.domain.gap import Gap, Sight
from outlet_app.domain.numbers_at_risk import numbers_at_risk
from outlet_app.store import act_search, activities, uncertain_numbers
from outlet_app.store.moment import from_ms

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.gap import Misfit
    from outlet_app.services.session import Session
    from outlet_app.store.uncertain_numbers import Span

_CHECKPOINTS = frozenset({Sight.LABEL, Sight.DAY_SHEET, Sight.NEAR})

_UNTOLD = 10**9
"""More acts than any outlet has."""


def gap_of(session: Session) -> Gap | None:
    """What does not fit and is not acknowledged yet; None where nothing was seen."""
    misfits = session.outlet.check.misfits
    if not misfits:
        return None
    first = gaps.first_in_doubt(misfits) or 0
    return Gap(
        first,
        gaps.acts_in_doubt(misfits),
        sum(misfit.sight is Sight.ROW for misfit in misfits),
        _time_of(session, first - 1),
        tuple(dict.fromkeys(misfit.sight for misfit in misfits)),
    )


def acknowledgement(session: Session, reason: str) -> Acknowledgement:
    """Everything that was seen until now, in the words of one statement; to be signed before anything is written."""
    misfits = session.outlet.check.misfits
    reader, left = session.store.reader, session.store.checkpoint()
    branch = next_branch((left.branch,), session.clock(), (misfit.branch for misfit in misfits))
    chain = [misfit for misfit in misfits if misfit.sight is Sight.CHAIN]
    acts_from = min([left.n + 1, *(activities.last_signed(reader, misfit.n) + 1 for misfit in chain)])
    return Acknowledgement(
        BranchPoint(branch, left),
        min([acts_from, *(_opening(session, misfit) for misfit in misfits if misfit.sight in _CHECKPOINTS)]),
        acts_from,
        acts_digest(activities.between(reader, acts_from, left.n)),
        tuple(misfit.record_id for misfit in misfits if misfit.record_id is not None),
        reason,
    )


def numbers_lost(session: Session) -> tuple[Span, ...]:
    """The numbers that acts which are missing now may have used, of each carrier: nobody may get one of them again.

    As many as acts are missing, as far as anything tells, and no more than a restore would leave alone for the time
    since the outlet was last open.
    """
    reader = session.store.reader
    seen = [misfit for misfit in session.outlet.check.misfits if misfit.sight in _CHECKPOINTS]
    missing = max((_missing(session, misfit) for misfit in seen), default=0)
    since = min((_opened(session, misfit) for misfit in seen), default=session.clock())
    spans: list[Span] = []
    ranges = uncertain_numbers.open_ranges(reader)
    for carrier in dict.fromkeys(each.carrier for each in ranges):
        most = numbers_at_risk(uncertain_numbers.busiest_day(reader, carrier), since, session.clock())
        spans += uncertain_numbers.the_next([each for each in ranges if each.carrier == carrier], min(missing, most))
    return tuple(spans)


def _missing(session: Session, misfit: Misfit) -> int:
    """How many acts from before the opening a checkpoint from elsewhere knows of and the record lacks, at most.

    Of a branch that this record has not reached nobody can tell; of one that no outlet can have reached there is none.
    """
    current = session.store.checkpoint().branch
    if misfit.branch > current:
        return _UNTOLD if is_within_reach(misfit.branch, current, session.clock()) else 0
    return max(misfit.n - _opened_at(session, misfit), 0)


def _opening(session: Session, misfit: Misfit) -> int:
    """The first act that was written when the outlet was opened with what does not fit.

    While the outlet is open nobody else can write, so what was put back was put back before an opening; and an opening
    begins with a sign-in.
    """
    opened_at = _opened_at(session, misfit)
    if misfit.first > opened_at:
        return opened_at + 1
    signed_in = activities.last_sign_in(session.store.reader, misfit.first)
    return max(misfit.first, 1) if signed_in is None else signed_in.n


def _opened_at(session: Session, misfit: Misfit) -> int:
    """The last act when the outlet was opened in which it was seen."""
    return session.outlet.check.opened_at if misfit.opened_at is None else misfit.opened_at


def _opened(session: Session, misfit: Misfit) -> datetime:
    """When the outlet was last used before that opening; now where it never was."""
    return _time_of(session, _opened_at(session, misfit)) or session.clock()


def _time_of(session: Session, n: int) -> datetime | None:
    act = act_search.at_or_before(session.store.reader, n)
    return None if act is None else from_ms(act.at_ms)
