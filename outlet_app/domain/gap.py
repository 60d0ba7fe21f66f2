"""What in the record does not fit together: each misfit that was seen, and the gap that all of them make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


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
    does not follow. `record_id` is the waybill of a ROW, and None otherwise.
    """

    sight: Sight
    branch: int
    n: int
    head: int
    record_id: bytes | None = None

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
