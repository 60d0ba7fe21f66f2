"""A new owner seed, a new card, a new database key: what opens afterwards and what no longer does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import (
    DiskFull,
    MustWait,
    NotPermitted,
    SeedStillMoving,
    StatementRefused,
    Stopped,
    WrongPassword,
)
from outlet_app.sealing.owner_slots import open_with_recovery
from outlet_app.sealing.statements import RoleGiven, sign_statement
from outlet_app.services.entrance import Entrance
from outlet_app.store import accounts, activities
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, OWNER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.domain.account import Role
    from outlet_app.services import Services
    from outlet_app.services.owner_keys import SeedInHand
    from outlet_app.store.rotation import Progress
    from tests.outlets import Outlet

SECOND_PASSWORD = "the second owner of it"


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    """The owner is signed in."""
    services = outlet.owner()
    yield services
    outlet.entrance.close()


def renew_seed(outlet: Outlet, owner: Services) -> SeedInHand:
    in_hand = owner.owner_keys.draw_seed()
    owner.owner_keys.replace_seed(in_hand, password=OWNER_PASSWORD, card=outlet.card)
    return in_hand


def work(services: Services) -> None:
    while services.wraps.some():
        pass


def kinds(services: Services) -> list[str]:
    return [act.kind for act in activities.after(services.session.store.reader, 0, 10_000)]


def opens_seed(outlet: Outlet, card: str, password: str = OWNER_PASSWORD) -> bool:
    try:
        outlet.keys.owner_seed(outlet.owner_id, password, card)
    except WrongPassword:
        return False
    return True


def test_a_drawn_seed_changes_nothing(outlet: Outlet, owner: Services) -> None:
    before = outlet.keys.key_file()
    in_hand = owner.owner_keys.draw_seed()
    assert outlet.keys.key_file() == before
    assert not opens_seed(outlet, in_hand.papers.card())
    assert in_hand.papers.card() not in repr(in_hand)


def test_after_a_new_seed_only_the_new_card_and_sheet_open_and_everybody_signs_in(
    outlet: Outlet, owner: Services
) -> None:
    with pytest.raises(WrongPassword):
        open_with_recovery(outlet.keys.key_file(), " ".join(owner.owner_keys.draw_seed().papers.recovery_words("en")))
    in_hand = renew_seed(outlet, owner)
    papers = in_hand.papers
    assert not opens_seed(outlet, outlet.card)
    assert opens_seed(outlet, papers.card())
    open_with_recovery(outlet.keys.key_file(), " ".join(papers.recovery_words("en")))
    owner.entry.accept(draft(), LABEL_PRINTER)
    outlet.entrance.close()
    chen = outlet.chen()
    assert chen.session.statements.owner_public_key() == in_hand.draft.owner_seed.public_key
    chen.entry.accept(draft(), LABEL_PRINTER)
    outlet.lin()


def test_people_who_are_in_already_go_on_under_the_new_seed(outlet: Outlet) -> None:
    outlet.chen().people.set_pin("402817", password=CHEN_PASSWORD)
    owner = outlet.owner()
    in_hand = renew_seed(outlet, owner)
    chen = outlet.entrance.change_person(outlet.chen_id, "402817")
    chen.entry.accept(draft(), LABEL_PRINTER)
    work(chen)
    assert outlet.keys.key_file().former_seed is None
    assert chen.session.keys.owner_public_key == in_hand.draft.owner_seed.public_key
    outlet.entrance.close()


def test_the_record_stays_whole_and_tells_of_the_new_seed(outlet: Outlet, owner: Services) -> None:
    renew_seed(outlet, owner)
    assert kinds(owner)[-4:] == ["seed_replaced", "statement_made", "statement_made", "key_rotated"]
    work(owner)
    while owner.session.verify_some():
        pass
    assert owner.session.record_state().value == "good"


def test_the_owner_states_on_under_the_new_seed(outlet: Outlet, owner: Services) -> None:
    in_hand = renew_seed(outlet, owner)
    invited = owner.staff.invite_clerk("周敏", password=OWNER_PASSWORD, card=in_hand.papers.card())
    zhou = outlet.entrance.accept_invitation(invited.account_id, invited.code, "a sentence of her own")
    zhou.entry.accept(draft(), LABEL_PRINTER)


def test_without_password_and_present_card_nothing_is_replaced(outlet: Outlet, owner: Services) -> None:
    before = outlet.keys.key_file()
    in_hand = owner.owner_keys.draw_seed()
    for password, card in ((CHEN_PASSWORD, outlet.card), (OWNER_PASSWORD, in_hand.papers.card())):
        with pytest.raises(WrongPassword):
            owner.owner_keys.replace_seed(in_hand, password=password, card=card)
    assert outlet.keys.key_file() == before
    assert outlet.place.folder.joinpath("outlet-2.db").exists() is False


def test_a_second_seed_waits_until_every_waybill_is_moved(outlet: Outlet, owner: Services) -> None:
    spare = owner.owner_keys.draw_seed()
    in_hand = renew_seed(outlet, owner)
    with pytest.raises(SeedStillMoving):
        owner.owner_keys.draw_seed()
    with pytest.raises(SeedStillMoving):
        owner.owner_keys.replace_seed(spare, password=OWNER_PASSWORD, card=in_hand.papers.card())
    work(owner)
    again = owner.owner_keys.draw_seed()
    owner.owner_keys.replace_seed(again, password=OWNER_PASSWORD, card=in_hand.papers.card())
    work(owner)
    assert opens_seed(outlet, again.papers.card())
    assert outlet.keys.key_file().former_seed is None


def test_what_stops_the_copy_leaves_the_former_seed_in_force(outlet: Outlet, owner: Services) -> None:
    before = outlet.keys.key_file()

    def stop(_: Progress) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        owner.owner_keys.replace_seed(
            owner.owner_keys.draw_seed(), password=OWNER_PASSWORD, card=outlet.card, tell=stop
        )
    assert outlet.keys.key_file() == before
    assert opens_seed(outlet, outlet.card)
    owner.entry.accept(draft(), LABEL_PRINTER)
    owner.staff.invite_clerk("周敏", password=OWNER_PASSWORD, card=outlet.card)


def test_a_key_file_that_cannot_be_written_leaves_the_former_seed_in_force(
    outlet: Outlet, owner: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _: bytes) -> None:
        raise DiskFull(path)

    with monkeypatch.context() as patch:
        patch.setattr("outlet_app.sealing.key_file.replace_file", full)
        with pytest.raises(DiskFull):
            renew_seed(outlet, owner)
    assert opens_seed(outlet, outlet.card)
    assert "seed_replaced" not in kinds(owner)
    renew_seed(outlet, owner)
    work(owner)


def test_a_planted_statement_is_found_before_anything_is_signed_again(outlet: Outlet, owner: Services) -> None:
    """Who signs with another key, or took a signature away, gets no signature of the new seed for it."""
    with owner.session.store._database.transaction() as cursor:
        cursor.run("UPDATE statements SET signature = ? WHERE serial = 2", bytes(64))
    with pytest.raises(StatementRefused):
        renew_seed(outlet, owner)
    assert opens_seed(outlet, outlet.card)


@pytest.mark.parametrize("by", ["the former seed", "nobody"])
def test_in_the_mixed_state_a_statement_of_the_former_seed_is_refused(outlet: Outlet, owner: Services, by: str) -> None:
    """Who holds the former card and its password can no longer make himself an owner."""
    former = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    renew_seed(outlet, owner)
    role: Role = owner.session.account.role
    planted = sign_statement(former, owner.session.statements.last_serial + 1, RoleGiven(outlet.chen_id, role))
    if by == "nobody":
        planted = replace(planted, signature=bytes(64))
    owner.session.write(accounts.statement_made(planted))
    outlet.entrance.close()
    with pytest.raises(StatementRefused):
        outlet.chen()


def test_other_owners_have_no_card_until_one_is_given(outlet: Outlet, owner: Services) -> None:
    seated = owner.staff.invite_owner("钱店主", SECOND_PASSWORD, password=OWNER_PASSWORD, card=outlet.card)
    first, second = owner.owner_keys.keys().owners
    assert (first.has_card, second.has_card) == (True, True)
    in_hand = renew_seed(outlet, owner)
    first, second = owner.owner_keys.keys().owners
    assert (first.name, first.has_card, second.name, second.has_card) == ("王店主", True, "钱店主", False)
    with pytest.raises(WrongPassword):
        outlet.keys.owner_seed(second.account_id, SECOND_PASSWORD, seated.card)
    consent = {"password": OWNER_PASSWORD, "card": in_hand.papers.card()}
    given = owner.owner_keys.draw_card(second.account_id)
    with pytest.raises(WrongPassword):
        owner.owner_keys.give_card(given, "not his password", **consent)
    assert not owner.owner_keys.keys().owners[1].has_card
    owner.owner_keys.give_card(given, SECOND_PASSWORD, **consent)
    seed = outlet.keys.owner_seed(second.account_id, SECOND_PASSWORD, given.papers.card())
    assert seed.public_key == in_hand.draft.owner_seed.public_key


def test_an_owner_does_not_guess_anothers_password_for_ever(outlet: Outlet, owner: Services) -> None:
    owner.staff.invite_owner("钱店主", SECOND_PASSWORD, password=OWNER_PASSWORD, card=outlet.card)
    given = owner.owner_keys.draw_card(owner.owner_keys.keys().owners[1].account_id)
    for _ in range(4):
        with pytest.raises(WrongPassword):
            owner.owner_keys.give_card(given, "not his password", password=OWNER_PASSWORD, card=outlet.card)
    with pytest.raises(MustWait):
        owner.owner_keys.give_card(given, SECOND_PASSWORD, password=OWNER_PASSWORD, card=outlet.card)


def test_a_clerk_gets_no_card(outlet: Outlet, owner: Services) -> None:
    with pytest.raises(NotPermitted):
        owner.owner_keys.draw_card(outlet.chen_id)


def test_a_torn_card_is_replaced_and_opens_nothing_any_more(outlet: Outlet, owner: Services) -> None:
    in_hand = owner.owner_keys.draw_card(outlet.owner_id)
    sheet = outlet.keys.key_file().recovery_slot
    owner.owner_keys.replace_card(in_hand, password=OWNER_PASSWORD, card=outlet.card)
    assert not opens_seed(outlet, outlet.card)
    assert opens_seed(outlet, in_hand.papers.card())
    assert outlet.keys.key_file().recovery_slot == sheet
    assert ActivityKind.CARD_REPLACED in kinds(owner)
    with pytest.raises(WrongPassword):
        owner.owner_keys.replace_card(in_hand, password=OWNER_PASSWORD, card=outlet.card)


def test_a_card_drawn_for_another_owner_does_not_become_ones_own(outlet: Outlet, owner: Services) -> None:
    in_hand = replace(owner.owner_keys.draw_card(outlet.owner_id), account_id=outlet.chen_id)
    with pytest.raises(NotPermitted):
        owner.owner_keys.replace_card(in_hand, password=OWNER_PASSWORD, card=outlet.card)


def test_the_database_key_is_renewed_and_the_page_knows_when(outlet: Outlet, owner: Services) -> None:
    assert owner.owner_keys.keys().renewed_at is None
    seen: list[Progress] = []
    owner.owner_keys.renew_database_key(password=OWNER_PASSWORD, card=outlet.card, tell=seen.append)
    assert seen
    assert outlet.keys.key_file().epoch == 2
    assert owner.owner_keys.keys().renewed_at == outlet.clock()


def test_a_program_started_anew_goes_on_where_it_was_ended(outlet: Outlet, owner: Services) -> None:
    for _ in range(3):
        owner.entry.accept(draft(), LABEL_PRINTER)
    in_hand = renew_seed(outlet, owner)
    outlet.entrance.close()
    again = replace(outlet, entrance=Entrance(outlet.keys, clock=outlet.clock))
    chen = again.chen()
    chen.entry.accept(draft(), LABEL_PRINTER)
    assert not chen.wraps.waits()
    assert not chen.wraps.some()
    assert chen.wraps.progress().is_moving
    owner = again.owner()
    owner.owner_keys.go_on(password=OWNER_PASSWORD, card=in_hand.papers.card())
    assert owner.wraps.waits()
    work(owner)
    assert not owner.wraps.progress().is_moving
    again.entrance.close()
