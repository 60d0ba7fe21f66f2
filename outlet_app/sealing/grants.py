"""What an account holds beside its password: the grant under its account key, and the escrow of that key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.context import ctx
from outlet_app.errors import KeyMismatch
from outlet_app.sealing import suite

if TYPE_CHECKING:
    from outlet_app.sealing.owner_seed import OwnerSeed

DATABASE_KEY_BYTES = 32
DATABASE_SALT_BYTES = 16
LABEL_KEY_BYTES = 32

_GRANT_BYTES = 8 + 32 + 16 + 32 + 32 + 32


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Grant:
    """What every signed-in account may use. All are 32 bytes but `database_salt`, 16; hides in `repr`."""

    epoch: int
    database_key: bytes
    database_salt: bytes
    owner_public_key: bytes
    owner_verify_key: bytes
    label_key: bytes

    def __repr__(self) -> str:
        return f"Grant(epoch {self.epoch})"


def lock_grant(account_key: bytes, outlet_id: bytes, account_id: bytes, grant: Grant) -> bytes:
    """box(AK, epoch 8 B | DBK 32 | DB salt 16 | OPK 32 | OVK 32 | LMK 32), 181 bytes."""
    plain = b"".join(
        (
            grant.epoch.to_bytes(8, "big"),
            grant.database_key,
            grant.database_salt,
            grant.owner_public_key,
            grant.owner_verify_key,
            grant.label_key,
        )
    )
    return suite.box(account_key, plain, ctx("grant", outlet_id, account_id, grant.epoch))


def open_grant(account_key: bytes, outlet_id: bytes, account_id: bytes, epoch: int, blob: bytes) -> Grant:
    """What `lock_grant` locked for this account and epoch.

    Raises KeyMismatch.
    """
    plain = suite.unbox(account_key, blob, ctx("grant", outlet_id, account_id, epoch))
    if len(plain) != _GRANT_BYTES or int.from_bytes(plain[:8], "big") != epoch:
        raise KeyMismatch
    return Grant(
        epoch=epoch,
        database_key=plain[8:40],
        database_salt=plain[40:56],
        owner_public_key=plain[56:88],
        owner_verify_key=plain[88:120],
        label_key=plain[120:152],
    )


def lock_escrow(seed: OwnerSeed, account_id: bytes, account_key: bytes) -> bytes:
    """The account key under the owner seed, 61 bytes, so that grants can be renewed without anybody's password."""
    return _lock(seed, ctx("escrow", seed.outlet_id, account_id), account_key)


def open_escrow(seed: OwnerSeed, account_id: bytes, blob: bytes) -> bytes:
    """The account key.

    Raises KeyMismatch.
    """
    return _open(seed, ctx("escrow", seed.outlet_id, account_id), blob)


def lock_label_key(seed: OwnerSeed, label_key: bytes) -> bytes:
    """The label key under the owner seed, 61 bytes."""
    return _lock(seed, ctx("label-key", seed.outlet_id), label_key)


def open_label_key(seed: OwnerSeed, blob: bytes) -> bytes:
    """The label key.

    Raises KeyMismatch.
    """
    return _open(seed, ctx("label-key", seed.outlet_id), blob)


def lock_former_seed(seed: OwnerSeed, former: OwnerSeed) -> bytes:
    """The former owner seed under the new one, 61 bytes, while owner wraps are moved."""
    return _lock(seed, ctx("former-seed", seed.outlet_id), former.secret)


def open_former_seed(seed: OwnerSeed, blob: bytes) -> bytes:
    """The former owner seed's 32 bytes.

    Raises KeyMismatch.
    """
    return _open(seed, ctx("former-seed", seed.outlet_id), blob)


def _lock(seed: OwnerSeed, context: bytes, plain: bytes) -> bytes:
    return suite.box(suite.derive(seed.secret, context), plain, context)


def _open(seed: OwnerSeed, context: bytes, blob: bytes) -> bytes:
    return suite.unbox(suite.derive(seed.secret, context), blob, context)
