"""What is due, and what is left of it in the files once it was erased."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.store import erasing, waybills
from outlet_app.store.erased_ranges import Part
from outlet_app.store.erasing import DueDetails, DueRow
from outlet_app.store.moment import to_ms
from tests.store.rows import AUTHOR, NOON, RECIPIENT, Clock, accept, log_pages, pages

if TYPE_CHECKING:
    from outlet_app.store.store import Store

LATER = NOON + timedelta(days=800)


def left(store: Store, *numbers: str) -> list[bytes]:
    record_ids = [accept(store, number).masked.record_id for number in numbers]
    store.write(AUTHOR, *(waybills.left(each, WaybillState.FORWARDED, NOON) for each in record_ids))
    return record_ids


def everything(store: Store) -> bytes:
    path = store.path
    return b"".join(pages(path.read_bytes()) + log_pages(path.with_name(f"{path.name}-wal").read_bytes()))


def test_rows_come_by_when_they_left_and_none_twice(store: Store) -> None:
    left(store, "YT1", "YT2")
    accept(store, "YT3")
    assert erasing.next_due(store.reader, Part.MASKED, NOON - timedelta(seconds=1)) is None
    first = erasing.next_due(store.reader, Part.MASKED, NOON)
    assert first == DueRow(to_ms(NOON), 1)
    second = erasing.next_due(store.reader, Part.MASKED, NOON, first)
    assert second == DueRow(to_ms(NOON), 2)
    assert erasing.next_due(store.reader, Part.MASKED, LATER, second) is None
    assert erasing.next_due(store.reader, Part.DETAILS, NOON, first) == second


def test_of_a_range_comes_what_is_due_and_left(store: Store) -> None:
    due = left(store, "YT1", "YT2")
    accept(store, "YT3")
    for part in Part:
        assert erasing.due_of_range(store.reader, part, 0, NOON) == due
        assert erasing.due_of_range(store.reader, part, 0, NOON - timedelta(seconds=1)) == []
        assert erasing.due_of_range(store.reader, part, 1, NOON) == []


def test_details_are_counted_with_the_days_they_are_of(store: Store) -> None:
    assert erasing.due_details(store.reader, LATER) == DueDetails(0, None, None)
    left(store, "YT1", "YT2")
    assert erasing.due_details(store.reader, LATER) == DueDetails(2, NOON, NOON)
    assert erasing.due_details(store.reader, NOON - timedelta(seconds=1)) == DueDetails(0, None, None)


@pytest.mark.parametrize("part", Part)
def test_no_page_of_database_or_log_holds_what_was_erased(store: Store, clock: Clock, part: Part) -> None:
    record_ids = left(store, "YT1", "YT2", "YT3")
    rows = waybills.sealed_of(store.reader, record_ids)
    clock.move(days=800)
    if part is Part.MASKED:
        gone = [RECIPIENT.phone.encode(), RECIPIENT.name.encode(), *(row.masked_salt for row in rows)]
        entry = erasing.masked_emptied(store.reader, 0, record_ids, ())
    else:
        gone = [each for row in rows for each in (row.details[:64], row.details[-64:], row.owner_wrap)]
        entry = erasing.details_erased(store.reader, 0, rows, (), 1)
    store.tidy()
    assert all(each in everything(store) for each in gone)
    store.write(AUTHOR, entry)
    assert not any(each in everything(store) for each in gone)


def test_what_stands_in_the_shop_is_not_erased_by_any_entry(store: Store) -> None:
    sealed = accept(store, "YT1")
    for entry in (
        erasing.masked_emptied(store.reader, 0, [sealed.masked.record_id], ()),
        erasing.details_erased(store.reader, 0, [sealed], (), 1),
    ):
        with pytest.raises(KeyError):
            store.write(AUTHOR, entry)
    assert waybills.sealed(store.reader, sealed.masked.record_id) == sealed
