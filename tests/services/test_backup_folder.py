"""The folder of the backups: what is in it, and what of it may go."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app.sealing import backup_head
from outlet_app.services import backup_folder
from outlet_app.services.backup_folder import FolderLook, FolderState
from outlet_app.store.backup_copy import BackupProgress, BackupStage
from outlet_app.store.backups import Proof

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from tests.outlets import Outlet


def ignore(_: BackupProgress) -> None:
    return


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_last_backup_is_told_with_its_size_and_looked_for(keeper: Services, stick: Path) -> None:
    made = keeper.backup.make(ignore)
    standing = keeper.backup.standing()
    assert standing.last is not None
    assert standing.last.size == made.path.stat().st_size
    assert (standing.last.name, standing.last.proof) == (made.path.name, Proof.WAITS)
    look = keeper.backup.look_into(standing)
    assert look.state is FolderState.THERE
    assert [backup.name for backup in look.found] == [made.path.name]

    data = bytearray(made.path.read_bytes())
    data[40] ^= 1
    made.path.write_bytes(bytes(data))
    assert keeper.backup.look_into(standing).state is FolderState.LAST_CHANGED
    assert keeper.backup.look_into(standing).found == ()
    made.path.unlink()
    assert keeper.backup.look_into(standing).state is FolderState.LAST_GONE
    stick.rmdir()
    assert keeper.backup.look_into(standing).state is FolderState.MISSING


def test_superfluous_backups_go_and_what_is_not_ours_stays(outlet: Outlet, keeper: Services, stick: Path) -> None:
    first = keeper.backup.make(ignore)
    other = replace(first.head, outlet_id=bytes(16))
    foreign = stick / "outlet-backup-20200101-000000.oab"
    foreign.write_bytes(backup_head.encode(other) + b"\x00" * other.database_bytes)
    (stick / "outlet-backup-20200102-000000.oab").write_bytes(b"cut")
    (stick / "family.jpg").write_bytes(b"not ours")
    outlet.clock.move(hours=1)
    second = keeper.backup.make(ignore)

    assert names(stick) == sorted(["family.jpg", foreign.name, "outlet-backup-20200102-000000.oab", second.path.name])


@pytest.mark.logs("old_backups_stay")
def test_an_old_copy_that_cannot_be_deleted_does_not_undo_the_new_backup(
    outlet: Outlet, keeper: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.backup.make(ignore)
    outlet.clock.move(hours=1)
    made = keeper.backup.write(keeper.backup.begin(), _holding(monkeypatch))
    keeper.backup.note(made)


def _holding(monkeypatch: pytest.MonkeyPatch) -> Callable[[BackupProgress], None]:
    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.suffix == ".oab":
            raise PermissionError
        unlink(path, missing_ok=missing_ok)

    def tell(progress: BackupProgress) -> None:
        if progress.stage is BackupStage.WRITING:
            monkeypatch.setattr(Path, "unlink", refuse)

    return tell


def test_without_a_folder_and_without_its_file_nothing_is_found(keeper: Services, stick: Path) -> None:
    keeper.backup.make(ignore)
    standing = keeper.backup.standing()
    assert backup_folder.look(replace(standing, folder=None), keeper.session.outlet_id) == FolderLook(
        FolderState.MISSING
    )
    look = backup_folder.look(standing, bytes(16))
    assert (look.state, look.found) == (FolderState.THERE, ())
    assert stick.is_dir()


def test_a_folder_that_goes_away_under_the_look_is_missing(keeper: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: Path) -> None:
        raise FileNotFoundError

    keeper.backup.make(ignore)
    standing = keeper.backup.standing()
    monkeypatch.setattr(shutil, "disk_usage", gone)
    assert keeper.backup.look_into(standing).state is FolderState.MISSING
