"""Who settles which case of a waybill."""

from __future__ import annotations

import pytest

from outlet_app.domain.account import Account, Role
from outlet_app.domain.sealed_waybill import IN_SHOP, WaybillState
from outlet_app.domain.waybill_cases import CASES, CancelReason, CaseKind, LossReason, cases

CLERK = Account(b"c" * 16, "陈伟", Role.CLERK)
OWNER = Account(b"w" * 16, "王店主", Role.OWNER)
AT_THE_COUNTER = (CaseKind.CANCEL, CaseKind.SEND_BACK, CaseKind.FORWARD)


@pytest.mark.parametrize("state", sorted(IN_SHOP))
def test_whatever_happens_at_the_counter_needs_no_owner_but_the_loss_of_a_parcel(state: WaybillState) -> None:
    assert cases(state, CLERK) == AT_THE_COUNTER
    assert cases(state, OWNER) == (*AT_THE_COUNTER, CaseKind.LOSE)


def test_what_was_handed_over_can_be_refused_far_away_and_lost_on_its_way() -> None:
    assert cases(WaybillState.HANDED_OVER, CLERK) == (CaseKind.REFUSE,)
    assert cases(WaybillState.HANDED_OVER, OWNER) == (CaseKind.REFUSE, CaseKind.LOSE)


@pytest.mark.parametrize("state", [each for each in WaybillState if each not in IN_SHOP | {"handed_over"}])
def test_what_has_ended_otherwise_stays_as_it_is(state: WaybillState) -> None:
    assert cases(state, OWNER) == ()


def test_every_kind_of_case_has_its_row() -> None:
    assert set(CASES) == set(CaseKind)


def test_a_reason_says_one_thing_in_either_list() -> None:
    assert not {each.value for each in CancelReason} & {each.value for each in LossReason}
