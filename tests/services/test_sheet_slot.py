"""The recovery sheet's slot: named by the owner, looked at each day, and put right where another hand exchanged it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import FileReadOnly, WrongPassword
from outlet_app.sealing import backup_head, suite
from outlet_app.sealing.key_file import encode
from outlet_app.sealing.owner_slots import open_recovery_slot
from outlet_app.sealing.recovery_words import read_words
from outlet_app.services import sheet_slot
from outlet_app.services.backup_reading import read_head
from outlet_app.services.drill import DrillProblem
from outlet_app.store import activities
from tests.outlets import OWNER_PASSWORD, copy_of
from tests.services.new_pc import NEW_PASSWORD, ignore, pc_at
from tests.store.old_outlets import old_outlet

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services
    from tests.outlets import Outlet


def exchange(outlet: Outlet, *places: Path) -> bytes:
    """Put a box of the right length in the slot's place, in the next generation; what it says there now."""
    key_file = outlet.keys.key_file()
    forged = replace(key_file, generation=key_file.generation + 1, recovery_slot=suite.random_bytes(61))
    for place in places or (outlet.place.key_file, outlet.place.second_key_file):
        place.write_bytes(encode(forged))
    return forged.recovery_slot


def sheet_opens(outlet: Outlet, slot: bytes) -> bool:
    try:
        open_recovery_slot(outlet.keys.key_file().outlet_id, slot, read_words(" ".join(outlet.words)))
    except WrongPassword:
        return False
    return True


def faults(services: Services) -> list[str]:
    acts = activities.after(services.session.store.reader, 0, 10_000)
    return [act.detail for act in acts if act.kind == ActivityKind.INTEGRITY_FAULT]


def test_a_founded_outlet_has_named_the_slot_that_its_sheet_opens(outlet: Outlet) -> None:
    owner = outlet.owner()
    slot = outlet.keys.key_file().recovery_slot
    assert owner.session.statements.sheet_digest() == suite.digest(slot)
    assert sheet_opens(outlet, slot)
    assert not owner.owner_keys.keys().sheet_is_lost
    assert faults(owner) == []
    outlet.entrance.close()


def test_an_older_outlet_names_its_slot_when_its_owner_shows_his_card(tmp_path: Path) -> None:
    outlet = old_outlet(2, tmp_path)
    owner = outlet.owner()
    assert owner.session.statements.sheet_digest() is None
    assert sheet_slot.fits(b"any", None)
    for _ in range(2):
        owner.owner_keys.go_on(password=OWNER_PASSWORD, card=outlet.card)
    assert owner.session.statements.sheet_digest() == suite.digest(outlet.keys.key_file().recovery_slot)
    texts = [owner.session.statements.text_of(serial) for serial in range(1, owner.session.statements.last_serial + 1)]
    assert sum("recovery-sheet" in text for text in texts) == 1
    outlet.entrance.close()


def test_a_new_seed_names_the_slot_of_its_own_sheet(outlet: Outlet) -> None:
    owner = outlet.owner()
    former = owner.session.statements.sheet_digest()
    owner.owner_keys.replace_seed(owner.owner_keys.draw_seed(), password=OWNER_PASSWORD, card=outlet.card)
    now = owner.session.statements.sheet_digest()
    assert now == suite.digest(outlet.keys.key_file().recovery_slot) != former
    outlet.entrance.close()
    assert faults(outlet.chen()) == []
    outlet.entrance.close()


def test_an_exchanged_slot_is_put_right_at_the_next_opening_from_the_second_place(outlet: Outlet) -> None:
    exchange(outlet, outlet.place.key_file)
    assert not sheet_opens(outlet, outlet.keys.key_file().recovery_slot)
    chen = outlet.chen()
    assert sheet_opens(outlet, outlet.keys.key_file().recovery_slot)
    assert outlet.place.key_file.read_bytes() == outlet.place.second_key_file.read_bytes()
    assert faults(chen) == ['{"what":"sheet_mended"}']
    outlet.entrance.close()
    assert faults(outlet.lin()) == ['{"what":"sheet_mended"}']
    outlet.entrance.close()


def test_exchanged_at_both_places_it_comes_back_from_the_head_of_the_last_backup(
    outlet: Outlet, keeper: Services
) -> None:
    keeper.backup.make(ignore)
    exchange(outlet)
    made = keeper.backup.make(ignore)
    assert sheet_opens(outlet, read_head(made.path).recovery_slot)
    assert sheet_opens(outlet, outlet.keys.key_file().recovery_slot)
    assert faults(keeper) == ['{"what":"sheet_mended"}']


def test_without_any_copy_the_sheet_is_lost_which_is_told_and_keeps_no_backup_from_being_made(
    outlet: Outlet, keeper: Services
) -> None:
    forged = exchange(outlet)
    made = keeper.backup.make(ignore)
    assert read_head(made.path).recovery_slot == forged
    assert keeper.backup.standing().sheet_is_lost
    assert keeper.owner_keys.keys().sheet_is_lost
    made = keeper.backup.make(ignore)
    assert faults(keeper) == ['{"what":"sheet"}']
    with pytest.raises(WrongPassword):
        keeper.drill.restore_with_sheet(made.path, words=" ".join(outlet.words), tell=ignore)
    report = keeper.drill.restore_with_card(made.path, password=OWNER_PASSWORD, card=outlet.card, tell=ignore)
    assert report.problems == (DrillProblem.SHEET,)


def test_new_keys_end_the_loss(outlet: Outlet, keeper: Services) -> None:
    exchange(outlet)
    keeper.backup.make(ignore)
    seed = keeper.owner_keys.draw_seed()
    keeper.owner_keys.replace_seed(seed, password=OWNER_PASSWORD, card=outlet.card)
    assert not keeper.owner_keys.keys().sheet_is_lost
    made = keeper.backup.make(ignore)
    open_recovery_slot(outlet.keys.key_file().outlet_id, read_head(made.path).recovery_slot, seed.draft.recovery.secret)


@pytest.mark.logs("sheet_slot_not_written")
def test_where_the_key_file_cannot_be_written_the_backup_takes_the_right_slot_all_the_same(
    outlet: Outlet, keeper: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise FileReadOnly(outlet.place.key_file)

    forged = exchange(outlet, outlet.place.key_file)
    monkeypatch.setattr("outlet_app.services.outlet_keys.write_key_file", refuse)
    made = keeper.backup.make(ignore)
    assert sheet_opens(outlet, read_head(made.path).recovery_slot)
    assert outlet.keys.key_file().recovery_slot == forged


def test_what_cannot_be_read_is_no_copy(outlet: Outlet, keeper: Services) -> None:
    keeper.backup.make(ignore)
    outlet.place.key_file.write_bytes(b"no key file")
    outlet.place.second_key_file.unlink()
    reader = keeper.session.store.reader
    assert len(list(sheet_slot.copies(outlet.keys))) == 0
    assert len(list(sheet_slot.copies(outlet.keys, reader))) == 1
    with keeper.session.store._database.transaction() as cursor:
        cursor.run("UPDATE settings SET value = replace(value, '4f4231', '4f4230') WHERE name = 'last-backup'")
    assert len(list(sheet_slot.copies(outlet.keys, reader))) == 0


@pytest.mark.parametrize("copy_stands", [True, False])
def test_a_restore_by_card_takes_the_slot_that_was_named_and_not_the_one_in_a_planted_head(
    outlet: Outlet, keeper: Services, tmp_path: Path, *, copy_stands: bool
) -> None:
    made = keeper.backup.make(ignore)
    head = read_head(made.path)
    planted = tmp_path / "planted.oab"
    rest = made.path.read_bytes()[len(backup_head.encode(head)) :]
    planted.write_bytes(backup_head.encode(replace(head, recovery_slot=suite.random_bytes(61))) + rest)
    outlet.entrance.close()
    if not copy_stands:
        exchange(outlet)
    pc = pc_at(copy_of(outlet, tmp_path / "own").place.folder.parent)
    pc.restore.look(planted)
    pc.restore.open_with_card(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    pc.restore.unpack(ignore)
    pc.restore.prepare(outlet.owner_id, NEW_PASSWORD)
    pc.restore.commit({}, ignore)
    owner = pc.restore.begin()
    assert sheet_opens(outlet, pc.keys.key_file().recovery_slot) is copy_stands
    assert faults(owner) == ([] if copy_stands else ['{"what":"sheet"}'])
    pc.entrance.close()
