"""The key file `outlet.keys`: every slot, grant and escrow of the outlet, and which database file is in force.

It is the commit point of every change of keys: replaced atomically, then written to a second place.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.durable_file import replace_file
from outlet_app.errors import FileDamaged, FileMissing, FileTooNew, WrongPassword
from outlet_app.sealing import suite
from outlet_app.sealing.password_slot import PasswordSlot

if TYPE_CHECKING:
    from pathlib import Path

MOST_ACCOUNTS = 64
MOST_FILE_BYTES = 64 * 1024
MOST_NAME_BYTES = 120

_MAGIC = b"OAKF"
_FORMAT = 1
_CHECKSUM_BYTES = 32
_ID_BYTES = 16
_DATABASE_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}")
_COST_BYTES = 4
_SECRET_BOX = suite.BOX_OVERHEAD + 32
_GRANT = suite.BOX_OVERHEAD + 8 + 32 + 16 + 32 + 32 + 32
_ACCOUNT_BOX = suite.BOX_OVERHEAD + 32 + 32 + 6
_INVITATION_BOX = suite.BOX_OVERHEAD + 32 + 32


@dataclass(frozen=True, slots=True)
class InvitationSlot:
    """The slot that an invitation's code opens, until `expires_at_ms` (UTC, milliseconds since 1970)."""

    slot: PasswordSlot
    expires_at_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountEntry:
    """One account's part of the key file. It has a slot or an invitation, never both. Gives no right by itself.

    `account_id` has 16 bytes; `name` is what the sign-in tile says; `owner_slot` stands where the person has a card.
    """

    account_id: bytes
    name: str
    grant: bytes
    escrow: bytes
    slot: PasswordSlot | None = None
    owner_slot: PasswordSlot | None = None
    invitation: InvitationSlot | None = None

    def __post_init__(self) -> None:
        if (self.slot is None) == (self.invitation is None):
            raise ValueError("an account has a slot or an invitation")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """The key file's content. `generation` rises by one with every change and tells the newer of two files.

    `database_name` is a plain file name inside the data folder; `epoch` counts database keys from 1. `former_seed`
    stands while owner wraps are moved to a new owner seed.
    """

    outlet_id: bytes
    outlet_name: str
    database_name: str
    epoch: int
    generation: int
    recovery_slot: bytes
    label_key_escrow: bytes
    former_seed: bytes | None = None
    accounts: tuple[AccountEntry, ...] = ()

    def entry(self, account_id: bytes) -> AccountEntry:
        """The account's entry.

        Raises WrongPassword when there is none.
        """
        for entry in self.accounts:
            if entry.account_id == account_id:
                return entry
        raise WrongPassword

    def with_entry(self, entry: AccountEntry) -> KeyFile:
        """The next generation, with `entry` in place of the account's former one, or added."""
        ids = [each.account_id for each in self.accounts]
        entries = [entry if each.account_id == entry.account_id else each for each in self.accounts]
        added = [] if entry.account_id in ids else [entry]
        return replace(self, generation=self.generation + 1, accounts=(*entries, *added))

    def without_entry(self, account_id: bytes) -> KeyFile:
        """The next generation, without the account."""
        entries = tuple(each for each in self.accounts if each.account_id != account_id)
        return replace(self, generation=self.generation + 1, accounts=entries)


def is_name(text: str) -> bool:
    """Whether `text` can be the name of an account or outlet: something visible, at most 120 bytes, nothing unseen."""
    unseen = any(unicodedata.category(character).startswith("C") for character in text)
    return bool(text.strip()) and not unseen and len(text.encode()) <= MOST_NAME_BYTES


def write_key_file(key_file: KeyFile, path: Path, second_path: Path) -> None:
    """Replace the file at `path`, then the copy at `second_path`, which lies outside the data folder. Mode 0600.

    Once the first is in place the change counts, power cut or not. Raises DiskFull, FileReadOnly, and ValueError for
    more than 64 accounts, a name that is none (`is_name`), or parts of another length than the
    format's.
    """
    data = encode(key_file)
    replace_file(path, data)
    replace_file(second_path, data)


def read_key_file(path: Path, second_path: Path) -> KeyFile:
    """Of the two files the one that verifies with the higher generation.

    A copy of another outlet never takes the first file's place. Raises FileMissing when both are missing, FileTooNew
    when either was written by a later version, and FileDamaged when what is there is damaged.
    """
    files: list[KeyFile] = []
    damaged = False
    for place in (path, second_path):
        try:
            files.append(_read(place))
        except FileMissing:
            continue
        except FileDamaged:
            damaged = True
    if not files:
        raise FileDamaged(path) if damaged else FileMissing(path)
    own = [file for file in files if file.outlet_id == files[0].outlet_id]
    return max(own, key=lambda file: file.generation)


def encode(key_file: KeyFile) -> bytes:
    """The bytes of the file: `OAKF`, format 2 B, fields each behind a 2-byte length, SHA-256 of all before it."""
    fields = [
        key_file.outlet_id,
        key_file.outlet_name.encode(),
        key_file.database_name.encode(),
        key_file.epoch.to_bytes(8, "big"),
        key_file.generation.to_bytes(8, "big"),
        key_file.recovery_slot,
        key_file.label_key_escrow,
        key_file.former_seed or b"",
        *(_joined(_entry_fields(entry)) for entry in key_file.accounts),
    ]
    text = _MAGIC + _FORMAT.to_bytes(2, "big") + _joined(fields)
    data = text + suite.digest(text)
    if _decode_body(text[6:]) != key_file:
        raise ValueError("a part of the key file is not of the form")
    return data


def decode(data: bytes, path: Path) -> KeyFile:
    """Read the bytes of a key file; `path` is for the error.

    Raises FileDamaged, or FileTooNew for a whole file of a later format.
    """
    text, checksum = data[:-_CHECKSUM_BYTES], data[-_CHECKSUM_BYTES:]
    if len(data) > MOST_FILE_BYTES or text[:4] != _MAGIC or suite.digest(text) != checksum:
        raise FileDamaged(path)
    if int.from_bytes(text[4:6], "big") > _FORMAT:
        raise FileTooNew(path)
    try:
        key_file = _decode_body(text[6:])
        if encode(key_file) != data:
            raise FileDamaged(path)
    except ValueError:
        raise FileDamaged(path) from None
    return key_file


def _read(path: Path) -> KeyFile:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_FILE_BYTES + 1)
    except FileNotFoundError:
        raise FileMissing(path) from None
    except OSError as fault:
        raise FileDamaged(path) from fault
    return decode(data, path)


def _joined(fields: list[bytes]) -> bytes:
    return b"".join(len(field).to_bytes(2, "big") + field for field in fields)


def _split(data: bytes) -> list[bytes]:
    fields, at = [], 0
    while at < len(data):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        fields.append(data[at + 2 : end])
        at = end
    if at != len(data):
        raise ValueError("cut short")
    return fields


def _entry_fields(entry: AccountEntry) -> list[bytes]:
    return [
        entry.account_id,
        entry.name.encode(),
        entry.grant,
        entry.escrow,
        _slot_bytes(entry.slot),
        _slot_bytes(entry.owner_slot),
        _invitation_bytes(entry.invitation),
    ]


def _slot_bytes(slot: PasswordSlot | None) -> bytes:
    if slot is None:
        return b""
    numbers = (slot.cost.memory_kib, slot.cost.passes, slot.cost.lanes)
    return slot.salt + b"".join(number.to_bytes(_COST_BYTES, "big") for number in numbers) + slot.blob


def _invitation_bytes(invitation: InvitationSlot | None) -> bytes:
    if invitation is None:
        return b""
    return invitation.expires_at_ms.to_bytes(8, "big") + _slot_bytes(invitation.slot)


def _decode_body(body: bytes) -> KeyFile:
    outlet_id, outlet_name, database_name, epoch, generation, recovery, escrow, former, *accounts = _split(body)
    entries = tuple(_entry(account) for account in accounts)
    if len(entries) > MOST_ACCOUNTS or len({entry.account_id for entry in entries}) != len(entries):
        raise ValueError("too many accounts, or one twice")
    return KeyFile(
        outlet_id=_exact(outlet_id, _ID_BYTES),
        outlet_name=_name(outlet_name),
        database_name=_database_name(database_name),
        epoch=int.from_bytes(_exact(epoch, 8), "big"),
        generation=int.from_bytes(_exact(generation, 8), "big"),
        recovery_slot=_exact(recovery, _SECRET_BOX),
        label_key_escrow=_exact(escrow, _SECRET_BOX),
        former_seed=_exact(former, _SECRET_BOX) if former else None,
        accounts=entries,
    )


def _entry(data: bytes) -> AccountEntry:
    account_id, name, grant, escrow, slot, owner_slot, invitation = _split(data)
    return AccountEntry(
        account_id=_exact(account_id, _ID_BYTES),
        name=_name(name),
        grant=_exact(grant, _GRANT),
        escrow=_exact(escrow, _SECRET_BOX),
        slot=_slot(slot, _ACCOUNT_BOX) if slot else None,
        owner_slot=_slot(owner_slot, _SECRET_BOX) if owner_slot else None,
        invitation=_invitation(invitation) if invitation else None,
    )


def _slot(data: bytes, box_bytes: int) -> PasswordSlot:
    head = suite.SALT_BYTES + 3 * _COST_BYTES
    _exact(data, head + box_bytes)
    numbers = [int.from_bytes(data[at : at + _COST_BYTES], "big") for at in range(suite.SALT_BYTES, head, _COST_BYTES)]
    return PasswordSlot(data[: suite.SALT_BYTES], suite.Cost(*numbers), data[head:])


def _invitation(data: bytes) -> InvitationSlot:
    return InvitationSlot(_slot(data[8:], _INVITATION_BOX), int.from_bytes(data[:8], "big"))


def _exact(data: bytes, length: int) -> bytes:
    if len(data) != length:
        raise ValueError("wrong length")
    return data


def _name(data: bytes) -> str:
    text = data.decode()
    if not is_name(text):
        raise ValueError("not a name")
    return text


def _database_name(data: bytes) -> str:
    text = data.decode()
    if _DATABASE_NAME.fullmatch(text) is None:
        raise ValueError("not a plain file name")
    return text
