"""The daily backup: made by whoever is at the counter, opened by the owner alone, and in nobody's way."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import (
    BackupFolderNotSet,
    BackupFolderUnfit,
    BackupUnproven,
    DiskFull,
    FileMissing,
    NotPermitted,
    SessionLocked,
    Stopped,
)
from outlet_app.sealing import suite
from outlet_app.sealing.backup_key import open_backup_key
from outlet_app.sealing.grants import open_label_key
from outlet_app.services.backup_folder import FolderState, FolderTrial
from outlet_app.services.backup_reading import read_head, unpack
from outlet_app.store import activities
from outlet_app.store.backup_copy import BackupProgress, BackupStage
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.store import Signers, Store
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.domain.activity import Act
    from outlet_app.services import Services
    from tests.outlets import Outlet


def ignore(_: BackupProgress) -> None:
    return


def last_act(services: Services) -> Act:
    act = activities.newest(services.session.store.reader)
    assert act is not None
    return act


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_holds_the_whole_outlet_and_opens_for_the_owner(
    outlet: Outlet, keeper: Services, stick: Path, tmp_path: Path
) -> None:
    for _ in range(3):
        keeper.entry.accept(draft(), LABEL_PRINTER)
    at = keeper.session.store.checkpoint()
    told: list[BackupProgress] = []
    made = keeper.backup.make(told.append)

    assert names(stick) == ["outlet-backup-20261122-093000.oab"]
    assert {progress.stage for progress in told} == set(BackupStage)
    assert not outlet.place.backup_part.exists()
    assert last_act(keeper).kind == ActivityKind.BACKUP_MADE
    head = unpack(made.path, tmp_path / "out.db", lambda *_: None)
    assert head == read_head(made.path) == made.head
    assert (head.at, head.outlet_name) == (at, "余杭文一西路网点")
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    assert open_label_key(seed, head.label_key_escrow) == keeper.session.keys.label_key
    key = DatabaseKey(*open_backup_key(seed, head.at, head.key_wrap))
    with Store.open(tmp_path / "out.db", key, outlet_id=outlet.keys.key_file().outlet_id, clock=outlet.clock) as store:
        signers = Signers(keeper.session.statements.signers(), suite.verify)
        assert store.verify(store.genesis, signers=signers) == at
        assert store.reader.number("SELECT count(*) FROM waybills") == 3


def test_every_backup_has_a_key_of_its_own_that_lies_nowhere(outlet: Outlet, keeper: Services) -> None:
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    heads = [keeper.backup.make(ignore).head for _ in range(2)]
    keys = {part for head in heads for part in open_backup_key(seed, head.at, head.key_wrap)}
    database = (keeper.session.keys.database_key, keeper.session.keys.database_salt)
    assert len(keys | set(database)) == 6


def test_a_clerks_program_makes_the_backup_and_a_locked_one_goes_on(outlet: Outlet, keeper: Services) -> None:
    keeper.session.lock()
    chen = outlet.chen()
    assert chen.backup.is_due()
    order = chen.backup.begin()
    chen.session.lock()
    made = chen.backup.write(order, ignore)
    chen.backup.note(made)
    assert last_act(chen).account_id == outlet.chen_id
    assert not chen.backup.is_due()


def test_a_clerk_neither_chooses_the_folder_nor_tries_one(chen: Services, stick: Path) -> None:
    with pytest.raises(NotPermitted):
        chen.backup.try_folder(stick)
    with pytest.raises(NotPermitted):
        chen.backup.choose_folder(FolderTrial(stick, same_disk=False, free=0))


def test_a_backup_is_due_once_a_day_when_there_is_a_folder(chen: Services) -> None:
    assert not chen.backup.is_due()
    assert not chen.backup.is_due(closing=True)
    with pytest.raises(BackupFolderNotSet):
        chen.backup.begin()
    chen.session.sign_out()


def test_closing_makes_one_more_when_there_was_work_since(outlet: Outlet, keeper: Services) -> None:
    assert keeper.backup.is_due()
    assert keeper.backup.is_due(closing=True)
    keeper.backup.make(ignore)
    outlet.clock.move(hours=2)
    assert not keeper.backup.is_due()
    assert not keeper.backup.is_due(closing=True)
    keeper.entry.accept(draft(), LABEL_PRINTER)
    assert keeper.backup.is_due(closing=True)
    outlet.clock.move(hours=24)
    assert keeper.backup.is_due()


def test_the_folder_of_the_outlet_itself_is_refused(outlet: Outlet, keeper: Services, tmp_path: Path) -> None:
    inside = outlet.place.folder / "backups"
    inside.mkdir()
    for own in (outlet.place.folder, outlet.place.state, inside):
        with pytest.raises(BackupFolderUnfit):
            keeper.backup.try_folder(own)
    with pytest.raises(FileMissing):
        keeper.backup.try_folder(tmp_path / "nowhere")


def test_a_folder_on_the_same_disk_is_told_and_nothing_is_left_of_the_trial(keeper: Services, stick: Path) -> None:
    trial = keeper.backup.try_folder(stick)
    assert trial.same_disk
    assert trial.free > 0
    assert names(stick) == []


def test_the_chosen_folder_is_recorded_and_stands(keeper: Services, stick: Path) -> None:
    assert last_act(keeper).kind == ActivityKind.SETTING_CHANGED
    standing = keeper.backup.standing()
    assert (standing.folder, standing.last) == (stick, None)
    assert keeper.backup.look_into(standing).state is FolderState.THERE


def test_a_second_one_in_the_same_second_has_another_name_and_the_first_goes_after_it_is_proven(
    keeper: Services, stick: Path
) -> None:
    first = keeper.backup.make(ignore)

    def see_first(progress: BackupProgress) -> None:
        assert progress.stage is not BackupStage.WRITING or first.path.exists()

    second = keeper.backup.make(see_first)
    assert second.path.name == "outlet-backup-20261122-093001.oab"
    assert names(stick) == [second.path.name]


def test_what_the_listener_raises_leaves_nothing_anywhere(outlet: Outlet, keeper: Services, stick: Path) -> None:
    for stage in BackupStage:

        def stop(progress: BackupProgress, stage: BackupStage = stage) -> None:
            if progress.stage is stage:
                raise Stopped

        with pytest.raises(Stopped):
            keeper.backup.make(stop)
        assert names(stick) == []
        assert list(outlet.place.folder.glob("backup-part*")) == []
    assert keeper.backup.standing().last is None


def test_a_stick_that_is_pulled_in_the_middle_is_missing_and_the_counter_works_on(
    outlet: Outlet, keeper: Services, stick: Path
) -> None:
    def pull(progress: BackupProgress) -> None:
        if progress.stage is BackupStage.WRITING and stick.exists():
            shutil.rmtree(stick)

    with pytest.raises(FileMissing):
        keeper.backup.make(pull)
    with pytest.raises(FileMissing):
        keeper.backup.make(ignore)
    keeper.entry.accept(draft(), LABEL_PRINTER)
    assert keeper.backup.is_due()
    assert list(outlet.place.folder.glob("backup-part*")) == []


def test_a_full_stick_is_told_and_the_good_ones_stay(
    keeper: Services, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.backup.make(ignore)
    before = names(stick)
    usage = shutil.disk_usage(stick)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(DiskFull) as full:
        keeper.backup.make(ignore)
    assert full.value.path.parent == stick
    assert names(stick) == before


def test_a_backup_of_a_record_that_went_another_way_is_not_noted(keeper: Services) -> None:
    made = keeper.backup.write(keeper.backup.begin(), ignore)
    elsewhere = replace(made.head, at=replace(made.head.at, chain_hash=bytes(32)))
    for wrong in (replace(made, head=elsewhere), replace(made, owner_public_key=bytes(32))):
        with pytest.raises(BackupUnproven):
            keeper.backup.note(wrong)
    assert keeper.backup.standing().last is None


def test_after_the_outlet_was_closed_nothing_is_asked_or_noted(keeper: Services) -> None:
    made = keeper.backup.write(keeper.backup.begin(), ignore)
    keeper.session.sign_out()
    for late in (keeper.backup.standing, keeper.backup.is_due, keeper.backup.begin, lambda: keeper.backup.note(made)):
        with pytest.raises(SessionLocked):
            late()
