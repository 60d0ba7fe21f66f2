"""The few words that may stand beside the reason of a reveal: they go into the record, so nobody may be in them."""

from __future__ import annotations

import re
import unicodedata

from outlet_app.domain import text
from outlet_app.errors import FaultKind

LONGEST_NOTE = 40
"""Characters."""

MOST_DIGITS = 4
"""Digits in a row that say of nobody who he is: a time, a shelf, a sum; more would be a phone or a number."""

MOST_DIGITS_IN_ALL = 6
"""However they are scattered over the note: one fewer than the shortest phone number has. Source: acceptance."""

_DIGIT = "\\d〇零○一二三四五六七八九幺两壹贰貳叁參肆伍陆陸柒捌玖"
_BETWEEN_DIGITS = re.compile(r"[\W_]")
_ROW = re.compile(rf"[{_DIGIT}]{{{MOST_DIGITS + 1},}}")
_ONE = re.compile(rf"[{_DIGIT}]")


def note_fault(note: str) -> FaultKind | None:
    """Why a note cannot be taken, the gravest first; None when it can. An empty note is one."""
    checks = (
        (text.looks_like_label_code(note), FaultKind.LABEL_CODE),
        (_holds_number(note), FaultKind.CONTAINS_PHONE),
        (text.holds_control_character(note), FaultKind.CONTROL_CHARACTER),
        (len(note.strip()) > LONGEST_NOTE, FaultKind.TOO_LONG),
    )
    return next((kind for holds, kind in checks if holds), None)


def _holds_number(note: str) -> bool:
    """Also where it is written in groups, in full width, in Chinese, or with letters between its digits."""
    shown = [each for each in text.normalise(note) if not unicodedata.category(each).startswith("M")]
    plain = _BETWEEN_DIGITS.sub("", "".join(shown))
    return _ROW.search(plain) is not None or len(_ONE.findall(plain)) > MOST_DIGITS_IN_ALL
