"""Numbers that follow each other: a common beginning and the digits at the end that count up."""

from __future__ import annotations

from dataclasses import dataclass

MOST_DIGITS = 18
"""Digits that count up at the end of a number; more do not fit a whole number of the database."""


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """The numbers `prefix` and then `digits` decimal digits, from `low` to `high`."""

    prefix: str
    digits: int
    low: int
    high: int

    @property
    def count(self) -> int:
        """How many numbers these are."""
        return self.high - self.low + 1

    @property
    def first(self) -> str:
        """The first number, with its leading zeros."""
        return f"{self.prefix}{self.low:0{self.digits}}"

    @property
    def last(self) -> str:
        """The last number, with its leading zeros."""
        return f"{self.prefix}{self.high:0{self.digits}}"

    def overlaps(self, other: NumberSpan) -> bool:
        """Whether the two share a number."""
        return self._is_beside(other) and self.low <= other.high and other.low <= self.high

    def is_followed_by(self, other: NumberSpan) -> bool:
        """Whether `other` goes on right where this one ends."""
        return self._is_beside(other) and self.high + 1 == other.low

    def _is_beside(self, other: NumberSpan) -> bool:
        return (self.prefix, self.digits) == (other.prefix, other.digits)


def read_span(first: str, last: str) -> NumberSpan | None:
    """The span from `first` to `last`, equal but for at most 18 digits at their end; None where they make none."""
    digits = min(len(first) - len(first.rstrip("0123456789")), MOST_DIGITS)
    prefix, tail = first[: len(first) - digits], last[len(first) - digits :]
    makes_one = (
        digits > 0
        and len(first) == len(last)
        and last.startswith(prefix)
        and tail.isdecimal()
        and last.isascii()
        and first <= last
    )
    return NumberSpan(prefix, digits, int(first[len(prefix) :]), int(tail)) if makes_one else None
