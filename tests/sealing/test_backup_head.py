"""The plain head of a backup: strict to read, frozen, and no bit of it turns unseen."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from pathlib import Path

import pytest

from outlet_app.domain.history import Checkpoint
from outlet_app.errors import FileDamaged, FileTooNew
from outlet_app.sealing.backup_head import MOST_HEAD_BYTES, PREFIX_BYTES, BackupHead, decode, encode, whole_length
from tests.sealing.conftest import flipped

HERE = Path("outlet-backup-20261122-130200.oab")
VECTOR = Path(__file__).parent / "vectors" / "backup_head.json"
HEAD = BackupHead(
    outlet_id=bytes(range(16)),
    outlet_name="余杭文一西路网点",
    made_at_ms=1_795_324_320_000,
    schema=2,
    at=Checkpoint(1, 4711, bytes(range(32))),
    recovery_slot=bytes(range(61)),
    label_key_escrow=bytes(range(1, 62)),
    key_wrap=bytes(range(96)),
    database_bytes=4096 * 12,
    database_sha256=bytes(range(32, 64)),
)
MOVING = dataclasses.replace(HEAD, former_seed=bytes(range(2, 63)))


def whole(text: bytes) -> bytes:
    """`text` with a checksum that fits: what anybody can write."""
    return text + hashlib.sha256(text).digest()


def with_body(body: bytes, mark: bytes = b"OB1") -> bytes:
    return whole(mark + len(body).to_bytes(4, "big") + body)


def body(*fields: bytes) -> bytes:
    return b"".join(len(field).to_bytes(2, "big") + field for field in fields)


def fields(head: BackupHead = HEAD) -> list[bytes]:
    data, found, at = encode(head)[PREFIX_BYTES:-32], [], 0
    while at < len(data):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        found.append(data[at + 2 : end])
        at = end
    return found


def test_the_head_is_the_frozen_one_and_the_frozen_one_is_read() -> None:
    frozen = json.loads(VECTOR.read_text("utf-8"))

    for name, head in (("OB1", HEAD), ("OB1 while waybills are moved", MOVING)):
        assert encode(head).hex() == frozen[name]
        assert decode(bytes.fromhex(frozen[name]), HERE) == head


def test_no_bit_of_a_head_turns_unseen() -> None:
    data = encode(MOVING)

    for bit in range(len(data) * 8):
        with pytest.raises(FileDamaged) as refused:
            decode(flipped(data, bit), HERE)
        assert refused.value.path == HERE


def test_a_head_is_read_exactly_and_no_shorter_or_longer() -> None:
    data = encode(HEAD)

    for cut in (b"", data[:6], data[:-1], data + b"\x00"):
        with pytest.raises(FileDamaged):
            decode(cut, HERE)


def test_its_first_bytes_tell_how_long_it_is() -> None:
    data = encode(HEAD)

    assert whole_length(data[:PREFIX_BYTES], HERE) == len(data) < MOST_HEAD_BYTES
    for prefix in (b"", b"OB1\x00\x00", b"XB1\x00\x00\x00\x09", b"OB1\xff\xff\xff\xff", b"PK\x03\x04\x00\x00\x00"):
        with pytest.raises(FileDamaged):
            whole_length(prefix, HERE)


def test_a_whole_head_of_a_later_format_is_told_as_one() -> None:
    with pytest.raises(FileTooNew) as refused:
        decode(with_body(b"what a later version writes", b"OB2"), HERE)
    assert refused.value.path == HERE
    with pytest.raises(FileDamaged):
        decode(b"OB2" + encode(HEAD)[3:], HERE)


def test_a_format_that_never_was_is_damage() -> None:
    with pytest.raises(FileDamaged):
        decode(with_body(encode(HEAD)[PREFIX_BYTES:-32], b"OB0"), HERE)


@pytest.mark.parametrize("position", range(13))
def test_a_field_of_another_length_is_damage_whatever_its_checksum_says(position: int) -> None:
    parts = fields()
    parts[position] = parts[position] + b"\x00"

    with pytest.raises(FileDamaged):
        decode(with_body(body(*parts)), HERE)


def test_too_many_or_too_few_fields_are_damage() -> None:
    for parts in (fields()[:-1], [*fields(), b""], []):
        with pytest.raises(FileDamaged):
            decode(with_body(body(*parts)), HERE)
    with pytest.raises(FileDamaged):
        decode(with_body(body(*fields())[:-1]), HERE)


def test_a_name_of_another_spelling_is_damage() -> None:
    for name in (b"", b"\xff\xfe", "a\u202eb".encode()):
        parts = fields()
        parts[1] = name
        with pytest.raises(FileDamaged):
            decode(with_body(body(*parts)), HERE)


def test_a_part_that_is_not_of_the_form_is_not_written() -> None:
    for wrong in ({"outlet_id": b"short"}, {"key_wrap": bytes(95)}, {"outlet_name": "\n"}, {"former_seed": b"short"}):
        with pytest.raises(ValueError, match=r"wrong length|not a name"):
            encode(dataclasses.replace(HEAD, **wrong))  # type: ignore[arg-type] # the names are the head's fields
    with pytest.raises(ValueError, match="not of the form"):
        encode(dataclasses.replace(HEAD, former_seed=b"", schema=2))
