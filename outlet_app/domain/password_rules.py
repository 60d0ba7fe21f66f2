"""What a password and a PIN must be: long enough, and nothing that a guesser tries first. No rule asks for symbols."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from outlet_app.errors import Fault, FaultKind, InvalidDraft
from outlet_app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_CHARACTERS = 10
"""Between the two of NIST SP 800-63B-4: 8 where a second thing is needed as well, 15 where the password stands alone.

A slot opens on the outlet's own PC only, with its device secret, and every guess costs Argon2id; but a colleague who
copied both guesses at home without waiting, so 8 are too few. 15 at a counter end on a note under the keyboard.
"""

MOST_CHARACTERS = 128
"""Sentences fit; NIST SP 800-63B-4 asks for 64 at least."""

LEAST_DIFFERENT = 5
"""Different characters; fewer are a finger that stayed where it was."""

MOST_AROUND = 6
"""Digits and signs before and behind a common word that do not make it uncommon."""

_PHONE = re.compile(r"1[3-9][0-9]{9}")
_LABEL_CODE = re.compile(r"O[A-Z][0-9]\.")
_PIN = re.compile(r"[0-9]{6}")
_LETTERS = re.compile(r"[^\W\d_]")
_RISING = "01234567890"


def password_fault(password: str, names: Iterable[str]) -> FaultKind | None:
    """What is wrong with a new password, None when nothing is.

    `names` are those of its person and of the outlet. Characters are counted in NFKC, the form that is hashed.
    """
    text = unicodedata.normalize("NFKC", password)
    if len(text) < LEAST_CHARACTERS:
        return FaultKind.TOO_SHORT
    if len(text) > MOST_CHARACTERS:
        return FaultKind.TOO_LONG
    if any(unicodedata.category(character) == "Cc" for character in text):
        return FaultKind.CONTROL_CHARACTER
    return _guessable(text, names)


def require_password(password: str, names: Iterable[str], field: str = "password") -> None:
    """Go on only with a password that has no fault. Raises InvalidDraft with the fault of `field`."""
    kind = password_fault(password, names)
    if kind is not None:
        raise InvalidDraft((Fault(field, kind),))


def pin_fault(pin: str) -> FaultKind | None:
    """What is wrong with a new PIN, None when nothing is. With five tries in a day only the first guesses matter."""
    if _PIN.fullmatch(pin) is None:
        return FaultKind.NOT_A_PIN
    runs = pin in _RISING or pin in _RISING[::-1]
    repeats = pin in {pin[:1] * 6, pin[:2] * 3, pin[:3] * 2}
    return FaultKind.TOO_COMMON if runs or repeats else None


def require_pin(pin: str, field: str = "pin") -> None:
    """Go on only with a PIN that has no fault. Raises InvalidDraft with the fault of `field`."""
    kind = pin_fault(pin)
    if kind is not None:
        raise InvalidDraft((Fault(field, kind),))


@cache
def common_passwords() -> frozenset[str]:
    """The commonest passwords and their words, in small letters."""
    lines = resource("common_passwords/passwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _guessable(text: str, names: Iterable[str]) -> FaultKind | None:
    folded = text.casefold()
    if _LABEL_CODE.search(text.upper()):
        return FaultKind.LABEL_CODE
    if _PHONE.search(text):
        return FaultKind.CONTAINS_PHONE
    if any(name in folded for name in _telling(names)):
        return FaultKind.CONTAINS_NAME
    if len(set(folded)) < LEAST_DIFFERENT or folded in common_passwords() or _core(folded) in common_passwords():
        return FaultKind.TOO_COMMON
    return None


def _core(folded: str) -> str:
    """The word inside a few digits and signs; the whole where they are more than a few."""
    letters = [match.start() for match in _LETTERS.finditer(folded)]
    core = folded[letters[0] : letters[-1] + 1] if letters else folded
    return core if len(folded) - len(core) <= MOST_AROUND else folded


def _telling(names: Iterable[str]) -> set[str]:
    """The names long enough to be meant: two characters of Chinese, four of any other script."""
    folded = [unicodedata.normalize("NFKC", name).casefold().strip() for name in names]
    return {name for name in folded if len(name.encode()) >= 4}
