"""What in the record does not fit together: each misfit that was seen, and the gap that all of them make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from outlet_app.domain.activity import Act


class Sight(StrEnum):
    """By what a misfit was seen.

    LABEL and DAY_SHEET: a scanned code's checkpoint. NEAR: the checkpoint beside the database. CHAIN: an act that does
    not follow, or that nobody signed. ROW: a waybill that is not what its acts say.
    """

    LABEL = "label"
    DAY_SHEET = "day_sheet"
    NEAR = "near"
    CHAIN = "chain"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that does not fit, seen when the record ended at act `head`.

    `branch` and `n` are the checkpoint's that was held against the record, or this record's branch and the act that
    does not follow. `record_id` is the waybill of a ROW, and None otherwise. `opened_at` is the last act when the
    outlet was opened in which it was seen, None for this opening.
    """

    sight: Sight
    branch: int
    n: int
    head: int
    record_id: bytes | None = None
    opened_at: int | None = None

    @property
    def first(self) -> int:
        """The first act that is in doubt; behind the record's end where what is missing came after it."""
        return min(self.n, self.head + 1)

    def is_same(self, other: Misfit) -> bool:
        """Whether both tell of the same place, however it was seen."""
        return (self.branch, self.n, self.record_id) == (other.branch, other.n, other.record_id)


@dataclass(frozen=True, slots=True)
class Gap:
    """What the owner is told: everything from act `first` on is in doubt.

    `acts` is how many acts that concerns at least, in the record or missing from it; 0 where only single waybills do
    not fit, whose number `waybills` tells. `since` (UTC) is the time of the last act that is not in doubt, None where
    no act stands before. `sights` tells by what it was seen, each once.
    """

    first: int
    acts: int
    waybills: int
    since: datetime | None
    sights: tuple[Sight, ...]


def fault(misfit: Misfit, opened_at: int) -> Activity:
    """The act that tells of what was seen while the outlet was open since act `opened_at`: it outlives the day."""
    since = opened_at if misfit.opened_at is None else misfit.opened_at
    places = {"branch": misfit.branch, "n": misfit.n, "head": misfit.head, "opened": since}
    what = "row" if misfit.sight is Sight.ROW else "checkpoint"
    detail = {"what": what, "by": misfit.sight.value, **places}
    return Activity(ActivityKind.INTEGRITY_FAULT, misfit.record_id, detail)


def read_fault(act: Act) -> Misfit | None:
    """The misfit that an act of `fault` tells of; None for any other act, and for one that was written otherwise."""
    detail = read_detail(act)
    places = [detail.get(name) for name in ("branch", "n", "head", "opened")]
    counted = [place for place in places if isinstance(place, int) and place >= 0]
    sight = next((each for each in Sight if each.value == detail.get("by")), None)
    if act.kind != ActivityKind.INTEGRITY_FAULT or len(counted) != len(places) or sight is None:
        return None
    branch, n, head, opened_at = counted
    return Misfit(sight, branch, n, head, act.record_id, opened_at)


def of_acts(misfits: Sequence[Misfit]) -> tuple[Misfit, ...]:
    """Those that put acts in doubt, and not only one waybill."""
    return tuple(misfit for misfit in misfits if misfit.sight is not Sight.ROW)


def first_in_doubt(misfits: Sequence[Misfit]) -> int | None:
    """The first act in doubt; None where no act is."""
    return min((misfit.first for misfit in of_acts(misfits)), default=None)


def acts_in_doubt(misfits: Sequence[Misfit]) -> int:
    """How many acts are in doubt, at least: from the first one to the last that the record or a checkpoint knows."""
    first = first_in_doubt(misfits)
    if first is None:
        return 0
    return 1 + max(max(misfit.n, misfit.head) for misfit in of_acts(misfits)) - first
