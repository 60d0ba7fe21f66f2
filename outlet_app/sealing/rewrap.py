"""Owner wraps after the owner seed was replaced, and the test whether a row's wrap opens at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.errors import KeyMismatch
from outlet_app.sealing import record_key

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import SealedWaybill
    from outlet_app.sealing.owner_seed import OwnerSeed


def owner_wrap_opens(sealed: SealedWaybill, seed: OwnerSeed, *, outlet_id: bytes) -> bool:
    """Whether W1 of this row opens with the owner's key: a row sealed to a planted key does not."""
    try:
        record_key.key_by_owner(seed.opening_key, sealed, outlet_id)
    except KeyMismatch:
        return False
    return True


def rewrap_for_owner(sealed: SealedWaybill, former: OwnerSeed, new: OwnerSeed, *, outlet_id: bytes) -> bytes:
    """A new W1, 80 bytes, from the former owner seed to the new one; the details stay as they are.

    Raises KeyMismatch when the former seed does not open the row.
    """
    key = record_key.key_by_owner(former.opening_key, sealed, outlet_id)
    context = record_key.context_of(sealed, outlet_id)
    return record_key.wrap_to_owner(new.public_key, key, sealed.details, context)
