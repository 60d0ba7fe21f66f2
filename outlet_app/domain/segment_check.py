"""Whether a part of the record holds by itself: its numbers, its hashes, and who signed each transaction."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.history import is_next, signed_text
from outlet_app.domain.record_segment import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from outlet_app.domain.holes import Hole
    from outlet_app.domain.record_segment import Covered, Part, RecordSegment


class Fault(StrEnum):
    """What is wrong at a place.

    MISSING: the numbers are not in the file. CHANGED: the act is not what was hashed, or does not follow. UNSIGNED and
    WRONG: nobody signed the transaction, or not the account that it names. MIXED: a transaction of two accounts.
    LOST: the owner stated that a damaged disk took these acts, which proves nothing of what was in them.
    """

    MISSING = "missing"
    CHANGED = "changed"
    UNSIGNED = "unsigned"
    WRONG = "wrong"
    MIXED = "mixed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault, and the numbers of the first and the last act concerned."""

    fault: Fault
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SegmentVerdict:
    """What was found. `proven` counts the account's acts that it signed as they stand, `told` all of them there.

    `covered` counts the acts of others. `hashes` are those that a checkpoint can be held against, by act number.
    """

    told: int
    proven: int
    covered: int
    findings: tuple[Finding, ...]
    hashes: dict[int, bytes]


def check_segment(
    segment: RecordSegment, verifies: Callable[[bytes, bytes, bytes], bool], holes: Iterable[Hole] = ()
) -> SegmentVerdict:
    """Follow a segment from its start. `verifies` takes account id, signature and text; `holes` are the owner's."""
    walk = _Walk(segment, verifies, tuple(holes))
    for part in segment.parts:
        walk.go(part)
    return SegmentVerdict(walk.told, walk.proven, walk.covered, tuple(walk.findings), walk.hashes)


class _Walk:
    """Goes from part to part; `_before` is the hash of the act before, None where that one is missing."""

    def __init__(
        self, segment: RecordSegment, verifies: Callable[[bytes, bytes, bytes], bool], holes: tuple[Hole, ...]
    ) -> None:
        self.told = self.proven = self.covered = 0
        self.findings: list[Finding] = []
        self.hashes = {segment.start.n: segment.start.chain_hash}
        self._segment = segment
        self._verifies = verifies
        self._holes = {(hole.first, hole.last): hole for hole in holes}
        self._n = segment.start.n
        self._before: bytes | None = segment.start.chain_hash

    def go(self, part: Part) -> None:
        """One transaction more."""
        if part.first != self._n + 1 or part.last < part.first:
            self._jump(part.first)
        if isinstance(part, Told):
            self._follow(part)
        else:
            self._cover(part)
        self._n = max(self._n, part.last)

    def _jump(self, first: int) -> None:
        hole = self._holes.get((self._n + 1, first - 1))
        fault = Fault.MISSING if hole is None else Fault.LOST
        self._find(fault, min(self._n + 1, first), max(first - 1, self._n))
        self._before = None if hole is None else hole.chain_hash

    def _follow(self, part: Told) -> None:
        account_id = part.acts[-1].account_id
        sound = True
        for n, act in enumerate(part.acts, start=part.first):
            if self._before is None or act.n != n or not is_next(self._before, act):
                self._find(Fault.CHANGED, act.n, act.n)
                sound = False
            elif act.account_id != account_id:
                self._find(Fault.MIXED, act.n, act.n)
                sound = False
            self._before = act.chain_hash
        own = sum(act.account_id == self._segment.account_id for act in part.acts)
        self.told += own
        last = part.acts[-1]
        if self._is_signed(part, last.account_id, last.chain_hash, last.signature) and sound:
            self.proven += own

    def _cover(self, part: Covered) -> None:
        self.covered += part.last - part.first + 1
        if part.account_id == self._segment.account_id:
            self._find(Fault.MISSING, part.first, part.last)
        self._is_signed(part, part.account_id, part.chain_hash, part.signature)
        self._before = part.chain_hash

    def _is_signed(self, part: Part, account_id: bytes, chain_hash: bytes, signature: bytes | None) -> bool:
        """Whether the transaction is its account's; then its end can be held against a checkpoint."""
        text = signed_text(self._segment.outlet_id, part.last, chain_hash)
        if signature is None:
            self._find(Fault.UNSIGNED, part.first, part.last)
        elif not self._verifies(account_id, signature, text):
            self._find(Fault.WRONG, part.first, part.last)
        else:
            self.hashes[part.last] = chain_hash
            return True
        return False

    def _find(self, fault: Fault, first: int, last: int) -> None:
        self.findings.append(Finding(fault, first, last))
