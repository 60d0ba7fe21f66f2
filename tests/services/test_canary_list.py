"""The list of canaries: an owner's own from his first sign-in on, and what another hand made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.canaries import CanaryLook
from outlet_app.domain.flags import FlagKind
from outlet_app.services.canary_list import ListState
from outlet_app.store import canaries
from tests.outlets import OWNER_PASSWORD
from tests.services.scanning import Labelled, label
from tests.services.watching import NOTE, newest, seen, the_one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services import Services
    from tests.outlets import Outlet


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    services = outlet.owner()
    yield services
    services.session.store.close()


@pytest.fixture
def bird(owner: Services) -> Labelled:
    """A waybill of nobody that the owner accepted and marked."""
    made = label(owner)
    owner.canaries.mark(made.number, NOTE)
    return made


def test_an_act_in_a_clerks_name_that_he_did_not_sign_does_not_tell_of_him(
    outlet: Outlet, owner: Services, bird: Labelled
) -> None:
    owner.find.look_up(bird.number)
    with owner.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET account_id = ? WHERE n = (SELECT max(n) FROM acts)", outlet.chen_id)
    assert seen(owner) == []


def test_who_changes_the_person_with_his_pin_reads_his_list(outlet: Outlet, owner: Services, bird: Labelled) -> None:
    owner.people.set_pin("246810", password=OWNER_PASSWORD)
    outlet.chen().find.look_up(bird.number)
    owner = outlet.entrance.change_person(outlet.owner_id, "246810")
    assert the_one(owner).canary.record_id == bird.record_id
    assert len(seen(owner)) == 1


def test_each_owner_has_a_list_of_his_own_and_one_looks_at_the_others(
    outlet: Outlet, owner: Services, bird: Labelled
) -> None:
    password = "the second owner of this shop"
    seated = owner.staff.invite_owner("李店主", password, password=OWNER_PASSWORD, card=outlet.card)
    other = outlet.entrance.sign_in(seated.account_id, password)
    assert other.canaries.marked().canaries == ()
    other.find.look_up(bird.number)
    assert other.flags.canary_flags() == ()
    assert seen(outlet.owner()) == [("李店主", CanaryLook.LOOKED_UP.value, 1)]


def test_every_owner_has_a_list_from_his_first_sign_in_on_and_clerks_have_none(outlet: Outlet) -> None:
    chen = outlet.chen()
    assert canaries.box_of(chen.session.store.reader, outlet.chen_id) is None
    assert canaries.box_of(chen.session.store.reader, outlet.owner_id) is not None
    chen.session.sign_out()


def test_a_former_owner_before_lists_were_there_gets_one_with_the_act_of_his_coming(outlet: Outlet) -> None:
    owner = outlet.owner()
    with owner.session.store._database.transaction() as cursor:
        cursor.run("DELETE FROM canaries")
    owner.session.sign_out()
    owner = outlet.owner()
    assert canaries.box_of(owner.session.store.reader, outlet.owner_id) is not None
    assert newest(owner)[0] == ActivityKind.SIGNED_IN
    assert owner.canaries.marked().state is ListState.OPENS
    owner.session.sign_out()


@pytest.mark.parametrize("hand", ["another box", "an older box", "no box"])
def test_a_list_that_another_hand_changed_is_told_at_each_sign_in_until_it_is_begun_anew(
    outlet: Outlet, owner: Services, bird: Labelled, hand: str
) -> None:
    reader, owner_id = owner.session.store.reader, outlet.owner_id
    former = canaries.box_of(reader, owner_id)
    owner.canaries.unmark(bird.record_id)
    now = canaries.box_of(reader, owner_id)
    assert former is not None
    assert now is not None
    with owner.session.store._database.transaction() as cursor:
        if hand == "no box":
            cursor.run("DELETE FROM canaries")
        else:
            canaries.keep(cursor, owner_id, former if hand == "an older box" else now[:-1] + bytes([now[-1] ^ 1]))
    assert owner.canaries.marked().state is ListState.CHANGED
    assert owner.canaries.to_renew() == 1
    with pytest.raises(ValueError, match="changed"):
        owner.canaries.unmark(bird.record_id)
    owner.session.sign_out()
    owner = outlet.owner()
    assert newest(owner) == (ActivityKind.INTEGRITY_FAULT, None, '{"what":"canaries"}')
    assert FlagKind.RECORD in {view.flag.kind for view in owner.flags.open_flags()}
    owner.canaries.begin_anew()
    assert (owner.canaries.marked().state, owner.canaries.to_renew()) == (ListState.OPENS, 0)
    owner.session.sign_out()
    assert newest(outlet.owner())[0] == ActivityKind.SIGNED_IN


@pytest.mark.usefixtures("bird")
def test_a_seal_in_the_owners_name_that_he_did_not_sign_is_another_hands(outlet: Outlet) -> None:
    chen = outlet.chen()
    box = chen.session.keys.canaries.lock(())
    chen.session.write(canaries.sealed(outlet.owner_id, box))
    with chen.session.store._database.transaction() as cursor:
        cursor.run("UPDATE acts SET account_id = ? WHERE n = (SELECT max(n) FROM acts)", outlet.owner_id)
    assert outlet.owner().canaries.marked().state is ListState.CHANGED


def test_who_lost_his_key_is_told_that_his_former_list_does_not_open(outlet: Outlet, owner: Services) -> None:
    """As after a reset, or on a new PC with the recovery sheet: the record is whole and the key is another one."""
    stranger = outlet.chen().session.keys.canaries
    owner = outlet.owner()
    owner.session.write(canaries.sealed(outlet.owner_id, stranger.lock(())))
    assert owner.canaries.marked().state is ListState.CLOSED
    assert owner.canaries.to_renew() == 1
    assert owner.flags.canary_flags() == ()
    owner.session.sign_out()
    owner = outlet.owner()
    assert newest(owner)[0] == ActivityKind.SIGNED_IN
    owner.canaries.begin_anew()
    assert owner.canaries.marked().state is ListState.OPENS


def test_a_new_password_of_his_own_opens_the_same_list(outlet: Outlet, owner: Services, bird: Labelled) -> None:
    new = "another sentence of the owner"
    owner.people.change_password(new, password=OWNER_PASSWORD, card=outlet.card)
    owner.session.sign_out()
    owner = outlet.entrance.sign_in(outlet.owner_id, new)
    assert the_one(owner).canary.record_id == bird.record_id
