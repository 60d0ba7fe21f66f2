"""The recovery secret as words that a hand can copy: 24 words of BIP-39 and one check word more.

The 24 words are exactly BIP-39's for 256 bits, whose last 8 bits are a checksum; the 25th holds 11 more check bits.
Source: BIP-39, https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki, and its two word lists.
"""

from __future__ import annotations

import functools
import unicodedata
from enum import StrEnum

from outlet_app import paths
from outlet_app.domain.context import ctx
from outlet_app.errors import LabelCodeRefused
from outlet_app.sealing import suite

SECRET_BYTES = 32
WORDS = 25

_WORD_BITS = 11
_CHECKED_BYTES = SECRET_BYTES + 1


class WordList(StrEnum):
    """The lists that a sheet can be written in; the value is the name of the list's file."""

    CHINESE = "zh"
    ENGLISH = "en"


def write_words(secret: bytes, word_list: WordList) -> tuple[str, ...]:
    """The 25 words of a recovery secret of 32 bytes; in Chinese each is one character."""
    listed = words(word_list)
    number = int.from_bytes(secret + suite.digest(secret)[:1], "big")
    shifts = range(_WORD_BITS * (WORDS - 2), -1, -_WORD_BITS)
    return (*(listed[(number >> shift) & 2047] for shift in shifts), listed[_check_index(secret)])


def read_words(text: str) -> bytes:
    """The secret of 25 words, in either list, with or without spaces between Chinese ones.

    Raises LabelCodeRefused for another count, an unknown word or a wrong check: a slip of the hand, not a wrong sheet.
    """
    typed = unicodedata.normalize("NFKC", text).lower().split()
    if not "".join(typed).isascii():
        typed = list("".join(typed))
    return _secret(_indices(typed))


def slips(text: str) -> tuple[int, ...]:
    """The places, from 1, at which another word, or its neighbour's in exchange, makes 25 known words right.

    As a rule the one place where the hand slipped; empty where more than one is wrong. Takes some 0.5 s.
    """
    try:
        indices = _indices(text.split())
    except LabelCodeRefused:
        return ()
    places = {place for place in range(WORDS) if _may_be_wrong(indices, place)}
    places |= {place + more for place in range(WORDS - 1) if _is_secret(_exchanged(indices, place)) for more in (0, 1)}
    return tuple(place + 1 for place in sorted(places))


def _may_be_wrong(indices: list[int], place: int) -> bool:
    if place == WORDS - 1:
        checked = _number(indices).to_bytes(_CHECKED_BYTES, "big")
        return suite.digest(checked[:SECRET_BYTES])[:1] == checked[SECRET_BYTES:]
    shift = _WORD_BITS * (WORDS - 2 - place)
    others = _number(indices) - (indices[place] << shift)
    return any(_is_checked(others + (index << shift), indices[-1]) for index in range(1 << _WORD_BITS))


def _exchanged(indices: list[int], place: int) -> list[int]:
    return [*indices[:place], indices[place + 1], indices[place], *indices[place + 2 :]]


def _indices(typed: list[str]) -> list[int]:
    for word_list in WordList:
        numbers = _numbers(word_list)
        if len(typed) == WORDS and all(word in numbers for word in typed):
            return [numbers[word] for word in typed]
    raise LabelCodeRefused


def _is_secret(indices: list[int]) -> bool:
    return _is_checked(_number(indices), indices[-1])


def _is_checked(number: int, check_index: int) -> bool:
    checked = number.to_bytes(_CHECKED_BYTES, "big")
    secret = checked[:SECRET_BYTES]
    return suite.digest(secret)[:1] == checked[SECRET_BYTES:] and _check_index(secret) == check_index


def _number(indices: list[int]) -> int:
    return functools.reduce(lambda so_far, index: so_far << _WORD_BITS | index, indices[:-1], 0)


def _secret(indices: list[int]) -> bytes:
    if not _is_secret(indices):
        raise LabelCodeRefused
    return _number(indices).to_bytes(_CHECKED_BYTES, "big")[:SECRET_BYTES]


def _check_index(secret: bytes) -> int:
    return int.from_bytes(suite.digest(ctx("recovery-words", secret))[:2], "big") >> 5


@functools.cache
def words(word_list: WordList) -> tuple[str, ...]:
    """The 2048 words of a list, in the order of their numbers."""
    return tuple(paths.resource(f"recovery_words/{word_list.value}.txt").read_text("utf-8").split())


@functools.cache
def _numbers(word_list: WordList) -> dict[str, int]:
    return {word: number for number, word in enumerate(words(word_list))}
