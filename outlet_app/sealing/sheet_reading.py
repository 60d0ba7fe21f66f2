"""A recovery sheet as a hand types it or a scanner reads it: forgiving about form, exact about what is wrong."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from outlet_app.errors import LabelCodeRefused
from outlet_app.sealing import recovery_words
from outlet_app.sealing.label_code import RecoveryCode, read_code
from outlet_app.sealing.recovery_words import WORDS, WordList

_BETWEEN = re.compile(r"[\s,.;:，。、；：·\-]+")
_NUMBERED = re.compile(r"(?<![^\s,.;:，。、；：·\-])[0-9]{1,2}(?![0-9])")
_SHORTEST_START = 3


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What was typed so far. It holds no word and no secret.

    `count` words were typed; `unknown` are the places, from 1, of those that stand in no list; `slips` the places where
    another word would make all 25 right, told only when none is unknown. `is_right` says that they open a sheet.
    """

    count: int
    unknown: tuple[int, ...] = ()
    slips: tuple[int, ...] = ()
    is_right: bool = False


def sheet_secret(text: str) -> bytes:
    """The secret R, 32 bytes, of a scanned `OR1.…` or of 25 typed words, whole or by as much as tells one of them.

    Numbers before the words, commas and line ends are passed over. Raises LabelCodeRefused for anything else.
    """
    code = _scanned(text)
    if code is not None:
        return code.secret
    return recovery_words.read_words(" ".join(_full(word) or word for word in _typed(text)))


def read_sheet(text: str) -> SheetReading:
    """How far a typed sheet is, and where it is wrong. Takes some 0.5 s for 25 known words that are not right."""
    if _scanned(text) is not None:
        return SheetReading(WORDS, is_right=True)
    typed = _typed(text)
    unknown = tuple(place for place, word in enumerate(typed, start=1) if not _full(word))
    if len(typed) != WORDS or unknown:
        return SheetReading(len(typed), unknown)
    try:
        sheet_secret(text)
    except LabelCodeRefused:
        return SheetReading(WORDS, slips=recovery_words.slips(" ".join(_full(word) for word in typed)))
    return SheetReading(WORDS, is_right=True)


def _scanned(text: str) -> RecoveryCode | None:
    try:
        code = read_code("".join(text.split()))
    except LabelCodeRefused:
        return None
    return code if isinstance(code, RecoveryCode) else None


def _typed(text: str) -> list[str]:
    plain = _NUMBERED.sub(" ", unicodedata.normalize("NFKC", text).lower())
    words: list[str] = []
    for word in _BETWEEN.split(plain):
        words.extend([word] if word.isascii() else word)
    return [word for word in words if word]


def _full(word: str) -> str:
    """The word of either list that is meant: the whole word, or in English its beginning where it tells one word."""
    for word_list in WordList:
        words = recovery_words.words(word_list)
        if word in words:
            return word
    found = [each for each in recovery_words.words(WordList.ENGLISH) if each.startswith(word)]
    return found[0] if len(word) >= _SHORTEST_START and len(found) == 1 else ""
