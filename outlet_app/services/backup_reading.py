"""A backup file as it is read: its head, and the database behind it, compared with what the head tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.sealing import backup_head
from outlet_app.store import backup_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from outlet_app.sealing.backup_head import BackupHead


def read_head(path: Path) -> BackupHead:
    """The head of the backup file, whole by its own checksum; nobody has proven yet who made it.

    Raises FileMissing, FileReadOnly (not ours to read), FileDamaged for what is no backup or is cut, FileTooNew.
    """
    start = backup_file.read_start(path, backup_head.MOST_HEAD_BYTES)
    return backup_head.decode(start[: backup_head.whole_length(start[: backup_head.PREFIX_BYTES], path)], path)


def unpack(path: Path, database_target: Path, tell: Callable[[int, int], None]) -> BackupHead:
    """Copy the database of the backup to a new file, durable on return, and give back its head.

    It is the database that the head tells of, byte by byte; it opens with the key and salt of `open_backup_key`. `tell`
    hears bytes done, of how many; what it raises ends the copy. Raises as `read_head`, FileDamaged(path) when length or
    hash differ, FileExistsError where there is a file, DiskFull. What was not finished is not left.
    """
    head = read_head(path)
    skip = len(backup_head.encode(head))
    backup_file.unpack(path, skip, (head.database_bytes, head.database_sha256), database_target, tell)
    return head
