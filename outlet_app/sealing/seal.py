"""A waybill to a sealed waybill, its label wrap and its label token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.sealed_waybill import LabelWrap, MaskedWaybill, SealedWaybill
from outlet_app.sealing import details, record_key, suite
from outlet_app.sealing.label_code import TOKEN_BYTES, LabelToken

if TYPE_CHECKING:
    from outlet_app.domain.waybill import Waybill


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """What sealing leaves: the row, the label's wrap (a table of its own), and the token that goes on the label only.

    The token is the one thing here that must never be stored.
    """

    waybill: SealedWaybill
    wrap: LabelWrap
    token: LabelToken


def seal(
    waybill: Waybill,
    masked: MaskedWaybill,
    *,
    outlet_id: bytes,
    owner_public_key: bytes,
    serial: int = 1,
    carrier_public_key: bytes | None = None,
) -> Sealed:
    """Seal the personal details of `waybill` under a new record key, and wrap that to the owner and a new label token.

    Where the owner set a carrier's key, the record key is wrapped to that too. `owner_public_key` must be the OPK of
    the signed-in account's own grant. `serial` is the how-manieth coded label of this waybill.

    Raises InvalidDraft when the details are longer than 2,046 bytes, and ValueError when `masked` is another waybill's.
    """
    if (masked.record_id, masked.version, masked.number) != (waybill.record_id, waybill.version, waybill.number):
        raise ValueError("the masked waybill is another one")
    context = record_key.RecordContext(outlet_id, waybill.record_id, waybill.version, waybill.number)
    key = suite.random_bytes(suite.KEY_BYTES)
    locked = record_key.lock_details(key, details.pack(_details(waybill)), context)
    token = LabelToken(suite.random_bytes(TOKEN_BYTES))
    label_wrap = record_key.wrap_to_label(token, key, locked, context, serial)
    return Sealed(
        waybill=SealedWaybill(
            masked=masked,
            details=locked,
            owner_wrap=record_key.wrap_to_owner(owner_public_key, key, locked, context),
            carrier_wrap=_carrier_wrap(carrier_public_key, key, locked, context),
            masked_salt=suite.random_bytes(suite.SALT_BYTES),
            road_salt=suite.random_bytes(suite.SALT_BYTES),
        ),
        wrap=LabelWrap(record_id=waybill.record_id, version=waybill.version, serial=serial, wrap=label_wrap),
        token=token,
    )


def _carrier_wrap(
    carrier_public_key: bytes | None, key: bytes, locked: bytes, context: record_key.RecordContext
) -> bytes | None:
    if carrier_public_key is None:
        return None
    return record_key.wrap_to_carrier(carrier_public_key, key, locked, context)


def _details(waybill: Waybill) -> details.Details:
    return details.Details(
        sender=waybill.sender, recipient=waybill.recipient, contents=waybill.contents, remark=waybill.remark
    )
