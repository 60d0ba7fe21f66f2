"""The owner seed OS: the one secret behind every waybill's owner wrap and every owner statement."""

from __future__ import annotations

from outlet_app.domain.context import ctx
from outlet_app.sealing import suite

SEED_BYTES = 32


class OwnerSeed:
    """OS, 32 bytes, and the two keys it gives. It is open for one act or one dialog, then dropped. Hides in `repr`.

    `opening_key` (OSK) opens what is sealed to `public_key` (OPK); `signing_key` (OGK) signs owner statements, which
    `verify_key` (OVK) verifies.
    """

    __slots__ = ("opening_key", "outlet_id", "secret", "signing_key")

    def __init__(self, outlet_id: bytes, secret: bytes) -> None:
        if len(secret) != SEED_BYTES:
            raise ValueError("an owner seed has 32 bytes")
        self.outlet_id = outlet_id
        self.secret = secret
        self.opening_key = suite.OpeningKey(suite.derive(secret, ctx("owner-sealing-key", outlet_id)))
        self.signing_key = suite.SigningKey(suite.derive(secret, ctx("owner-signing-key", outlet_id)))

    @property
    def public_key(self) -> bytes:
        """OPK, 32 bytes."""
        return self.opening_key.public_key

    @property
    def verify_key(self) -> bytes:
        """OVK, 32 bytes."""
        return self.signing_key.verify_key

    def __repr__(self) -> str:
        return "OwnerSeed(…)"


def new_owner_seed(outlet_id: bytes) -> OwnerSeed:
    """A seed that nobody has had before."""
    return OwnerSeed(outlet_id, suite.random_bytes(SEED_BYTES))
