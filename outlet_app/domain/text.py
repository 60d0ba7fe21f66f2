"""Text as people paste it: made comparable, cut into graphemes, searched for what no field may hold."""

from __future__ import annotations

import csv
import functools
import unicodedata
from datetime import date
from typing import Final

import regex

from outlet_app import paths

INVISIBLE: Final = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""The inside of a character class: zero-width characters and bidi controls, which nobody sees and anybody can paste."""

_UNSEEN = regex.compile(rf"(?<!\p{{Extended_Pictographic}}\ufe0f?)\u200d|(?!\u200d)[{INVISIBLE}]")
_SPACES = regex.compile(r"\s+")
_GRAPHEME = regex.compile(r"\X")
_LABEL_CODE = regex.compile(r"O[A-Z]\d\.")
_MASKS = regex.compile(
    r"[*∗⁎✱●█■]+"
    r"|[×•○◯]{2,}"
    r"|(?<=\p{Han})×+(?!\d)"
    r"|(?<=\d)[xX]{2,}(?![^\W\d_])"
    r"|(?<=\d)(?:[-‐‑‒–—―−_]{2,}|\.{3,})(?=\d|\Z)"
    r"|(?<![^\s])-{3,}(?=\d)",
)
_NEW_IDENTITY = regex.compile(r"(?<!\d)[1-9]\d{5}(?:18|19|20)\d{9}[\dX](?!\d)", regex.IGNORECASE)
_OLD_IDENTITY = regex.compile(r"(?<!\d)[1-9]\d{14}(?!\d)")
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_IDENTITY_CHECKS = "10X98765432"
_IDENTITY_REGION = regex.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")


def normalise(text: str) -> str:
    """The comparable form: NFKC, nothing invisible, each run of white space one space, none at the ends.

    A joiner inside an emoji stays, so that the emoji stays one grapheme. Idempotent. May change the length.
    """
    shown = unicodedata.normalize("NFKC", _UNSEEN.sub("", unicodedata.normalize("NFKC", text)))
    return _SPACES.sub(" ", shown).strip()


def tidy(text: str) -> str:
    """What is kept of a typed field: the customer's own characters in NFC, without what nobody sees."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", _UNSEEN.sub("", text))).strip()


def graphemes(text: str) -> list[str]:
    """The characters of `text` as a person sees them (extended grapheme clusters, UAX #29)."""
    return [match.group() for match in _GRAPHEME.finditer(text)]


def first_grapheme(text: str) -> str:
    """The first character as a person sees it; empty for an empty text."""
    found = _GRAPHEME.match(text)
    return found.group() if found else ""


class _WidthFold(dict[int, int]):
    """Character to character, worked out when first met."""

    def __missing__(self, code: int) -> int:
        folded = unicodedata.normalize("NFKC", chr(code))
        self[code] = ord(folded) if len(folded) == 1 else code
        return self[code]


_WIDTHS = _WidthFold()


def fold_width(text: str) -> str:
    """Full-width forms, Kangxi radicals and the like as their plain characters; the length never changes."""
    return text if text.isascii() else text.translate(_WIDTHS)


def fold_variants(text: str) -> str:
    """Traditional characters and CJK radicals as simplified ones, for matching only; the length never changes.

    Source: `resources/han_variants.csv`, made by `installer/han_variants.py`.
    """
    return text if text.isascii() else text.translate(_variants())


@functools.lru_cache(maxsize=1)
def _variants() -> dict[int, str]:
    with paths.resource("han_variants.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {ord(row["variant"]): row["simplified"] for row in rows}


def holds_control_character(text: str) -> bool:
    """Whether `text` holds what cannot be seen or printed: controls, line ends, zero-width, bidi, surrogates.

    The joiner inside an emoji is not one.
    """
    return any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in text) or _UNSEEN.search(text) is not None


def looks_like_label_code(text: str) -> bool:
    """Whether a part of `text` has the form of one of our codes, however an input method bent it (`。` for `.`)."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).replace("。", ".").upper()
    return _LABEL_CODE.search(plain) is not None


def find_identity_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Where identity-document numbers stand, as (start, end) in `text`.

    Eighteen characters with a date and the check character of GB 11643-1999 (ISO 7064 MOD 11-2), or the fifteen digits
    of the form before 1999 with a region and a date.
    """
    folded = fold_width(text)
    new = [m.span() for m in _NEW_IDENTITY.finditer(folded) if _is_new_identity(m.group().upper())]
    old = [m.span() for m in _OLD_IDENTITY.finditer(folded) if _is_old_identity(m.group())]
    return tuple(sorted(new + old))


def holds_identity_number(text: str) -> bool:
    """Whether an identity-document number stands in `text`, also one written in groups."""
    grouped = regex.sub(rf"(?<=\d)[ \-.{INVISIBLE}]+(?=[\dXx])", "", fold_width(text))
    return bool(find_identity_numbers(text) or find_identity_numbers(grouped))


def _is_new_identity(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number, _IDENTITY_WEIGHTS, strict=False))
    return _is_date(number[6:14]) and number[17] == _IDENTITY_CHECKS[total % 11]


def _is_old_identity(number: str) -> bool:
    return _IDENTITY_REGION.match(number) is not None and _is_date("19" + number[6:12])


def _is_date(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def premasked_runs(text: str) -> tuple[tuple[int, int], ...]:
    """Where somebody before us hid characters behind `*`, `●`, `××` or, between digits, `----` and `xx`.

    Asked before hyphens are stripped: 138----5678 would collapse into a short number. (start, end) in `text`.
    """
    return tuple(match.span() for match in _MASKS.finditer(fold_width(text)))


def is_premasked(text: str) -> bool:
    """Whether a part of `text` was hidden before it came to us."""
    return bool(premasked_runs(text))
