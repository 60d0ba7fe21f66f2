"""Sealed details, opened: the one use case that shows what a label hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.amounts import kilograms, yuan
from outlet_app.domain.draft import PartyDraft, WaybillDraft
from outlet_app.errors import NothingToCorrect
from outlet_app.sealing.label_code import LabelCode, read_code
from outlet_app.sealing.unseal import unseal_with_token
from outlet_app.store import label_wraps, waybills
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.domain.party import Party
    from outlet_app.domain.sealed_waybill import MaskedWaybill
    from outlet_app.sealing.details import Details
    from outlet_app.services.session import Session


class Reveal:
    """The use case of opening one waybill."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open_for_correction(self, record_id: bytes) -> WaybillDraft:
        """The form of a waybill that this session accepted less than ten minutes ago, as it was typed.

        Opened with the label token the session still holds, so it is no reveal; one act, durable before the first
        character is returned. Raises NotPermitted, NothingToCorrect, HistoryBroken when the row is not what was
        recorded.
        """
        session = self._session
        session.require(Permission.ACCEPT)
        kept = session.labels.with_code(record_id, session.clock())
        wrap = label_wraps.of(session.store.reader, record_id)
        code = None if kept is None or kept.code_text is None else read_code(kept.code_text)
        if wrap is None or not isinstance(code, LabelCode):
            raise NothingToCorrect
        sealed = waybills.sealed(session.store.reader, record_id)
        session.write(Entry(Activity(ActivityKind.OPENED_FOR_CORRECTION, record_id)))
        details = unseal_with_token(sealed, wrap, code.token, outlet_id=session.outlet_id)
        return _draft(sealed.masked, details)


def _draft(masked: MaskedWaybill, details: Details) -> WaybillDraft:
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
        fee=_amount(masked.fee_fen),
        cash_on_delivery=_amount(masked.cod_fen),
        declared_value=_amount(masked.declared_fen),
        inspected=True,
        real_name_checked=True,
    )


def _party(party: Party) -> PartyDraft:
    return PartyDraft(
        name=party.name,
        phone=party.full_phone,
        province=party.province,
        city=party.city,
        district=party.district,
        detail=party.detail,
    )


def _amount(amount_fen: int) -> str:
    return yuan(amount_fen) if amount_fen else ""
