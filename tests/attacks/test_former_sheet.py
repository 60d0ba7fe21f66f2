"""A recovery sheet that was replaced, in the finder's hands; and a sheet that a clerk tries to make useless."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import StatementRefused, WrongPassword
from outlet_app.sealing import suite
from outlet_app.sealing.facts import SheetNamed
from outlet_app.sealing.key_file import encode
from outlet_app.sealing.owner_seed import new_owner_seed
from outlet_app.sealing.owner_slots import open_with_recovery
from outlet_app.sealing.statements import sign_statement
from outlet_app.services.backup_reading import read_head
from outlet_app.services.recovery import Recovery
from outlet_app.store import accounts, activities
from tests.outlets import OWNER_PASSWORD, copy_of, make_outlet
from tests.services.new_pc import NEW_PASSWORD, accept, ignore, pc_at

if TYPE_CHECKING:
    from pathlib import Path

    from tests.attacks.thief import Thief
    from tests.outlets import Outlet


@pytest.fixture(scope="module")
def replaced(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outlet, tuple[str, ...]]:
    """Five waybills and a backup, then new keys, two waybills and another backup; the words of the new sheet.

    Every waybill is moved. `stick` holds `old.oab` and `new.oab`.
    """
    folder = tmp_path_factory.mktemp("replaced")
    outlet = make_outlet(folder)
    stick = folder / "stick"
    stick.mkdir()
    owner = outlet.owner()
    owner.backup.choose_folder(owner.backup.try_folder(stick))
    accept(owner, 5)
    owner.backup.make(ignore).path.rename(stick / "old.oab")
    in_hand = owner.owner_keys.draw_seed()
    owner.owner_keys.replace_seed(in_hand, password=OWNER_PASSWORD, card=outlet.card)
    while owner.wraps.some():
        pass
    accept(owner, 2)
    owner.backup.make(ignore).path.rename(stick / "new.oab")
    outlet.entrance.close()
    return outlet, in_hand.papers.recovery_words("zh_CN")


def restored_waybills(tmp_path: Path, backup: Path, words: tuple[str, ...]) -> int:
    """How many waybills somebody with this sheet and this backup has on a PC of his own."""
    pc = pc_at(tmp_path)
    try:
        pc.restore.look(backup)
        pc.restore.open_with_sheet(" ".join(words))
        contents = pc.restore.unpack(ignore)
        assert contents.findings.are_good
        return contents.findings.waybills
    finally:
        pc.restore.abandon()


def test_a_replaced_sheet_opens_neither_the_outlet_nor_a_backup_made_since(
    replaced: tuple[Outlet, tuple[str, ...]], tmp_path: Path
) -> None:
    outlet, new_words = replaced
    former = "".join(outlet.words)
    for words, opens in ((former, False), ("".join(new_words), True)):
        try:
            open_with_recovery(outlet.keys.key_file(), words)
        except WrongPassword:
            assert not opens
        else:
            assert opens
    stick = outlet.place.folder.parent / "stick"
    with pytest.raises(WrongPassword):
        restored_waybills(tmp_path / "finder", stick / "new.oab", outlet.words)
    assert restored_waybills(tmp_path / "owner", stick / "new.oab", new_words) == 7


def test_backups_from_before_still_open_by_the_former_sheet_alone(
    replaced: tuple[Outlet, tuple[str, ...]], tmp_path: Path
) -> None:
    """Which is why the pages say: make a new one, destroy the old ones."""
    outlet, new_words = replaced
    stick = outlet.place.folder.parent / "stick"
    with pytest.raises(WrongPassword):
        restored_waybills(tmp_path / "owner", stick / "old.oab", new_words)
    assert restored_waybills(tmp_path / "finder", stick / "old.oab", outlet.words) == 5


def test_the_former_sheet_recovers_no_password_on_the_outlets_own_pc(
    replaced: tuple[Outlet, tuple[str, ...]], tmp_path: Path
) -> None:
    outlet, new_words = replaced
    own = copy_of(outlet, tmp_path)
    recovery = Recovery(own.keys, own.entrance, own.clock)
    with pytest.raises(WrongPassword):
        recovery.open_with_sheet(" ".join(outlet.words))
    recovery.open_with_sheet(" ".join(new_words))
    recovery.prepare_password(outlet.owner_id, NEW_PASSWORD)


def test_a_clerk_who_exchanges_the_recovery_slot_makes_no_backup_useless_unseen(
    outlet: Outlet, thief: Thief, tmp_path: Path
) -> None:
    """He writes both key files and the database, and still the next opening sees it."""
    key_file = thief.key_file
    planted = replace(key_file, generation=key_file.generation + 1, recovery_slot=suite.random_bytes(61))
    for path in (thief.place.key_file, thief.place.second_key_file):
        path.write_bytes(encode(planted))
    thief.run("DELETE FROM settings WHERE name = 'last-backup'")
    owner = outlet.owner()
    stick = tmp_path / "stick"
    stick.mkdir()
    owner.backup.choose_folder(owner.backup.try_folder(stick))
    made = owner.backup.make(ignore)
    assert read_head(made.path).recovery_slot == planted.recovery_slot
    assert owner.backup.standing().sheet_is_lost
    assert owner.owner_keys.keys().sheet_is_lost
    acts = activities.after(owner.session.store.reader, 0, 100_000)
    assert [act.detail for act in acts if act.kind == ActivityKind.INTEGRITY_FAULT] == ['{"what":"sheet"}']
    outlet.entrance.close()


def test_a_clerk_cannot_name_another_slot(outlet: Outlet, thief: Thief) -> None:
    """His statement bears no owner's signature, and the owner's cannot be taken away."""
    with thief.store() as store:
        serial = accounts.next_serial(store.reader)
    planted = sign_statement(new_owner_seed(thief.opened.outlet_id), serial, SheetNamed(bytes(32)))
    with thief.store() as store:
        store.write(thief.author(thief.account_id), accounts.statement_made(planted))
    with pytest.raises(StatementRefused):
        outlet.lin()
    thief.run("DELETE FROM statements WHERE serial = ?", serial)
    thief.run("DELETE FROM statements WHERE text LIKE '%recovery-sheet%'")
    with pytest.raises(StatementRefused):
        outlet.lin()
