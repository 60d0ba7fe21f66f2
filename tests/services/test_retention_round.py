"""Masked parts and tails, emptied by the program itself when their days are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.policies import Retention
from outlet_app.domain.terms import Category
from outlet_app.errors import HistoryBroken
from outlet_app.sealing.statements import RetentionSet
from outlet_app.services.record_check import RecordState
from outlet_app.store import erased_ranges, erasing, waybills
from tests.outlets import OWNER_PASSWORD
from tests.services.arriving import arrive
from tests.services.erasing import accept, acts, gone, later, work
from tests.services.scanning import edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services import Services
    from tests.outlets import Outlet


@pytest.fixture
def owner(outlet: Outlet, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """The owner is signed in; a range is four rows."""
    monkeypatch.setattr(erased_ranges, "RANGE_ROWS", 4)
    monkeypatch.setattr(erasing, "RANGE_ROWS", 4)
    yield outlet.owner()
    outlet.entrance.close()


def row(services: Services, record_id: bytes) -> waybills.SealedWaybill:
    return waybills.sealed(services.session.store.reader, record_id)


def whole(services: Services) -> RecordState:
    while services.session.verify_some():
        pass
    return services.session.record_state()


def test_thirty_days_after_a_parcel_left_its_masked_part_is_emptied_and_the_record_fits(
    owner: Services, outlet: Outlet
) -> None:
    left, here = gone(owner, 6), accept(owner)
    now = later(outlet, 29.9)
    assert work(now) == 0
    assert not row(now, left[0]).masked.is_emptied
    now = later(outlet, 0.2)
    assert work(now) == 2
    for record_id in left:
        sealed = row(now, record_id)
        assert sealed.masked.is_emptied
        assert (sealed.masked.category, sealed.masked_salt) == (Category.OTHER, b"")
        assert {sealed.masked.sender.tail, sealed.masked.recipient.initial} == {""}
        assert sealed.masked.recipient.city
        assert sealed.details
    assert not row(now, here[0]).masked.is_emptied
    told = acts(now, ActivityKind.PARTS_EMPTIED)
    assert len(told) == 2
    assert all(act.record_id is None for act in told)
    assert '"waybills":4' in told[0].detail
    assert whole(now) is RecordState.GOOD


def test_a_tail_finds_nothing_any_more_and_the_number_still_does(owner: Services, outlet: Outlet) -> None:
    (record_id,) = gone(owner)
    masked = owner.find.open(record_id).masked
    assert [each.masked.record_id for each in owner.find.look_up(masked.recipient.tail).rows] == [record_id]
    now = later(outlet, 31)
    work(now)
    assert now.find.look_up(masked.recipient.tail).rows == ()
    (found,) = now.find.look_up(masked.number).rows
    assert found.masked.is_emptied
    assert found.masked.recipient.city == masked.recipient.city


def test_what_left_later_in_the_same_range_joins_what_was_said_of_it(owner: Services, outlet: Outlet) -> None:
    first, second = accept(owner, 2)
    owner.cases.forward(first)
    now = later(outlet, 20)
    now.cases.forward(second)
    now = later(outlet, 11)
    work(now)
    assert [row(now, each).masked.is_emptied for each in (first, second)] == [True, False]
    now = later(outlet, 20)
    work(now)
    assert row(now, first).masked.is_emptied
    assert row(now, second).masked.is_emptied


def test_an_arrived_parcels_tail_goes_as_well_and_an_empty_one_is_no_fault(owner: Services, outlet: Outlet) -> None:
    taken, waiting = arrive(owner), arrive(owner, "SF1234567890124", tail="1234")
    owner.collection.give_out(taken.record_id, "5678", cash_taken=False)
    now = later(outlet, 31)
    assert work(now) == 1
    assert now.find.open_parcel(taken.record_id).tail == ""
    assert now.find.open_parcel(waiting.record_id).tail == "1234"
    assert [act.detail for act in acts(now, ActivityKind.PARTS_EMPTIED)] == ['{"parcels":1}']
    assert now.find.look_up("5678").parcels == ()
    assert now.find.look_up(taken.number).parcels[0].record_id == taken.record_id


def test_the_owners_days_count(owner: Services, outlet: Outlet) -> None:
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    owner.session.state(seed, RetentionSet(Retention(masked_days=7)))
    gone(owner)
    assert work(later(outlet, 6.9)) == 0
    assert work(later(outlet, 0.2)) == 1


def test_it_looks_once_after_each_sign_in_and_once_each_day(owner: Services, outlet: Outlet) -> None:
    assert owner.retention_round.waits()
    assert work(owner) == 0
    assert not owner.retention_round.waits()
    outlet.clock.move(days=1)
    assert owner.retention_round.waits()


def test_while_the_date_is_in_doubt_and_behind_a_lock_nothing_is_emptied(owner: Services, outlet: Outlet) -> None:
    (record_id,) = gone(owner)
    outlet.entrance.close()
    outlet.clock.move(days=400)
    now = outlet.owner()
    assert not now.session.date_is_confirmed
    assert work(now) == 0
    assert not row(now, record_id).masked.is_emptied
    now.date.confirm(outlet.clock())
    now.session.lock()
    assert not now.retention_round.waits()
    assert work(now) == 0


def test_a_row_that_says_it_left_long_ago_is_not_emptied_while_its_acts_say_otherwise(
    owner: Services, outlet: Outlet
) -> None:
    here, left = accept(owner)[0], gone(owner)[0]
    edit(owner, "UPDATE waybills SET left_ms = 1")
    now = later(outlet, 10)
    work(now)
    assert row(now, left).masked.recipient.tail
    kept = waybills.by_id(now.session.store.reader, here)
    assert kept is not None
    assert not kept.masked.is_emptied
    assert [act.record_id for act in acts(now, ActivityKind.INTEGRITY_FAULT)] == [here]
    work(now := later(outlet, 1))
    assert len(acts(now, ActivityKind.INTEGRITY_FAULT)) == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE waybills SET left_ms = NULL WHERE left_ms IS NOT NULL",
        "UPDATE waybills SET left_ms = 9000000000000 WHERE left_ms IS NOT NULL",
        "UPDATE waybills SET accepted_ms = 9000000000000 WHERE left_ms IS NOT NULL",
    ],
)
def test_a_row_that_says_it_is_not_due_although_its_parcel_left_long_ago_is_told_of_once(
    owner: Services, outlet: Outlet, change: str
) -> None:
    left, _here = gone(owner)[0], accept(owner)
    edit(owner, change)
    for _ in range(2):
        now = later(outlet, 31)
        work(now)
        assert [act.record_id for act in acts(now, ActivityKind.INTEGRITY_FAULT)] == [left]


def test_a_changed_row_is_emptied_but_never_becomes_right_by_that(owner: Services, outlet: Outlet) -> None:
    (record_id,) = gone(owner)
    edit(owner, "UPDATE waybills SET fee_fen = 1, recipient_tail = '0000'")
    now = later(outlet, 31)
    work(now)
    kept = waybills.by_id(now.session.store.reader, record_id)
    assert kept is not None
    assert kept.masked.is_emptied
    assert len(acts(now, ActivityKind.INTEGRITY_FAULT)) == 1
    with pytest.raises(HistoryBroken):
        row(now, record_id)


def test_masked_parts_that_were_pasted_back_show_and_go_again(owner: Services, outlet: Outlet) -> None:
    (record_id,) = gone(owner)
    before = row(owner, record_id)
    now = later(outlet, 31)
    work(now)
    edit(
        now,
        "UPDATE waybills SET recipient_tail = ?, masked_salt = ?",
        before.masked.recipient.tail,
        before.masked_salt,
    )
    with pytest.raises(HistoryBroken):
        row(now, record_id)
    work(now := later(outlet, 1))
    assert row(now, record_id).masked.is_emptied
    assert len(acts(now, ActivityKind.INTEGRITY_FAULT)) == 1


def test_emptied_by_nobody_is_not_right(owner: Services) -> None:
    (record_id,) = gone(owner)
    edit(owner, erasing._EMPTY.replace("record_id = ? AND", ""))
    with pytest.raises(HistoryBroken):
        row(owner, record_id)


def test_an_act_that_empties_before_any_term_is_over_makes_no_row_right(owner: Services, outlet: Outlet) -> None:
    (record_id,) = gone(owner)
    outlet.clock.move(days=6.9)
    reader = owner.session.store.reader
    owner.session.write(erasing.masked_emptied(reader, 0, [record_id], ()))
    with pytest.raises(HistoryBroken):
        row(owner, record_id)
