"""Owner wraps while the outlet is open: moved to a new seed, and tried, whatever somebody planted."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import DiskFull, KeyMismatch
from outlet_app.sealing.owner_seed import OwnerSeed, new_owner_seed
from outlet_app.sealing.unseal import unseal_with_owner_key
from outlet_app.services.wrap_work import LENT_S
from outlet_app.store import activities, rewraps, seed_change, waybills, wrap_trials
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD, copy_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.domain.activity import Act
    from outlet_app.services import Services
    from outlet_app.services.owner_keys import SeedInHand
    from tests.outlets import Outlet


@pytest.fixture(scope="module")
def template(template: Outlet, tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """An outlet of nine waybills, accepted once; every test gets a copy."""
    nine = copy_of(template, tmp_path_factory.mktemp("nine"))
    owner = nine.owner()
    accept(owner, 9)
    owner.session.sign_out()
    return nine


@pytest.fixture
def owner(outlet: Outlet, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """The owner is signed in at an outlet of nine waybills; a range is four rows."""
    monkeypatch.setattr(rewraps, "RANGE_ROWS", 4)
    services = outlet.owner()
    yield services
    outlet.entrance.close()


def accept(services: Services, count: int = 1) -> list[bytes]:
    return [services.entry.accept(draft(), LABEL_PRINTER).record_id for _ in range(count)]


def consent(outlet: Outlet) -> dict[str, str]:
    return {"password": OWNER_PASSWORD, "card": outlet.card}


def renew_seed(outlet: Outlet, owner: Services) -> SeedInHand:
    in_hand = owner.owner_keys.draw_seed()
    owner.owner_keys.replace_seed(in_hand, **consent(outlet))
    return in_hand


def work(services: Services) -> int:
    portions = 0
    while services.wraps.some():
        portions += 1
    return portions


def acts(services: Services, kind: ActivityKind) -> list[Act]:
    return [act for act in activities.after(services.session.store.reader, 0, 10_000) if act.kind == kind]


def opened(services: Services, seed: OwnerSeed) -> int:
    """How many waybills this seed opens."""
    session = services.session
    rows = waybills.recent(session.store.reader)
    count = 0
    for row in rows:
        try:
            sealed = waybills.sealed(session.store.reader, row.masked.record_id)
            unseal_with_owner_key(sealed, seed, outlet_id=session.outlet_id)
        except KeyMismatch:
            continue
        count += 1
    return count


def plant(services: Services, outlet: Outlet) -> None:
    """This person's program seals to another key from now on, as one with a tampered grant would."""
    present = services.session.outlet._present[outlet.chen_id]
    present.opened = replace(
        present.opened, owner_public_key=new_owner_seed(outlet.keys.key_file().outlet_id).public_key
    )


def test_every_waybill_moves_to_the_new_seed_and_the_former_opens_none(outlet: Outlet, owner: Services) -> None:
    former = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    seed = renew_seed(outlet, owner).draft.owner_seed
    assert (opened(owner, former), opened(owner, seed)) == (9, 0)
    accept(owner)
    assert owner.wraps.some()
    assert (opened(owner, former), opened(owner, seed)) == (5, 5)
    moving = owner.wraps.progress()
    assert (moving.is_moving, moving.is_working, moving.done, moving.whole) == (True, True, 4, 10)
    work(owner)
    assert (opened(owner, former), opened(owner, seed)) == (0, 10)
    done = owner.wraps.progress()
    assert (done.is_moving, done.is_working, done.odd_numbers) == (False, False, ())
    assert outlet.keys.key_file().former_seed is None
    assert seed_change.former_seed(owner.session.store.reader) is None
    assert [json.loads(act.detail) for act in acts(owner, ActivityKind.SEED_REPLACED)][-1] == {"waybills": 10}


def test_a_correction_while_they_move_is_sealed_to_the_new_seed(outlet: Outlet, owner: Services) -> None:
    (record_id,) = accept(owner)
    seed = renew_seed(outlet, owner).draft.owner_seed
    owner.entry.correct(record_id, draft(), LABEL_PRINTER)
    sealed = waybills.sealed(owner.session.store.reader, record_id)
    unseal_with_owner_key(sealed, seed, outlet_id=owner.session.outlet_id)
    work(owner)
    sealed = waybills.sealed(owner.session.store.reader, record_id)
    unseal_with_owner_key(sealed, seed, outlet_id=owner.session.outlet_id)


def test_a_seed_whose_time_is_over_stops_and_the_next_use_of_the_card_goes_on(outlet: Outlet, owner: Services) -> None:
    in_hand = renew_seed(outlet, owner)
    now = [0.0]
    owner.session.outlet.wraps.ticks = lambda: now[0]
    owner.owner_keys.go_on(password=OWNER_PASSWORD, card=in_hand.papers.card())
    assert owner.wraps.some()
    now[0] += LENT_S
    assert not owner.wraps.waits()
    assert not owner.wraps.some()
    assert owner.wraps.progress().is_moving
    owner.owner_keys.go_on(password=OWNER_PASSWORD, card=in_hand.papers.card())
    work(owner)
    assert not owner.wraps.progress().is_moving
    assert opened(owner, in_hand.draft.owner_seed) == 9


def test_the_seed_is_dropped_when_its_owner_leaves(outlet: Outlet, owner: Services) -> None:
    renew_seed(outlet, owner)
    chen = outlet.chen()
    assert chen.wraps.waits()
    owner.session.sign_out()
    assert not chen.wraps.waits()
    assert not chen.wraps.some()


def test_moving_twice_the_same_rows_moves_nothing_more(outlet: Outlet, owner: Services) -> None:
    in_hand = renew_seed(outlet, owner)
    owner.wraps.some()
    moved = len(acts(owner, ActivityKind.REWRAPPED))
    owner.session.outlet.wraps.next_range = 0
    owner.wraps.some()
    assert len(acts(owner, ActivityKind.REWRAPPED)) == moved == 1
    work(owner)
    assert opened(owner, in_hand.draft.owner_seed) == 9


def test_a_key_file_without_the_former_seed_is_no_hindrance_where_the_database_has_it(
    outlet: Outlet, owner: Services
) -> None:
    """Who takes it out of the key file would otherwise close every waybill that is not moved yet."""
    in_hand = renew_seed(outlet, owner)
    outlet.keys.replace(replace(outlet.keys.key_file(), former_seed=None, generation=99))
    assert owner.wraps.progress().is_moving
    owner.owner_keys.go_on(password=OWNER_PASSWORD, card=in_hand.papers.card())
    work(owner)
    assert opened(owner, in_hand.draft.owner_seed) == 9
    assert not owner.wraps.progress().is_moving


@pytest.mark.logs("former_seed_unreadable")
def test_a_way_to_the_former_seed_that_another_hand_changed_calls_no_waybill_odd(
    outlet: Outlet, owner: Services
) -> None:
    in_hand = renew_seed(outlet, owner)
    owner.session.outlet.wraps.take_back()
    key_file = outlet.keys.key_file()
    outlet.keys.replace(replace(key_file, former_seed=bytes(61), generation=98))
    with owner.session.store._database.transaction() as cursor:
        cursor.run("UPDATE settings SET value = '00' WHERE name = 'former-seed'")
    card = {"password": OWNER_PASSWORD, "card": in_hand.papers.card()}
    owner.owner_keys.go_on(**card)
    assert not owner.wraps.waits()
    assert acts(owner, ActivityKind.INTEGRITY_FAULT) == []
    outlet.keys.replace(replace(key_file, generation=99))
    owner.owner_keys.go_on(**card)
    work(owner)
    assert opened(owner, in_hand.draft.owner_seed) == 9


def test_at_each_use_of_the_card_what_was_sealed_since_is_tried(outlet: Outlet, owner: Services) -> None:
    owner.owner_keys.go_on(**consent(outlet))
    work(owner)
    accept(owner, 2)
    owner.owner_keys.go_on(**consent(outlet))
    work(owner)
    owner.owner_keys.go_on(**consent(outlet))
    work(owner)
    told = [json.loads(act.detail) for act in acts(owner, ActivityKind.WRAPS_TRIED)]
    assert [(each["tried"], each["odd"]) for each in told] == [(9, 0), (2, 0)]
    outlet.entrance.close()
    again = outlet.owner()
    accept(again)
    again.owner_keys.go_on(**consent(outlet))
    work(again)
    assert json.loads(acts(again, ActivityKind.WRAPS_TRIED)[-1].detail)["tried"] == 1


def test_a_waybill_sealed_to_a_planted_key_is_named_once(outlet: Outlet, owner: Services) -> None:
    owner.session.sign_out()
    chen = outlet.chen()
    plant(chen, outlet)
    (odd,) = accept(chen)
    owner = outlet.owner()
    number = waybills.recent(owner.session.store.reader, 1)[0].masked.number
    for _ in range(2):
        owner.session.outlet.wraps.tried_to = 0
        owner.owner_keys.go_on(**consent(outlet))
        work(owner)
    faults = acts(owner, ActivityKind.INTEGRITY_FAULT)
    assert [(act.record_id, json.loads(act.detail)) for act in faults] == [(odd, {"what": "owner_wrap"})]
    assert owner.wraps.progress().odd_numbers == (number,)
    assert json.loads(acts(owner, ActivityKind.WRAPS_TRIED)[0].detail)["odd"] == 1


def test_a_waybill_that_neither_seed_opens_is_named_and_holds_up_no_move(outlet: Outlet, owner: Services) -> None:
    outlet.chen()
    chen = outlet.chen()
    plant(chen, outlet)
    accept(chen)
    owner = outlet.owner()
    in_hand = renew_seed(outlet, owner)
    work(owner)
    assert opened(owner, in_hand.draft.owner_seed) == 9
    assert len(acts(owner, ActivityKind.INTEGRITY_FAULT)) == 1
    assert not owner.wraps.progress().is_moving


@pytest.mark.parametrize("trick", ["a clerk's act", "an act changed", "a signature changed", "no such act"])
def test_who_says_that_everything_was_tried_must_be_an_owner(outlet: Outlet, owner: Services, trick: str) -> None:
    """Whoever can write the database would hide a row sealed to his key by saying that it was tried."""
    owner.owner_keys.go_on(**consent(outlet))
    work(owner)
    assert owner.wraps._tried_before() > 0
    chen = outlet.chen()
    store = chen.session.store
    sql = {
        "a clerk's act": "UPDATE settings SET value = value WHERE 0",
        "an act changed": "UPDATE acts SET detail = replace(detail, '}', ' }') WHERE kind = 'wraps_tried'",
        "a signature changed": "UPDATE acts SET signature = zeroblob(64) WHERE kind = 'wraps_tried'",
        "no such act": "UPDATE settings SET value = '7' WHERE name = 'wraps-tried'",
    }
    with store._database.transaction() as cursor:
        cursor.run(sql[trick])
    if trick == "a clerk's act":
        chen.session.write(wrap_trials.tried(store.checkpoint().n + 1, 1, 0))
    assert chen.wraps._tried_before() == 0


def test_a_disk_that_is_full_gives_the_key_back_and_the_next_use_goes_on(
    outlet: Outlet, owner: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_hand = renew_seed(outlet, owner)

    def full(path: Path, _: bytes) -> None:
        raise DiskFull(path)

    with monkeypatch.context() as patch:
        patch.setattr("outlet_app.sealing.key_file.replace_file", full)
        with pytest.raises(DiskFull):
            work(owner)
    assert not owner.wraps.waits()
    assert owner.wraps.progress().is_moving
    owner.owner_keys.go_on(password=OWNER_PASSWORD, card=in_hand.papers.card())
    work(owner)
    assert not owner.wraps.progress().is_moving


def test_an_odd_waybill_whose_past_was_rewritten_is_named_all_the_same(outlet: Outlet, owner: Services) -> None:
    chen = outlet.chen()
    plant(chen, outlet)
    (odd,) = accept(chen)
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET at_ms = at_ms + 1 WHERE record_id = ? AND kind = 'label_taken'", odd)
    owner = outlet.owner()
    owner.owner_keys.go_on(**consent(outlet))
    work(owner)
    assert [act.record_id for act in acts(owner, ActivityKind.INTEGRITY_FAULT)] == [odd]
