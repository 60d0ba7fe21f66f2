"""What rows say of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.number_gaps import GapKind
from outlet_app.domain.number_use import VoidReason
from outlet_app.store import day_rows, number_ranges
from tests.store.rows import AUTHOR, accept

if TYPE_CHECKING:
    import pytest

    from outlet_app.store.store import Store


def enter(store: Store, first: str, last: str) -> None:
    store.write(AUTHOR, number_ranges.entered("yto", first, last))


def test_a_waybill_tells_carrier_and_number_and_an_unknown_record_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(day_rows, "_AT_ONCE", 1)
    records = [accept(store, number).masked.record_id for number in ("YT0000001", "YT0000002")]
    found = day_rows.rows_of(store.reader, (*records, b"?" * 16))
    assert {row.record_id: (row.carrier, row.number) for row in found.values()} == {
        records[0]: ("yto", "YT0000001"),
        records[1]: ("yto", "YT0000002"),
    }


def test_a_day_begins_where_the_former_one_ended_and_other_days_numbers_are_no_gap(store: Store) -> None:
    enter(store, "YT0001", "YT0100")
    for number in ("YT0001", "YT0002", "YT0003"):
        accept(store, number)
    store.write(AUTHOR, number_ranges.voided("yto", "YT0004", VoidReason.MISSING))
    day = day_rows.numbers_of_day(store.reader, "yto", ["YT0001", "YT0003"])
    assert (day.used, day.typed, day.gaps) == (2, 0, ())
    assert [run.first for run in day.runs] == ["YT0001", "YT0003"]
    later = day_rows.numbers_of_day(store.reader, "yto", ["YT0005", "YT9"])
    assert (later.used, later.typed) == (2, 1)
    assert [(gap.kind, gap.first) for gap in later.gaps] == [(GapKind.VOID, "YT0004")]


def test_a_wide_gap_is_not_read_from_the_rows(store: Store) -> None:
    enter(store, "YT0001", "YT9999")
    (gap,) = day_rows.numbers_of_day(store.reader, "yto", ["YT0001", "YT9000"]).gaps
    assert (gap.kind, gap.count) == (GapKind.JUMP, 8998)
