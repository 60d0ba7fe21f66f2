"""Backups: one file a day in the owner's folder, under a key that nobody keeps, openable by owner or sheet only.

Each method says on which lane it runs. What touches the folder runs on the files lane, because a stick may hang; what
asks the store runs on the data lane.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain import backup_plan
from outlet_app.domain.account import Permission
from outlet_app.errors import BackupFolderNotSet, BackupFolderUnfit, BackupUnproven, FileMissing, SessionLocked
from outlet_app.sealing import backup_head, suite
from outlet_app.sealing.backup_head import BackupHead
from outlet_app.sealing.backup_key import wrap_backup_key
from outlet_app.services import backup_folder, sheet_slot
from outlet_app.services.backup_folder import FolderTrial
from outlet_app.store import activities, backup_copy, backup_file, backups
from outlet_app.store.backup_copy import BackupProgress, BackupStage
from outlet_app.store.backups import Proof
from outlet_app.store.connection import DatabaseKey
from outlet_app.store.moment import from_ms, to_ms

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.services.backup_folder import BackupStanding, FolderLook
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session
    from outlet_app.store.connection import Reader
    from outlet_app.store.store import Store

__all__ = ["Backup", "BackupProgress", "BackupStage", "Made", "Order", "Proof"]

_PROBE = "outlet-backup.probe"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Order:
    """What a backup is made of, as it stood when it began."""

    folder: Path
    store: Store
    key_file: KeyFile
    owner_public_key: bytes
    began: datetime

    def __repr__(self) -> str:
        return f"Order({self.began})"


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that stands whole under its name, and has not been noted yet."""

    path: Path
    head: BackupHead
    owner_public_key: bytes


class Backup:
    """The use case of everybody's program, which makes the daily backup by itself, and of the owner, who sets it up."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def standing(self) -> BackupStanding:
        """The folder and the last backup. Data lane.

        Raises SessionLocked when the outlet was closed or this person signed out.
        """
        reader = self._reader()
        owner_key = self._session.keys.owner_public_key
        standing = backup_folder.standing_of(backups.folder(reader), backups.last(reader), owner_key)
        return replace(standing, sheet_is_lost=self._session.outlet.sheet_is_lost)

    def look_into(self, standing: BackupStanding) -> FolderLook:
        """Look whether the folder is there and the last backup in it as it was written. Files lane."""
        self._session.require_role(Permission.BACK_UP)
        return backup_folder.look(standing, self._session.outlet_id)

    def is_due(self, *, closing: bool = False) -> bool:
        """Whether a backup should be made now by itself; never while no folder was chosen. Data lane."""
        standing = self.standing()
        if standing.folder is None:
            return False
        last, now = standing.last, self._session.clock()
        good_at = None if last is None or last.proof is Proof.FAILS else last.made_at
        if closing:
            worked = last is None or backups.worked_since(self._session.store.reader, last.n)
            return backup_plan.is_due_at_closing(good_at, now, worked=worked)
        return backup_plan.is_due(good_at, now)

    def try_folder(self, folder: Path) -> FolderTrial:
        """Whether the folder can take backups, by writing a few bytes there. Files lane.

        Raises NotPermitted, BackupFolderUnfit for the outlet's own folders and what lies in them, FileMissing,
        FileReadOnly, DiskFull.
        """
        self._session.require(Permission.SET_POLICY)
        place = self._keys.place
        for own in (place.folder, place.state):
            if folder.resolve().is_relative_to(own.resolve()):
                raise BackupFolderUnfit(folder)
        if not backup_file.is_folder(folder):
            raise FileMissing(folder)
        backup_file.probe(folder / _PROBE)
        same = folder.stat().st_dev == place.folder.stat().st_dev
        return FolderTrial(folder, same, shutil.disk_usage(folder).free)

    def choose_folder(self, trial: FolderTrial) -> None:
        """Backups go there from now on; recorded. Data lane. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        self._session.write(backups.folder_chosen(self._session.store.reader, str(trial.folder)))

    def begin(self) -> Order:
        """Take up what a backup needs. Data lane. A recovery slot that was exchanged is put right before.

        Raises BackupFolderNotSet, and as `sheet_slot.mended`.
        """
        folder = self.standing().folder
        if folder is None:
            raise BackupFolderNotSet
        session = self._session
        return Order(
            folder=folder,
            store=session.store,
            key_file=sheet_slot.mended(session, self._keys),
            owner_public_key=session.keys.owner_public_key,
            began=session.clock(),
        )

    def write(self, order: Order, tell: Callable[[BackupProgress], None]) -> Made:
        """Make the backup: copied and proven on this PC, then written to the folder and read back. Files lane.

        Its key is dropped in here, after the copy was opened with it. Then backups that are superfluous go. `tell`
        hears how far it is; what it raises ends the backup and leaves nothing. Raises FileMissing (folder not there),
        FileReadOnly, DiskFull (of the folder or of this PC), FileDamaged (the database), BackupUnproven, Stopped.
        """
        self._session.require_role(Permission.BACK_UP)
        if not backup_file.is_folder(order.folder):
            raise FileMissing(order.folder)
        part = self._keys.place.backup_part
        backup_copy.remove(part)
        try:
            head = _copied(order, part, tell)
            path = order.folder / backup_plan.file_name(from_ms(head.made_at_ms))
            backup_file.write(
                backup_head.encode(head),
                part,
                path,
                lambda done, whole: tell(BackupProgress(BackupStage.WRITING, done, whole)),
                part_name=backup_plan.part_name(order.key_file.outlet_id),
            )
        finally:
            backup_copy.remove(part)
        backup_folder.thin_out(order.folder, order.key_file.outlet_id, path.name)
        return Made(path, head, order.owner_public_key)

    def note(self, made: Made) -> None:
        """Record the backup, once it is certain that it holds this outlet's record. Data lane.

        Raises BackupUnproven when the record went another way meanwhile, or the owner's keys were replaced, and
        SessionLocked when the outlet was closed or this person signed out.
        """
        session, reader, at = self._session, self._reader(), made.head.at
        if session.keys.owner_public_key != made.owner_public_key:
            raise BackupUnproven(made.path)
        if activities.hash_of(reader, at.n) != at.chain_hash:
            raise BackupUnproven(made.path)
        head = backup_head.encode(made.head)
        size = len(head) + made.head.database_bytes
        session.write(backups.made(made.path.name, head, size, made.owner_public_key))

    def make(self, tell: Callable[[BackupProgress], None]) -> Made:
        """All of it at once, for a program without lanes. Raises as `begin`, `write` and `note`."""
        made = self.write(self.begin(), tell)
        self.note(made)
        return made

    def _reader(self) -> Reader:
        self._session.require_role(Permission.BACK_UP)
        if not self._session.outlet.is_open:
            raise SessionLocked
        return self._session.store.reader


def _copied(order: Order, part: Path, tell: Callable[[BackupProgress], None]) -> BackupHead:
    """Copy the database under a new key, prove it, and write the key into a head that the owner alone opens."""
    key = DatabaseKey(suite.random_bytes(32), suite.random_bytes(16))
    copied = order.store.copy_beside(part, key, tell)
    outlet_id = order.key_file.outlet_id
    return BackupHead(
        outlet_id=outlet_id,
        outlet_name=order.key_file.outlet_name,
        made_at_ms=_free_moment(order),
        schema=copied.schema,
        at=copied.at,
        recovery_slot=order.key_file.recovery_slot,
        label_key_escrow=order.key_file.label_key_escrow,
        former_seed=order.key_file.former_seed,
        key_wrap=wrap_backup_key(order.owner_public_key, outlet_id, copied.at, key.key, key.salt),
        database_bytes=part.stat().st_size,
        database_sha256=backup_file.file_sha256(part, lambda _: tell(BackupProgress(BackupStage.CHECKING, 1, 1))),
    )


def _free_moment(order: Order) -> int:
    """The whole second at which the backup began; a later one while the folder has a file of that name."""
    at = order.began.replace(microsecond=0)
    while (order.folder / backup_plan.file_name(at)).exists():
        at += timedelta(seconds=1)
    return to_ms(at)
