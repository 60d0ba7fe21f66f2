"""Crockford's base32 as the codes use it: big-endian, fixed lengths, upper case, no aliases read.

Source of the alphabet: Douglas Crockford, Base 32, https://www.crockford.com/base32.html.
"""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def encode(number: int, length: int) -> str:
    """Write `number` with exactly `length` characters, zeros in front.

    Raises ValueError when it needs more.
    """
    if number >> (5 * length):
        raise ValueError("the number does not fit")
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(5 * (length - 1), -1, -5))


def decode(text: str) -> int:
    """Read what `encode` wrote.

    Raises ValueError for any character outside the alphabet, lower case and the look-alikes I, L, O, U included.
    """
    number = 0
    for character in text:
        number = number * 32 + ALPHABET.index(character)
    return number


def encode_bytes(data: bytes) -> str:
    """Write `data` as one big-endian number: 16 bytes in 26 characters, 20 in 32, 32 in 52."""
    return encode(int.from_bytes(data, "big"), -(-len(data) * 8 // 5))


def decode_bytes(text: str, length: int) -> bytes:
    """Read `length` bytes back.

    Raises ValueError for another length of text, a foreign character, or a number that `length` bytes cannot hold.
    """
    if len(text) != -(-length * 8 // 5):
        raise ValueError("wrong length")
    try:
        return decode(text).to_bytes(length, "big")
    except OverflowError:
        raise ValueError("too large") from None
