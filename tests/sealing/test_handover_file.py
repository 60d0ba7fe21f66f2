"""The file of a sealed hand-over: frozen, strict to read, and no bit of it turns unseen."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from outlet_app.domain.account import Role
from outlet_app.domain.context import ctx
from outlet_app.errors import FileDamaged, FileTooNew
from outlet_app.sealing import handover_file, handover_key, suite
from outlet_app.sealing.handover_file import HandoverFile, Writer, decode, encode, outlet_fingerprint
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.statements import RoleGiven, VerifyKeyNamed, sign_statement
from tests.sealing import handover_by_the_book
from tests.sealing.conftest import flipped
from tests.sealing.handovers import CARRIER, CHEN, HEAD, OUTLET, OWNER, WRITER, plain, record, waybills, written

HERE = Path("yto-20261122-12.handover")
VECTOR = json.loads((Path(__file__).parent / "vectors" / "handover.json").read_text("utf-8"))


def signed_anew(text: bytes, key: suite.SigningKey = CHEN) -> bytes:
    """What somebody with that account's key makes of a file's bytes."""
    return text + key.sign(ctx("handover", OUTLET, suite.digest(text)))


def test_the_frozen_file_is_read_and_written_to_the_byte() -> None:
    data = bytes.fromhex(VECTOR["file"])
    file = decode(data, HERE)

    assert file.head == HEAD
    assert file.writer == WRITER
    assert [each.number for each in file.records] == [each["number"] for each in VECTOR["waybills"]]
    assert encode(file.head, file.records, file.writer, CHEN) == data


def test_the_frozen_file_and_key_open_by_the_manuals_page_alone() -> None:
    """A reader written from the page for carriers, with the library's primitives and none of our modules."""
    secret = handover_by_the_book.read_key(VECTOR["key_file"], VECTOR["passphrase"])
    found = handover_by_the_book.read_file(bytes.fromhex(VECTOR["file"]), secret)

    assert found == VECTOR["waybills"]


def test_the_frozen_key_opens_here_too() -> None:
    key = handover_key.read_key_file(VECTOR["key_file"].encode(), VECTOR["passphrase"], HERE)
    assert key.public_key == CARRIER.public_key


def test_what_is_written_now_opens_by_the_manuals_page_too() -> None:
    made = waybills(3)
    found = handover_by_the_book.read_file(written([record(each) for each in made]), b"k" * 32)

    assert [each["number"] for each in found] == [each.number for each in made]
    assert [each["recipient"] for each in found] == [plain(each.recipient) for each in made]


def test_a_file_comes_back_as_it_was_written() -> None:
    records = [record(each) for each in waybills()]
    assert decode(written(records), HERE) == HandoverFile(HEAD, tuple(records), WRITER)
    assert decode(written([]), HERE) == HandoverFile(HEAD, (), WRITER)


def test_every_turned_bit_is_seen() -> None:
    data = written([record(waybills()[0])])
    for bit in range(0, 8 * len(data), 11):
        with pytest.raises((FileDamaged, FileTooNew)):
            decode(flipped(data, bit), HERE)


def test_a_cut_or_longer_file_is_damaged() -> None:
    data = written([record(waybills()[0])])
    for wrong in (b"", data[:2], data[:7], data[:200], data[:-64], data[:-1], data + b"\0", data[1:]):
        with pytest.raises(FileDamaged):
            decode(wrong, HERE)


def test_a_file_longer_than_any_of_ours_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written([record(waybills()[0])])
    monkeypatch.setattr(handover_file, "MOST_FILE_BYTES", len(data) - 1)
    with pytest.raises(FileDamaged):
        decode(data, HERE)


def test_a_later_format_says_so() -> None:
    data = written([])
    with pytest.raises(FileTooNew):
        decode(data[:2] + b"2" + data[3:], HERE)


def test_waybills_mixed_in_from_another_file_are_seen_whoever_mixes() -> None:
    one, two = (written([record(each)]) for each in waybills())
    end = handover_file._PREFIX_BYTES + int.from_bytes(one[3:7], "big")
    more = one[:-64] + two[end:-64]
    swapped = one[:end] + two[end:-64]

    for text in (more, swapped):
        with pytest.raises(FileDamaged):
            decode(text + one[-64:], HERE)
    with pytest.raises(FileDamaged):
        decode(signed_anew(more), HERE)  # the head counts its waybills
    with pytest.raises(FileDamaged):
        decode(signed_anew(swapped, suite.SigningKey(b"x" * 32)), HERE)


def test_a_writer_whom_the_owner_did_not_name_writes_no_file() -> None:
    stranger = OwnerSeed(OUTLET, bytes(32))
    named_by_stranger = sign_statement(stranger, 7, VerifyKeyNamed(b"a" * 16, CHEN.verify_key))
    role_alone = sign_statement(OWNER, 7, RoleGiven(b"a" * 16, Role.CLERK))
    for statement in (named_by_stranger, role_alone, replace(WRITER.statement, serial=8)):
        with pytest.raises(FileDamaged):
            decode(written([], writer=Writer(OWNER.verify_key, statement)), HERE)
    with pytest.raises(FileDamaged):
        decode(encode(HEAD, [], WRITER, suite.SigningKey(b"x" * 32)), HERE)


def test_a_file_of_another_outlet_that_names_ours_is_damaged() -> None:
    data = written([], head=replace(HEAD, outlet_id=bytes(16)))
    with pytest.raises(FileDamaged):
        decode(data, HERE)


def test_an_outlets_fingerprint_tells_outlets_apart() -> None:
    assert outlet_fingerprint(OWNER.verify_key) == "81D6-AXTE-F0N6-RQ55"
    assert outlet_fingerprint(OwnerSeed(OUTLET, bytes(32)).verify_key) != outlet_fingerprint(OWNER.verify_key)
    assert outlet_fingerprint(CARRIER.public_key) != handover_key.fingerprint(CARRIER.public_key)


@pytest.mark.parametrize(
    "changes",
    [{"outlet_id": bytes(15)}, {"list_id": bytes(17)}, {"at": replace(HEAD.at, chain_hash=bytes(31))}],
)
def test_a_head_of_another_form_is_not_written(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="length"):
        written([], head=replace(HEAD, **changes))  # type: ignore[arg-type] # the fields' own types


@pytest.mark.parametrize("changes", [{"record_id": b""}, {"key_mark": bytes(9)}, {"carrier_wrap": bytes(81)}])
def test_a_record_of_another_form_is_not_written(changes: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match="length"):
        written([replace(record(waybills()[0]), **changes)])  # type: ignore[arg-type] # as above


def test_heads_and_records_of_other_fields_are_damaged() -> None:
    for body in (b"", b"\0\1", b"\0\0" * 13, b"\0\0" * 14, b"\0\0" * 15):
        with pytest.raises(FileDamaged):
            decode(signed_anew(b"OH1" + len(body).to_bytes(4, "big") + body), HERE)


def test_a_head_that_counts_more_waybills_than_follow_is_damaged() -> None:
    head = handover_file._joined(handover_file._head_fields(HEAD, 2, WRITER))
    one = handover_file._joined(handover_file._record_fields(record(waybills()[0])))
    with pytest.raises(FileDamaged):
        decode(signed_anew(b"OH1" + len(head).to_bytes(4, "big") + head + one), HERE)


def test_a_last_field_that_goes_on_behind_the_files_end_is_damaged_whoever_signs() -> None:
    whole = written([record(waybills()[0])])[: -suite.SIGNATURE_BYTES]
    with pytest.raises(FileDamaged):
        decode(signed_anew(whole[:-1]), HERE)


@pytest.mark.parametrize("field", ["outlet_name", "carrier"])
def test_a_name_longer_than_any_outlets_is_not_written(field: str) -> None:
    with pytest.raises(ValueError, match="a name that no outlet bears"):
        written([], head=replace(HEAD, **{field: "x" * 513}))  # type: ignore[arg-type] # a text, as both are
