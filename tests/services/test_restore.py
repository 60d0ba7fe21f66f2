"""Restoring: on the outlet's own PC and on a new one, whole or not at all."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import (
    FaultKind,
    FileDamaged,
    FileMissing,
    InvalidDraft,
    KeyMismatch,
    LabelCodeRefused,
    NumbersExhausted,
    Stopped,
    WrongPassword,
)
from outlet_app.sealing import backup_head
from outlet_app.sealing.device import FILE_NAME
from outlet_app.services import backup_reading
from outlet_app.services.backup_contents import RestoreProgress, RestoreStage
from outlet_app.services.canary_list import ListState
from outlet_app.services.record_check import RecordState
from outlet_app.store import activities, number_ranges
from tests.builders import draft
from tests.outlets import OWNER_PASSWORD, Clock, copy_of, make_outlet
from tests.services.arriving import arrive
from tests.services.new_pc import LOST, NEW_PASSWORD, WAYBILLS, Pc, Saved, accept, ignore, pc_at, restored

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """Made once; every test gets copies."""
    folder = tmp_path_factory.mktemp("saved")
    outlet = make_outlet(folder / "a")
    stick = folder / "stick"
    stick.mkdir()
    owner = outlet.owner()
    numbers = accept(owner, WAYBILLS)
    arrive(owner, cash_on_delivery="12")
    owner.backup.choose_folder(owner.backup.try_folder(stick))
    backup = owner.backup.make(lambda _: None).path
    lost = accept(owner, LOST)
    owner.session.sign_out()
    return Saved(outlet, backup, numbers, lost)


@pytest.fixture
def new_pc(tmp_path: Path) -> Iterator[Pc]:
    """A PC that has never seen an outlet."""
    pc = pc_at(tmp_path / "b")
    yield pc
    pc.restore.abandon()
    pc.entrance.close()


@pytest.fixture
def own_pc(saved: Saved, tmp_path: Path) -> Iterator[Pc]:
    """The outlet's own PC."""
    copy_of(saved.outlet, tmp_path / "a")
    pc = pc_at(tmp_path / "a")
    yield pc
    pc.restore.abandon()
    pc.entrance.close()


def test_a_new_pc_goes_on_where_the_backup_ends(new_pc: Pc, saved: Saved) -> None:
    owner = restored(new_pc, saved)
    session = owner.session
    kept = session.store.reader.rows(lambda row: row[0], "SELECT number FROM waybills ORDER BY waybill_id")
    assert tuple(kept) == saved.numbers
    while session.verify_some():
        pass
    assert session.record_state() is RecordState.GOOD
    assert session.store.checkpoint().branch > 1
    assert session.account.name == "王店主"
    assert [person.standing.value for person in owner.staff.people()] == ["works_here", "to_invite", "to_invite"]
    owner.entry.accept(draft(), None)
    (parcel,) = owner.find.look_up("15-1-1").parcels
    assert owner.collection.give_out(parcel.record_id, "5678", cash_taken=True).cod_fen == 1200


def test_the_head_is_told_before_anything_is_opened(new_pc: Pc, own_pc: Pc, saved: Saved) -> None:
    seen = new_pc.restore.look(saved.backup)
    assert (seen.outlet_name, seen.made_at, seen.card_owners) == ("余杭文一西路网点", Clock().now, ())
    own = own_pc.restore.look(saved.backup)
    assert [tile.name for tile in own.card_owners] == ["王店主"]


def test_on_its_own_pc_password_and_card_open_a_backup(own_pc: Pc, saved: Saved) -> None:
    outlet = saved.outlet
    own_pc.restore.look(saved.backup)
    with pytest.raises(WrongPassword):
        own_pc.restore.open_with_card(outlet.owner_id, "not his password", outlet.card)
    own_pc.restore.open_with_card(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    contents = own_pc.restore.unpack(ignore)
    assert contents.findings.are_good
    own_pc.restore.prepare(outlet.owner_id, NEW_PASSWORD)
    own_pc.restore.commit({}, ignore)
    owner = own_pc.restore.begin()
    acts = activities.after(owner.session.store.reader, 0, 10_000)
    assert [act.kind for act in acts].count(ActivityKind.RESTORED) == 1
    refused = [act for act in acts if act.kind == ActivityKind.SIGN_IN_REFUSED]
    assert len(refused) == 1  # the wrong password of before


def test_the_former_outlet_is_set_aside_and_nothing_of_it_is_deleted(own_pc: Pc, saved: Saved) -> None:
    place = own_pc.keys.place
    files = {path: path.read_bytes() for path in (place.folder / "outlet-1.db", place.key_file, place.second_key_file)}
    restored(own_pc, saved)
    for path, content in files.items():
        aside = [each for each in path.parent.iterdir() if each.name.startswith("set-aside-")]
        assert content in [each.read_bytes() for each in aside if each.name.endswith(path.name)]
    names = {each.name for each in place.folder.iterdir() if not each.name.startswith("set-aside-")}
    assert names == {"outlet-3.db", "outlet-3.db-wal", "outlet.keys"}


def test_what_this_pc_remembers_of_the_lost_days_is_no_break(own_pc: Pc, saved: Saved) -> None:
    owner = restored(own_pc, saved)
    assert owner.session.record_state() is not RecordState.BROKEN
    owner.session.sign_out()
    again = own_pc.entrance.sign_in(saved.outlet.owner_id, NEW_PASSWORD)
    assert again.session.record_state() is not RecordState.BROKEN


def test_nothing_of_the_former_pc_opens_the_restored_outlet(new_pc: Pc, saved: Saved) -> None:
    owner = restored(new_pc, saved)
    owner.session.sign_out()
    for password in (OWNER_PASSWORD, NEW_PASSWORD):
        with pytest.raises(WrongPassword):
            new_pc.keys.owner_seed(saved.outlet.owner_id, password, saved.outlet.card)
    with pytest.raises(WrongPassword):
        new_pc.entrance.sign_in(saved.outlet.owner_id, OWNER_PASSWORD)
    with pytest.raises(WrongPassword):
        new_pc.entrance.sign_in(saved.outlet.chen_id, "chen-stands-at-the-counter")


def test_the_new_card_opens_and_is_asked_back_before_anything_counts(new_pc: Pc, saved: Saved) -> None:
    restore = new_pc.restore
    restore.look(saved.backup)
    restore.open_with_sheet(" ".join(saved.outlet.words))
    owner_id = restore.unpack(ignore).owners[0].account_id
    restore.prepare(owner_id, NEW_PASSWORD)
    card = restore.papers.card()
    assert restore.papers.card_fits(card.lower())
    assert not new_pc.keys.place.key_file.exists()
    restore.commit({}, ignore)
    restore.begin()
    assert new_pc.keys.owner_seed(owner_id, NEW_PASSWORD, card).outlet_id == new_pc.keys.key_file().outlet_id


def test_a_clerk_is_invited_anew_for_the_same_account(new_pc: Pc, saved: Saved) -> None:
    restore = new_pc.restore
    restore.look(saved.backup)
    restore.open_with_sheet(" ".join(saved.outlet.words))
    owner_id = restore.unpack(ignore).owners[0].account_id
    restore.prepare(owner_id, NEW_PASSWORD)
    card = restore.papers.card()
    restore.commit({}, ignore)
    owner = restore.begin()
    invited = owner.staff.reset(saved.outlet.chen_id, password=NEW_PASSWORD, card=card)
    assert invited.account_id == saved.outlet.chen_id
    assert {person.name: person.standing.value for person in owner.staff.people()}["陈伟"] == "invited"
    owner.session.sign_out()
    chen = new_pc.entrance.accept_invitation(invited.account_id, invited.code, "chen has a new sentence")
    assert chen.session.account.name == "陈伟"
    chen.entry.accept(draft(), None)
    while chen.session.verify_some():
        pass
    assert chen.session.record_state() is RecordState.GOOD


def test_numbers_of_the_lost_days_are_never_given_out(new_pc: Pc, saved: Saved) -> None:
    owner = restored(new_pc, saved, {"yto": saved.lost[-1]})
    following = owner.entry.accept(draft(), None).number
    assert following not in (*saved.numbers, *saved.lost)
    assert int(following[2:]) == int(saved.lost[-1][2:]) + 1
    again = owner.entry.accept(draft(number=saved.lost[0]), None).number
    assert again == saved.lost[0]


def test_where_nobody_knows_the_last_number_a_cautious_count_is_left_alone(new_pc: Pc, saved: Saved) -> None:
    restore = new_pc.restore
    restore.look(saved.backup)
    restore.open_with_sheet(" ".join(saved.outlet.words))
    contents = restore.unpack(ignore)
    at_risk = {each.carrier: each for each in contents.carriers}
    assert (at_risk["yto"].next_number, at_risk["yto"].count) == (saved.lost[0], 100)
    assert at_risk["zto"].count == 10
    restore.prepare(contents.owners[0].account_id, NEW_PASSWORD)
    restore.commit({}, ignore)
    owner = restore.begin()
    assert int(owner.entry.next_number("yto")[2:]) == int(saved.lost[0][2:]) + 100
    with pytest.raises(NumbersExhausted):  # ten numbers in all: every one may have been used
        number_ranges.next_free(owner.session.store.reader, "zto")


def test_a_last_number_that_tells_nothing_is_a_fault_and_one_of_before_leaves_nothing_alone(
    new_pc: Pc, saved: Saved
) -> None:
    restore = new_pc.restore
    restore.look(saved.backup)
    restore.open_with_sheet(" ".join(saved.outlet.words))
    contents = restore.unpack(ignore)
    assert [(f.field, f.kind) for f in restore.number_faults({"yto": "SF1", "zto": ""})] == [
        ("yto", FaultKind.IN_NO_RANGE)
    ]
    restore.prepare(contents.owners[0].account_id, NEW_PASSWORD)
    with pytest.raises(InvalidDraft):
        restore.commit({"yto": "SF1"}, ignore)
    restore.commit({"yto": saved.numbers[-1], "zto": "75000000000003"}, ignore)
    owner = restore.begin()
    assert owner.entry.next_number("yto") == saved.lost[0]
    assert owner.entry.next_number("zto") == "75000000000004"


def test_a_wrong_sheet_opens_nothing(new_pc: Pc, saved: Saved, tmp_path: Path) -> None:
    other = make_outlet(tmp_path / "other")
    new_pc.restore.look(saved.backup)
    with pytest.raises(WrongPassword):
        new_pc.restore.open_with_sheet(" ".join(other.words))
    with pytest.raises(LabelCodeRefused):
        new_pc.restore.open_with_sheet(" ".join(saved.outlet.words[:-1]))


def test_a_password_that_the_rules_refuse_makes_no_keys(new_pc: Pc, saved: Saved) -> None:
    new_pc.restore.look(saved.backup)
    new_pc.restore.open_with_sheet(" ".join(saved.outlet.words))
    owner_id = new_pc.restore.unpack(ignore).owners[0].account_id
    assert new_pc.restore.password_fault(owner_id, "short") is FaultKind.TOO_SHORT
    with pytest.raises(InvalidDraft):
        new_pc.restore.prepare(owner_id, "short")
    with pytest.raises(WrongPassword):
        new_pc.restore.prepare(saved.outlet.chen_id, NEW_PASSWORD)


@pytest.mark.parametrize("stage", RestoreStage)
def test_a_restore_that_is_stopped_changes_nothing_and_can_be_begun_again(
    own_pc: Pc, saved: Saved, stage: RestoreStage
) -> None:
    def stop(progress: RestoreProgress) -> None:
        if progress.stage is stage:
            raise Stopped

    restore, place = own_pc.restore, own_pc.keys.place
    before = place.key_file.read_bytes()
    restore.look(saved.backup)
    restore.open_with_sheet(" ".join(saved.outlet.words))
    if stage in {RestoreStage.COPYING, RestoreStage.CHECKING}:
        restore.prepare(restore.unpack(ignore).owners[0].account_id, NEW_PASSWORD)
        with pytest.raises(Stopped):
            restore.commit({}, stop)
    else:
        with pytest.raises(Stopped):
            restore.unpack(stop)
    assert place.key_file.read_bytes() == before
    restore.abandon()
    assert not list(place.folder.glob("restore-*"))
    own_pc.entrance.sign_in(saved.outlet.owner_id, OWNER_PASSWORD).session.sign_out()
    restored(own_pc, saved)


def test_whoever_is_signed_in_is_signed_out_first(own_pc: Pc, saved: Saved) -> None:
    owner = own_pc.entrance.sign_in(saved.outlet.owner_id, OWNER_PASSWORD)
    restored(own_pc, saved)
    assert owner.session.is_over


def test_without_a_device_secret_the_sheet_makes_a_new_one(own_pc: Pc, saved: Saved) -> None:
    path = own_pc.keys.place.state / FILE_NAME
    path.write_text("file 12")
    restored(own_pc, saved)
    assert own_pc.keys.device_secret().secret
    aside = [each for each in path.parent.iterdir() if each.name.endswith(f"-{FILE_NAME}")]
    assert [each.read_text() for each in aside] == ["file 12"]


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_without_its_key_files_the_outlet_is_restored(own_pc: Pc, saved: Saved, damage: str) -> None:
    for path in (own_pc.keys.place.key_file, own_pc.keys.place.second_key_file):
        path.unlink() if damage == "missing" else path.write_bytes(b"OAKF nothing")
    owner = restored(own_pc, saved)
    assert owner.session.today().accepted == WAYBILLS


def test_on_a_pc_of_another_outlet_that_one_is_set_aside(saved: Saved, tmp_path: Path) -> None:
    other = make_outlet(tmp_path / "other")
    key_file = other.place.key_file.read_bytes()
    pc = pc_at(tmp_path / "other")
    owner = restored(pc, saved)
    assert owner.session.record_state() is not RecordState.BROKEN
    assert owner.session.outlet_id == saved.outlet.keys.key_file().outlet_id
    aside = [each for each in other.place.folder.iterdir() if each.name.startswith("set-aside-")]
    assert key_file in [each.read_bytes() for each in aside]
    assert any(each.name.endswith("-outlet-1.db") for each in aside)
    pc.entrance.close()


def test_a_backup_of_the_restored_outlet_is_restored_to_a_third_branch(
    new_pc: Pc, saved: Saved, tmp_path: Path
) -> None:
    owner = restored(new_pc, saved, {"yto": saved.lost[-1]})
    first = owner.session.store.checkpoint().branch
    stick = tmp_path / "stick"
    stick.mkdir()
    owner.backup.choose_folder(owner.backup.try_folder(stick))
    second = owner.backup.make(lambda _: None).path
    owner.session.sign_out()
    third = pc_at(tmp_path / "c")
    again = restored(third, replace(saved, backup=second))
    branches = again.session.statements.branches()
    assert branches.current == again.session.store.checkpoint().branch > first
    third.entrance.close()


def test_a_damaged_backup_is_named(new_pc: Pc, saved: Saved, tmp_path: Path) -> None:
    broken = tmp_path / "broken.oab"
    data = bytearray(saved.backup.read_bytes())
    data[len(data) // 2] ^= 1
    broken.write_bytes(data)
    new_pc.restore.look(broken)
    new_pc.restore.open_with_sheet(" ".join(saved.outlet.words))
    with pytest.raises(FileDamaged):
        new_pc.restore.unpack(ignore)
    assert not list(new_pc.keys.place.folder.glob("restore-*"))
    with pytest.raises(FileMissing):
        new_pc.restore.look(tmp_path / "nothing.oab")


def test_a_backup_that_is_exchanged_while_it_is_looked_at_is_refused(new_pc: Pc, saved: Saved, tmp_path: Path) -> None:
    path = tmp_path / "stick.oab"
    shutil.copy(saved.backup, path)
    new_pc.restore.look(path)
    new_pc.restore.open_with_sheet(" ".join(saved.outlet.words))
    head = backup_reading.read_head(path)
    data = path.read_bytes()
    start = backup_head.encode(head)
    path.write_bytes(backup_head.encode(replace(head, made_at_ms=head.made_at_ms + 1)) + data[len(start) :])
    with pytest.raises(FileDamaged):
        new_pc.restore.unpack(ignore)


def test_a_backup_of_another_key_is_refused_at_once(new_pc: Pc, saved: Saved, tmp_path: Path) -> None:
    head = backup_reading.read_head(saved.backup)
    body = saved.backup.read_bytes()[len(backup_head.encode(head)) :]
    path = tmp_path / "planted.oab"
    path.write_bytes(backup_head.encode(replace(head, key_wrap=bytes(96))) + body)
    new_pc.restore.look(path)
    with pytest.raises(KeyMismatch):
        new_pc.restore.open_with_sheet(" ".join(saved.outlet.words))


def test_steps_are_not_left_out(new_pc: Pc) -> None:
    with pytest.raises(ValueError, match="left out"):
        new_pc.restore.begin()


def test_an_owners_list_of_canaries_ends_with_his_former_key_and_he_is_told(new_pc: Pc, tmp_path: Path) -> None:
    outlet = make_outlet(tmp_path / "a")
    owner = outlet.owner()
    owner.canaries.mark(accept(owner, 1)[0], "")
    (tmp_path / "stick").mkdir()
    owner.backup.choose_folder(owner.backup.try_folder(tmp_path / "stick"))
    backup = owner.backup.make(lambda _: None).path
    owner.session.sign_out()
    owner = restored(new_pc, Saved(outlet, backup, ()))
    assert owner.canaries.marked().state is ListState.CLOSED
    owner.canaries.begin_anew()
    assert owner.canaries.marked().state is ListState.OPENS
