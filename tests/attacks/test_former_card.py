"""The owner's former card and password in the thief's hands, with every file from before and after the new keys."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.account import Role
from outlet_app.errors import KeyMismatch, StatementRefused, WrongPassword
from outlet_app.paths import OutletPlace
from outlet_app.sealing.grants import lock_grant, open_escrow, open_former_seed, open_grant, open_label_key
from outlet_app.sealing.rewrap import owner_wrap_opens
from outlet_app.sealing.statements import RoleGiven, sign_again, sign_statement
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.store import accounts, rewraps, seed_change
from tests.attacks.conftest import WAYBILLS
from tests.attacks.thief import Thief
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, OWNER_PASSWORD, QUICK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.services import Services
    from tests.outlets import Outlet

PORTIONS = 2
"""Ranges that are moved when the thief looks for the first time."""


@dataclass(frozen=True)
class Past:
    """What the thief copied before the new keys, and the seed that card and password opened then."""

    keys: OutletKeys
    former: OwnerSeed


@pytest.fixture
def past(outlet: Outlet, tmp_path: Path) -> Past:
    shutil.copytree(outlet.place.folder.parent, tmp_path / "past", ignore=shutil.ignore_patterns("past"))
    keys = OutletKeys(
        OutletPlace(tmp_path / "past" / "outlet", tmp_path / "past" / "state"), keystore=False, cost=QUICK
    )
    return Past(keys, keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card))


def renew_seed(outlet: Outlet) -> Services:
    owner = outlet.owner()
    owner.owner_keys.replace_seed(owner.owner_keys.draw_seed(), password=OWNER_PASSWORD, card=outlet.card)
    return owner


def opened_by(former: OwnerSeed, thief: Thief) -> int:
    return sum(owner_wrap_opens(row, former, outlet_id=former.outlet_id) for row in thief.rows())


def test_before_the_new_keys_card_and_password_open_everything(past: Past, thief: Thief) -> None:
    """The search can find."""
    assert opened_by(past.former, thief) == WAYBILLS


def test_while_waybills_move_the_former_card_opens_those_not_moved_and_none_that_came_later(
    outlet: Outlet, past: Past, thief: Thief
) -> None:
    owner = renew_seed(outlet)
    for _ in range(3):
        owner.entry.accept(draft(), LABEL_PRINTER)
    for _ in range(PORTIONS):
        owner.wraps.some()
    outlet.entrance.close()
    assert len(thief.rows()) == WAYBILLS + 3
    assert opened_by(past.former, thief) == WAYBILLS - PORTIONS * rewraps.RANGE_ROWS


def test_when_all_are_moved_the_former_card_and_password_open_none(outlet: Outlet, past: Past, thief: Thief) -> None:
    owner = renew_seed(outlet)
    while owner.wraps.some():
        pass
    assert seed_change.former_seed(owner.session.store.reader) is None
    outlet.entrance.close()
    assert opened_by(past.former, thief) == 0
    with pytest.raises(WrongPassword):
        outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    key_file = outlet.keys.key_file()
    locks: list[Callable[[], object]] = [
        lambda: open_label_key(past.former, key_file.label_key_escrow),
        *(lambda entry=entry: open_escrow(past.former, entry.account_id, entry.escrow) for entry in key_file.accounts),
    ]
    for lock in locks:
        with pytest.raises(KeyMismatch):
            lock()


def test_while_waybills_move_the_former_seed_does_not_lead_to_the_new_one(outlet: Outlet, past: Past) -> None:
    renew_seed(outlet)
    box = outlet.keys.key_file().former_seed
    assert box is not None
    with pytest.raises(KeyMismatch):
        open_former_seed(past.former, box)
    outlet.entrance.close()


@pytest.mark.parametrize("signed", ["one planted", "all signed again"])
def test_statements_of_the_former_seed_make_nobody_an_owner(
    outlet: Outlet, past: Past, thief: Thief, signed: str
) -> None:
    """In the mixed state and after: the program obeys the new seed alone, and refuses to open on anything else."""
    renew_seed(outlet)
    outlet.entrance.close()
    if signed == "one planted":
        with thief.store() as store:
            planted = sign_statement(
                past.former, accounts.next_serial(store.reader), RoleGiven(outlet.chen_id, Role.OWNER)
            )
            store.write(thief.author(thief.account_id), accounts.statement_made(planted))
    else:
        with thief.store() as store:
            statements = accounts.statements(store.reader)
        for statement in statements:
            again = sign_again(past.former, statement).signature
            thief.run("UPDATE statements SET signature = ? WHERE serial = ?", again, statement.serial)
    for sign_in in (outlet.chen, outlet.lin, outlet.owner):
        with pytest.raises(StatementRefused):
            sign_in()


def test_a_grant_that_names_the_former_owner_key_is_refused(outlet: Outlet, past: Past, thief: Thief) -> None:
    """His own grant, which he can write: what he accepts would then be sealed to the card that he has."""
    renew_seed(outlet)
    outlet.entrance.close()
    key_file = outlet.keys.key_file()
    entry = key_file.entry(outlet.chen_id)
    grant = open_grant(thief.secrets.account_key, key_file.outlet_id, outlet.chen_id, key_file.epoch, entry.grant)
    for planted in (
        replace(grant, owner_public_key=past.former.public_key),
        replace(grant, owner_public_key=past.former.public_key, owner_verify_key=past.former.verify_key),
    ):
        blob = lock_grant(thief.secrets.account_key, key_file.outlet_id, outlet.chen_id, planted)
        outlet.keys.replace(key_file.with_entry(replace(entry, grant=blob)))
        with pytest.raises(StatementRefused):
            outlet.chen()


def test_the_key_file_from_before_opens_nothing_of_what_is_there_now(outlet: Outlet, past: Past) -> None:
    renew_seed(outlet)
    outlet.entrance.close()
    now = Thief(outlet.place, outlet.chen_id, CHEN_PASSWORD).opened
    before = Thief(past.keys.place, outlet.chen_id, CHEN_PASSWORD).opened
    assert before.database_key != now.database_key
    assert not (outlet.place.folder / past.keys.key_file().database_name).exists()
