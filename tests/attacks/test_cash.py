"""Money of the counter, kept by whoever takes it: what the record says of him, and what the owner is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.outlet_day import outlet_day
from outlet_app.domain.terms import Payment
from outlet_app.domain.waybill_cases import CancelReason
from outlet_app.ui.report_words import sayings
from tests.builders import draft
from tests.outlets import copy_of, make_outlet
from tests.paper.labels import text_of
from tests.services.arriving import arrival, arrive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from outlet_app.services import Services
    from tests.outlets import Outlet


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("cash"))


@pytest.fixture
def outlet(founded: Outlet, tmp_path: Path) -> Outlet:
    return copy_of(founded, tmp_path)


def lower_and_give_out(chen: Services) -> None:
    """The customer pays 88; the parcel was put right to nothing a moment before."""
    parcel = arrive(chen, cash_on_delivery="88")
    chen.arrivals.correct(parcel.record_id, arrival(cash_on_delivery=""))
    chen.collection.give_out(parcel.record_id, parcel.tail, cash_taken=False)


def take_back_and_forward(chen: Services) -> None:
    """Paid, taken back as if it were a slip, and written off to another place while the customer walks home with it."""
    parcel = arrive(chen, cash_on_delivery="88")
    chen.collection.give_out(parcel.record_id, parcel.tail, cash_taken=True)
    chen.collection.undo(parcel.record_id)
    chen.collection.forward(parcel.record_id)


def never_arrived(chen: Services) -> None:
    parcel = arrive(chen, cash_on_delivery="88")
    chen.arrivals.undo(parcel.record_id)


def cancelled_with_refund(chen: Services) -> None:
    accepted = chen.entry.accept(draft(fee="88", payment=Payment.PAID), None)
    chen.cases.cancel(accepted.record_id, CancelReason.SENDER_ASKED, refund=True)


@pytest.mark.parametrize("trick", [lower_and_give_out, take_back_and_forward, never_arrived, cancelled_with_refund])
def test_whoever_keeps_what_a_customer_paid_stands_on_the_day_sheet_with_the_sum(
    outlet: Outlet, trick: Callable[[Services], None]
) -> None:
    """In the sums of the day each of these was nothing, or lost among what everybody brought in."""
    chen = outlet.chen()
    trick(chen)
    chen.session.sign_out()
    owner = outlet.owner()
    day = outlet_day(outlet.clock())
    assert owner.day_end.account(day).total.cash.drawer_fen == 0
    told = "|".join(text_of(owner.reports.day_sheet(day, sayings()).pages))
    part = told[told.index("退款、改少和未收的款") : told.index("快递公司|")]
    assert "陈伟" in part
    assert part.count("¥88.00") >= 1
    outlet.entrance.close()
