"""The folder that takes the backups: whether it is there, what whole backups lie in it, and which of them may go."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from outlet_app import log
from outlet_app.domain import backup_plan
from outlet_app.domain.backup_plan import KeptBackup
from outlet_app.errors import OutletError, WithPath
from outlet_app.sealing import backup_head
from outlet_app.services.backup_reading import read_head
from outlet_app.store import backup_file
from outlet_app.store.backups import Proof
from outlet_app.store.moment import from_ms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from outlet_app.sealing.backup_head import BackupHead
    from outlet_app.store.backups import NotedBackup


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last backup that was made: `made_at` in UTC, `size` in bytes, up to act `n`; it begins with `head`."""

    name: str
    made_at: datetime
    size: int
    n: int
    proof: Proof
    head: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class BackupStanding:
    """What the outlet itself knows of its backups. `folder` is None while the owner chose none.

    `sheet_is_lost`: the recovery sheet would not open a backup that is made now.
    """

    folder: Path | None
    last: LastBackup | None
    sheet_is_lost: bool = False


class FolderState(StrEnum):
    """How the folder stands."""

    THERE = "there"
    MISSING = "missing"
    LAST_GONE = "last_gone"
    LAST_CHANGED = "last_changed"


@dataclass(frozen=True, slots=True)
class FolderLook:
    """What a look into the folder found: whole backups of this outlet, newest first, and the room left, in bytes."""

    state: FolderState
    found: tuple[KeptBackup, ...] = ()
    free: int = 0


@dataclass(frozen=True, slots=True)
class FolderTrial:
    """A folder that can take backups. `same_disk`: it lies on the disk of the outlet itself and would die with it."""

    folder: Path
    same_disk: bool
    free: int


def standing_of(folder: str, noted: NotedBackup | None, owner_key: bytes) -> BackupStanding:
    """The standing as the outlet's settings tell it; a note that is nothing of ours counts for none.

    A backup for another owner's key than `owner_key`, the one in force, opens to the former sheet only.
    """
    return BackupStanding(Path(folder) if folder else None, _last(noted, owner_key))


def look(standing: BackupStanding, outlet_id: bytes) -> FolderLook:
    """Look into the folder; it may take as long as a stick takes to answer."""
    folder = standing.folder
    if folder is None or not backup_file.is_folder(folder):
        return FolderLook(FolderState.MISSING)
    try:
        found = tuple(sorted(_found(folder, outlet_id), key=lambda each: each.made_at, reverse=True))
        return FolderLook(_state(folder, standing.last), found, shutil.disk_usage(folder).free)
    except OSError:
        return FolderLook(FolderState.MISSING)  # it went away under the look


def thin_out(folder: Path, outlet_id: bytes, proven: str) -> None:
    """Delete this outlet's superfluous backups, never the one just proven; what cannot be deleted stays."""
    try:
        for backup in backup_plan.superfluous(tuple(_found(folder, outlet_id))):
            if backup.name != proven:
                (folder / backup.name).unlink()
    except OSError as error:
        log.fault("old_backups_stay", why=type(error).__name__)


def _found(folder: Path, outlet_id: bytes) -> Iterator[KeptBackup]:
    """Whole backups of this outlet in the folder; other outlets' and unreadable ones are nobody's to count."""
    for path in sorted(folder.iterdir()):
        if backup_plan.is_file_name(path.name) and (head := _whole_head(path, outlet_id)) is not None:
            yield KeptBackup(path.name, from_ms(head.made_at_ms), head.at.branch)


def _whole_head(path: Path, outlet_id: bytes) -> BackupHead | None:
    try:
        head = read_head(path)
    except WithPath:
        return None
    whole = path.stat().st_size == len(backup_head.encode(head)) + head.database_bytes
    return head if whole and head.outlet_id == outlet_id else None


def _state(folder: Path, last: LastBackup | None) -> FolderState:
    if last is None:
        return FolderState.THERE
    path = folder / last.name
    if not path.exists():
        return FolderState.LAST_GONE
    same = path.stat().st_size == last.size and backup_file.read_start(path, len(last.head)) == last.head
    return FolderState.THERE if same else FolderState.LAST_CHANGED


def _last(noted: NotedBackup | None, owner_key: bytes) -> LastBackup | None:
    if noted is None:
        return None
    try:
        head = backup_head.decode(noted.head, Path(noted.name))
    except OutletError:
        return None
    size = len(noted.head) + head.database_bytes
    proof = noted.proof if noted.owner_key == owner_key else Proof.FAILS
    return LastBackup(noted.name, from_ms(head.made_at_ms), size, head.at.n, proof, noted.head)
