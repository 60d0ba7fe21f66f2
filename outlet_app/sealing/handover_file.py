"""The file of a sealed hand-over: one closed list, each waybill's details sealed, each key wrapped to the carrier.

Nothing in it opens without the carrier's key. Who wrote it is signed: the account's key over the whole file, the
owner's key over the account's. The manual's page for carriers describes the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.context import ctx
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.statement import Statement
from outlet_app.domain.waybill_number import is_number
from outlet_app.errors import FileDamaged, FileTooNew, StatementRefused
from outlet_app.sealing import suite
from outlet_app.sealing.handover_key import MARK_BYTES, fingerprint_of
from outlet_app.sealing.statements import StatementBook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_FILE_BYTES = 64 << 20
"""More than 25,000 waybills; a longer file is none of ours."""

_MARK = b"OH"
_FORMAT = b"1"
_PREFIX_BYTES = 7
_HEAD_FIELDS, _RECORD_FIELDS = 14, 6
_ID_BYTES = 16
_NUMBER_BYTES = 8
_WRAP_BYTES = suite.KEY_BYTES + suite.HPKE_OVERHEAD
_LONGEST_NAME_BYTES = 512
_LEAST_RECORD_BYTES = 2 * _RECORD_FIELDS + _ID_BYTES + _NUMBER_BYTES + MARK_BYTES + _WRAP_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverHead:
    """Which list of which outlet a file holds.

    `outlet_id` and `list_id` have 16 bytes, `closed_ms` is UTC in milliseconds since 1970, `carrier` the carrier's code
    at the outlet. `at` is the outlet's record when the file was written.
    """

    outlet_id: bytes
    outlet_name: str
    carrier: str
    list_id: bytes
    list_number: int
    closed_ms: int
    at: Checkpoint


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverRecord:
    """One waybill: C as its row holds it, and W3 (80 bytes) to the carrier's key whose mark of 10 bytes this is."""

    record_id: bytes
    number: str
    version: int
    key_mark: bytes
    details: bytes
    carrier_wrap: bytes


@dataclass(frozen=True, slots=True)
class Writer:
    """By whose word a file holds: the owner's verify key (32 bytes), and his statement of the writing account's."""

    owner_verify_key: bytes
    statement: Statement

    def verify_key(self, outlet_id: bytes) -> bytes:
        """The account's verify key, 32 bytes. Raises StatementRefused where the owner did not name exactly one."""
        named = StatementBook(outlet_id, self.owner_verify_key, [self.statement]).signers()
        keys = [key for account_keys in named.values() for key in account_keys]
        if len(keys) != 1:
            raise StatementRefused
        return keys[0]


@dataclass(frozen=True, slots=True)
class HandoverFile:
    """What a file holds once it was found whole and signed."""

    head: HandoverHead
    records: tuple[HandoverRecord, ...]
    writer: Writer


def outlet_fingerprint(owner_verify_key: bytes) -> str:
    """By what a carrier knows an outlet's files again; another one after the owner's keys were replaced."""
    return fingerprint_of(suite.digest(ctx("outlet-key", owner_verify_key))[:MARK_BYTES])


def encode(head: HandoverHead, records: Sequence[HandoverRecord], writer: Writer, key: suite.SigningKey) -> bytes:
    """`OH1`, the head's length in 4 bytes, the head, the records, and a signature by `key`, the writing account's.

    Every field stands behind 2 bytes of length. Raises ValueError for a part of another length than the format's.
    """
    fields = _head_fields(head, len(records), writer)
    parts = [_joined(fields), *(_joined(_record_fields(record)) for record in records)]
    text = b"".join([_MARK, _FORMAT, len(parts[0]).to_bytes(4, "big"), *parts])
    _read(text)
    return text + key.sign(_signed(head.outlet_id, text))


def decode(data: bytes, path: Path) -> HandoverFile:
    """Read a file, exactly, and check its signatures; `path` is for the error.

    Raises FileDamaged for what is no such file, was cut, changed, or signed by nobody of its outlet; FileTooNew.
    """
    text, signature = data[: -suite.SIGNATURE_BYTES], data[-suite.SIGNATURE_BYTES :]
    if text[:2] != _MARK or not text[2:3].isdigit() or len(data) > MOST_FILE_BYTES:
        raise FileDamaged(path)
    if text[2:3] != _FORMAT:
        raise FileTooNew(path)
    try:
        file = _read(text)
        verify_key = file.writer.verify_key(file.head.outlet_id)
    except (ValueError, StatementRefused):
        raise FileDamaged(path) from None
    if not suite.verify(verify_key, signature, _signed(file.head.outlet_id, text)):
        raise FileDamaged(path)
    return file


def _signed(outlet_id: bytes, text: bytes) -> bytes:
    return ctx("handover", outlet_id, suite.digest(text))


def _head_fields(head: HandoverHead, count: int, writer: Writer) -> list[bytes]:
    return [
        head.outlet_id,
        head.outlet_name.encode(),
        head.carrier.encode(),
        head.list_id,
        _number(head.list_number),
        _number(head.closed_ms),
        _number(head.at.branch),
        _number(head.at.n),
        head.at.chain_hash,
        _number(count),
        writer.owner_verify_key,
        _number(writer.statement.serial),
        writer.statement.text.encode(),
        writer.statement.signature,
    ]


def _record_fields(record: HandoverRecord) -> list[bytes]:
    return [
        record.record_id,
        record.number.encode(),
        _number(record.version),
        record.key_mark,
        record.details,
        record.carrier_wrap,
    ]


def _read(text: bytes) -> HandoverFile:
    end = _PREFIX_BYTES + int.from_bytes(text[3:_PREFIX_BYTES], "big")
    head, count, writer = _read_head(_split(text[_PREFIX_BYTES:end], _HEAD_FIELDS))
    if count * _LEAST_RECORD_BYTES > len(text) - end:
        raise ValueError("fewer waybills than the head says")
    fields = _split(text[end:], count * _RECORD_FIELDS)
    if len(fields) != count * _RECORD_FIELDS:
        raise ValueError("fewer waybills than the head says")
    records = tuple(_read_record(fields[at : at + _RECORD_FIELDS]) for at in range(0, len(fields), _RECORD_FIELDS))
    return HandoverFile(head, records, writer)


def _read_head(fields: list[bytes]) -> tuple[HandoverHead, int, Writer]:
    if len(fields) != _HEAD_FIELDS:
        raise ValueError("another head")
    head = HandoverHead(
        outlet_id=_exact(fields[0], _ID_BYTES),
        outlet_name=_name(fields[1]),
        carrier=_name(fields[2]),
        list_id=_exact(fields[3], _ID_BYTES),
        list_number=_whole(fields[4]),
        closed_ms=_whole(fields[5]),
        at=Checkpoint(_whole(fields[6]), _whole(fields[7]), _exact(fields[8], suite.KEY_BYTES)),
    )
    statement = Statement(_whole(fields[11]), fields[12].decode(), _exact(fields[13], suite.SIGNATURE_BYTES))
    return head, _whole(fields[9]), Writer(_exact(fields[10], suite.KEY_BYTES), statement)


def _read_record(fields: list[bytes]) -> HandoverRecord:
    number = fields[1].decode()
    if not is_number(number):
        raise ValueError("no waybill number")
    return HandoverRecord(
        record_id=_exact(fields[0], _ID_BYTES),
        number=number,
        version=_whole(fields[2]),
        key_mark=_exact(fields[3], MARK_BYTES),
        details=fields[4],
        carrier_wrap=_exact(fields[5], _WRAP_BYTES),
    )


def _joined(fields: Sequence[bytes]) -> bytes:
    return b"".join(len(field).to_bytes(2, "big") + field for field in fields)


def _split(body: bytes, most: int) -> list[bytes]:
    """The fields one after the other. More than are looked for are not even taken apart: empty ones cost memory."""
    fields: list[bytes] = []
    at = 0
    while at < len(body):
        if len(fields) == most:
            raise ValueError("more fields than there should be")
        end = at + 2 + int.from_bytes(body[at : at + 2], "big")
        fields.append(body[at + 2 : end])
        at = end
    if at != len(body):
        raise ValueError("cut short")
    return fields


def _name(field: bytes) -> str:
    """What stands in each line that is opened: a long one would fill the carrier's disk."""
    if len(field) > _LONGEST_NAME_BYTES:
        raise ValueError("a name that no outlet bears")
    return field.decode()


def _number(value: int) -> bytes:
    return value.to_bytes(_NUMBER_BYTES, "big")


def _whole(field: bytes) -> int:
    return int.from_bytes(_exact(field, _NUMBER_BYTES), "big")


def _exact(field: bytes, length: int) -> bytes:
    if len(field) != length:
        raise ValueError("wrong length")
    return field
