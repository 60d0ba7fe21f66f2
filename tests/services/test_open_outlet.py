"""Several people at one open outlet: PIN, lock, and who takes over."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.errors import DiskFull, MustWait, SessionLocked, WrongPassword
from outlet_app.services.entrance import Entrance
from outlet_app.services.open_outlet import station_name
from outlet_app.services.record_check import RecordState
from outlet_app.store import activities, label_wraps, near_checkpoint
from outlet_app.store.store import Entry
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


def _acts(services: Services) -> list[tuple[str, bytes]]:
    return [(act.kind, act.account_id) for act in activities.after(services.session.store.reader, 0, 1000)]


PIN = "402817"


def _with_pin(outlet: Outlet) -> Services:
    chen = outlet.chen()
    chen.people.set_pin(PIN, password=CHEN_PASSWORD)
    return chen


def test_several_people_share_one_open_store_and_the_last_to_leave_closes_it(outlet: Outlet) -> None:
    chen = outlet.chen()
    lin = outlet.lin()
    assert lin.session.store is chen.session.store
    assert chen.session.is_over
    assert lin.session.account.name == "林芳"
    lin.session.sign_out()
    assert not chen.session.store.closed
    again = outlet.chen()
    assert again.session.store is chen.session.store
    again.session.sign_out()
    assert again.session.store.closed


def test_a_pin_changes_the_person_within_three_seconds_without_argon2_or_opening_anything(
    outlet: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_pin(outlet)
    lin = outlet.lin()
    stretched: list[object] = []
    monkeypatch.setattr("outlet_app.sealing.suite.hash_secret_raw", lambda **named: stretched.append(named))
    begun = time.perf_counter()
    chen = outlet.entrance.change_person(outlet.chen_id, PIN)
    assert time.perf_counter() - begun < 3
    assert stretched == []
    assert chen.session.store is lin.session.store
    assert lin.session.is_over
    assert _acts(chen)[-1] == (ActivityKind.CHANGED_PERSON, outlet.chen_id)
    chen.entry.accept(draft(), LABEL_PRINTER)
    while chen.session.verify_some():
        pass
    assert chen.session.record_state() is RecordState.GOOD
    outlet.entrance.close()


def test_the_same_person_finds_everything_as_it_stood_behind_the_lock(outlet: Outlet) -> None:
    chen = _with_pin(outlet)
    accepted = chen.entry.accept(draft(), None)
    chen.session.lock()
    assert chen.session.is_locked
    with pytest.raises(SessionLocked):
        chen.entry.accept(draft(), None)
    assert outlet.entrance.change_person(outlet.chen_id, PIN) is chen
    assert [kind for kind, _ in _acts(chen)[-2:]] == [ActivityKind.LOCKED, ActivityKind.UNLOCKED]
    kept = chen.session.labels.find(accepted.record_id)
    assert kept is not None
    assert kept.code_text is not None
    assert chen.printing_desk.take(accepted.record_id, LABEL_PRINTER).coded
    chen.session.lock()
    assert outlet.chen() is chen
    outlet.entrance.close()


def test_a_lock_is_recorded_once_and_empties_the_log(outlet: Outlet) -> None:
    chen = outlet.chen()
    chen.entry.accept(draft(), LABEL_PRINTER)
    chen.session.lock()
    chen.session.lock()
    assert [kind for kind, _ in _acts(chen)].count(ActivityKind.LOCKED) == 1
    assert sum(file.stat().st_size for file in outlet.place.folder.glob("*-wal")) == 0
    near = near_checkpoint.read(outlet.place.near_checkpoint)
    assert near == chen.session.store.checkpoint()
    outlet.entrance.close()


def test_a_lock_holds_even_when_it_cannot_be_recorded(outlet: Outlet, monkeypatch: pytest.MonkeyPatch) -> None:
    chen = outlet.chen()

    def full(*_: object) -> None:
        raise DiskFull(outlet.place.folder)

    with monkeypatch.context() as patch:
        patch.setattr(type(chen.session.store), "write", full)
        with pytest.raises(DiskFull):
            chen.session.lock()
    with pytest.raises(SessionLocked):
        chen.entry.accept(draft(), None)
    outlet.entrance.close()


def test_codes_are_gone_when_another_person_takes_over(outlet: Outlet) -> None:
    chen = _with_pin(outlet)
    plain = chen.entry.accept(draft(), None).record_id
    coded = chen.entry.accept(draft(), LABEL_PRINTER).record_id
    chen.session.lock()
    lin = outlet.lin()
    assert chen.session.labels.holding() == ()
    assert label_wraps.of(lin.session.store.reader, plain) is None
    assert label_wraps.of(lin.session.store.reader, coded) is not None
    again = outlet.entrance.change_person(outlet.chen_id, PIN)
    assert again is not chen
    assert again.printing_desk.latest() == ()
    assert not again.printing_desk.take(coded, LABEL_PRINTER).coded
    outlet.entrance.close()


def test_codes_die_behind_a_lock_whose_keys_are_gone(outlet: Outlet) -> None:
    chen = _with_pin(outlet)
    plain = chen.entry.accept(draft(), None).record_id
    chen.session.lock()
    _wrong_pins(outlet, 5)
    outlet.clock.move(minutes=11)
    assert chen.printing_desk.drop_expired() == 1
    assert chen.session.labels.holding() == ()
    assert label_wraps.of(chen.session.store.reader, plain) is not None
    lin = outlet.lin()
    assert label_wraps.of(lin.session.store.reader, plain) is None
    outlet.entrance.close()


def _wrong_pins(outlet: Outlet, times: int) -> None:
    for _ in range(times):
        outlet.clock.move(minutes=1)
        with pytest.raises(WrongPassword):
            outlet.entrance.change_person(outlet.chen_id, "000001")


def test_the_fifth_wrong_pin_asks_for_the_password_and_each_is_recorded(outlet: Outlet) -> None:
    chen = _with_pin(outlet)
    chen.session.lock()
    _wrong_pins(outlet, 4)
    assert outlet.entrance.may_use_pin(outlet.chen_id)
    _wrong_pins(outlet, 1)
    assert not outlet.entrance.may_use_pin(outlet.chen_id)
    outlet.clock.move(minutes=1)
    with pytest.raises(WrongPassword):
        outlet.entrance.change_person(outlet.chen_id, PIN)
    with pytest.raises(SessionLocked):
        chen.session.write(Entry(Activity(ActivityKind.LOCKED)))
    assert outlet.chen() is chen
    refused = [act for act in activities.after(chen.session.store.reader, 0, 1000) if act.kind == "sign_in_refused"]
    assert [json.loads(act.detail)["why"] for act in refused] == ["pin"] * 5
    chen.entry.accept(draft(), LABEL_PRINTER)
    outlet.entrance.close()


def test_a_right_pin_starts_the_count_of_wrong_ones_again(outlet: Outlet) -> None:
    _with_pin(outlet).session.lock()
    for _ in range(3):
        _wrong_pins(outlet, 4)
        outlet.clock.move(minutes=1)
        outlet.entrance.change_person(outlet.chen_id, PIN).session.lock()
    outlet.entrance.close()


def test_wrong_pins_wait_like_wrong_passwords(outlet: Outlet) -> None:
    _with_pin(outlet).session.lock()
    for _ in range(4):
        with pytest.raises(WrongPassword):
            outlet.entrance.change_person(outlet.chen_id, "000001")
    for way in (lambda: outlet.entrance.change_person(outlet.chen_id, PIN), outlet.chen):
        with pytest.raises(MustWait):
            way()
    outlet.clock.move(seconds=1)
    outlet.entrance.change_person(outlet.chen_id, PIN)
    outlet.entrance.close()


def test_a_pin_is_of_no_use_before_a_full_sign_in_of_this_day_or_after_leaving(outlet: Outlet) -> None:
    with pytest.raises(WrongPassword):
        outlet.entrance.change_person(outlet.chen_id, PIN)
    chen = _with_pin(outlet)
    outlet.lin()
    outlet.entrance.change_person(outlet.chen_id, PIN).session.sign_out()
    assert chen.session.store.closed is False
    assert not outlet.entrance.may_use_pin(outlet.chen_id)
    with pytest.raises(WrongPassword):
        outlet.entrance.change_person(outlet.chen_id, PIN)
    outlet.entrance.close()
    assert not Entrance(outlet.keys, clock=outlet.clock).may_use_pin(outlet.chen_id)


def test_who_has_no_pin_types_his_password(outlet: Outlet) -> None:
    outlet.chen().session.lock()
    assert not outlet.entrance.may_use_pin(outlet.chen_id)
    with pytest.raises(WrongPassword):
        outlet.entrance.change_person(outlet.chen_id, "")
    outlet.entrance.close()


def test_at_four_in_the_morning_every_pin_ends_and_who_is_left_is_signed_out(outlet: Outlet) -> None:
    outlet.clock.move(hours=18)  # 03:30 in Beijing
    _with_pin(outlet)
    lin = outlet.lin()
    assert outlet.entrance.may_use_pin(outlet.chen_id)
    outlet.clock.move(minutes=31)
    assert not outlet.entrance.may_use_pin(outlet.chen_id)
    lin.entry.accept(draft(), LABEL_PRINTER)
    lin.session.lock()
    assert outlet.lin() is lin
    assert _acts(lin)[-1] == (ActivityKind.SIGNED_OUT, outlet.chen_id)
    lin.session.sign_out()
    assert lin.session.store.closed


def test_closing_signs_everybody_out_by_his_own_key(outlet: Outlet) -> None:
    chen = outlet.chen()
    plain = chen.entry.accept(draft(), None).record_id
    outlet.lin().session.lock()
    outlet.entrance.close()
    outlet.entrance.close()
    assert chen.session.store.closed
    owner = outlet.owner()
    left = [account for kind, account in _acts(owner) if kind == ActivityKind.SIGNED_OUT]
    assert left[-2:] == [outlet.chen_id, outlet.lin_id]
    assert label_wraps.of(owner.session.store.reader, plain) is None
    while owner.session.verify_some():
        pass
    assert owner.session.record_state() is RecordState.GOOD
    outlet.entrance.close()


def test_a_station_has_a_name() -> None:
    assert station_name()
