"""The plain head of a backup file: which outlet, up to which act, and the boxes that its owner or its sheet opens.

The key of the database behind it stands there wrapped to the owner; without the owner seed the head opens nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.history import Checkpoint
from outlet_app.errors import FileDamaged, FileTooNew
from outlet_app.sealing import suite
from outlet_app.sealing.backup_key import WRAP_BYTES
from outlet_app.sealing.key_file import is_name

if TYPE_CHECKING:
    from pathlib import Path

PREFIX_BYTES = 7
"""What `whole_length` needs: the mark `OB`, the format's digit, and 4 bytes of length."""

MOST_HEAD_BYTES = 4096

_MARK = b"OB"
_FORMAT = b"1"
_CHECKSUM_BYTES = 32
_ID_BYTES = 16
_HASH_BYTES = 32
_NUMBER_BYTES = 8
_SECRET_BOX = suite.BOX_OVERHEAD + 32


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupHead:
    """What is known of a backup before anybody opens it. Nothing in it is proven until the owner seed opens it.

    `outlet_id` has 16 bytes, `made_at_ms` is UTC in milliseconds since 1970, `schema` the database's version, `at` the
    last act in it. `recovery_slot` and `label_key_escrow` (61 bytes each) are the key file's; so is `former_seed`
    (61 bytes), which stands while waybills are moved to a new owner seed. `key_wrap` (96 bytes) is `wrap_backup_key`'s.
    `database_bytes` is the length of what follows the head, `database_sha256` its 32-byte hash.
    """

    outlet_id: bytes
    outlet_name: str
    made_at_ms: int
    schema: int
    at: Checkpoint
    recovery_slot: bytes
    label_key_escrow: bytes
    key_wrap: bytes
    database_bytes: int
    database_sha256: bytes
    former_seed: bytes | None = None


def encode(head: BackupHead) -> bytes:
    """`OB1`, the length of the fields in 4 bytes, the fields each behind 2 bytes of length, SHA-256 of all before it.

    Raises ValueError for a part of another length than the format's.
    """
    fields = (
        head.outlet_id,
        head.outlet_name.encode(),
        _number(head.made_at_ms),
        _number(head.schema),
        _number(head.at.branch),
        _number(head.at.n),
        head.at.chain_hash,
        head.recovery_slot,
        head.label_key_escrow,
        head.former_seed or b"",
        head.key_wrap,
        _number(head.database_bytes),
        head.database_sha256,
    )
    body = b"".join(len(field).to_bytes(2, "big") + field for field in fields)
    text = _MARK + _FORMAT + len(body).to_bytes(4, "big") + body
    if _read_body(body) != head:
        raise ValueError("a part of the head is not of the form")
    return text + suite.digest(text)


def whole_length(prefix: bytes, path: Path) -> int:
    """How many bytes the head has, told by its first seven; `path` is for the error.

    Raises FileDamaged for what is no backup of ours, or a head longer than 4,096 bytes.
    """
    length = PREFIX_BYTES + int.from_bytes(prefix[3:PREFIX_BYTES], "big") + _CHECKSUM_BYTES
    if len(prefix) < PREFIX_BYTES or prefix[:2] != _MARK or length > MOST_HEAD_BYTES:
        raise FileDamaged(path)
    return length


def decode(data: bytes, path: Path) -> BackupHead:
    """Read the bytes of a head, exactly; `path` is for the error.

    Raises FileDamaged, or FileTooNew for a whole head of a later format.
    """
    text, checksum = data[:-_CHECKSUM_BYTES], data[-_CHECKSUM_BYTES:]
    if len(data) != whole_length(data[:PREFIX_BYTES], path) or suite.digest(text) != checksum:
        raise FileDamaged(path)
    if text[2:3] > _FORMAT:
        raise FileTooNew(path)
    try:
        head = _read_body(text[PREFIX_BYTES:])
        if encode(head) != data:
            raise FileDamaged(path)
    except ValueError:
        raise FileDamaged(path) from None
    return head


def _read_body(body: bytes) -> BackupHead:
    outlet_id, name, made, schema, branch, n, chain_hash, recovery, escrow, former, wrap, size, digest = _split(body)
    if not is_name(name.decode()):
        raise ValueError("not a name")
    return BackupHead(
        outlet_id=_exact(outlet_id, _ID_BYTES),
        outlet_name=name.decode(),
        made_at_ms=_whole(made),
        schema=_whole(schema),
        at=Checkpoint(_whole(branch), _whole(n), _exact(chain_hash, _HASH_BYTES)),
        recovery_slot=_exact(recovery, _SECRET_BOX),
        label_key_escrow=_exact(escrow, _SECRET_BOX),
        former_seed=_exact(former, _SECRET_BOX) if former else None,
        key_wrap=_exact(wrap, WRAP_BYTES),
        database_bytes=_whole(size),
        database_sha256=_exact(digest, _HASH_BYTES),
    )


def _split(body: bytes) -> list[bytes]:
    fields, at = [], 0
    while at < len(body):
        end = at + 2 + int.from_bytes(body[at : at + 2], "big")
        fields.append(body[at + 2 : end])
        at = end
    if at != len(body):
        raise ValueError("cut short")
    return fields


def _number(value: int) -> bytes:
    return value.to_bytes(_NUMBER_BYTES, "big")


def _whole(field: bytes) -> int:
    return int.from_bytes(_exact(field, _NUMBER_BYTES), "big")


def _exact(field: bytes, length: int) -> bytes:
    if len(field) != length:
        raise ValueError("wrong length")
    return field
