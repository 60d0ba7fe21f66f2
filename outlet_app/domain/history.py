"""The chain under the activity record: each act's hash holds all acts before it. hashlib only."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.context import ctx
from outlet_app.errors import HistoryBroken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.activity import Act


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How far the record had come at one moment: branch, the last act's number, and its 32-byte hash.

    `branch` rises with each restore that the owner signed. Act 0 is the outlet's genesis.
    """

    branch: int
    n: int
    chain_hash: bytes


def genesis(outlet_id: bytes) -> bytes:
    """The hash before the first act, 32 bytes: no two outlets share a record's beginning."""
    return hashlib.sha256(b"\x00" + ctx("genesis", outlet_id)).digest()


def next_hash(previous: bytes, act: Act) -> bytes:
    """The hash that act must carry when it follows `previous`; computed from the columns, not from a copy of them."""
    body = ctx("act", act.n, act.at_ms, act.account_id, act.station, act.kind, act.record_id or b"", act.detail)
    return hashlib.sha256(b"\x01" + previous + body).digest()


def is_next(previous: bytes, act: Act) -> bool:
    """Whether the act bears the hash of one that follows `previous`.

    Columns that no act of ours has, such as a time before 1970, cannot even be hashed, and follow from nothing.
    """
    try:
        return next_hash(previous, act) == act.chain_hash
    except (ValueError, OverflowError):
        return False


def signed_text(outlet_id: bytes, n: int, chain_hash: bytes) -> bytes:
    """What an account signs at the end of each of its transactions: the last act's number and hash."""
    return ctx("acts", outlet_id, n, chain_hash)


def verify_chain(start: Checkpoint, acts: Iterable[Act]) -> Checkpoint:
    """Follow `acts` from `start` and return the checkpoint they end in.

    Raises HistoryBroken(n) at the first act that is missing, out of order or not what was hashed.
    """
    n, chain_hash = start.n, start.chain_hash
    for act in acts:
        n += 1
        if act.n != n or not is_next(chain_hash, act):
            raise HistoryBroken(n)
        chain_hash = act.chain_hash
    return Checkpoint(start.branch, n, chain_hash)
