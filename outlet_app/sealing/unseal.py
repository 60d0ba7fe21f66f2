"""One sealed waybill, with a label token or the owner's key, to its details: the only way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.sealing import details, record_key

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import LabelWrap, SealedWaybill
    from outlet_app.sealing.details import Details
    from outlet_app.sealing.label_code import LabelToken
    from outlet_app.sealing.owner_seed import OwnerSeed


def unseal_with_token(sealed: SealedWaybill, wrap: LabelWrap, token: LabelToken, *, outlet_id: bytes) -> Details:
    """By the scan of the label on the parcel.

    Raises KeyMismatch for another row, number, version, outlet, serial or label, or a changed bit.
    """
    return _unsealed(sealed, record_key.key_by_label(token, sealed, wrap, outlet_id), outlet_id)


def unseal_with_owner_key(sealed: SealedWaybill, seed: OwnerSeed, *, outlet_id: bytes) -> Details:
    """By the owner's password and card, without a label.

    Raises KeyMismatch for another row, number, version, outlet or owner, or a changed bit. After a new owner seed, a
    waybill that is not re-wrapped yet opens with the former seed.
    """
    return _unsealed(sealed, record_key.key_by_owner(seed.opening_key, sealed, outlet_id), outlet_id)


def _unsealed(sealed: SealedWaybill, key: bytes, outlet_id: bytes) -> Details:
    return details.unpack(record_key.unlock_details(key, sealed.details, record_key.context_of(sealed, outlet_id)))
