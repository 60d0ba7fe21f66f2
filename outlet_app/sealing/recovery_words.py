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
    words = _words(word_list)
    number = int.from_bytes(secret + suite.digest(secret)[:1], "big")
    shifts = range(_WORD_BITS * (WORDS - 2), -1, -_WORD_BITS)
    return (*(words[(number >> shift) & 2047] for shift in shifts), words[_check_index(secret)])


def read_words(text: str) -> bytes:
    """The secret of 25 words, in either list, with or without spaces between Chinese ones.

    Raises LabelCodeRefused for another count, an unknown word or a wrong check: a slip of the hand, not a wrong sheet.
    """
    typed = unicodedata.normalize("NFKC", text).lower().split()
    if not "".join(typed).isascii():
        typed = list("".join(typed))
    for word_list in WordList:
        words = _words(word_list)
        if len(typed) == WORDS and all(word in words for word in typed):
            return _secret([words.index(word) for word in typed])
    raise LabelCodeRefused


def _secret(indices: list[int]) -> bytes:
    number = functools.reduce(lambda so_far, index: so_far << _WORD_BITS | index, indices[:-1], 0)
    checked = number.to_bytes(_CHECKED_BYTES, "big")
    secret = checked[:SECRET_BYTES]
    if suite.digest(secret)[:1] != checked[SECRET_BYTES:] or _check_index(secret) != indices[-1]:
        raise LabelCodeRefused
    return secret


def _check_index(secret: bytes) -> int:
    return int.from_bytes(suite.digest(ctx("recovery-words", secret))[:2], "big") >> 5


@functools.cache
def _words(word_list: WordList) -> tuple[str, ...]:
    return tuple(paths.resource(f"recovery_words/{word_list.value}.txt").read_text("utf-8").split())
