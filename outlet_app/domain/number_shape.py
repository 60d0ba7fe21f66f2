r"""Shapes of waybill numbers as an owner may write them: a small part of regular expressions that is always quick.

A shape is a row of at most 12 parts: digits and capital letters as they are, `\d` for a digit, `[A-Z0-9]` for one
of these, `(77|43)` for one of these beginnings. Behind a part but the last kind `{13}` or `{11,13}` says how often.
Nothing nests, nothing is open-ended and at most two parts are of two lengths, so no number takes long to compare.
"""

from __future__ import annotations

import re

MOST_SHAPES = 6
"""Shapes of one carrier; each is compared while a number is typed."""

LONGEST_SHAPE = 60
"""Characters."""

_MOST_PARTS = 12
_MOST_OPEN = 2
_TIMES = r"\{(\d{1,2})(?:,(\d{1,2}))?\}"
_ONE = r"[0-9A-Z]|\\d|\[(?:[0-9A-Z](?:-[0-9A-Z])?){1,12}\]"
_PART = re.compile(rf"(?:(?:{_ONE})(?:{_TIMES})?|\([0-9A-Z]{{1,8}}(?:\|[0-9A-Z]{{1,8}}){{1,7}}\))")
_LONGEST_NUMBER = 20


def is_shape(text: str) -> bool:
    """Whether `text` is a shape as the module says."""
    if not 0 < len(text) <= LONGEST_SHAPE:
        return False
    parts, place = [], 0
    while place < len(text) and (part := _PART.match(text, place)) is not None:
        parts.append(part)
        place = part.end()
    if place < len(text) or len(parts) > _MOST_PARTS or sum(part[2] is not None for part in parts) > _MOST_OPEN:
        return False
    return all(_counts_up(part) for part in parts) and _compiles(text)


def fits(shape: str, number: str) -> bool:
    """Whether a number that `read_number` gave has that shape; a text that is no shape fits nothing."""
    return is_shape(shape) and re.fullmatch(shape, number) is not None


def shape_of(number: str) -> str:
    r"""The plainest shape that a number has: its letters as they are, its digits by how many there are.

    `YT8962646785389` gives `YT\d{13}`. Empty for what cannot be a number.
    """
    if re.fullmatch(rf"[0-9A-Z]{{1,{_LONGEST_NUMBER}}}", number) is None:
        return ""
    shape = re.sub(r"\d+", lambda run: rf"\d{{{len(run[0])}}}", number)
    return shape if is_shape(shape) else ""


def _counts_up(part: re.Match[str]) -> bool:
    if part[1] is None:
        return True
    least, most = int(part[1]), int(part[2] or part[1])
    return 1 <= least <= most <= _LONGEST_NUMBER


def _compiles(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True
