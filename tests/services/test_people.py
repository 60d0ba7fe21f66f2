"""Everybody's own account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain import duties
from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import FaultKind, InvalidDraft, MustWait, WrongPassword
from outlet_app.sealing.label_code import write_checkpoint_code
from outlet_app.services.entrance import Entrance
from outlet_app.store import activities
from tests.outlets import CHEN_PASSWORD, LIN_PASSWORD, OWNER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services import Services
    from tests.outlets import Outlet

NEW = "a new sentence of hers"


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    """The owner is signed in."""
    services = outlet.owner()
    yield services
    outlet.entrance.close()


def _newest(services: Services) -> str:
    act = activities.newest(services.session.store.reader)
    assert act is not None
    return act.kind


def test_a_pin_is_set_with_the_password_and_is_there_after_a_restart(outlet: Outlet, chen: Services) -> None:
    assert not chen.people.has_pin()
    chen.people.set_pin("402817", password=CHEN_PASSWORD)
    assert chen.people.has_pin()
    assert _newest(chen) == ActivityKind.PIN_CHANGED
    outlet.entrance.close()
    later = Entrance(outlet.keys, clock=outlet.clock)
    later.sign_in(outlet.chen_id, CHEN_PASSWORD).session.lock()
    later.change_person(outlet.chen_id, "402817")
    later.close()


def test_a_new_pin_takes_the_old_ones_place_at_once(outlet: Outlet, chen: Services) -> None:
    chen.people.set_pin("402817", password=CHEN_PASSWORD)
    chen.people.set_pin("771390", password=CHEN_PASSWORD)
    chen.session.lock()
    with pytest.raises(WrongPassword):
        outlet.entrance.change_person(outlet.chen_id, "402817")
    assert outlet.entrance.change_person(outlet.chen_id, "771390") is chen


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "12345a", "123456", "000000", "٤٠٢٨١٧"])
def test_a_pin_that_anybody_guesses_or_that_is_none_is_refused(chen: Services, pin: str) -> None:
    assert chen.people.pin_fault(pin) is not None
    with pytest.raises(InvalidDraft):
        chen.people.set_pin(pin, password=CHEN_PASSWORD)
    assert not chen.people.has_pin()


def test_without_the_password_neither_pin_nor_password_changes_and_tries_must_wait(
    outlet: Outlet, chen: Services
) -> None:
    before = outlet.place.key_file.read_bytes()
    for _ in range(2):
        with pytest.raises(WrongPassword):
            chen.people.set_pin("402817", password=LIN_PASSWORD)
        with pytest.raises(WrongPassword):
            chen.people.change_password(NEW, password=LIN_PASSWORD)
    with pytest.raises(MustWait):
        chen.people.set_pin("402817", password=CHEN_PASSWORD)
    assert outlet.place.key_file.read_bytes() == before
    assert _newest(chen) == ActivityKind.SIGNED_IN


def test_a_changed_password_opens_and_the_old_one_does_not(outlet: Outlet, chen: Services) -> None:
    chen.people.set_pin("402817", password=CHEN_PASSWORD)
    chen.people.change_password(NEW, password=CHEN_PASSWORD)
    assert _newest(chen) == ActivityKind.PASSWORD_CHANGED
    chen.session.sign_out()
    with pytest.raises(WrongPassword):
        outlet.chen()
    again = outlet.entrance.sign_in(outlet.chen_id, NEW)
    assert again.people.has_pin()
    outlet.entrance.close()


def test_an_owners_password_changes_with_his_card_and_both_slots_open_with_the_new_one(
    outlet: Outlet, owner: Services
) -> None:
    for card in (None, "", "OC1.", "OK1."):
        with pytest.raises(WrongPassword):
            owner.people.change_password(NEW, password=OWNER_PASSWORD, card=card)
    outlet.clock.move(hours=1)
    owner.people.change_password(NEW, password=OWNER_PASSWORD, card=outlet.card)
    owner.session.sign_out()
    again = outlet.entrance.sign_in(outlet.owner_id, NEW)
    again.staff.rotate_key(password=NEW, card=outlet.card)


def test_another_code_of_ours_is_no_card(owner: Services) -> None:
    session = owner.session
    code = write_checkpoint_code(session.outlet_id, session.store.checkpoint(), session.keys.label_key)
    with pytest.raises(WrongPassword):
        owner.people.change_password(NEW, password=OWNER_PASSWORD, card=code)


def test_a_pin_that_was_removed_opens_nothing_now_and_after_a_restart(outlet: Outlet, chen: Services) -> None:
    chen.people.set_pin("402817", password=CHEN_PASSWORD)
    with pytest.raises(WrongPassword):
        chen.people.remove_pin(password=LIN_PASSWORD)
    assert chen.people.has_pin()
    chen.people.remove_pin(password=CHEN_PASSWORD)
    assert not chen.people.has_pin()
    assert _newest(chen) == ActivityKind.PIN_CHANGED
    chen.session.lock()
    assert not outlet.entrance.may_use_pin(outlet.chen_id)
    assert not outlet.chen().people.has_pin()


def test_a_pin_is_offered_once_a_day_until_there_is_one(outlet: Outlet) -> None:
    for _ in range(2):
        outlet.clock.move(hours=24)
        chen = outlet.chen()
        assert chen.people.pin_is_offered()
        chen.session.lock()
        assert not outlet.chen().people.pin_is_offered()
    outlet.clock.move(hours=24)
    tomorrow = outlet.chen()
    assert tomorrow.people.pin_is_offered()
    tomorrow.people.set_pin("402817", password=CHEN_PASSWORD)
    assert not tomorrow.people.pin_is_offered()


def test_a_pin_that_was_declined_is_offered_never_again_to_him_and_still_to_others(
    outlet: Outlet, chen: Services
) -> None:
    chen.people.decline_pin()
    assert _newest(chen) == ActivityKind.PIN_CHANGED
    outlet.clock.move(hours=24)
    assert outlet.lin().people.pin_is_offered()
    again = outlet.chen()
    assert not again.people.pin_is_offered()
    again.people.set_pin("402817", password=CHEN_PASSWORD)
    assert again.people.has_pin()


def test_an_owner_needs_his_card_for_a_new_password_and_a_clerk_needs_none(outlet: Outlet, chen: Services) -> None:
    assert not chen.people.needs_card()
    assert outlet.owner().people.needs_card()
    outlet.entrance.close()


def test_what_was_accepted_and_when_is_told(outlet: Outlet, chen: Services) -> None:
    assert chen.people.own_record().duties is None
    chen.people.accept_duties(1)
    accepted = chen.people.own_record().duties
    assert accepted is not None
    assert (accepted.version, accepted.at) == (1, outlet.clock())


@pytest.mark.parametrize(
    ("password", "kind"),
    [
        ("short", FaultKind.TOO_SHORT),
        ("password1234", FaultKind.TOO_COMMON),
        ("陈伟陈伟的密码是这个", FaultKind.CONTAINS_NAME),
        ("余杭文一西路网点的密码", FaultKind.CONTAINS_NAME),
    ],
)
def test_a_new_password_obeys_the_rules(chen: Services, password: str, kind: FaultKind) -> None:
    assert chen.people.password_fault(password) is kind
    with pytest.raises(InvalidDraft) as error:
        chen.people.change_password(password, password=CHEN_PASSWORD)
    assert [(fault.field, fault.kind) for fault in error.value.faults] == [("password", kind)]


def test_a_clerk_is_told_his_duties_until_he_accepts_them_and_again_when_they_change(
    chen: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert chen.people.duties_due()
    stands = chen.people.duties("zh_CN")
    chen.people.accept_duties(stands.version)
    assert not chen.people.duties_due()
    assert _newest(chen) == ActivityKind.DUTIES_ACCEPTED
    newer = duties.Duties(stands.version + 1, stands.text)
    monkeypatch.setattr("outlet_app.services.people.duties", lambda _: newer)
    assert chen.people.duties_due()
    with pytest.raises(ValueError, match="another version"):
        chen.people.accept_duties(stands.version)
    chen.people.accept_duties(newer.version)
    assert not chen.people.duties_due()


def test_one_clerks_acceptance_is_not_anothers_and_the_owner_is_asked_nothing(outlet: Outlet, chen: Services) -> None:
    chen.people.accept_duties(1)
    assert outlet.lin().people.duties_due()
    assert not outlet.owner().people.duties_due()
    assert not outlet.chen().people.duties_due()
