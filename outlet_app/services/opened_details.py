"""Opened details as a person is given them: one field of them, or the form they were typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.amounts import kilograms, yuan
from outlet_app.domain.draft import PartyDraft, WaybillDraft
from outlet_app.domain.reveal_terms import RevealField

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.party import Party
    from outlet_app.domain.sealed_waybill import MaskedWaybill
    from outlet_app.sealing.details import Details


_TEXTS: dict[RevealField, Callable[[Details], str]] = {
    RevealField.RECIPIENT_PHONE: lambda details: details.recipient.full_phone,
    RevealField.RECIPIENT_NAME: lambda details: details.recipient.name,
    RevealField.RECIPIENT_ADDRESS: lambda details: details.recipient.address,
    RevealField.SENDER_PHONE: lambda details: details.sender.full_phone,
    RevealField.SENDER_NAME: lambda details: details.sender.name,
    RevealField.SENDER_ADDRESS: lambda details: details.sender.address,
    RevealField.CONTENTS: lambda details: details.contents,
    RevealField.REMARK: lambda details: details.remark,
}


def field_text(details: Details, field: RevealField) -> str:
    """One field, whole and in the customer's own characters; empty where nothing was typed."""
    return _TEXTS[field](details)


def draft_of(masked: MaskedWaybill, details: Details) -> WaybillDraft:
    """The accept form as it was typed for this waybill, both ticks set."""
    return WaybillDraft(
        carrier=masked.carrier,
        service=masked.service,
        number=masked.number,
        sender=_party(details.sender),
        recipient=_party(details.recipient),
        category=masked.category,
        contents=details.contents,
        remark=details.remark,
        weight=kilograms(masked.weight_g),
        payment=masked.payment,
        fee=amount(masked.fee_fen),
        cash_on_delivery=amount(masked.cod_fen),
        declared_value=amount(masked.declared_fen),
        inspected=True,
        real_name_checked=True,
    )


def amount(amount_fen: int) -> str:
    """Money in fen as it is typed, in yuan; empty for none."""
    return yuan(amount_fen) if amount_fen else ""


def _party(party: Party) -> PartyDraft:
    return PartyDraft(
        name=party.name,
        phone=party.full_phone,
        province=party.province,
        city=party.city,
        district=party.district,
        detail=party.detail,
    )
