"""A new coded label for a waybill whose old label, or whose owner, is at hand: a new token and wrap, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.sealed_waybill import LabelWrap
from outlet_app.sealing import record_key, suite
from outlet_app.sealing.label_code import TOKEN_BYTES, LabelToken

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import SealedWaybill
    from outlet_app.sealing.owner_seed import OwnerSeed


@dataclass(frozen=True, slots=True, kw_only=True)
class Relabelled:
    """The wrap that takes the place of the waybill's old one, and the token for its new label."""

    wrap: LabelWrap
    token: LabelToken


def relabel_with_token(
    sealed: SealedWaybill, wrap: LabelWrap, token: LabelToken, *, outlet_id: bytes, serial: int
) -> Relabelled:
    """By the scan of the old label. `serial` must be above the old one's (ValueError).

    Raises KeyMismatch when the label is not the one that this wrap was made for.
    """
    if serial <= wrap.serial:
        raise ValueError("serials only rise")
    return _relabelled(sealed, record_key.key_by_label(token, sealed, wrap, outlet_id), outlet_id, serial)


def relabel_with_owner_key(sealed: SealedWaybill, seed: OwnerSeed, *, outlet_id: bytes, serial: int) -> Relabelled:
    """By the owner with card, when the old label is lost; `serial` must be one that this waybill never had.

    Raises KeyMismatch when the row is not what was sealed to this owner.
    """
    return _relabelled(sealed, record_key.key_by_owner(seed.opening_key, sealed, outlet_id), outlet_id, serial)


def _relabelled(sealed: SealedWaybill, key: bytes, outlet_id: bytes, serial: int) -> Relabelled:
    context = record_key.context_of(sealed, outlet_id)
    token = LabelToken(suite.random_bytes(TOKEN_BYTES))
    blob = record_key.wrap_to_label(token, key, sealed.details, context, serial)
    wrap = LabelWrap(record_id=context.record_id, version=context.version, serial=serial, wrap=blob)
    return Relabelled(wrap=wrap, token=token)
