"""The owner's waybill numbers over a real outlet."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.number_gaps import GapKind
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.domain.range_file import RangeFaultKind, RangeFile
from outlet_app.errors import FaultKind, FileBusy, InvalidDraft, NumberUsed, TableTooLong, TableUnreadable
from outlet_app.services import number_desk
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.store import uncertain_numbers
from outlet_app.store.store import Entry
from outlet_app.store.uncertain_numbers import Span
from tests.builders import draft
from tests.outlets import OWNER_PASSWORD, QUICK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.services import Services
    from tests.outlets import Outlet


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    services = outlet.owner()
    yield services
    services.session.store.close()


def _file(folder: Path, text: str) -> Path:
    path = folder / "号段.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_shown_before_anything_is_entered_and_then_entered_whole(owner: Services, tmp_path: Path) -> None:
    path = _file(tmp_path, "起,止\nSF0000001,SF0000100\nSF0000200\nSF0000201\nnothing\n")
    before = owner.session.store.checkpoint()
    found = owner.numbers.read_file("sf", path)
    assert owner.session.store.checkpoint() == before
    assert [(span.first, span.count) for span in found.spans] == [("SF0000001", 100), ("SF0000200", 2)]
    assert [(fault.row, fault.kind) for fault in found.faults] == [(5, RangeFaultKind.NOT_A_NUMBER)]
    owner.numbers.enter_file("sf", found)
    assert owner.entry.numbers_left("sf") == 102
    again = owner.numbers.read_file("sf", path)
    assert {fault.kind for fault in again.faults} == {RangeFaultKind.STANDS, RangeFaultKind.NOT_A_NUMBER}
    with pytest.raises(NumberUsed):
        owner.numbers.enter_file("sf", found)
    with pytest.raises(InvalidDraft):
        owner.numbers.enter_file("sf", again)


def test_when_one_range_of_a_file_stands_already_none_is_entered(owner: Services, tmp_path: Path) -> None:
    found = owner.numbers.read_file("sf", _file(tmp_path, "SF0000001,SF0000009\nSF0000100,SF0000109\n"))
    owner.supplies.enter_numbers("sf", "SF0000105", "SF0000106")
    with pytest.raises(NumberUsed):
        owner.numbers.enter_file("sf", found)
    assert owner.entry.numbers_left("sf") == 2


def test_a_file_that_is_empty_or_too_long_is_refused(
    owner: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TableUnreadable):
        owner.numbers.read_file("sf", _file(tmp_path, ""))
    monkeypatch.setattr(number_desk, "MOST_LINES", 1)
    with pytest.raises(TableTooLong):
        owner.numbers.read_file("sf", _file(tmp_path, "SF0000001\nSF0000002\n"))


def test_the_end_of_a_range_goes_back_and_is_neither_given_nor_taken(owner: Services) -> None:
    owner.numbers.give_back("yto", " yt8800000000003")
    assert owner.entry.numbers_left("yto") == 2
    with pytest.raises(NumberUsed):
        owner.entry.accept(draft(number="YT8800000000004"), None)
    (yto, _) = owner.supplies.numbers()
    assert (yto.ranges[0].returned, yto.ranges[0].last) == (998, "YT8800000001000")


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        (" ", FaultKind.EMPTY),
        ("YT", FaultKind.NOT_A_WAYBILL_NUMBER),
        ("YT9900000000001", FaultKind.IN_NO_RANGE),
    ],
)
def test_what_cannot_go_back_stands_beside_its_field(owner: Services, typed: str, kind: FaultKind) -> None:
    with pytest.raises(InvalidDraft) as refused:
        owner.numbers.give_back("yto", typed)
    assert [(fault.field, fault.kind) for fault in refused.value.faults] == [("number", kind)]


def test_numbers_in_doubt_are_shown_and_settled(owner: Services) -> None:
    restored = Activity(ActivityKind.RESTORED)
    owner.session.write(
        Entry(restored, lambda cursor: uncertain_numbers.keep(cursor, [Span(1, 8800000000001, 8800000000005)]))
    )
    (doubt,) = owner.numbers.uncertain()
    assert (doubt.first, doubt.count) == ("YT8800000000001", 5)
    assert owner.entry.next_number("yto") == "YT8800000000006"
    owner.numbers.settle(doubt, free=True)
    assert owner.numbers.uncertain() == ()
    assert owner.entry.numbers_left("yto") == 1000
    with pytest.raises(KeyError):
        owner.numbers.settle(replace(doubt, count=4), free=True)


def test_the_numbers_of_a_day_are_told_with_their_gaps(owner: Services, outlet: Outlet) -> None:
    owner.entry.accept(draft(), None)
    owner.entry.accept(draft(number="YT8800000000005"), None)
    day = outlet_day(outlet.clock())
    assert owner.numbers.days() == (day,)
    (yto,) = owner.numbers.gaps(day)
    assert [(gap.kind, gap.count) for gap in yto.gaps] == [(GapKind.FREE, 3)]


def test_many_who_accept_at_once_through_the_counters_one_lane_get_a_number_each(owner: Services) -> None:
    with ThreadPoolExecutor(1) as lane, ThreadPoolExecutor(8) as people:
        asked = [people.submit(lane.submit, owner.entry.accept, draft(), None) for _ in range(24)]
        given = [each.result().result().number for each in asked]
    assert len(set(given)) == 24
    assert sorted(given) == [f"YT88{value:011d}" for value in range(1, 25)]


def test_a_second_program_cannot_give_out_numbers_of_the_same_outlet(owner: Services, outlet: Outlet) -> None:
    owner.entry.accept(draft(), None)
    second = Entrance(OutletKeys(outlet.place, keystore=False, cost=QUICK), clock=outlet.clock)
    with pytest.raises(FileBusy):
        second.sign_in(outlet.owner_id, OWNER_PASSWORD)


def test_a_file_without_a_good_range_is_not_entered(owner: Services) -> None:
    with pytest.raises(InvalidDraft):
        owner.numbers.enter_file("sf", RangeFile("x.csv", (), (), 4))
