"""The pasted text as the steps of reading see it: what one step has understood is crossed out for the next."""

from __future__ import annotations

import re

from outlet_app.domain.text import INVISIBLE, fold_variants, fold_width

PHONE = "\x01"
DROPPED = "\x02"
LABEL = "\x03"
REGION = "\x04"
MARKS = f"{PHONE}{DROPPED}{LABEL}{REGION}"
"""What stands, character by character, in place of something understood: the inside of a character class."""

_UNSEEN = re.compile(f"[{INVISIBLE}]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_EDGES = " \t\r\n,，.。、;；:：-—_/|\\·!！?？~～=+&<>《》"
_EMPTY_BRACKETS = re.compile(r"[(（\[【]\s*[)）\]】]")
_UNCLOSED = re.compile(r"^(?:[)）\]】]|[(（\[【][^)）\]】]*$)")
_UNOPENED = re.compile(r"^[^(（\[【]*[)）\]】]$")


class Sheet:
    """A text and its working copy of the same length, so that a place in one is the same place in the other.

    `text` is the customer's, without characters that nobody sees. `plain` is simplified, half width, and holds marks
    where something was understood.
    """

    def __init__(self, pasted: str) -> None:
        self.text = _CONTROL.sub(" ", _UNSEEN.sub("", pasted))
        self.plain = fold_variants(fold_width(self.text))

    def cross_out(self, start: int, end: int, mark: str) -> None:
        """Put a mark over what was understood."""
        self.plain = f"{self.plain[:start]}{mark * (end - start)}{self.plain[end:]}"

    def own(self, start: int, end: int) -> str:
        """The customer's own characters between two places, without separators at the ends or empty brackets."""
        return tidy_edges(_EMPTY_BRACKETS.sub("", self.text[start:end]))


def tidy_edges(text: str) -> str:
    """A piece without separators around it and without half a pair of brackets."""
    text = " ".join(text.strip(_EDGES).split())
    if _UNOPENED.match(text):
        text = text[:-1]
    if _UNCLOSED.match(text):
        text = text[1:]
    if text[-1:] in {"(", "（", "[", "【"}:
        text = text[:-1]
    return text.strip(_EDGES)
