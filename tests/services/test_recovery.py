"""Recovery by the sheet on the outlet's own PC: a forgotten password, a lost card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import (
    FaultKind,
    FileDamaged,
    InvalidDraft,
    LabelCodeRefused,
    MustWait,
    StatementRefused,
    WrongPassword,
)
from outlet_app.sealing import account_keys, grants
from outlet_app.sealing.owner_return import grant_of
from outlet_app.sealing.owner_slots import open_with_recovery
from outlet_app.services.record_check import RecordState
from outlet_app.services.recovery import Recovery
from outlet_app.store import activities
from outlet_app.store.connection import DatabaseKey, open_database
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD, Outlet, make_outlet

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services

NEW_PASSWORD = "a sentence he remembers"


@pytest.fixture
def recovery(outlet: Outlet) -> Recovery:
    return Recovery(outlet.keys, outlet.entrance, outlet.clock)


def words(outlet: Outlet) -> str:
    return " ".join(outlet.words)


def finished(recovery: Recovery) -> tuple[Services, str]:
    card = recovery.papers.card()
    assert recovery.papers.card_fits(card)
    recovery.commit()
    return recovery.begin(), card


def test_a_forgotten_password_is_replaced_with_the_card(outlet: Outlet, recovery: Recovery) -> None:
    recovery.open_with_sheet(words(outlet))
    assert [tile.name for tile in recovery.owners()] == ["王店主"]
    recovery.prepare_password(outlet.owner_id, NEW_PASSWORD)
    owner, card = finished(recovery)
    kinds = [act.kind for act in activities.after(owner.session.store.reader, 0, 10_000)]
    assert {ActivityKind.PASSWORD_CHANGED, ActivityKind.CARD_REPLACED} <= set(kinds)
    owner.entry.accept(draft(), None)
    while owner.session.verify_some():
        pass
    assert owner.session.record_state() is RecordState.GOOD
    owner.session.sign_out()
    outlet.keys.owner_seed(outlet.owner_id, NEW_PASSWORD, card)
    for password, shown in ((OWNER_PASSWORD, outlet.card), (NEW_PASSWORD, outlet.card), (OWNER_PASSWORD, card)):
        with pytest.raises(WrongPassword):
            outlet.keys.owner_seed(outlet.owner_id, password, shown)
    with pytest.raises(WrongPassword):
        outlet.owner()
    outlet.chen().session.sign_out()


def test_a_lost_card_is_replaced_and_the_former_opens_nothing(outlet: Outlet, recovery: Recovery) -> None:
    recovery.open_with_sheet(words(outlet))
    recovery.prepare_card(outlet.owner_id, OWNER_PASSWORD)
    owner, card = finished(recovery)
    kinds = [act.kind for act in activities.after(owner.session.store.reader, 0, 10_000)]
    assert kinds[-2:] == [ActivityKind.CARD_REPLACED, ActivityKind.SIGNED_IN]
    owner.session.sign_out()
    outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, card)
    with pytest.raises(WrongPassword):
        outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    outlet.owner().session.sign_out()


def test_before_the_commit_everything_is_as_it_was(outlet: Outlet, recovery: Recovery) -> None:
    before = outlet.place.key_file.read_bytes()
    recovery.open_with_sheet(words(outlet))
    recovery.prepare_password(outlet.owner_id, NEW_PASSWORD)
    recovery.abandon()
    assert outlet.place.key_file.read_bytes() == before
    with pytest.raises(ValueError, match="left out"):
        recovery.commit()
    outlet.owner().session.sign_out()


def test_a_wrong_sheet_and_miscopied_words_open_nothing(outlet: Outlet, recovery: Recovery, tmp_path: Path) -> None:
    with pytest.raises(WrongPassword):
        recovery.open_with_sheet(words(make_outlet(tmp_path / "other")))
    with pytest.raises(LabelCodeRefused):
        recovery.open_with_sheet(" ".join(outlet.words[1:]))
    with pytest.raises(WrongPassword):
        recovery.prepare_password(outlet.owner_id, NEW_PASSWORD)


def test_a_new_card_needs_the_password_and_guesses_wait(outlet: Outlet, recovery: Recovery) -> None:
    recovery.open_with_sheet(words(outlet))
    for _ in range(4):
        with pytest.raises(WrongPassword):
            recovery.prepare_card(outlet.owner_id, "not his password")
    with pytest.raises(MustWait):
        recovery.prepare_card(outlet.owner_id, OWNER_PASSWORD)


def test_nobody_but_an_owner_is_recovered(outlet: Outlet, recovery: Recovery) -> None:
    recovery.open_with_sheet(words(outlet))
    with pytest.raises(WrongPassword):
        recovery.prepare_password(outlet.chen_id, NEW_PASSWORD)
    with pytest.raises(WrongPassword):
        recovery.prepare_card(outlet.chen_id, CHEN_PASSWORD)


def test_the_rules_hold_for_the_new_password(outlet: Outlet, recovery: Recovery) -> None:
    recovery.open_with_sheet(words(outlet))
    assert recovery.password_fault(outlet.owner_id, "short") is FaultKind.TOO_SHORT
    with pytest.raises(InvalidDraft):
        recovery.prepare_password(outlet.owner_id, "short")


def test_whoever_is_at_the_counter_is_signed_out(outlet: Outlet, recovery: Recovery) -> None:
    chen = outlet.chen()
    recovery.open_with_sheet(words(outlet))
    assert chen.session.is_over


def test_a_grant_that_a_clerk_wrote_for_himself_keeps_nobody_out(outlet: Outlet, recovery: Recovery) -> None:
    """He puts his entry first, with a database key of his own making: the owner is recovered all the same."""
    key_file = outlet.keys.key_file()
    seed = open_with_recovery(key_file, words(outlet))
    grant = replace(grant_of(key_file, seed, outlet.chen_id), database_key=bytes(32))
    secrets = account_keys.open_account(key_file, outlet.chen_id, CHEN_PASSWORD, outlet.keys.device_secret())
    written = grants.lock_grant(secrets.account_key, key_file.outlet_id, outlet.chen_id, grant)
    entry = replace(key_file.entry(outlet.chen_id), grant=written)
    first = key_file.without_entry(outlet.chen_id)
    outlet.keys.replace(replace(first, accounts=(entry, *first.accounts)))
    recovery.open_with_sheet(words(outlet))
    recovery.prepare_password(outlet.owner_id, NEW_PASSWORD)
    owner, _ = finished(recovery)
    owner.session.sign_out()


def test_what_is_damaged_is_named(outlet: Outlet, recovery: Recovery) -> None:
    database = outlet.place.folder / "outlet-1.db"
    content = database.read_bytes()
    database.write_bytes(bytes(len(content)))
    with pytest.raises(FileDamaged):
        recovery.open_with_sheet(words(outlet))
    database.write_bytes(content)
    key_file = outlet.keys.key_file()
    outlet.keys.replace(replace(key_file, database_name="outlet-9.db", generation=99))
    with pytest.raises(FileDamaged):
        recovery.open_with_sheet(words(outlet))


def test_a_branch_that_no_owner_began_is_refused(outlet: Outlet, recovery: Recovery) -> None:
    owner = outlet.owner()
    owner.session.sign_out()
    recovery.open_with_sheet(words(outlet))
    with pytest.raises(WrongPassword):
        recovery.prepare_password(bytes(16), NEW_PASSWORD)
    key_file = outlet.keys.key_file()
    grant = grant_of(key_file, open_with_recovery(key_file, words(outlet)), outlet.owner_id)
    _raise_branch(outlet, grant)
    with pytest.raises(StatementRefused):
        recovery.open_with_sheet(words(outlet))


def _raise_branch(outlet: Outlet, grant: grants.Grant) -> None:
    key = DatabaseKey(grant.database_key, grant.database_salt)
    database = open_database(outlet.place.folder / "outlet-1.db", key)
    with database.transaction() as cursor:
        cursor.run("UPDATE outlet SET branch = 2")
    database.close()
