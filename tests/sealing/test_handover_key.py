"""A carrier's key: its text survives people, its file opens to its passphrase alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.text import looks_like_label_code
from outlet_app.errors import FileDamaged, FileTooNew, KeyMismatch, WrongPassword
from outlet_app.sealing import handover_key, suite
from outlet_app.sealing.handover_key import (
    fingerprint,
    fingerprint_of,
    is_same_fingerprint,
    key_mark,
    read_key_file,
    read_public_key,
    write_key_file,
    write_public_key,
)
from tests.sealing.conftest import flipped

SECRET = bytes(range(1, 33))
KEY = suite.OpeningKey(SECRET).public_key
TEXT = "HK1-01X3-FJY1-884K-S2VN-BQ0V-23M6-SD16-6X5D-2TN8-AFPG-QQY0-PAW6-T73W-8257-3NR6"
FILE = Path("carrier.key")
QUICK = suite.Cost(memory_kib=19 * 1024, passes=2, lanes=1)
PASSPHRASE = "a-carrier-keeps-this"


@pytest.fixture(scope="module")
def kept() -> bytes:
    return write_key_file(SECRET, PASSPHRASE, QUICK)


def changed(kept: bytes, **fields: object) -> bytes:
    return json.dumps(json.loads(kept) | fields).encode()


def test_the_text_is_the_frozen_one_in_groups_of_four_and_is_read_back() -> None:
    assert write_public_key(KEY) == TEXT
    assert re.fullmatch(r"HK1(-[0-9A-Z]{4}){15}", TEXT)
    assert read_public_key(TEXT) == KEY


def test_it_is_none_of_our_codes_so_every_field_takes_it() -> None:
    assert not looks_like_label_code(TEXT)


@pytest.mark.parametrize(
    "typed",
    [
        TEXT.lower(),
        TEXT.replace("-", ""),
        TEXT.replace("-", " \n"),
        f"  {TEXT}\r\n",
        TEXT.replace("0", "O").replace("1", "l"),
        TEXT.replace("1", "i"),
        "".join(chr(ord(character) + 0xFEE0) for character in TEXT),
    ],
)
def test_what_people_and_programs_make_of_it_is_read_too(typed: str) -> None:
    assert read_public_key(typed) == KEY


@pytest.mark.parametrize("text", ["", "HK1", TEXT[4:], TEXT[:-1], TEXT + "0", TEXT.replace("HK1", "HK2"), TEXT + TEXT])
def test_what_is_no_such_text_is_refused(text: str) -> None:
    with pytest.raises(KeyMismatch):
        read_public_key(text)


@given(st.integers(4, len(TEXT) - 1), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZU"))
def test_one_wrong_character_is_found(at: int, character: str) -> None:
    slip = TEXT[:at] + character + TEXT[at + 1 :]
    if TEXT[at] in {"-", character}:
        return
    with pytest.raises(KeyMismatch):
        read_public_key(slip)


def test_a_text_whose_check_fits_is_no_key_when_32_bytes_cannot_hold_it_or_nothing_can_be_sealed_to_it() -> None:
    too_large = "Z" * 52
    with pytest.raises(KeyMismatch):
        read_public_key("HK1" + too_large + handover_key._check(too_large))
    with pytest.raises(KeyMismatch):
        read_public_key(write_public_key(bytes(32)))


def test_the_fingerprint_is_frozen_and_compared_whole() -> None:
    print_ = "ATCN-WD8Y-R794-X6XS"
    assert fingerprint(KEY) == fingerprint_of(key_mark(KEY)) == print_
    assert len(key_mark(KEY)) == 10
    for typed in (print_, print_.lower(), print_.replace("-", " "), print_.replace("-", "")):
        assert is_same_fingerprint(typed, KEY)
    for typed in ("", print_[5:], print_[:-1] + "5", print_[:-1]):
        assert not is_same_fingerprint(typed, KEY)
    assert not is_same_fingerprint(print_, bytes(32))


def test_the_file_gives_the_key_back_to_its_passphrase_alone(kept: bytes) -> None:
    assert read_key_file(kept, PASSPHRASE, FILE).public_key == KEY
    assert SECRET not in kept
    assert SECRET.hex().encode() not in kept
    with pytest.raises(WrongPassword):
        read_key_file(kept, PASSPHRASE + "x", FILE)


def test_two_files_of_one_key_have_nothing_secret_in_common(kept: bytes) -> None:
    other = json.loads(write_key_file(SECRET, PASSPHRASE, QUICK))
    one = json.loads(kept)
    assert one["salt"] != other["salt"]
    assert one["box"][:30] != other["box"][:30]


def test_a_file_for_another_public_key_than_its_secret_is_damaged() -> None:
    other = suite.OpeningKey(bytes(range(2, 34))).public_key
    salt = bytes(16)
    blob = suite.box(
        handover_key._box_key(PASSPHRASE, salt, QUICK, other), SECRET, handover_key._context(other, salt, QUICK)
    )
    made = write_key_file(SECRET, PASSPHRASE, QUICK)
    with pytest.raises(FileDamaged):
        read_key_file(
            changed(made, salt=salt.hex(), public_key=write_public_key(other), box=blob.hex()), PASSPHRASE, FILE
        )


def test_a_changed_box_does_not_open(kept: bytes) -> None:
    blob = bytes.fromhex(json.loads(kept)["box"])
    with pytest.raises(WrongPassword):
        read_key_file(changed(kept, box=flipped(blob, 100).hex()), PASSPHRASE, FILE)


@pytest.mark.parametrize(
    "fields",
    [
        {"format": "another program"},
        {"format": 1},
        {"more": 1},
        {"memory_kib": 1024},
        {"memory_kib": 2**31},
        {"passes": "2"},
        {"lanes": True},
        {"salt": "zz"},
        {"salt": "00"},
        {"box": None},
        {"public_key": TEXT[:-1]},
    ],
)
def test_a_file_of_another_form_is_damaged_and_nothing_is_hashed_for_it(kept: bytes, fields: dict[str, object]) -> None:
    with pytest.raises(FileDamaged):
        read_key_file(changed(kept, **fields), PASSPHRASE, FILE)


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"{}", b"1", b"[" * 100_000])
def test_what_is_no_key_file_is_damaged(data: bytes) -> None:
    with pytest.raises(FileDamaged):
        read_key_file(data, PASSPHRASE, FILE)


def test_a_file_of_a_later_format_says_so(kept: bytes) -> None:
    with pytest.raises(FileTooNew):
        read_key_file(changed(kept, format="outlet-app handover key 2"), PASSPHRASE, FILE)
