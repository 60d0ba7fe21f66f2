"""Crockford's base32, strictly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.sealing import base32


@given(st.binary(max_size=40))
def test_bytes_come_back(data: bytes) -> None:
    text = base32.encode_bytes(data)

    assert set(text) <= set(base32.ALPHABET)
    assert base32.decode_bytes(text, len(data)) == data


@pytest.mark.parametrize(("length", "characters"), [(5, 8), (16, 26), (20, 32), (32, 52)])
def test_lengths_are_those_of_the_codes(length: int, characters: int) -> None:
    assert base32.encode_bytes(bytes(length)) == "0" * characters


def test_numbers_are_big_endian_with_zeros_in_front() -> None:
    assert base32.encode(32 * 31 + 10, 4) == "00ZA"
    assert base32.decode("00ZA") == 32 * 31 + 10


def test_a_number_too_large_for_its_characters_is_refused() -> None:
    assert base32.encode(31, 1) == "Z"
    with pytest.raises(ValueError, match="fit"):
        base32.encode(32, 1)


@pytest.mark.parametrize("character", "ILOUilouaz-. 。０")
def test_a_character_outside_the_alphabet_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match="substring"):
        base32.decode(f"0{character}")


def test_a_text_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="length"):
        base32.decode_bytes("0" * 27, 16)


def test_a_text_for_more_than_its_bytes_is_refused() -> None:
    assert base32.decode_bytes("7" + "Z" * 25, 16) == b"\xff" * 16
    with pytest.raises(ValueError, match="large"):
        base32.decode_bytes("8" + "0" * 25, 16)
