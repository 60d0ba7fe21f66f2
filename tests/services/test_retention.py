"""Details erased at the end of their term: ordered by the owner, confirmed a second time, and gone for everybody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.erasing import Second
from outlet_app.domain.reveal_terms import RevealField, RevealReason
from outlet_app.errors import (
    DateNotConfirmed,
    DetailsErased,
    ErasingTooEarly,
    HistoryBroken,
    LabelCodeRefused,
    NotPermitted,
    RevealsStopped,
    SeedStillMoving,
    WrongPassword,
)
from outlet_app.services.backup_contents import examine
from outlet_app.services.record_check import RecordState
from outlet_app.services.retention import ByOwner, BySheet, ByWait
from outlet_app.store import erased_ranges, erasing, waybills
from tests.outlets import OWNER_PASSWORD
from tests.services.erasing import accept, acts, gone, later
from tests.services.scanning import edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services import Services
    from tests.outlets import Outlet

SECOND_PASSWORD = "the-other-owner-of-it"
CHANGES = (
    "UPDATE waybills SET fee_fen = 1",
    "UPDATE waybills SET category = 'nonsense'",
    "UPDATE waybills SET accepted_ms = -9000000000000000",
)
YEARS = 800
"""Days, by which two years are over."""


@pytest.fixture
def owner(outlet: Outlet, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """The owner is signed in; a range is four rows."""
    monkeypatch.setattr(erased_ranges, "RANGE_ROWS", 4)
    monkeypatch.setattr(erasing, "RANGE_ROWS", 4)
    yield outlet.owner()
    outlet.entrance.close()


def consent(outlet: Outlet) -> dict[str, str]:
    return {"password": OWNER_PASSWORD, "card": outlet.card}


def erase(services: Services) -> int:
    portions = 0
    while services.retention.some():
        portions += 1
    return portions


def by_sheet(outlet: Outlet) -> BySheet:
    return BySheet(" ".join(outlet.words))


def row(services: Services, record_id: bytes) -> waybills.SealedWaybill:
    return waybills.sealed(services.session.store.reader, record_id)


def reveal(services: Services, outlet: Outlet, record_id: bytes) -> object:
    return services.reveal.by_owner(
        record_id, RevealField.RECIPIENT_PHONE, RevealReason.CALL, "", *consent(outlet).values()
    )


def test_what_is_ordered_is_erased_and_nobody_opens_it_the_owner_neither(owner: Services, outlet: Outlet) -> None:
    old = gone(owner, 6)
    now = later(outlet, YEARS)
    young, standing = gone(now), now.retention.standing()
    assert (standing.due.count, standing.is_dated, standing.records) == (6, True, ())
    now.retention.order(by_sheet(outlet), **consent(outlet))
    assert now.retention.waits()
    assert erase(now) == 2
    for record_id in old:
        sealed = row(now, record_id)
        assert (sealed.details, sealed.owner_wrap, sealed.carrier_wrap) == (b"", b"", None)
        assert now.find.open(record_id).is_erased
        with pytest.raises(DetailsErased):
            reveal(now, outlet, record_id)
    assert reveal(now, outlet, young[0])
    while now.session.verify_some():
        pass
    assert now.session.record_state() is RecordState.GOOD


def test_the_destruction_record_stands_signed_with_who_when_what_and_by_whose_second_word(
    owner: Services, outlet: Outlet
) -> None:
    gone(owner, 3)
    accepted_at = outlet.clock()
    now = later(outlet, YEARS)
    now.retention.order(by_sheet(outlet), **consent(outlet))
    erase(now)
    ((serial, said),) = now.session.statements.erasings().items()
    assert (said.account_id, said.second, said.second_id) == (outlet.owner_id, Second.SHEET, b"")
    assert (said.count, said.oldest, said.stated_at) == (3, accepted_at, outlet.clock())
    (record,) = now.retention.standing().records
    assert (record.said, record.left) == (said, 0)
    assert all(f'"serial":{serial}' in act.detail for act in acts(now, ActivityKind.DETAILS_ERASED))
    told = [act.detail for act in acts(now, ActivityKind.SETTING_CHANGED)]
    assert any('"erasing":3' in detail and '"second":"sheet"' in detail for detail in told)
    assert any('"erased":3' in detail for detail in told)


def test_another_owners_password_confirms_and_a_clerks_or_ones_own_does_not(owner: Services, outlet: Outlet) -> None:
    gone(owner)
    wang = owner.staff.invite_owner("王芳", SECOND_PASSWORD, **consent(outlet)).account_id
    now = later(outlet, YEARS)
    assert [each.name for each in now.retention.standing().owners] == ["王芳"]
    for account_id in (outlet.owner_id, outlet.chen_id):
        with pytest.raises(NotPermitted):
            now.retention.order(ByOwner(account_id, OWNER_PASSWORD), **consent(outlet))
    with pytest.raises(WrongPassword):
        now.retention.order(ByOwner(wang, OWNER_PASSWORD), **consent(outlet))
    now.retention.order(ByOwner(wang, SECOND_PASSWORD), **consent(outlet))
    (record,) = now.retention.standing().records
    assert (record.said.second, record.second, record.owner) == (Second.OWNER, "王芳", now.session.account.name)


def test_the_owners_word_alone_is_enough_a_day_after_he_asked(owner: Services, outlet: Outlet) -> None:
    (old,) = gone(owner)
    now = later(outlet, YEARS)
    with pytest.raises(ErasingTooEarly):
        now.retention.order(ByWait(), **consent(outlet))
    now.retention.ask(**consent(outlet))
    outlet.clock.move(hours=23.9)
    assert not now.retention.standing().is_ready
    with pytest.raises(ErasingTooEarly):
        now.retention.order(ByWait(), **consent(outlet))
    outlet.clock.move(hours=0.2)
    assert now.retention.standing().is_ready
    now.retention.order(ByWait(), **consent(outlet))
    erase(now)
    assert row(now, old).is_erased
    assert now.session.statements.erasing_asked() is None
    with pytest.raises(ErasingTooEarly):
        now.retention.order(ByWait(), **consent(outlet))


def test_what_is_asked_can_be_taken_back(owner: Services, outlet: Outlet) -> None:
    gone(owner)
    now = later(outlet, YEARS)
    now.retention.ask(**consent(outlet))
    now.retention.take_back(**consent(outlet))
    outlet.clock.move(hours=25)
    assert now.retention.standing().asked is None
    with pytest.raises(ErasingTooEarly):
        now.retention.order(ByWait(), **consent(outlet))


def test_what_fell_due_while_one_waited_is_not_erased_by_that_wait(owner: Services, outlet: Outlet) -> None:
    first = gone(owner)
    outlet.clock.move(hours=12)
    second = gone(owner)
    now = later(outlet, 730.6)
    assert now.retention.standing().due.count == 1
    now.retention.ask(**consent(outlet))
    outlet.clock.move(hours=25)
    assert now.retention.standing().due.count == 2
    now.retention.order(ByWait(), **consent(outlet))
    erase(now)
    assert [row(now, each).is_erased for each in first + second] == [True, False]


@pytest.mark.parametrize(("sheet", "error"), [("a b c", LabelCodeRefused), ("", LabelCodeRefused)])
def test_a_sheet_that_is_not_the_outlets_confirms_nothing(
    owner: Services, outlet: Outlet, sheet: str, error: type[Exception]
) -> None:
    gone(owner)
    now = later(outlet, YEARS)
    with pytest.raises(error):
        now.retention.order(BySheet(sheet), **consent(outlet))
    assert not now.session.statements.erasings()


def test_without_the_owners_password_and_card_nothing_is_ordered(owner: Services, outlet: Outlet) -> None:
    gone(owner)
    now = later(outlet, YEARS)
    for wrong in ({"password": "wrong-password"}, {"card": "OK1.wrong"}):
        with pytest.raises((WrongPassword, LabelCodeRefused)):
            now.retention.order(by_sheet(outlet), **(consent(outlet) | wrong))
    assert not now.session.statements.erasings()
    assert not now.retention.waits()


def test_nothing_is_ordered_before_its_term_nor_while_the_date_is_in_doubt(owner: Services, outlet: Outlet) -> None:
    gone(owner)
    with pytest.raises(ErasingTooEarly):
        owner.retention.order(by_sheet(outlet), **consent(outlet))
    outlet.entrance.close()
    outlet.clock.move(days=YEARS)
    now = outlet.owner()
    with pytest.raises(DateNotConfirmed):
        now.retention.order(by_sheet(outlet), **consent(outlet))


def test_what_stands_in_the_shop_keeps_its_details_however_old(owner: Services, outlet: Outlet) -> None:
    here, _ = accept(owner), gone(owner)
    now = later(outlet, YEARS)
    now.retention.order(by_sheet(outlet), **consent(outlet))
    erase(now)
    assert row(now, here[0]).details


def test_it_stops_and_goes_on_and_after_a_restart_goes_on_when_the_owner_says(owner: Services, outlet: Outlet) -> None:
    old = gone(owner, 6)
    now = later(outlet, YEARS)
    now.retention.order(by_sheet(outlet), **consent(outlet))
    assert now.retention.some()
    now.retention.stop()
    assert not now.retention.some()
    (record,) = now.retention.standing().records
    assert (record.left, record.said.count) == (2, 6)
    now = later(outlet, 1)
    assert not now.retention.waits()
    now.retention.go_on()
    erase(now)
    assert all(row(now, each).is_erased for each in old)


def test_details_that_nobody_ordered_to_erase_stop_all_reveals(owner: Services, outlet: Outlet) -> None:
    (record_id,) = gone(owner)
    now = later(outlet, YEARS)
    sealed = row(now, record_id)
    now.session.write(erasing.details_erased(now.session.store.reader, 0, [sealed], (), 1))
    assert row(now, record_id).is_erased
    with pytest.raises(RevealsStopped):
        reveal(now, outlet, record_id)
    assert now.session.record_state() is RecordState.BROKEN


def test_a_row_without_details_is_not_right_without_the_act(owner: Services) -> None:
    (record_id,) = gone(owner)
    edit(owner, "UPDATE waybills SET details = x'', owner_wrap = x''")
    with pytest.raises(HistoryBroken):
        row(owner, record_id)


def test_what_stays_of_an_erased_waybill_is_held_against_the_record(owner: Services, outlet: Outlet) -> None:
    (record_id,) = gone(owner)
    now = later(outlet, YEARS)
    now.retention.order(by_sheet(outlet), **consent(outlet))
    before = row(now, record_id)
    erase(now)
    edit(now, "UPDATE waybills SET fee_fen = 1")
    with pytest.raises(HistoryBroken):
        row(now, record_id)
    edit(now, "UPDATE waybills SET fee_fen = ?", before.masked.fee_fen)
    row(now, record_id)
    edit(now, "UPDATE waybills SET details = ?, owner_wrap = ?", before.details, before.owner_wrap)
    with pytest.raises(HistoryBroken):
        row(now, record_id)


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_row_loses_its_details_and_never_becomes_right_by_that(
    owner: Services, outlet: Outlet, change: str
) -> None:
    changed, other = gone(owner, 2)
    edit(owner, f"{change} WHERE record_id = ?", changed)
    now = later(outlet, YEARS)
    while now.retention_round.some():
        pass
    now.retention.order(by_sheet(outlet), **consent(outlet))
    erase(now)
    reader = now.session.store.reader
    assert reader.number("SELECT count(*) FROM waybills WHERE details <> x'' OR masked_salt <> x''") == 0
    assert row(now, other).is_erased
    with pytest.raises((HistoryBroken, ValueError)):
        row(now, changed)
    assert [act.record_id for act in acts(now, ActivityKind.INTEGRITY_FAULT)] == [changed]


def test_a_row_that_says_it_is_old_keeps_its_details(owner: Services, outlet: Outlet) -> None:
    old, young = gone(owner)[0], None
    now = later(outlet, YEARS)
    (young,) = gone(now)
    edit(now, "UPDATE waybills SET accepted_ms = 1 WHERE record_id = ?", young)
    now.retention.order(by_sheet(outlet), **consent(outlet))
    erase(now)
    assert row(now, old).is_erased
    assert waybills.sealed_of(now.session.store.reader, [young])[0].details


def test_an_erased_waybill_is_passed_over_when_waybills_move_to_a_new_seed(owner: Services, outlet: Outlet) -> None:
    old = gone(owner, 2)
    now = later(outlet, YEARS)
    (young,) = gone(now)
    now.owner_keys.replace_seed(now.owner_keys.draw_seed(), **consent(outlet))
    while now.wraps.some():
        pass
    assert now.wraps.progress().odd_numbers == ()
    assert [bool(row(now, each).details) for each in (*old, young)] == [True, True, True]


def test_nothing_is_ordered_while_waybills_are_being_moved(owner: Services, outlet: Outlet) -> None:
    gone(owner)
    now = later(outlet, YEARS)
    in_hand = now.owner_keys.draw_seed()
    now.owner_keys.replace_seed(in_hand, **consent(outlet))
    with pytest.raises(SeedStillMoving):
        now.retention.order(BySheet(" ".join(in_hand.papers.recovery_words("en"))), **consent(outlet))


def test_a_backups_examination_misses_only_what_was_not_ordered(owner: Services, outlet: Outlet) -> None:
    gone(owner, 2)
    now = later(outlet, YEARS)
    young = gone(now, 1)
    now.retention.order(by_sheet(outlet), **consent(outlet))
    erase(now)
    seeds = [outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)]

    def unopened() -> int:
        return examine(now.session.store, now.session.statements, seeds, lambda _: None).unopened

    assert unopened() == 0
    edit(now, "UPDATE waybills SET details = x'', owner_wrap = x'' WHERE record_id = ?", young[0])
    assert unopened() == 1


def test_erased_waybills_stay_right_when_others_of_their_range_are_moved(owner: Services, outlet: Outlet) -> None:
    old = gone(owner, 2)
    now = later(outlet, YEARS)
    (young,) = gone(now)
    now.retention.order(by_sheet(outlet), **consent(outlet))
    erase(now)
    now.owner_keys.replace_seed(now.owner_keys.draw_seed(), **consent(outlet))
    while now.wraps.some():
        pass
    assert now.wraps.progress().odd_numbers == ()
    assert [row(now, each).is_erased for each in (*old, young)] == [True, True, False]
    assert replace(row(now, young), owner_wrap=b"") != row(now, young)
