"""The proof of the last backup's head: whether the owner's key, open for another act just now, opens it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from outlet_app.errors import FileDamaged, FileTooNew, KeyMismatch
from outlet_app.sealing import backup_head
from outlet_app.sealing.backup_key import open_backup_key
from outlet_app.sealing.grants import open_label_key
from outlet_app.store import backups
from outlet_app.store.backups import Proof

if TYPE_CHECKING:
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.services.session import Session
    from outlet_app.store.backups import NotedBackup


def prove_last_backup(session: Session, seed: OwnerSeed) -> None:
    """Try the head as it was written, once for each backup, and record what came of it.

    Nothing is read from the folder, so that no stick is waited for. Raises what a write does.
    """
    noted = backups.last(session.store.reader)
    if noted is not None and noted.proof is Proof.WAITS:
        proof = Proof.OPENS if _opens(noted, seed, session.keys.label_key) else Proof.FAILS
        session.write(backups.proven(noted, proof))


def _opens(noted: NotedBackup, seed: OwnerSeed, label_key: bytes) -> bool:
    try:
        head = backup_head.decode(noted.head, Path(noted.name))
        open_backup_key(seed, head.at, head.key_wrap)
        return head.outlet_id == seed.outlet_id and open_label_key(seed, head.label_key_escrow) == label_key
    except (FileDamaged, FileTooNew, KeyMismatch):
        return False
