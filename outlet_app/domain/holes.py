"""Holes in the record: acts that a damaged disk took, and that the owner stated as lost."""

from __future__ import annotations

import json
from dataclasses import dataclass

from outlet_app.domain.context import canonical_json

SUBJECT = "acts-lost"
"""The first word of such a statement's subject."""

_HASH_BYTES = 32


@dataclass(frozen=True, slots=True)
class Hole:
    """The acts `first` to `last` are lost; the record goes on behind `last`, whose hash (32 bytes) was still known.

    A signature behind it proves that hash.
    """

    first: int
    last: int
    chain_hash: bytes

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last or len(self.chain_hash) != _HASH_BYTES:
            raise ValueError("a hole has a first and a last act, and a hash of 32 bytes")

    def holds(self, n: int) -> bool:
        """Whether act `n` is among the lost."""
        return self.first <= n <= self.last


def hole_fields(hole: Hole) -> dict[str, object]:
    """What the owner's statement says of a hole; each hole is a subject of its own."""
    return {
        "subject": f"{SUBJECT}:{hole.first}",
        "last": hole.last,
        "hash": hole.chain_hash.hex(),
    }


def write_hole(hole: Hole) -> str:
    """The text that the owner signs: canonical JSON."""
    return canonical_json(hole_fields(hole))


def read_hole(text: str) -> Hole:
    """The hole that a text of `write_hole` tells of. Raises ValueError for any other text."""
    value = json.loads(text)
    try:
        first = int(value["subject"].removeprefix(f"{SUBJECT}:"))
        hole = Hole(first, int(value["last"]), bytes.fromhex(value["hash"]))
    except (KeyError, TypeError, AttributeError):
        raise ValueError("no hole") from None
    if write_hole(hole) != text:
        raise ValueError("not in the one form")
    return hole
