"""The few words that may stand beside the reason of a reveal: they go into the record, so nobody may be in them."""

from __future__ import annotations

import re

from outlet_app.domain import text
from outlet_app.errors import FaultKind

LONGEST_NOTE = 40
"""Characters."""

MOST_DIGITS = 4
"""Digits in a row that say of nobody who he is: a time, a shelf, a sum; more would be a phone or a number."""

_BETWEEN_DIGITS = re.compile(r"[\s\-‐‑‒–—―−._·•,，、/|+()]")
_DIGITS = re.compile(rf"[\d〇零○一二三四五六七八九幺两]{{{MOST_DIGITS + 1},}}")


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
    """Also where it is written in groups, in full width, or in Chinese."""
    return _DIGITS.search(_BETWEEN_DIGITS.sub("", text.normalise(note))) is not None
