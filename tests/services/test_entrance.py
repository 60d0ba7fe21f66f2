"""Sign-in."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import (
    DiskFull,
    FileBusy,
    FileDamaged,
    FileMissing,
    InvalidDraft,
    InvitationExpired,
    MustWait,
    StatementRefused,
    WrongPassword,
)
from outlet_app.sealing.statements import AccountDismissed, OwnerKeyNamed
from outlet_app.services.entrance import Entrance, EntranceNote, wall_clock
from outlet_app.services.session import RecordState
from outlet_app.services.staff import Staff
from outlet_app.store import activities, label_wraps, near_checkpoint
from outlet_app.store.store import Store
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, LIN_PASSWORD, OWNER_PASSWORD, Outlet

if TYPE_CHECKING:
    from outlet_app.services import Services


def _fail(outlet: Outlet, times: int) -> None:
    for _ in range(times):
        with pytest.raises(WrongPassword):
            outlet.entrance.sign_in(outlet.chen_id, "not her password")


def _acts(services: Services) -> list[tuple[str, bytes]]:
    return [(act.kind, act.account_id) for act in activities.after(services.session.store.reader, 0, 1000)]


def test_tiles_stand_for_everybody_who_can_sign_in(outlet: Outlet) -> None:
    assert [tile.name for tile in outlet.entrance.tiles()] == ["王店主", "陈伟", "林芳"]
    assert outlet.entrance.outlet_name == "余杭文一西路网点"


def test_a_right_password_opens_the_outlet_as_that_person_and_is_recorded(outlet: Outlet) -> None:
    services = outlet.chen()
    assert services.session.account.name == "陈伟"
    assert _acts(services)[-1] == (ActivityKind.SIGNED_IN, outlet.chen_id)
    services.session.sign_out()
    services = outlet.owner()
    assert (ActivityKind.SIGNED_OUT, outlet.chen_id) in _acts(services)
    services.session.sign_out()


@pytest.mark.parametrize("password", ["", "Chen-stands-at-the-counter", LIN_PASSWORD, OWNER_PASSWORD])
def test_any_other_password_is_refused_with_the_same_answer(outlet: Outlet, password: str) -> None:
    with pytest.raises(WrongPassword):
        outlet.entrance.sign_in(outlet.chen_id, password)


def test_an_account_that_is_not_there_gets_the_same_answer(outlet: Outlet) -> None:
    with pytest.raises(WrongPassword):
        outlet.entrance.sign_in(bytes(16), CHEN_PASSWORD)


def test_from_the_fourth_failure_on_even_the_right_password_waits_over_restarts_too(outlet: Outlet) -> None:
    _fail(outlet, 4)
    again = Entrance(outlet.keys, clock=outlet.clock)
    with pytest.raises(MustWait) as error:
        again.sign_in(outlet.chen_id, CHEN_PASSWORD)
    assert error.value.until == outlet.clock.now + timedelta(seconds=1)
    outlet.clock.move(seconds=1)
    again.sign_in(outlet.chen_id, CHEN_PASSWORD).session.sign_out()


def test_one_persons_failures_cost_nobody_else_a_wait(outlet: Outlet) -> None:
    _fail(outlet, 4)
    outlet.lin().session.sign_out()
    with pytest.raises(MustWait):
        outlet.chen()


def test_refused_sign_ins_enter_the_record_at_the_next_opening(outlet: Outlet) -> None:
    _fail(outlet, 2)
    services = outlet.lin()
    refused = [
        json.loads(act.detail)
        for act in activities.after(services.session.store.reader, 0, 1000)
        if act.kind == ActivityKind.SIGN_IN_REFUSED
    ]
    services.session.sign_out()
    assert [(row["account"], row["why"]) for row in refused] == [(outlet.chen_id.hex(), "password")] * 2
    again = outlet.lin()
    assert _acts(again).count((ActivityKind.SIGN_IN_REFUSED, outlet.lin_id)) == 2
    again.session.sign_out()


def test_a_second_copy_of_the_program_is_told_that_the_outlet_is_open(outlet: Outlet) -> None:
    services = outlet.chen()
    with pytest.raises(FileBusy):
        Entrance(outlet.keys, clock=outlet.clock).sign_in(outlet.lin_id, LIN_PASSWORD)
    services.session.sign_out()


def test_a_missing_key_file_is_named(outlet: Outlet) -> None:
    outlet.place.key_file.unlink()
    outlet.entrance.tiles()
    outlet.place.second_key_file.unlink()
    with pytest.raises(FileMissing) as error:
        outlet.entrance.tiles()
    assert error.value.path == outlet.place.key_file


def test_a_damaged_key_file_is_mended_from_its_copy_and_named_when_both_are(outlet: Outlet) -> None:
    whole = outlet.place.key_file.read_bytes()
    outlet.place.key_file.write_bytes(b"damaged")
    outlet.chen().session.sign_out()
    assert outlet.place.key_file.read_bytes() == whole
    outlet.place.key_file.write_bytes(b"damaged")
    outlet.place.second_key_file.write_bytes(b"damaged")
    with pytest.raises(FileDamaged):
        outlet.chen()


def test_a_missing_database_is_named(outlet: Outlet) -> None:
    for path in outlet.place.folder.glob("*.db*"):
        path.unlink()
    with pytest.raises(FileMissing):
        outlet.chen()


def test_an_invitation_opens_once_and_for_24_hours(outlet: Outlet) -> None:
    owner = outlet.owner()
    staff = Staff(owner.session, outlet.keys)
    first = staff.invite_clerk("周敏", password=OWNER_PASSWORD, card=outlet.card)
    late = staff.invite_clerk("赵强", password=OWNER_PASSWORD, card=outlet.card)
    owner.session.sign_out()
    assert "周敏" not in [tile.name for tile in outlet.entrance.tiles()]
    with pytest.raises(WrongPassword):
        outlet.entrance.accept_invitation(first.account_id, late.code, "a password of hers")
    services = outlet.entrance.accept_invitation(first.account_id, first.code, "a password of hers")
    assert [kind for kind, _ in _acts(services)[-2:]] == [ActivityKind.INVITATION_ACCEPTED, ActivityKind.SIGNED_IN]
    services.session.sign_out()
    with pytest.raises(WrongPassword):
        outlet.entrance.accept_invitation(first.account_id, first.code, "another password")
    outlet.clock.move(hours=24, seconds=1)
    with pytest.raises(InvitationExpired):
        outlet.entrance.accept_invitation(late.account_id, late.code, "a password of his")


def test_a_rolled_back_database_shows_at_the_next_sign_in_and_work_goes_on(outlet: Outlet) -> None:
    database = next(outlet.place.folder.glob("*.db"))
    old = database.read_bytes()
    services = outlet.chen()
    services.entry.accept(draft(), LABEL_PRINTER)
    services.session.sign_out()
    database.write_bytes(old)
    services = outlet.chen()
    assert services.session.record_state() is RecordState.BROKEN
    assert services.session.verify_some() is False
    assert services.entry.accept(draft(), LABEL_PRINTER).job is not None
    services.session.sign_out()
    again = outlet.lin()
    assert again.session.record_state() is RecordState.BROKEN
    again.session.sign_out()


def test_a_checkpoint_file_that_says_nothing_proves_nothing(outlet: Outlet) -> None:
    outlet.place.near_checkpoint.write_text("nothing", encoding="ascii")
    services = outlet.chen()
    assert services.session.record_state() is RecordState.CHECKING
    while services.session.verify_some():
        pass
    assert services.session.record_state() is RecordState.GOOD
    services.session.sign_out()
    assert near_checkpoint.read(outlet.place.near_checkpoint) is not None


def test_wraps_that_no_label_opens_are_gone_after_a_crash(outlet: Outlet) -> None:
    services = outlet.chen()
    plain = services.entry.accept(draft(), None).record_id
    coded = services.entry.accept(draft(), LABEL_PRINTER).record_id
    services.session.store.close()
    outlet.clock.move(seconds=5)
    reader = (services := outlet.chen()).session.store.reader
    assert label_wraps.of(reader, plain) is None
    assert label_wraps.of(reader, coded) is not None
    services.session.sign_out()


def test_a_label_opens_nothing_after_seven_days(outlet: Outlet) -> None:
    services = outlet.chen()
    record_id = services.entry.accept(draft(), LABEL_PRINTER).record_id
    services.session.sign_out()
    outlet.clock.move(days=6, hours=23)
    services = outlet.chen()
    assert label_wraps.of(services.session.store.reader, record_id) is not None
    outlet.clock.move(hours=2)
    services.printing_desk.drop_expired()
    assert label_wraps.of(services.session.store.reader, record_id) is None
    services.session.sign_out()


def test_a_statement_taken_out_of_the_database_lets_nobody_in(outlet: Outlet) -> None:
    services = outlet.chen()
    with services.session.store._database.transaction() as cursor:
        cursor.run("DELETE FROM statements WHERE serial = (SELECT max(serial) FROM statements)")
    services.session.store.close()
    with pytest.raises(StatementRefused):
        outlet.chen()


def test_the_screen_is_told_where_the_device_secret_lies_and_that_an_outlet_is_a_demo(outlet: Outlet) -> None:
    assert outlet.entrance.notes() == {EntranceNote.SECRET_IN_FILE}
    demo = Entrance(outlet.keys, demo_logins=(("陈伟", CHEN_PASSWORD),))
    assert demo.notes() == {EntranceNote.DEMO}
    assert demo.demo_logins() == (("陈伟", CHEN_PASSWORD),)
    assert outlet.entrance.demo_logins() == ()


def test_the_wall_clock_says_utc() -> None:
    assert wall_clock().utcoffset() == timedelta()


def test_the_owner_with_his_card_never_waits_and_without_it_this_way_answers_no_guess(outlet: Outlet) -> None:
    for _ in range(5):
        outlet.clock.move(hours=1)
        with pytest.raises(WrongPassword):
            outlet.entrance.sign_in(outlet.owner_id, "a colleague's guess")
    with pytest.raises(MustWait):
        outlet.owner()
    for password, card in ((OWNER_PASSWORD, ""), (OWNER_PASSWORD, "OK1."), ("a guess of his", outlet.card)):
        with pytest.raises(WrongPassword):
            outlet.entrance.sign_in_with_card(outlet.owner_id, password, card)
    owner = outlet.entrance.sign_in_with_card(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    refused = [act for act in activities.after(owner.session.store.reader, 0, 1000) if act.kind == "sign_in_refused"]
    assert [json.loads(act.detail)["why"] for act in refused] == ["password"] * 5 + ["card"] * 3
    outlet.entrance.close()


def test_an_invitations_code_cannot_be_guessed_quickly_either(outlet: Outlet) -> None:
    owner = outlet.owner()
    invited = owner.staff.invite_clerk("周敏", password=OWNER_PASSWORD, card=outlet.card)
    assert [tile.name for tile in outlet.entrance.invited()] == ["周敏"]
    for _ in range(4):
        with pytest.raises(WrongPassword):
            outlet.entrance.accept_invitation(invited.account_id, "0000000000", "a password of hers")
    with pytest.raises(MustWait):
        outlet.entrance.accept_invitation(invited.account_id, invited.code, "a password of hers")
    outlet.clock.move(seconds=1)
    zhou = outlet.entrance.accept_invitation(invited.account_id, invited.code, "a password of hers")
    assert zhou.session.account.name == "周敏"
    assert owner.session.is_over
    assert outlet.entrance.invited() == ()
    outlet.entrance.close()


@pytest.mark.parametrize("password", ["short", "password123", "周敏周敏周敏周敏周敏"])
def test_a_first_password_obeys_the_rules_and_the_code_stays_good(outlet: Outlet, password: str) -> None:
    owner = outlet.owner()
    invited = owner.staff.invite_clerk("周敏", password=OWNER_PASSWORD, card=outlet.card)
    with pytest.raises(InvalidDraft):
        outlet.entrance.accept_invitation(invited.account_id, invited.code, password)
    outlet.entrance.accept_invitation(invited.account_id, invited.code, "a password of hers")
    outlet.entrance.close()


def test_a_tile_renamed_in_the_key_file_renames_nobody(outlet: Outlet) -> None:
    key_file = outlet.keys.key_file()
    outlet.keys.replace(key_file.with_entry(replace(key_file.entry(outlet.chen_id), name="林芳")))
    chen = outlet.chen()
    assert chen.session.account.name == "陈伟"
    chen.session.sign_out()


def test_a_sign_in_that_cannot_be_recorded_leaves_no_store_open(
    outlet: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull(outlet.place.folder)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "write", full)
        with pytest.raises(DiskFull):
            outlet.chen()
    outlet.lin().session.sign_out()


def test_who_was_dismissed_by_statement_is_out_though_his_slot_still_opens(outlet: Outlet) -> None:
    owner = outlet.owner()
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    owner.session.state(seed, AccountDismissed(outlet.chen_id))
    outlet.entrance.close()
    with pytest.raises(WrongPassword):
        outlet.chen()
    outlet.lin().session.sign_out()
    assert outlet.chen_id not in [tile.account_id for tile in outlet.entrance.tiles()]


def test_an_owners_key_that_no_statement_names_lets_nobody_in(outlet: Outlet) -> None:
    owner = outlet.owner()
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    owner.session.state(seed, OwnerKeyNamed(bytes(32)))
    outlet.entrance.close()
    with pytest.raises(StatementRefused):
        outlet.chen()
