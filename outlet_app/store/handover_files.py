"""Sealed hand-overs at rest: which waybills of a list are sealed to its carrier, the folder, and each file's act."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind, Detail
from outlet_app.durable_file import replace_file
from outlet_app.errors import FileDamaged, HandoverFolderGone
from outlet_app.store import activities, profile
from outlet_app.store.moment import to_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from outlet_app.store.connection import Reader, Row

_FOLDER = "handover-folder"
_ON_LIST = (
    " FROM handover_items JOIN waybills ON waybills.record_id = handover_items.record_id"
    " WHERE handover_items.list_id = (SELECT list_id FROM handover_lists WHERE record_id = ?)"
)
_WITHOUT = f"SELECT waybills.number {_ON_LIST} AND carrier_wrap IS NULL ORDER BY position"
_SEALED = f"SELECT count(*) {_ON_LIST} AND carrier_wrap IS NOT NULL"
_CLOSED_SINCE = "SELECT record_id FROM handover_lists WHERE closed_ms >= ? ORDER BY closed_ms"
_NOT_OFFERED = frozenset({errno.EINVAL, errno.ENOTSUP})


def folder(reader: Reader) -> str:
    """Where the files go, empty while the owner chose no folder."""
    return profile.setting(reader, _FOLDER)


def folder_chosen(reader: Reader, path: str) -> Entry:
    """The files go there from now on."""
    return profile.setting_changed(reader, _FOLDER, path)


def without_wrap(reader: Reader, list_id: bytes) -> list[str]:
    """The numbers of the list's waybills that are not sealed to the carrier, in the order of the list."""
    return reader.rows(_text, _WITHOUT, list_id)


def count_sealed(reader: Reader, list_id: bytes) -> int:
    """How many of the list's waybills are sealed to a key of the carrier."""
    return reader.number(_SEALED, list_id)


def closed_since(reader: Reader, start: datetime) -> list[bytes]:
    """The ids of the lists that were closed from `start` on, in that order."""
    return reader.rows(_id, _CLOSED_SINCE, to_ms(start))


def is_written(reader: Reader, list_id: bytes) -> bool:
    """Whether the record says that the list's file was written. Raises HistoryBroken."""
    return any(act.kind == ActivityKind.HANDOVER_WRITTEN for act in activities.of_record(reader, list_id))


def written(list_id: bytes, *, carrier: str, number: int, counts: tuple[int, int], digest: bytes) -> Entry:
    """The file of list `number` was written: `counts` are waybills in it and left out, `digest` its SHA-256."""
    count, without = counts
    detail: Detail = {"carrier": carrier, "list": number, "count": count, "without": without, "sha256": digest.hex()}
    return Entry(Activity(ActivityKind.HANDOVER_WRITTEN, list_id, detail))


def write_file(path: Path, data: bytes) -> None:
    """Write a file into a folder that may be a stick, whole or not at all, and read it back.

    Raises HandoverFolderGone where the folder is not there or does not answer, FileReadOnly, DiskFull, and FileDamaged
    where it does not read back as it was written.
    """
    if not is_folder(path.parent):
        raise HandoverFolderGone(path.parent)
    try:
        _replace(path, data)
        found = path.read_bytes()
    except OSError as fault:
        raise HandoverFolderGone(path.parent) from fault
    if found != data:
        raise FileDamaged(path)


def is_folder(path: Path) -> bool:
    """Whether a folder can be looked into there now."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _replace(path: Path, data: bytes) -> None:
    """As `replace_file`; a share that cannot bring a folder to its disk has the file's bytes already."""
    try:
        replace_file(path, data)
    except OSError as fault:
        if fault.errno not in _NOT_OFFERED:
            raise


def _text(row: Row) -> str:
    text: str = row[0]
    return text


def _id(row: Row) -> bytes:
    list_id: bytes = row[0]
    return list_id
