"""Who works here."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.account import Role
from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import FaultKind, InvalidDraft, KeyMismatch, MustWait, NotPermitted, WrongPassword
from outlet_app.sealing import account_keys
from outlet_app.sealing.label_code import write_card_code
from outlet_app.services.record_check import RecordState
from outlet_app.services.staff import Standing
from outlet_app.store import activities
from outlet_app.store.rotation import Stage
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, OWNER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.services import Services
    from outlet_app.store.rotation import Progress
    from tests.outlets import Outlet

NEW_PASSWORD = "a sentence of her own"


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    """The owner is signed in."""
    services = outlet.owner()
    yield services
    outlet.entrance.close()


@pytest.fixture
def consent(outlet: Outlet) -> dict[str, str]:
    """What the owner shows and types for each change."""
    return {"password": OWNER_PASSWORD, "card": outlet.card}


def _kinds(services: Services) -> list[str]:
    return [act.kind for act in activities.after(services.session.store.reader, 0, 1000)]


def _state(services: Services) -> RecordState:
    while services.session.verify_some():
        pass
    return services.session.record_state()


def test_an_invited_clerk_has_the_role_of_a_clerk_by_the_owners_signature(
    owner: Services, consent: dict[str, str]
) -> None:
    invited = owner.staff.invite_clerk("周敏", **consent)
    assert _kinds(owner)[-4:] == [ActivityKind.ACCOUNT_INVITED, *[ActivityKind.STATEMENT_MADE] * 3]
    assert owner.session.statements.role(invited.account_id) is Role.CLERK
    assert owner.session.statements.name(invited.account_id) == "周敏"
    assert invited.code not in repr(invited)


def test_a_clerk_cannot_invite_anybody(outlet: Outlet, chen: Services) -> None:
    with pytest.raises(NotPermitted):
        chen.staff.invite_clerk("周敏", password=CHEN_PASSWORD, card=outlet.card)


@pytest.mark.parametrize("card", ["", "OK1.", "not a card", "OA1.ABCD.1"])
def test_without_the_card_the_owners_password_invites_nobody(owner: Services, card: str) -> None:
    with pytest.raises(WrongPassword):
        owner.staff.invite_clerk("周敏", password=OWNER_PASSWORD, card=card)


def test_neither_does_another_card_or_another_code_of_ours(owner: Services) -> None:
    for card in (write_card_code(owner.session.outlet_id, bytes(16)), write_card_code(bytes(16), bytes(16))):
        with pytest.raises(WrongPassword):
            owner.staff.invite_clerk("周敏", password=OWNER_PASSWORD, card=card)


def test_the_card_without_the_owners_password_invites_nobody_and_is_recorded_at_the_next_coming(
    outlet: Outlet, owner: Services
) -> None:
    with pytest.raises(WrongPassword):
        owner.staff.invite_clerk("周敏", password=CHEN_PASSWORD, card=outlet.card)
    owner.session.sign_out()
    again = outlet.owner()
    refused = [
        json.loads(act.detail)
        for act in activities.after(again.session.store.reader, 0, 1000)
        if act.kind == ActivityKind.SIGN_IN_REFUSED
    ]
    assert [(row["account"], row["why"]) for row in refused] == [(outlet.owner_id.hex(), "card")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("", FaultKind.NOT_A_NAME),
        ("  ", FaultKind.NOT_A_NAME),
        ("周\u200b敏", FaultKind.NOT_A_NAME),
        ("敏" * 41, FaultKind.NOT_A_NAME),
        ("陈伟", FaultKind.NAME_USED),
    ],
)
def test_a_name_that_is_none_or_somebody_elses_is_refused(
    owner: Services, consent: dict[str, str], name: str, kind: FaultKind
) -> None:
    assert owner.staff.name_fault(name) is kind
    with pytest.raises(InvalidDraft) as error:
        owner.staff.invite_clerk(name, **consent)
    assert [(fault.field, fault.kind) for fault in error.value.faults] == [("name", kind)]


def test_a_second_owner_types_his_password_and_his_own_card_opens_the_owners_acts(
    outlet: Outlet, owner: Services, consent: dict[str, str]
) -> None:
    seated = owner.staff.invite_owner("李店主", NEW_PASSWORD, **consent)
    assert seated.card not in repr(seated)
    second = outlet.entrance.sign_in(seated.account_id, NEW_PASSWORD)
    assert second.session.account.role is Role.OWNER
    invited = second.staff.invite_clerk("周敏", password=NEW_PASSWORD, card=seated.card)
    assert second.session.statements.role(invited.account_id) is Role.CLERK
    with pytest.raises(WrongPassword):
        second.staff.invite_clerk("赵强", password=NEW_PASSWORD, card=outlet.card)
    assert _state(second) is RecordState.GOOD


def test_a_second_owners_password_obeys_the_rules(owner: Services, consent: dict[str, str]) -> None:
    with pytest.raises(InvalidDraft) as error:
        owner.staff.invite_owner("李店主", "short", **consent)
    assert [(fault.field, fault.kind) for fault in error.value.faults] == [("new_password", FaultKind.TOO_SHORT)]


def test_a_reset_clerk_comes_back_by_code_and_what_he_did_before_stays_his(
    outlet: Outlet, consent: dict[str, str]
) -> None:
    chen = outlet.chen()
    chen.entry.accept(draft(), LABEL_PRINTER)
    chen.session.sign_out()
    owner = outlet.owner()
    before = owner.session.statements.verify_keys(outlet.chen_id)
    invited = owner.staff.reset(outlet.chen_id, **consent)
    assert invited.account_id == outlet.chen_id
    assert owner.session.statements.verify_keys(outlet.chen_id)[:-1] == before
    assert outlet.chen_id in [tile.account_id for tile in outlet.entrance.invited()]
    with pytest.raises(WrongPassword):
        outlet.chen()
    again = outlet.entrance.accept_invitation(outlet.chen_id, invited.code, NEW_PASSWORD)
    again.entry.accept(draft(), LABEL_PRINTER)
    assert again.session.account.name == "陈伟"
    assert ActivityKind.ACCOUNT_RESET in _kinds(again)
    assert _state(again) is RecordState.GOOD
    outlet.entrance.close()


def test_a_reset_ends_the_days_pin(outlet: Outlet, owner: Services, consent: dict[str, str]) -> None:
    chen = outlet.chen()
    chen.people.set_pin("402817", password=CHEN_PASSWORD)
    owner = outlet.owner()
    assert outlet.entrance.may_use_pin(outlet.chen_id)
    owner.staff.reset(outlet.chen_id, **consent)
    assert not outlet.entrance.may_use_pin(outlet.chen_id)


def test_a_reset_owner_types_a_new_password_and_his_former_card_ends(
    outlet: Outlet, owner: Services, consent: dict[str, str]
) -> None:
    seated = owner.staff.invite_owner("李店主", NEW_PASSWORD, **consent)
    again = owner.staff.reset_owner(seated.account_id, "quite another sentence", **consent)
    assert again.card != seated.card
    with pytest.raises(WrongPassword):
        outlet.entrance.sign_in(seated.account_id, NEW_PASSWORD)
    second = outlet.entrance.sign_in(seated.account_id, "quite another sentence")
    with pytest.raises(WrongPassword):
        second.staff.rotate_key(password="quite another sentence", card=seated.card)
    second.staff.rotate_key(password="quite another sentence", card=again.card)


def test_nobody_resets_or_dismisses_himself_a_stranger_or_the_wrong_role(
    outlet: Outlet, owner: Services, consent: dict[str, str]
) -> None:
    for wrong in (outlet.owner_id, bytes(16)):
        for act in (owner.staff.reset, owner.staff.dismiss):
            with pytest.raises(NotPermitted):
                act(wrong, **consent)
    with pytest.raises(NotPermitted):
        owner.staff.reset_owner(outlet.owner_id, NEW_PASSWORD, **consent)
    with pytest.raises(NotPermitted):
        owner.staff.reset_owner(outlet.chen_id, NEW_PASSWORD, **consent)


def test_who_is_dismissed_is_gone_at_once_and_everybody_else_stays(outlet: Outlet, consent: dict[str, str]) -> None:
    chen = outlet.chen()
    chen.people.set_pin("402817", password=CHEN_PASSWORD)
    former_key = chen.session.keys.database_key
    former_file = outlet.keys.key_file()
    owner = outlet.owner()
    told: list[Progress] = []
    owner.staff.dismiss(outlet.chen_id, **consent, tell=told.append)
    assert {progress.stage for progress in told} == set(Stage)
    assert not outlet.entrance.may_use_pin(outlet.chen_id)
    assert [tile.name for tile in outlet.entrance.tiles()] == ["王店主", "林芳"]
    with pytest.raises(WrongPassword):
        outlet.chen()
    lin = outlet.lin()
    assert lin.session.keys.database_key != former_key
    lin.entry.accept(draft(), LABEL_PRINTER)
    assert _kinds(lin).count(ActivityKind.KEY_ROTATED) == 1
    assert _state(lin) is RecordState.GOOD
    outlet.entrance.close()
    assert [file.name for file in outlet.place.folder.glob("*.db*")] == ["outlet-2.db"]
    with pytest.raises(WrongPassword):
        account_keys.sign_in(outlet.keys.key_file(), outlet.chen_id, CHEN_PASSWORD, outlet.keys.device_secret())
    kept = account_keys.sign_in(former_file, outlet.chen_id, CHEN_PASSWORD, outlet.keys.device_secret())
    assert kept.database_key == former_key
    assert kept.database_key != outlet.owner().session.keys.database_key
    outlet.entrance.close()


def test_a_dismissed_account_in_an_old_key_file_still_lets_nobody_in(outlet: Outlet, consent: dict[str, str]) -> None:
    owner = outlet.owner()
    entry = outlet.keys.key_file().entry(outlet.chen_id)
    owner.staff.dismiss(outlet.chen_id, **consent)
    outlet.entrance.close()
    outlet.keys.replace(outlet.keys.key_file().with_entry(entry))
    with pytest.raises(KeyMismatch):
        outlet.chen()
    outlet.owner().session.sign_out()
    assert outlet.chen_id not in [entry.account_id for entry in outlet.keys.key_file().accounts]


def test_the_owner_goes_on_in_the_same_session_after_a_dismissal(
    outlet: Outlet, owner: Services, consent: dict[str, str]
) -> None:
    owner.entry.accept(draft(), LABEL_PRINTER)
    owner.staff.dismiss(outlet.chen_id, **consent)
    owner.entry.accept(draft(), LABEL_PRINTER)
    invited = owner.staff.invite_clerk("周敏", **consent)
    owner.session.sign_out()
    zhou = outlet.entrance.accept_invitation(invited.account_id, invited.code, NEW_PASSWORD)
    assert zhou.session.today().accepted == 2


def test_everybody_who_is_in_by_pin_today_stays_in_over_a_rotation(outlet: Outlet, consent: dict[str, str]) -> None:
    chen = outlet.chen()
    chen.people.set_pin("402817", password=CHEN_PASSWORD)
    owner = outlet.owner()
    owner.staff.rotate_key(**consent)
    chen = outlet.entrance.change_person(outlet.chen_id, "402817")
    chen.entry.accept(draft(), LABEL_PRINTER)
    assert _state(chen) is RecordState.GOOD
    outlet.entrance.close()


def test_a_dismissal_stands_when_its_rotation_is_stopped_and_says_what_is_due(
    outlet: Outlet, owner: Services, consent: dict[str, str]
) -> None:
    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    assert not owner.staff.rotation_due()
    with pytest.raises(KeyboardInterrupt):
        owner.staff.dismiss(outlet.chen_id, **consent, tell=stop)
    assert owner.staff.rotation_due()
    assert [file.name for file in outlet.place.folder.glob("outlet-2*")] == []
    with pytest.raises(WrongPassword):
        outlet.chen()
    owner.staff.rotate_key(**consent)
    assert not owner.staff.rotation_due()
    owner.staff.dismiss(outlet.lin_id, **consent)
    assert not owner.staff.rotation_due()
    assert outlet.keys.key_file().database_name == "outlet-3.db"


def test_the_owner_sees_everybody_with_what_stands_about_them(outlet: Outlet, consent: dict[str, str]) -> None:
    chen = outlet.chen()
    chen.people.accept_duties(chen.people.duties("en").version)
    accepted_at = outlet.clock.now
    chen.session.sign_out()
    owner = outlet.owner()
    owner.staff.dismiss(outlet.lin_id, **consent)
    zhou = owner.staff.invite_clerk("周敏", **consent)
    for _ in range(4):
        with pytest.raises(WrongPassword):
            outlet.entrance.sign_in(outlet.chen_id, "not her password")
    people = {person.name: person for person in owner.staff.people()}
    assert list(people) == ["王店主", "陈伟", "周敏", "林芳"]
    assert [person.standing for person in people.values()] == [
        *(Standing.WORKS_HERE, Standing.WORKS_HERE, Standing.INVITED, Standing.HAS_LEFT)
    ]
    assert [person.role for person in people.values()] == [Role.OWNER, Role.CLERK, Role.CLERK, None]
    assert [person.has_card for person in people.values()] == [True, False, False, False]
    assert people["周敏"].account_id == zhou.account_id
    assert people["周敏"].code_until == outlet.clock.now + timedelta(hours=24)
    duties = people["陈伟"].duties
    assert duties is not None
    assert (duties.version, duties.at) == (1, accepted_at)
    assert people["王店主"].duties is None
    assert people["陈伟"].waits_until == outlet.clock.now + timedelta(seconds=1)
    assert people["王店主"].waits_until is None
    outlet.entrance.close()


def test_the_owner_lifts_a_wait_and_it_is_recorded(outlet: Outlet, owner: Services) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassword):
            outlet.entrance.sign_in(outlet.chen_id, "not her password")
    with pytest.raises(MustWait):
        outlet.chen()
    owner.staff.lift_wait(outlet.chen_id)
    assert _kinds(owner)[-1] == ActivityKind.LIMIT_LIFTED
    chen = outlet.chen()
    assert _kinds(chen).count(ActivityKind.SIGN_IN_REFUSED) == 4


def test_each_person_bears_the_days_on_which_the_owner_stated_that_he_came_and_left(
    outlet: Outlet, owner: Services, consent: dict[str, str]
) -> None:
    founded = outlet.clock()
    outlet.clock.move(hours=3)
    owner.staff.invite_clerk("周敏", **consent)
    owner.staff.dismiss(outlet.lin_id, **consent)
    people = {person.name: person for person in owner.staff.people()}
    later = founded + timedelta(hours=3)
    assert {name: (person.came_at, person.left_at) for name, person in people.items()} == {
        "王店主": (founded, None),
        "陈伟": (founded, None),
        "林芳": (founded, later),
        "周敏": (later, None),
    }
