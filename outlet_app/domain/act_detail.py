"""The detail of an act as it stands in the record, read back: whoever holds the database can have written it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from outlet_app.domain.activity import Act, Detail

LONGEST_WORD = 200
"""Characters of one text of a detail that are read; ours are shorter."""

LARGEST = 2**53
"""Whole numbers beyond it, and below its negative, are left out: sums of them could not even be written down."""

_ACCOUNT_ID_BYTES = 16
_WIDE_SPACE = "\u3000"


def read_detail(act: Act) -> Detail:
    """The words and whole numbers of the act's detail; other values are left out, and what is no object is empty.

    So are words that hold half a character, which no paper and no table takes. What cannot be seen in a word, such as a
    line's end or a turn of the writing, is a question mark: a sentence is made of it.
    """
    try:
        value = json.loads(act.detail)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(value, dict):
        return {}
    return {
        name: _seen(each[:LONGEST_WORD]) if isinstance(each, str) else each
        for name, each in value.items()
        if _is_word(each) or _is_number(each)
    }


def _is_word(value: object) -> bool:
    return isinstance(value, str) and not any("\ud800" <= each <= "\udfff" for each in value)


def _seen(word: str) -> str:
    if word.isprintable():
        return word
    return "".join(each if each.isprintable() or each == _WIDE_SPACE else "?" for each in word)


def _is_number(value: object) -> bool:
    return type(value) is int and -LARGEST <= value <= LARGEST


def read_account(word: object) -> bytes | None:
    """The account id (16 bytes) that a detail's word names in hexadecimal; None when it names none."""
    try:
        account_id = bytes.fromhex(word) if isinstance(word, str) else b""
    except ValueError:
        return None
    return account_id if len(account_id) == _ACCOUNT_ID_BYTES else None
