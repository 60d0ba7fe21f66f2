"""Waybill numbers: the one written form, the shapes carriers use, and the S10 check digit."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 20
"""Characters; a longer number does not fit the label code's QR and the 76 mm bar."""

_NUMBER = re.compile(rf"[0-9A-Z]{{6,{LONGEST}}}")
_S10 = re.compile(r"[A-Z]{2}(\d{8})(\d)[A-Z]{2}")
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


def read_number(text: str) -> str:
    """The number as it is stored and printed: NFKC, upper case, no spaces or hyphens. It may still be no number."""
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(character for character in folded if character not in " -\t")


def is_number(text: str) -> bool:
    """Whether `text`, already read, can be a waybill number: 6 to 20 of 0-9 and A-Z with at least one digit."""
    return _NUMBER.fullmatch(text) is not None and any(character.isdigit() for character in text)


def s10_holds(text: str) -> bool | None:
    """Whether the check digit of an international number of UPU standard S10 is right; None when it has another shape.

    Source: UPU S10-12: weights 8 6 4 2 3 5 9 7, sum modulo 11 taken from 11; 10 becomes 0 and 11 becomes 5.
    """
    shape = _S10.fullmatch(text)
    if shape is None:
        return None
    total = sum(int(digit) * weight for digit, weight in zip(shape[1], _S10_WEIGHTS, strict=True))
    check = 11 - total % 11
    return int(shape[2]) == {10: 0, 11: 5}.get(check, check)
