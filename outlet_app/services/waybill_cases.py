"""What a waybill lives through beside its hand-over: cancelled, sent back, forwarded, refused, lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.sealed_waybill import IN_SHOP, WaybillState
from outlet_app.domain.terms import Payment
from outlet_app.domain.waybill_cases import CASES, CaseKind, cases
from outlet_app.errors import HistoryBroken, ParcelHasLeft
from outlet_app.store import handover_lists, waybill_ends, waybills
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.domain.activity import Detail
    from outlet_app.domain.sealed_waybill import MaskedWaybill, SealedWaybill
    from outlet_app.domain.waybill_cases import CancelReason, LossReason
    from outlet_app.services.session import Session


@dataclass(frozen=True, slots=True)
class CaseDone:
    """The waybill whose case was settled, and what is to be given back for it, in fen."""

    number: str
    refund_fen: int = 0


class WaybillCases:
    """The use case of the odd cases. What leaves the shop by one is taken off its list, and its label ends.

    Every method raises SessionLocked, NotPermitted, ParcelHasLeft where the waybill's state allows the case no more,
    HistoryBroken when its row is not what its acts say, KeyError for no waybill.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def may(self, record_id: bytes) -> tuple[CaseKind, ...]:
        """What this person may do with the waybill as it stands now, in the order in which it is offered."""
        session = self._session
        session.require(CASES[CaseKind.CANCEL].permission)
        return cases(waybill_ends.state(session.store.reader, record_id), session.account)

    def refund_due(self, record_id: bytes) -> int:
        """What a cancelled waybill gives back, in fen: the fee that was paid at the counter, else nothing."""
        return _paid_fen(self._row(record_id, CaseKind.CANCEL).masked)

    def cancel(self, record_id: bytes, reason: CancelReason, *, refund: bool) -> CaseDone:
        """The sender takes the parcel back before it was handed over; with `refund`, `refund_due` is given back."""
        row = self._row(record_id, CaseKind.CANCEL)
        masked = row.masked
        back = _paid_fen(masked) if refund else 0
        facts: Detail = {
            "reason": reason.value,
            "payment": masked.payment.value,
            "fee_fen": masked.fee_fen,
            "refund_fen": back,
        }
        self._end(row, WaybillState.CANCELLED, facts)
        return CaseDone(masked.number, back)

    def send_back(self, record_id: bytes) -> CaseDone:
        """The parcel goes back to its sender as it is; nothing is paid back. Where something is, it is cancelled."""
        row = self._row(record_id, CaseKind.SEND_BACK)
        self._end(row, WaybillState.RETURNED, {})
        return CaseDone(row.masked.number)

    def forward(self, record_id: bytes) -> CaseDone:
        """Another outlet or carrier takes the parcel by hand, without a list."""
        row = self._row(record_id, CaseKind.FORWARD)
        self._end(row, WaybillState.FORWARDED, {})
        return CaseDone(row.masked.number)

    def refuse(self, record_id: bytes) -> CaseDone:
        """Note what the carrier told: the recipient did not take it. It is shelved when it arrives here."""
        row = self._row(record_id, CaseKind.REFUSE)
        self._session.write(Entry(Activity(ActivityKind.REFUSED, record_id)))
        return CaseDone(row.masked.number)

    def lose(self, record_id: bytes, reason: LossReason) -> CaseDone:
        """The owner writes the parcel off, whether it stood here or was handed over."""
        row = self._row(record_id, CaseKind.LOSE)
        facts: Detail = {"reason": reason.value}
        if waybill_ends.state(self._session.store.reader, record_id) in IN_SHOP:
            self._end(row, WaybillState.LOST, facts)
        else:
            self._session.write(waybill_ends.lost_later(record_id, facts))
        return CaseDone(row.masked.number)

    def _row(self, record_id: bytes, kind: CaseKind) -> SealedWaybill:
        """The row, checked against its acts, of a waybill that this case can still come up for."""
        session, case = self._session, CASES[kind]
        session.require(case.permission)
        try:
            row = waybills.sealed(session.store.reader, record_id)
            state = waybill_ends.state(session.store.reader, record_id)
        except HistoryBroken:
            session.tell_odd_row(record_id)
            raise
        if state not in case.states:
            raise ParcelHasLeft(row.masked.number)
        return row

    def _end(self, row: SealedWaybill, state: WaybillState, facts: Detail) -> None:
        session, record_id = self._session, row.masked.record_id
        standing = handover_lists.holding(session.store.reader, record_id)
        item = None if standing is None else handover_lists.item(session.store.reader, standing.list_id, record_id)
        entries: list[Entry] = []
        if standing is not None and item is not None:
            entries.append(handover_lists.unlisted(standing.list_id, standing.number, record_id, item.thing))
        session.write(*entries, waybill_ends.ended(row, state, session.clock(), facts))
        session.end_labels({record_id})


def _paid_fen(masked: MaskedWaybill) -> int:
    return masked.fee_fen if masked.payment is Payment.PAID else 0
