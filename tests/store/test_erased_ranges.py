"""What acts say of a whole range, and what is noticed of another hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.commitments import EMPTIED, MASKED_PART
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import HistoryBroken
from outlet_app.store import activities, erased_ranges, erasing, waybills
from outlet_app.store.erased_ranges import RANGE_ROWS, Part
from tests.store.rows import AUTHOR, Clock, accept

if TYPE_CHECKING:
    from outlet_app.store.store import Store


def left(store: Store, clock: Clock, number: str) -> bytes:
    record_id = accept(store, number).masked.record_id
    store.write(AUTHOR, waybills.left(record_id, WaybillState.FORWARDED, clock()))
    return record_id


def empty(store: Store, *record_ids: bytes) -> None:
    store.write(AUTHOR, erasing.masked_emptied(store.reader, 0, record_ids, ()))


def tamper(store: Store, sql: str, *values: bytes) -> None:
    with store._database.transaction() as cursor:
        cursor.run(sql, *values)


def told(store: Store, place: int, record_id: bytes) -> list[dict[str, str]]:
    acts = activities.of_record(store.reader, record_id)
    return [dict(each.parts) for each in erased_ranges.told(store.reader, place, record_id, acts)]


@pytest.mark.parametrize(("place", "range_id"), [(1, 0), (RANGE_ROWS, 0), (RANGE_ROWS + 1, 1)])
def test_ranges_lie_side_by_side(place: int, range_id: int) -> None:
    assert erased_ranges.range_of(place) == range_id


def test_what_is_said_of_a_range_says_it_of_each_in_it_and_of_no_other(store: Store, clock: Clock) -> None:
    first, second = left(store, clock, "YT1"), left(store, clock, "YT2")
    assert told(store, 1, first) == []
    clock.move(days=30)
    empty(store, first)
    assert told(store, 1, first) == [{MASKED_PART: EMPTIED}]
    assert told(store, 2, second) == []
    empty(store, second)
    assert told(store, 1, first) == told(store, 2, second) == [{MASKED_PART: EMPTIED}]
    assert told(store, RANGE_ROWS + 1, first) == []


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM erased_ranges",
        "UPDATE erased_ranges SET records = CAST(records || x'00000000000000000000000000000001' AS BLOB)",
        "UPDATE erased_ranges SET range_id = 1",
    ],
)
def test_records_that_another_hand_changed_say_nothing(store: Store, clock: Clock, change: str) -> None:
    record_id = left(store, clock, "YT1")
    clock.move(days=30)
    empty(store, record_id)
    tamper(store, change)
    with pytest.raises(HistoryBroken):
        told(store, 1, record_id)


def test_what_was_changed_is_not_taken_over_by_the_next_act(store: Store, clock: Clock) -> None:
    first, second = left(store, clock, "YT1"), left(store, clock, "YT2")
    clock.move(days=30)
    empty(store, first)
    tamper(store, "UPDATE erased_ranges SET records = CAST(records || ? AS BLOB)", bytes(16))
    empty(store, second)
    known = erased_ranges.known(store.reader, Part.MASKED, 0)
    assert known is not None
    assert set(known.records) == {second}


def test_details_before_six_months_and_masked_parts_before_seven_days_are_never_right(
    store: Store, clock: Clock
) -> None:
    record_id = left(store, clock, "YT1")
    clock.move(days=6.9)
    empty(store, record_id)
    with pytest.raises(HistoryBroken):
        told(store, 1, record_id)
    clock.move(days=0.2)
    empty(store, record_id)
    assert told(store, 1, record_id) == [{MASKED_PART: EMPTIED}]
    clock.move(days=150)
    store.write(AUTHOR, erasing.details_erased(store.reader, 0, waybills.sealed_of(store.reader, [record_id]), (), 1))
    with pytest.raises(HistoryBroken):
        told(store, 1, record_id)
