"""The key of one backup file, wrapped to the owner in the plain head of that file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.context import ctx
from outlet_app.errors import KeyMismatch
from outlet_app.sealing import suite

if TYPE_CHECKING:
    from outlet_app.domain.history import Checkpoint
    from outlet_app.sealing.owner_seed import OwnerSeed

WRAP_BYTES = suite.HPKE_OVERHEAD + 32 + 16


def wrap_backup_key(owner_public_key: bytes, outlet_id: bytes, at: Checkpoint, key: bytes, salt: bytes) -> bytes:
    """HPKE(OPK, BK 32 B | salt 16 B; ctx("backup", OID, branch, n, hash)), 96 bytes; `hash` is the whole 32 bytes."""
    return suite.hpke_seal(owner_public_key, key + salt, _context(outlet_id, at))


def open_backup_key(seed: OwnerSeed, at: Checkpoint, wrap: bytes) -> tuple[bytes, bytes]:
    """The backup's database key and salt.

    Raises KeyMismatch for another outlet, checkpoint or owner, or a changed bit.
    """
    if len(wrap) != WRAP_BYTES:
        raise KeyMismatch
    plain = seed.opening_key.hpke_open(wrap, _context(seed.outlet_id, at))
    return plain[:32], plain[32:]


def _context(outlet_id: bytes, at: Checkpoint) -> bytes:
    return ctx("backup", outlet_id, at.branch, at.n, at.chain_hash)
