"""What is due, and what is left of it in the files once it was erased."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import HistoryBroken
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


def tamper(store: Store, sql: str, *values: bytes | int | str) -> None:
    with store._database.transaction() as cursor:
        cursor.run(sql, *values)


def erased(store: Store, clock: Clock) -> list[bytes]:
    """Two waybills emptied and erased, and a third that is not."""
    record_ids = left(store, "YT1", "YT2")
    left(store, "YT3")
    clock.move(days=800)
    rows = waybills.sealed_of(store.reader, record_ids)
    store.write(AUTHOR, erasing.masked_emptied(store.reader, 0, record_ids, ()))
    store.write(AUTHOR, erasing.details_erased(store.reader, 0, rows, (), 1))
    return record_ids


def test_of_a_sound_record_nothing_is_kept_as_it_was_found(store: Store, clock: Clock) -> None:
    assert erasing.as_found(store.reader) == []
    erased(store, clock)
    assert erasing.as_found(store.reader) == []


@pytest.mark.parametrize(
    "loss",
    ["DELETE FROM erased_ranges", "UPDATE erased_ranges SET records = x''", "UPDATE erased_ranges SET range_id = 7"],
)
def test_erased_rows_whose_proof_a_disk_took_are_kept_as_they_were_found(store: Store, clock: Clock, loss: str) -> None:
    record_ids = erased(store, clock)
    tamper(store, loss)
    for record_id in record_ids:
        with pytest.raises(HistoryBroken):
            waybills.sealed(store.reader, record_id)
    store.write(AUTHOR, *erasing.as_found(store.reader))
    assert all(waybills.sealed(store.reader, each).is_erased for each in record_ids)
    assert erasing.as_found(store.reader) == []


@pytest.mark.parametrize(
    "detail", ['"nonsense', "[]", '{"range":"0"}', '{"range":-1}', '{"range":4611686018427387904}']
)
def test_an_act_that_says_nonsense_of_a_range_is_passed_over(store: Store, detail: str) -> None:
    accept(store, "YT1")
    tamper(store, "UPDATE acts SET kind = 'parts_emptied', detail = ? WHERE n = 1", detail)
    assert erasing.as_found(store.reader) == []


def test_a_range_of_which_every_act_was_lost_is_told_of_anew(store: Store, clock: Clock) -> None:
    record_ids = left(store, "YT1")
    clock.move(days=800)
    tamper(store, erasing._EMPTY, record_ids[0])
    tamper(store, "INSERT INTO erased_ranges (part, range_id, records) VALUES ('masked', 0, ?)", record_ids[0])
    store.write(AUTHOR, *erasing.as_found(store.reader))
    assert waybills.sealed(store.reader, record_ids[0]).masked.is_emptied
