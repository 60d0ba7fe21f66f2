"""What a segment of the record proves to somebody who has nothing but the file: statements, signatures, checkpoint."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.segment_check import SegmentVerdict, check_segment
from outlet_app.errors import StatementRefused
from outlet_app.sealing import suite
from outlet_app.sealing.label_code import HASH_START_BYTES
from outlet_app.sealing.statements import StatementBook

if TYPE_CHECKING:
    from outlet_app.domain.record_segment import RecordSegment
    from outlet_app.sealing.label_code import CheckpointMark

_FINGERPRINT_CHARACTERS = 16
_MOST_KEYS = 64
"""Of one account, which gets a new one at each reset. Whoever signs the statements himself can name any number, and
each would be tried on each transaction."""


class Pinned(StrEnum):
    """How a checkpoint from a label or a day sheet stands to a segment. ELSEWHERE: its act is not in the file."""

    NOT_ASKED = "not_asked"
    FITS = "fits"
    CONTRADICTS = "contradicts"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class SegmentProof:
    """What was found of a segment.

    `statements_hold` says whether the owner key in the file verifies every statement in it; without that nobody's
    signature can be judged. `person` is the account's name as that key states it. `owner_fingerprint` is to be compared
    with the paper that the owner signed: the file cannot vouch for its own key.
    """

    statements_hold: bool
    person: str
    owner_fingerprint: str
    verdict: SegmentVerdict
    pinned: Pinned

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found that does not hold, and a checkpoint that was given fits."""
        fits = self.pinned in {Pinned.NOT_ASKED, Pinned.FITS}
        return self.statements_hold and not self.verdict.findings and fits


def prove_segment(segment: RecordSegment, mark: CheckpointMark | None = None) -> SegmentProof:
    """Judge a segment, and hold the checkpoint of a label or day sheet against it."""
    try:
        book: StatementBook | None = StatementBook(segment.outlet_id, segment.owner_verify_key, segment.statements)
    except StatementRefused:
        book = None
    signers = {} if book is None else book.signers()
    latest: dict[bytes, bytes] = {}

    def verifies(account_id: bytes, signature: bytes, text: bytes) -> bool:
        keys = signers.get(account_id, ())
        tried = (*(key for key in [latest.get(account_id)] if key), *reversed(keys)) if len(keys) <= _MOST_KEYS else ()
        found = next((key for key in tried if suite.verify(key, signature, text)), None)
        if found is not None:
            latest[account_id] = found
        return found is not None

    verdict = check_segment(segment, verifies, () if book is None else book.holes())
    person = "" if book is None else book.name(segment.account_id) or ""
    return SegmentProof(
        book is not None, person, owner_fingerprint(segment.owner_verify_key), verdict, _pinned(verdict, mark)
    )


def owner_fingerprint(owner_verify_key: bytes) -> str:
    """SHA-256 of the key that the owner's statements are signed with, its first 64 bits in groups of four digits."""
    digits = suite.digest(owner_verify_key).hex().upper()[:_FINGERPRINT_CHARACTERS]
    return " ".join(digits[at : at + 4] for at in range(0, _FINGERPRINT_CHARACTERS, 4))


def _pinned(verdict: SegmentVerdict, mark: CheckpointMark | None) -> Pinned:
    if mark is None:
        return Pinned.NOT_ASKED
    found = verdict.hashes.get(mark.n)
    if found is None:
        return Pinned.ELSEWHERE
    return Pinned.FITS if found[:HASH_START_BYTES] == mark.hash_start else Pinned.CONTRADICTS
