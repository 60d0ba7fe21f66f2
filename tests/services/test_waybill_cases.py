"""Cancelled, sent back, forwarded, refused, lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.domain.terms import Payment
from outlet_app.domain.waybill_cases import CancelReason, CaseKind, LossReason
from outlet_app.errors import HistoryBroken, NotPermitted, ParcelHasLeft
from outlet_app.services.record_check import RecordState
from outlet_app.store import label_wraps, waybills
from tests.builders import draft
from tests.services.handing import handed_over, listed, parcel
from tests.services.revealing import told
from tests.services.scanning import edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from outlet_app.services import Services
    from outlet_app.services.waybill_cases import CaseDone
    from tests.outlets import Outlet

ENDS: dict[str, Callable[[Services, bytes], CaseDone]] = {
    "cancelled": lambda services, record_id: services.cases.cancel(record_id, CancelReason.MISTAKE, refund=False),
    "returned": lambda services, record_id: services.cases.send_back(record_id),
    "forwarded": lambda services, record_id: services.cases.forward(record_id),
    "lost": lambda services, record_id: services.cases.lose(record_id, LossReason.DESTROYED),
}


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    """The owner is signed in."""
    services = outlet.owner()
    yield services
    services.session.store.close()


@pytest.mark.parametrize("end", ENDS)
def test_what_ends_in_the_shop_ends_its_label_and_comes_off_its_list(owner: Services, end: str) -> None:
    standing, (made, _) = listed(owner)
    assert ENDS[end](owner, made.record_id).number == made.number
    kept = waybills.by_id(owner.session.store.reader, made.record_id)
    assert kept is not None
    assert (kept.state, kept.left_at) == (WaybillState(end), owner.session.clock())
    assert kept.masked.recipient.road == ""
    assert label_wraps.of(owner.session.store.reader, made.record_id) is None
    assert owner.scans.take(made.text).outcome is ScanOutcome.CLOSED
    assert [kind for kind, _ in told(owner, made.record_id)[-3:-1]] == ["unlisted", end]
    assert owner.hand_over.close(standing.list_id, None).list.count == 1


@pytest.mark.parametrize("end", ENDS)
def test_what_has_left_is_not_ended_again(owner: Services, end: str) -> None:
    made = parcel(owner)
    ENDS[end](owner, made.record_id)
    for again in ENDS.values():
        with pytest.raises(ParcelHasLeft):
            again(owner, made.record_id)
    assert owner.cases.may(made.record_id) == ()


@pytest.mark.parametrize(("payment", "paid"), [(Payment.PAID, 1230), (Payment.MONTHLY, 0), (Payment.COLLECT, 0)])
def test_a_cancelled_waybill_gives_back_to_the_fen_what_was_paid(chen: Services, payment: Payment, paid: int) -> None:
    first, second = (parcel(chen, payment=payment, fee="12.30").record_id for _ in range(2))
    assert chen.cases.refund_due(first) == paid
    assert chen.cases.cancel(first, CancelReason.SENDER_ASKED, refund=True).refund_fen == paid
    assert chen.cases.cancel(second, CancelReason.NOT_TAKEN, refund=False).refund_fen == 0
    facts = {"payment": payment.value, "fee_fen": 1230}
    assert told(chen, first)[-1] == ("cancelled", {"reason": "sender_asked", "refund_fen": paid, **facts})
    assert told(chen, second)[-1] == ("cancelled", {"reason": "not_taken", "refund_fen": 0, **facts})


def test_a_clerk_settles_what_stands_at_the_counter_and_writes_nothing_off(chen: Services) -> None:
    made = parcel(chen)
    assert chen.cases.may(made.record_id) == (CaseKind.CANCEL, CaseKind.SEND_BACK, CaseKind.FORWARD)
    with pytest.raises(NotPermitted):
        chen.cases.lose(made.record_id, LossReason.NOT_FOUND)


def test_what_was_handed_over_can_be_refused_and_lost_and_stays_gone(owner: Services) -> None:
    record_id = handed_over(owner)
    left_at = owner.session.clock()
    assert owner.cases.may(record_id) == (CaseKind.REFUSE, CaseKind.LOSE)
    owner.cases.refuse(record_id)
    owner.cases.lose(record_id, LossReason.ON_THE_WAY)
    kept = waybills.by_id(owner.session.store.reader, record_id)
    assert kept is not None
    assert (kept.state, kept.left_at) == (WaybillState.LOST, left_at)
    assert told(owner, record_id)[-2:] == [("refused", {}), ("lost", {"reason": "on_the_way"})]
    assert waybills.sealed(owner.session.store.reader, record_id).masked.record_id == record_id
    assert owner.cases.may(record_id) == ()


def test_a_label_without_code_ends_with_its_parcel_and_leaves_nothing_to_forget(outlet: Outlet, chen: Services) -> None:
    accepted = chen.entry.accept(draft(), None)
    chen.cases.send_back(accepted.record_id)
    outlet.clock.move(minutes=11)
    assert chen.printing_desk.drop_expired() == 0
    chen.session.sign_out()


def test_a_waybill_whose_row_was_changed_is_told_and_not_settled(chen: Services) -> None:
    made = parcel(chen)
    edit(chen, "UPDATE waybills SET fee_fen = 99900 WHERE record_id = ?", made.record_id)
    with pytest.raises(HistoryBroken):
        chen.cases.cancel(made.record_id, CancelReason.SENDER_ASKED, refund=True)
    assert chen.session.record_state() is RecordState.BROKEN


def test_a_waybill_that_is_not_there_is_no_case(chen: Services) -> None:
    with pytest.raises(KeyError):
        chen.cases.may(bytes(16))
