"""A day's acts read for its end."""

from __future__ import annotations

from datetime import UTC, datetime
from operator import attrgetter

from outlet_app.domain.activity import Act
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.context import canonical_json
from outlet_app.domain.day_account import CarrierDay, ClosedListLine, Count, Traffic
from outlet_app.domain.day_reading import (
    OF_OUTLET,
    OF_SHIFT,
    carrier_days,
    closed_lists,
    count_traffic,
    last_counts,
    last_ends,
)

CHEN, LIN = b"c" * 16, b"l" * 16
ONE, OTHER = b"1" * 16, b"2" * 16
NOON_MS, NOON = 1_795_320_000_000, datetime.fromtimestamp(1_795_320_000, UTC)


def _act(kind: Kind, record_id: bytes | None = ONE, account_id: bytes = CHEN, **said: str | int) -> Act:
    return Act(1, NOON_MS, account_id, "counter", kind.value, record_id, canonical_json(said), b"", None)


def test_what_was_undone_is_not_counted() -> None:
    acts = [
        _act(Kind.ARRIVED),
        _act(Kind.ARRIVED, OTHER),
        _act(Kind.ARRIVAL_UNDONE, OTHER),
        _act(Kind.COLLECTED),
        _act(Kind.COLLECTION_UNDONE, account_id=LIN),
        _act(Kind.SEARCHED),
    ]
    moved = count_traffic(acts, attrgetter("account_id"))
    assert moved == {CHEN: Traffic(arrived=1, collected=1), LIN: Traffic(collected=-1)}
    assert sum(moved.values(), Traffic()) == Traffic(arrived=1)


def test_whatever_leaves_another_way_is_odd() -> None:
    kinds = (Kind.REFUSED, Kind.RETURNED, Kind.FORWARDED, Kind.LOST, Kind.CANCELLED)
    acts = [_act(kind) for kind in (*kinds, Kind.HANDED_OVER)]
    assert count_traffic(acts, attrgetter("account_id")) == {CHEN: Traffic(odd=5, handed_over=1)}


def test_a_day_is_told_by_carrier_with_what_went_to_monthly_accounts() -> None:
    acts = [
        _act(Kind.ACCEPTED, ONE, payment="monthly", fee_fen=1200),
        _act(Kind.CORRECTED, ONE, payment="monthly", fee_fen=1000, was_fee_fen=1200),
        _act(Kind.ARRIVED, OTHER),
    ]
    assert carrier_days(acts, {ONE: "yto", OTHER: "sf"}) == (
        CarrierDay("sf", Traffic(arrived=1), 0),
        CarrierDay("yto", Traffic(accepted=1), 1000),
    )


def test_the_last_count_and_end_of_a_shift_stand_and_the_outlets_are_apart() -> None:
    acts = [
        _act(Kind.CASH_COUNTED, None, counted_fen=1, expected_fen=2, of=OF_SHIFT),
        _act(Kind.CASH_COUNTED, None, counted_fen=3, expected_fen=2, of=OF_SHIFT),
        _act(Kind.CASH_COUNTED, None, LIN, counted_fen=9, expected_fen=9, of=OF_OUTLET),
        _act(Kind.CASH_COUNTED, None, LIN, counted_fen="much", expected_fen=9, of=OF_SHIFT),
        _act(Kind.DAY_ENDED, None, of=OF_SHIFT),
        _act(Kind.DAY_ENDED, None, LIN, of=OF_OUTLET),
    ]
    assert last_counts(acts, OF_SHIFT) == {CHEN: Count(3, 2, NOON)}
    assert last_counts(acts, OF_OUTLET) == {LIN: Count(9, 9, NOON)}
    assert last_ends(acts, OF_SHIFT) == {CHEN: NOON}
    assert last_ends(acts, OF_OUTLET) == {LIN: NOON}


def test_closed_lists_stand_in_their_order() -> None:
    acts = [_act(Kind.LIST_CLOSED, ONE, carrier="yto", count=40), _act(Kind.LIST_CLOSED, OTHER)]
    assert closed_lists(acts) == (ClosedListLine(ONE, "yto", 40, NOON), ClosedListLine(OTHER, "", 0, NOON))
