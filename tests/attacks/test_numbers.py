"""Waybill numbers sold beside the counter: what the report of missing numbers says when its rows are changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.number_gaps import GapKind
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.errors import FileDamaged
from outlet_app.services.session import RecordState
from tests.attacks.thief import Thief
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, copy_of, make_outlet

if TYPE_CHECKING:
    from pathlib import Path

    from tests.outlets import Outlet

SOLD = 5


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("numbers"))


@pytest.fixture
def outlet(founded: Outlet, tmp_path: Path) -> Outlet:
    """Five numbers were taken out of the range by hand; then the day went on."""
    outlet = copy_of(founded, tmp_path)
    lin = outlet.lin()
    lin.entry.accept(draft(), None)
    lin.session.sign_out()
    thief(outlet).run("UPDATE number_ranges SET next = next + ? WHERE carrier = 'yto'", SOLD)
    lin = outlet.lin()
    lin.entry.accept(draft(), None)
    lin.session.sign_out()
    return outlet


def thief(outlet: Outlet) -> Thief:
    return Thief(outlet.place, outlet.chen_id, CHEN_PASSWORD)


def test_numbers_taken_out_of_a_range_by_hand_are_missing_at_the_days_end(outlet: Outlet) -> None:
    owner = outlet.owner()
    (numbers,) = owner.day_end.account(outlet_day(outlet.clock())).numbers
    assert numbers.missing == SOLD
    outlet.entrance.close()


def test_what_is_true_numbers_that_he_writes_down_as_void_in_the_database_are_missing_no_more(outlet: Outlet) -> None:
    """No act says that anybody voided them; the report of the day does not ask for one."""
    values = thief(outlet).run("SELECT range_id, next FROM number_ranges WHERE carrier = 'yto'")
    for range_id, following in values:
        for value in range(following - 1 - SOLD, following - 1):
            thief(outlet).run("INSERT INTO numbers_set_aside VALUES (?, ?, 'void')", range_id, value)
    owner = outlet.owner()
    while owner.session.verify_some():
        pass
    (numbers,) = owner.day_end.account(outlet_day(outlet.clock())).numbers
    assert [(gap.kind, gap.count) for gap in numbers.gaps] == [(GapKind.VOID, SOLD)]
    assert owner.session.record_state() is RecordState.GOOD
    outlet.entrance.close()


@pytest.mark.parametrize("change", ["digits = -1", "digits = 4611686018427387904", "prefix = '['"])
def test_a_range_changed_into_one_that_makes_no_numbers_is_told_at_the_counter_as_damage(
    outlet: Outlet, change: str
) -> None:
    """It was a fault of ours, with a number of four exabytes, whenever somebody pressed accept."""
    thief(outlet).run(f"UPDATE number_ranges SET {change} WHERE carrier = 'yto'")
    lin = outlet.lin()
    with pytest.raises(FileDamaged):
        lin.entry.accept(draft(), None)
    lin.entry.accept(draft(carrier="zto"), None)
    outlet.entrance.close()
