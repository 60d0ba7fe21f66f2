"""The branches of the record: each restore or acknowledgement begins a new one, and what it gave up is lost days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import outlet_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from outlet_app.domain.history import Checkpoint

FIRST_BRANCH = 1

LAST_BRANCH = 9_999
"""The highest branch that a label's code can carry."""

MOST_AHEAD = 20
"""How far a branch can be above the number of days: so many restores and acknowledgements in a row on one day."""

_FIRST_DAY = date(2026, 1, 1)


class Days(StrEnum):
    """Where a checkpoint or label from elsewhere stands among this record's branches.

    HERE: in a part of the record that this one holds. LOST: in days that a restore gave up. AHEAD: on a branch that
    this record has not reached, so that it was rolled back.
    """

    HERE = "here"
    LOST = "lost"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class BranchPoint:
    """`branch` went on from `left`, the last act that the backup held; what its branch did after that is lost."""

    branch: int
    left: Checkpoint


class Branches:
    """The branches that this record went through.

    `points` are its restores and acknowledgements in their order; raises ValueError when they do not follow from each
    other. `given_up` are first and last act of each span whose former acts the owner gave up.
    """

    def __init__(
        self,
        points: Iterable[BranchPoint] = (),
        *,
        first: int = FIRST_BRANCH,
        given_up: Iterable[tuple[int, int]] = (),
    ) -> None:
        self.current = first
        self._ends: dict[int, int] = {}
        self._given_up = tuple(given_up)
        for point in points:
            if point.left.branch != self.current or point.branch <= self.current:
                raise ValueError("a restore goes on from the branch before it, to a higher one")
            self._ends[self.current] = point.left.n
            self.current = point.branch

    def days_of(self, branch: int, n: int) -> Days:
        """Where act `n` of `branch` stands. HERE says nothing of its hash."""
        if branch > self.current:
            return Days.AHEAD
        end = self._ends.get(branch, -1)
        return Days.HERE if branch == self.current or n <= end else Days.LOST

    def days_of_label(self, branch: int, n: int) -> Days:
        """Where the waybill of a label stands, whose code carries act `n` of `branch`: the act before its own."""
        return self.days_of(branch, n + 1)

    def gave_up(self, n: int) -> bool:
        """Whether the owner acknowledged that act `n` was another one before: what tells of that one is lost days."""
        return any(start <= n <= last for start, last in self._given_up)


def is_within_reach(branch: int, stated: int, at: datetime) -> bool:
    """Whether an outlet whose highest known branch is `stated` can have come to `branch` by `at` (UTC)."""
    return branch <= max(stated, _days(at)) + MOST_AHEAD


def next_branch(known: Iterable[int], at: datetime, seen: Iterable[int] = ()) -> int:
    """The branch of a restore or an acknowledgement at `at` (UTC), above every branch that is `known`.

    It is at least the number of days since 2026, because the same backup may be restored twice by machines that do
    not know of each other, and their branches must not be taken for one. So it is above every branch that was `seen`
    on a code, too, unless no outlet can have come so far yet: whoever holds the label key can print any branch, and
    one near the last would leave no other. Raises ValueError past the last branch.
    """
    stated = max(known)
    lowest = max((stated, *(branch for branch in seen if is_within_reach(branch, stated, at)))) + 1
    day = _days(at)
    if lowest > LAST_BRANCH:
        raise ValueError("no branch is left")
    return max(lowest, day) if day <= LAST_BRANCH else lowest


def _days(at: datetime) -> int:
    return (outlet_day(at) - _FIRST_DAY).days
