"""What the outlet knows of its backups: the folder, the last good one, and whether the owner's key opened its head."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.context import canonical_json
from outlet_app.store import profile
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.domain.activity import Detail
    from outlet_app.store.connection import Cursor, Reader

_FOLDER, _LAST = "backup-folder", "last-backup"
_SET = "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
_COMINGS_AND_GOINGS = (
    ActivityKind.SIGNED_IN,
    ActivityKind.SIGN_IN_REFUSED,
    ActivityKind.LOCKED,
    ActivityKind.UNLOCKED,
    ActivityKind.CHANGED_PERSON,
    ActivityKind.SIGNED_OUT,
    ActivityKind.BACKUP_MADE,
    ActivityKind.BACKUP_CHECKED,
    ActivityKind.RECORD_VERIFIED,
)
_WORK = f"SELECT count(*) FROM (SELECT 1 FROM acts WHERE n > ? AND kind NOT IN ({', '.join('?' * 9)}) LIMIT 1)"


class Proof(StrEnum):
    """Whether the owner's key opens a backup's head; it is tried when the owner shows his card the next time."""

    WAITS = "waits"
    OPENS = "opens"
    FAILS = "fails"


@dataclass(frozen=True, slots=True)
class NotedBackup:
    """The last backup that was made and noted: its file's name, the bytes of its head, and the proof of that head.

    `owner_key` is the owner's public key (32 bytes) that it was made for; a new owner seed has another.
    """

    name: str
    head: bytes
    owner_key: bytes
    proof: Proof


def folder(reader: Reader) -> str:
    """The chosen folder's path; empty while nobody chose one."""
    return profile.setting(reader, _FOLDER)


def folder_chosen(reader: Reader, path: str) -> Entry:
    """That folder takes the backups from now on."""
    return profile.setting_changed(reader, _FOLDER, path)


def last(reader: Reader) -> NotedBackup | None:
    """The last one that was noted; None where there is none, or where what stands there is nothing of ours."""
    try:
        value = json.loads(profile.setting(reader, _LAST, "null"))
        owner_key = bytes.fromhex(value["owner"])
        return NotedBackup(str(value["name"]), bytes.fromhex(value["head"]), owner_key, Proof(value["proof"]))
    except (ValueError, TypeError, KeyError):
        return None


def made(name: str, head: bytes, size: int, owner_key: bytes) -> Entry:
    """A backup of `size` bytes for that owner's key stands whole in the folder; `head` is what it begins with."""
    detail: Detail = {"file": name, "bytes": size, "head": hashlib.sha256(head).hexdigest()}
    return _noting(NotedBackup(name, head, owner_key, Proof.WAITS), Activity(ActivityKind.BACKUP_MADE, None, detail))


def proven(noted: NotedBackup, proof: Proof) -> Entry:
    """The owner's key opened the head of the last backup, or did not."""
    detail = {"file": noted.name, "how": "key", "found": proof.value}
    return _noting(replace(noted, proof=proof), Activity(ActivityKind.BACKUP_CHECKED, None, detail))


def drilled(name: str, problems: Sequence[str]) -> Entry:
    """A backup was restored into a temporary outlet and checked; `problems` are words, none when it is whole."""
    detail = {"file": name, "how": "drill", "found": "bad" if problems else "whole", "problems": ",".join(problems)}
    return Entry(Activity(ActivityKind.BACKUP_CHECKED, None, detail))


def worked_since(reader: Reader, n: int) -> bool:
    """Whether anything but comings, goings and backups was recorded after act `n`."""
    return bool(reader.number(_WORK, n, *(kind.value for kind in _COMINGS_AND_GOINGS)))


def _noting(noted: NotedBackup, activity: Activity) -> Entry:
    facts = {"head": noted.head.hex(), "owner": noted.owner_key.hex(), "proof": noted.proof.value}
    value = canonical_json({"name": noted.name, **facts})

    def apply(cursor: Cursor) -> None:
        cursor.run(_SET, _LAST, value)

    return Entry(activity, apply)
