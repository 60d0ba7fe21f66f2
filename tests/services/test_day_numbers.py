"""Days that can be looked at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from outlet_app.services.day_numbers import day_numbers, last_days
from outlet_app.store import act_search, day_rows
from tests.builders import draft

if TYPE_CHECKING:
    from tests.outlets import Outlet


def test_days_without_acts_are_passed_over_and_only_so_many_are_told(outlet: Outlet) -> None:
    for _ in range(3):
        outlet.chen().session.sign_out()
        outlet.clock.move(hours=48)
    reader = outlet.chen().session.store.reader
    days = last_days(reader, outlet.clock(), 3)
    assert days == tuple(date(2026, 11, 28) - timedelta(days=2 * back) for back in range(3))


def test_a_waybill_whose_row_is_not_there_counts_nowhere(outlet: Outlet) -> None:
    chen = outlet.chen()
    chen.entry.accept(draft(), None)
    reader = chen.session.store.reader
    acts = act_search.within(reader, outlet.clock() - timedelta(hours=1), outlet.clock() + timedelta(hours=1))
    assert day_numbers(reader, acts, {}) == ()
    rows = day_rows.rows_of(reader, tuple(act.record_id for act in acts if act.record_id is not None))
    assert [(each.carrier, each.used) for each in day_numbers(reader, acts, rows)] == [("yto", 1)]
