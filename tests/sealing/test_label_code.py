"""What the outlet's codes say, and how strictly they are read."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.history import Checkpoint
from outlet_app.errors import LabelCodeRefused
from outlet_app.sealing import label_code as codes

OUTLET = bytes(range(16))
LABEL_KEY = bytes(range(32))
TOKEN = codes.LabelToken(bytes(range(100, 116)))
CHECKPOINT = Checkpoint(1, 4711, hashlib.sha256(b"history").digest())
ALPHANUMERIC = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def written(
    *,
    number: str = "YT8801234567890",
    serial: int = 1,
    checkpoint: Checkpoint = CHECKPOINT,
    label_key: bytes = LABEL_KEY,
    outlet_id: bytes = OUTLET,
) -> str:
    return codes.write_label_code(
        outlet_id=outlet_id, number=number, serial=serial, token=TOKEN, checkpoint=checkpoint, label_key=label_key
    )


def read_label(text: str) -> codes.LabelCode:
    code = codes.read_code(text)
    assert isinstance(code, codes.LabelCode)
    return code


def test_a_label_code_says_what_was_written() -> None:
    code = read_label(written(serial=7))

    assert (code.number, code.serial, code.outlet_mark) == ("YT8801234567890", 7, codes.outlet_mark(OUTLET))
    assert code.token == TOKEN
    assert code.checkpoint.fits(CHECKPOINT)
    assert codes.is_genuine(code, LABEL_KEY)


def test_the_longest_label_code_fits_version_5_m() -> None:
    longest = written(number="9" * 22, serial=999, checkpoint=Checkpoint(9999, 10**12 - 1, b"\xff" * 32))

    assert len(longest) == codes.LONGEST_CODE == 122
    assert set(longest) <= ALPHANUMERIC
    assert read_label(longest).checkpoint.n == 10**12 - 1


@given(
    number=st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-", min_size=1, max_size=22),
    serial=st.integers(1, 999),
    branch=st.integers(0, 9999),
    n=st.integers(0, 10**12 - 1),
    chain_hash=st.binary(min_size=32, max_size=32),
)
def test_every_label_code_reads_back(number: str, serial: int, branch: int, n: int, chain_hash: bytes) -> None:
    text = written(number=number, serial=serial, checkpoint=Checkpoint(branch, n, chain_hash))
    code = read_label(text)

    assert len(text) <= codes.LONGEST_CODE
    assert (code.number, code.serial, code.checkpoint.branch, code.checkpoint.n) == (number, serial, branch, n)
    assert codes.is_genuine(code, LABEL_KEY)


@pytest.mark.parametrize("number", ["", "9" * 23, "yt1", "YT 1", "YT.1", "运单", "YT1\n"])
def test_a_number_that_no_label_can_carry_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="form"):
        written(number=number)


@pytest.mark.parametrize("serial", [0, 1000])
def test_a_serial_that_no_label_can_carry_is_refused(serial: int) -> None:
    with pytest.raises(ValueError, match="form"):
        written(serial=serial)


@pytest.mark.parametrize(("branch", "n"), [(10_000, 1), (1, 10**12)])
def test_a_checkpoint_that_no_label_can_carry_is_refused(branch: int, n: int) -> None:
    with pytest.raises(ValueError, match="form"):
        written(checkpoint=Checkpoint(branch, n, bytes(32)))


def test_small_or_full_width_letters_and_a_chinese_full_stop_are_understood() -> None:
    text = written()
    wide = "".join(chr(ord(character) + 0xFEE0) for character in text)

    for typed in (text.lower(), wide, text.replace(".", "。"), text.replace(".", "｡"), text.replace(".", "．")):
        assert codes.is_genuine(read_label(typed), LABEL_KEY)


def test_nothing_else_varies() -> None:
    text = written()
    parts = text.split(".")
    others = [
        "",
        "OA1",
        "OA1.",
        " " + text,
        text + " ",
        text + "\n",
        text + ".",
        text[:-1],
        text + "0",
        text.replace("OA1", "OA2"),
        text.replace("OA1", "OB1"),
        text.replace("OA1", "0A1"),
        ".".join(parts[:-1]),
        ".".join([*parts[:3], "01", *parts[4:]]),
        ".".join([*parts[:3], "+1", *parts[4:]]),
        ".".join([*parts[:3], "١", *parts[4:]]),
        ".".join([*parts[:4], "8" + "0" * 25, *parts[5:]]),
        ".".join([*parts[:4], "O" + parts[4][1:], *parts[5:]]),
        ".".join([*parts[:5], "01", *parts[6:]]),
        ".".join([*parts[:6], "", *parts[7:]]),
        ".".join([*parts[:7], "I" * 32, parts[8]]),
        ".".join([parts[0], "U000", *parts[2:]]),
        ".".join([*parts[:8], "LLLLLLLL"]),
    ]

    for other in others:
        with pytest.raises(LabelCodeRefused):
            codes.read_code(other)


@given(st.text(max_size=60))
def test_arbitrary_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    with pytest.raises(LabelCodeRefused):
        codes.read_code("OA1." + text)


def test_a_label_with_any_character_changed_is_not_genuine() -> None:
    text = written()

    for at in range(4, len(text)):
        changed = text[:at] + ("1" if text[at] != "1" else "2") + text[at + 1 :]
        try:
            code = read_label(changed)
        except LabelCodeRefused:
            continue
        assert not codes.is_genuine(code, LABEL_KEY)


def test_another_outlets_label_is_not_genuine_here() -> None:
    code = read_label(written(label_key=bytes(32), outlet_id=bytes(16)))

    assert not codes.is_genuine(code, LABEL_KEY)
    assert code.outlet_mark != codes.outlet_mark(OUTLET)


def test_the_outlets_mark_is_twenty_bits_of_its_id() -> None:
    bits = int.from_bytes(hashlib.sha256(OUTLET).digest(), "big") >> 236
    characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

    assert codes.outlet_mark(OUTLET) == "".join(characters[bits >> shift & 31] for shift in (15, 10, 5, 0))


def test_a_mark_fits_its_own_checkpoint_only() -> None:
    mark = codes.mark_of(CHECKPOINT)

    assert mark.fits(CHECKPOINT)
    assert not mark.fits(Checkpoint(2, CHECKPOINT.n, CHECKPOINT.chain_hash))
    assert not mark.fits(Checkpoint(1, CHECKPOINT.n + 1, CHECKPOINT.chain_hash))
    assert not mark.fits(Checkpoint(1, CHECKPOINT.n, bytes(32)))


def test_a_day_sheets_code_carries_the_checkpoint_and_no_token() -> None:
    text = codes.write_checkpoint_code(OUTLET, CHECKPOINT, LABEL_KEY)
    code = codes.read_code(text.lower())

    assert isinstance(code, codes.CheckpointCode)
    assert code.checkpoint.fits(CHECKPOINT)
    assert codes.is_genuine(code, LABEL_KEY)
    assert not codes.is_genuine(code, bytes(32))
    assert text.startswith("OC1.")
    assert len(text) < 70


def test_a_card_and_a_sheet_give_their_secret_back() -> None:
    card = codes.read_code(codes.write_card_code(OUTLET, b"c" * 16))
    sheet = codes.read_code(codes.write_recovery_code(OUTLET, b"r" * 32))

    assert isinstance(card, codes.CardCode)
    assert isinstance(sheet, codes.RecoveryCode)
    assert (card.secret, card.outlet_mark) == (b"c" * 16, codes.outlet_mark(OUTLET))
    assert (sheet.secret, sheet.outlet_mark) == (b"r" * 32, codes.outlet_mark(OUTLET))


@pytest.mark.parametrize(
    "text", [codes.write_card_code(OUTLET, b"c" * 16), codes.write_recovery_code(OUTLET, b"r" * 32)], ids=["OK1", "OR1"]
)
def test_a_miscopied_character_of_a_card_or_sheet_is_noticed(text: str) -> None:
    for at in range(4, len(text)):
        with pytest.raises(LabelCodeRefused):
            codes.read_code(text[:at] + ("1" if text[at] != "1" else "2") + text[at + 1 :])


def test_a_secret_of_another_length_makes_no_card() -> None:
    with pytest.raises(ValueError, match="form"):
        codes.write_card_code(OUTLET, b"c" * 15)


def test_tokens_are_the_same_only_when_they_are_and_have_16_bytes() -> None:
    assert codes.LabelToken(bytes(16)) == codes.LabelToken(bytes(16))
    assert codes.LabelToken(bytes(16)) != TOKEN
    assert codes.LabelToken(bytes(16)) != bytes(16)
    with pytest.raises(ValueError, match="16 bytes"):
        codes.LabelToken(bytes(15))


def test_a_token_cannot_be_a_key_of_a_set() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(TOKEN)


def test_no_secret_shows() -> None:
    shown = [
        repr(value)
        for value in (
            TOKEN,
            read_label(written()),
            codes.CardCode("ABCD", b"secret of a card"),
            codes.RecoveryCode("ABCD", b"secret"),
        )
    ]

    assert shown == ["LabelToken(…)", "LabelCode(YT8801234567890, 1)", "CardCode(…)", "RecoveryCode(…)"]
