"""What the owner acknowledges of a record that does not fit together, so that work goes on and a new misfit shows."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.branches import BranchPoint
from outlet_app.domain.context import canonical_json, ctx
from outlet_app.domain.history import Checkpoint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.activity import Act

SUBJECT = "mismatch"
"""The first word of such a statement's subject."""

_HASH_BYTES = 32
_RECORD_ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """The record goes on at `point` under a new branch, and everything that did not fit until then is lost days.

    A checkpoint of an act behind `point.left` on an older branch is of the lost days by that branch. So is one of act
    `labels_from` to `point.left.n` whose hash is another one here. The acts `acts_from` to `point.left.n` do not follow
    from each other: they stand as they are, and `digest` (32 bytes, `acts_digest`) shows whether they still do. Both
    are one above `point.left.n` where they concern no act. `record_ids` are waybills that are not what their acts say.
    """

    point: BranchPoint
    labels_from: int
    acts_from: int
    digest: bytes
    record_ids: tuple[bytes, ...]
    reason: str

    def __post_init__(self) -> None:
        behind = self.point.left.n + 1
        spans = 1 <= self.labels_from <= behind and 1 <= self.acts_from <= behind
        if not spans or len(self.digest) != _HASH_BYTES or any(len(i) != _RECORD_ID_BYTES for i in self.record_ids):
            raise ValueError("an acknowledgement ends with its branch point, and has a digest of 32 bytes")

    @property
    def last(self) -> int:
        """The last act that it can concern."""
        return self.point.left.n

    def takes_as_is(self, n: int) -> bool:
        """Whether act `n` is among those that need not follow from each other."""
        return self.acts_from <= n <= self.last


def acts_digest(acts: Iterable[Act]) -> bytes:
    """What pins acts as they stand, hashes and signatures included, whether they follow from each other or not."""
    digest = hashlib.sha256(ctx("acknowledged"))
    for act in acts:
        who = (act.account_id, act.station, act.kind, act.record_id or b"")
        try:
            digest.update(ctx("act", act.n, act.at_ms, *who, act.detail, act.chain_hash, act.signature or b""))
        except (ValueError, OverflowError):  # columns that no act of ours has are pinned as well as they can be
            digest.update(ctx("odd-act", hashlib.sha256(repr(act).encode()).digest()))
    return digest.digest()


def acknowledgement_fields(said: Acknowledgement) -> dict[str, object]:
    """What the owner's statement says; each branch that begins so is a subject of its own."""
    left = said.point.left
    return {
        "subject": f"{SUBJECT}:{said.point.branch}",
        "from_branch": left.branch,
        "n": left.n,
        "hash": left.chain_hash.hex(),
        "labels_from": said.labels_from,
        "acts_from": said.acts_from,
        "digest": said.digest.hex(),
        "records": [record_id.hex() for record_id in said.record_ids],
        "reason": said.reason,
    }


def write_acknowledgement(said: Acknowledgement) -> str:
    """The text that the owner signs: canonical JSON."""
    return canonical_json(acknowledgement_fields(said))


def read_acknowledgement(text: str) -> Acknowledgement:
    """What a text of `write_acknowledgement` says. Raises ValueError for any other text."""
    value = json.loads(text)
    try:
        branch = int(value["subject"].removeprefix(f"{SUBJECT}:"))
        left = Checkpoint(int(value["from_branch"]), int(value["n"]), bytes.fromhex(value["hash"]))
        said = Acknowledgement(
            BranchPoint(branch, left),
            int(value["labels_from"]),
            int(value["acts_from"]),
            bytes.fromhex(value["digest"]),
            tuple(bytes.fromhex(each) for each in value["records"]),
            value["reason"],
        )
        known = write_acknowledgement(said) == text
    except (KeyError, TypeError, AttributeError):
        raise ValueError("no acknowledgement") from None
    if not known:
        raise ValueError("not in the one form")
    return said
