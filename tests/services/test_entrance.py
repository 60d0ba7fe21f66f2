"""Sign-in."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import (
    FileDamaged,
    FileMissing,
    InvalidDraft,
    InvitationExpired,
    MustWait,
    WrongPassword,
)
from outlet_app.services.entrance import Entrance, EntranceNote, wall_clock
from outlet_app.services.staff import Staff
from outlet_app.store import activities
from tests.outlets import CHEN_PASSWORD, LIN_PASSWORD, OWNER_PASSWORD, Outlet

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


def test_the_sign_in_window_needs_neither_database_nor_use_cases_nor_the_key_store() -> None:
    script = "import sys, outlet_app.services.outlet_keys, outlet_app.services; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "outlet_app.services.entrance" in loaded
    heavy = {"outlet_app.services.admission", "sqlcipher3", "reportlab", "zxingcpp", "keyring", "regex"}
    assert not loaded & heavy


def test_made_ready_before_anybody_signs_in_the_entrance_opens_nothing_by_itself(outlet: Outlet) -> None:
    outlet.entrance.make_ready()
    assert not outlet.entrance.may_use_pin(outlet.chen_id)
    outlet.entrance.close()
    outlet.chen().session.sign_out()
