"""What somebody looks a waybill up by: a whole number, a shelf code, a tail, or a name's first character and a tail."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import regex

from outlet_app.domain.text import fold_variants, normalise
from outlet_app.domain.waybill_number import is_number, read_number

LONGEST_TAIL: Final = 4
"""Digits of a phone that a mask shows at most; fewer stand there where the number is short."""

_TAIL = regex.compile(rf"[0-9]{{1,{LONGEST_TAIL}}}")
_NAME_TAIL = regex.compile(rf"(\X)\s?([0-9]{{1,{LONGEST_TAIL}}})")
_LETTER = regex.compile(r"\p{L}[\p{L}\p{M}]*")
# Shelf, layer and place as stations write them: 15-1-731.
_SHELF_CODE = regex.compile(r"[0-9A-Z]{1,4}(?:-[0-9A-Z]{1,4}){1,3}")
_MARKED_NUMBER = regex.compile(r"[0-9A-Z]+(?:[- ][0-9A-Z]+)*")


class KeyKind(StrEnum):
    """What kind of key it is. The values stand in acts: never rename one."""

    NUMBER = "number"
    SHELF_CODE = "shelf_code"
    TAIL = "tail"
    NAME_TAIL = "name_tail"


@dataclass(frozen=True, slots=True)
class FindKey:
    """A key as it is looked for. `repr` hides it, because a tail beside a name is half a person.

    `value` is the number, the shelf code or the tail (1 to 4 digits). `initials` are the forms that a name's first
    character may stand in, the typed one first; empty but for NAME_TAIL.
    """

    kind: KeyKind
    value: str
    initials: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"FindKey({self.kind.name})"


def read_key(text: str) -> FindKey | None:
    """The key that was typed or scanned, None for what is none: a part of a number, a wildcard, five digits.

    A shelf code always has hyphens and short groups; what else has hyphens and can be a waybill number is one.
    """
    plain = normalise(text)
    if _TAIL.fullmatch(plain):
        return FindKey(KeyKind.TAIL, plain)
    upper = plain.upper()
    if _SHELF_CODE.fullmatch(upper) and any(character.isdigit() for character in upper):
        return FindKey(KeyKind.SHELF_CODE, upper)
    if _MARKED_NUMBER.fullmatch(upper) and is_number(read_number(upper)):
        return FindKey(KeyKind.NUMBER, read_number(upper))
    return _name_tail(plain)


def _name_tail(plain: str) -> FindKey | None:
    found = _NAME_TAIL.fullmatch(plain)
    if found is None or not _LETTER.fullmatch(found[1]):
        return None
    initial = found[1]
    forms = (initial, fold_variants(initial), initial.lower(), initial.upper())
    return FindKey(KeyKind.NAME_TAIL, found[2], tuple(dict.fromkeys(forms)))
