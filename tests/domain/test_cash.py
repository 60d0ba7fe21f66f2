"""Money counted from acts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.activity import Act
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.cash import NO_CASH, Cash, cash_by_person, cash_by_record, cash_of, lowered_fen
from outlet_app.domain.context import canonical_json

CHEN, LIN = b"c" * 16, b"l" * 16
ONE, OTHER = b"1" * 16, b"2" * 16


def _act(kind: Kind, account_id: bytes = CHEN, record_id: bytes = ONE, **said: str | int) -> Act:
    return Act(1, 0, account_id, "counter", kind.value, record_id, canonical_json(said), b"", None)


@pytest.mark.parametrize(
    ("payment", "cash"),
    [("paid", Cash(fees_fen=1200)), ("monthly", Cash(monthly_fen=1200)), ("collect", NO_CASH)],
)
def test_only_what_the_sender_pays_now_is_cash_at_acceptance(payment: str, cash: Cash) -> None:
    assert cash_of(_act(Kind.ACCEPTED, payment=payment, fee_fen=1200)) == cash


@pytest.mark.parametrize(
    ("said", "cash"),
    [
        ({"payment": "paid", "fee_fen": 1500}, NO_CASH),
        ({"payment": "paid", "fee_fen": 1500, "was_fee_fen": 1200}, Cash(corrections_fen=300)),
        ({"payment": "paid", "fee_fen": 900, "was_fee_fen": 1200}, Cash(corrections_fen=-300)),
        ({"payment": "collect", "fee_fen": 900, "was_payment": "paid"}, Cash(corrections_fen=-900)),
        (
            {"payment": "monthly", "fee_fen": 900, "was_payment": "paid", "was_fee_fen": 1200},
            Cash(corrections_fen=-1200, monthly_fen=900),
        ),
    ],
)
def test_a_correction_moves_its_own_difference_and_nothing_else(said: dict[str, str | int], cash: Cash) -> None:
    assert cash_of(_act(Kind.CORRECTED, **said)) == cash


def test_a_correction_counts_for_who_made_it() -> None:
    acts = [
        _act(Kind.ACCEPTED, CHEN, payment="paid", fee_fen=1200),
        _act(Kind.CORRECTED, LIN, payment="paid", fee_fen=1000, was_fee_fen=1200),
    ]
    assert cash_by_person(acts) == {CHEN: Cash(fees_fen=1200), LIN: Cash(corrections_fen=-200)}
    assert cash_by_record(acts) == {ONE: Cash(fees_fen=1200, corrections_fen=-200)}


@pytest.mark.parametrize("said", [{}, {"fee_fen": 1200}, {"payment": "paid"}, {"payment": "paid", "fee_fen": "12"}])
@pytest.mark.parametrize("kind", [Kind.ACCEPTED, Kind.CORRECTED])
def test_an_act_that_does_not_say_what_was_paid_is_counted_as_untold_and_moves_nothing(
    kind: Kind, said: dict[str, str | int]
) -> None:
    cash = cash_of(_act(kind, **said))
    assert (cash, cash.drawer_fen) == (Cash(untold=1), 0)


def test_a_later_correction_of_a_waybill_from_before_counts_its_difference_once() -> None:
    former = _act(Kind.ACCEPTED)
    later = _act(Kind.CORRECTED, payment="paid", fee_fen=1500, was_fee_fen=1200)
    assert cash_by_record([former, later]) == {ONE: Cash(corrections_fen=300, untold=1)}


def test_what_is_collected_and_given_back_again_leaves_nothing() -> None:
    taken = _act(Kind.COLLECTED, cod_fen=8800, collect_fen=1000)
    undone = _act(Kind.COLLECTION_UNDONE, cod_fen=8800, collect_fen=1000)
    assert cash_of(taken) == Cash(on_delivery_fen=8800, collect_fen=1000)
    assert cash_of(taken).drawer_fen == 9800
    assert cash_of(taken) + cash_of(undone) == NO_CASH


def test_a_refund_leaves_the_drawer_and_a_monthly_one_the_months_sum() -> None:
    assert cash_of(_act(Kind.CANCELLED, payment="paid", refund_fen=1200)) == Cash(refunds_fen=-1200)
    monthly = _act(Kind.CANCELLED, payment="monthly", fee_fen=1200, refund_fen=0)
    assert cash_of(monthly) == Cash(monthly_fen=-1200)
    assert cash_of(_act(Kind.CANCELLED, payment="collect", refund_fen=0)) == NO_CASH
    assert cash_of(_act(Kind.CANCELLED)) == NO_CASH


_MONEY = st.integers(0, 10**7)
_PAYMENTS = st.sampled_from(["paid", "monthly", "collect"])
_SAID = st.fixed_dictionaries(
    {},
    optional={
        "payment": _PAYMENTS,
        "was_payment": _PAYMENTS,
        **dict.fromkeys(("fee_fen", "was_fee_fen", "refund_fen", "cod_fen", "collect_fen"), _MONEY),
    },
)
_ACTS = st.lists(
    st.builds(
        lambda kind, who, what, said: _act(kind, who, what, **said),
        st.sampled_from(list(Kind)),
        st.binary(min_size=16, max_size=16) | st.sampled_from([CHEN, LIN]),
        st.sampled_from([ONE, OTHER]),
        _SAID,
    ),
    max_size=40,
)


@given(_ACTS)
def test_what_people_moved_is_what_parcels_moved(acts: list[Act]) -> None:
    by_person = sum(cash_by_person(acts).values(), NO_CASH)
    assert by_person == sum(cash_by_record(acts).values(), NO_CASH)
    assert by_person.drawer_fen == sum(cash_of(act).drawer_fen for act in acts)


@given(st.lists(st.tuples(_PAYMENTS, _MONEY), min_size=1, max_size=10))
def test_however_often_terms_change_the_drawer_holds_what_stands_last(terms: list[tuple[str, int]]) -> None:
    acts = [_act(Kind.ACCEPTED, payment=terms[0][0], fee_fen=terms[0][1])]
    for (was_payment, was_fee), (payment, fee) in pairwise(terms):
        was: dict[str, str | int] = {"was_payment": was_payment} if was_payment != payment else {}
        was |= {"was_fee_fen": was_fee} if was_fee != fee else {}
        acts.append(_act(Kind.CORRECTED, payment=payment, fee_fen=fee, **was))
    payment, fee = terms[-1]
    moved = cash_by_record(acts).get(ONE, NO_CASH)
    assert moved.drawer_fen == (fee if payment == "paid" else 0)
    assert moved.monthly_fen == (fee if payment == "monthly" else 0)


@pytest.mark.parametrize(
    ("kind", "said", "fen"),
    [
        (Kind.ARRIVAL_CORRECTED, {"cod_fen": 0, "was_cod_fen": 8800}, 8800),
        (Kind.ARRIVAL_CORRECTED, {"cod_fen": 8800, "was_cod_fen": 0}, 0),
        (Kind.ARRIVAL_CORRECTED, {"collect_fen": 500, "was_collect_fen": 900, "cod_fen": 1, "was_cod_fen": 0}, 399),
        (Kind.COLLECTION_UNDONE, {"cod_fen": 8800, "collect_fen": 100}, 8900),
        (Kind.FORWARDED, {"cod_fen": 8800}, 8800),
        (Kind.ARRIVAL_UNDONE, {"collect_fen": 700}, 700),
        (Kind.CORRECTED, {"payment": "monthly", "fee_fen": 900, "was_payment": "paid"}, 900),
        (Kind.CANCELLED, {"payment": "paid", "refund_fen": 1200}, 1200),
        (Kind.COLLECTED, {"cod_fen": 8800}, 0),
        (Kind.SEARCHED, {"cod_fen": 8800}, 0),
    ],
)
def test_every_way_to_hand_less_to_the_drawer_is_known(kind: Kind, said: dict[str, str | int], fen: int) -> None:
    assert lowered_fen(_act(kind, **said)) == fen
