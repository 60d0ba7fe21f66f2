"""Number ranges as a file holds them: one range or one number a line, read with what is wrong in which row."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from typing import TYPE_CHECKING

from outlet_app.domain.number_span import NumberSpan, read_span
from outlet_app.domain.waybill_number import is_number, read_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    _Held = tuple[int, int, int]
    """First and last value of a span, and the first row that told of it."""

MOST_LINES = 20_000
"""Lines of one file: a roll has some hundreds of labels, a month's delivery some thousands."""

MOST_SPANS = 200
"""Ranges of one file; numbers that follow each other are one, so a file with more is another kind of list."""

MOST_FAULTS = 100
"""Faults that are told."""


class RangeFaultKind(StrEnum):
    """Why a line cannot be taken."""

    NOT_A_NUMBER = "not_a_number"
    NOT_A_RANGE = "not_a_range"
    DOUBLE = "double"
    STANDS = "stands"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class RangeFault:
    """One line that cannot be taken; `row` counts from 1."""

    row: int
    kind: RangeFaultKind


@dataclass(frozen=True, slots=True)
class RangeFile:
    """A file's ranges as they would be entered: `spans` are good, lines that follow each other taken together.

    `faults` tell the others, at most 100 of `refused`; `name` is the file's, without its folder.
    """

    name: str
    spans: tuple[NumberSpan, ...]
    faults: tuple[RangeFault, ...]
    refused: int

    @property
    def count(self) -> int:
        """How many numbers these are."""
        return sum(span.count for span in self.spans)


class _Spans:
    """Spans without a common number: found by halving, so that a long file of scattered numbers takes no minutes."""

    def __init__(self, spans: Iterable[NumberSpan] = ()) -> None:
        self._held: dict[tuple[str, int], list[_Held]] = {}
        self.count = 0
        for span in spans:
            self.add(span, 0)

    def hold_one_of(self, span: NumberSpan) -> bool:
        """Whether one of its numbers is in a span here."""
        held = self._of(span)
        place = bisect_right(held, (span.high, sys.maxsize, sys.maxsize))
        return place > 0 and held[place - 1][1] >= span.low

    def has_beside(self, span: NumberSpan) -> bool:
        """Whether a span here ends right before it or begins right after it."""
        before, after = self._beside(span)
        return before is not None or after is not None

    def add(self, span: NumberSpan, row: int) -> None:
        """Take in a span of which no number is here, together with those it follows or precedes; `row` names it."""
        held, neighbours = self._of(span), [each for each in self._beside(span) if each is not None]
        for each in neighbours:
            held.remove(each)
        whole = (span.low, span.high, row), *neighbours
        insort(held, (min(low for low, _, _ in whole), max(high for _, high, _ in whole), min(at for *_, at in whole)))
        self.count += 1 - len(neighbours)

    def in_order(self) -> tuple[NumberSpan, ...]:
        """All of them, in the order of their first rows."""
        every = ((row, NumberSpan(*key, low, high)) for key, held in self._held.items() for low, high, row in held)
        return tuple(span for _, span in sorted(every, key=itemgetter(0)))

    def _of(self, span: NumberSpan) -> list[_Held]:
        return self._held.setdefault((span.prefix, span.digits), [])

    def _beside(self, span: NumberSpan) -> tuple[_Held | None, _Held | None]:
        held = self._of(span)
        place = bisect_left(held, (span.low,))
        before = held[place - 1] if place and held[place - 1][1] == span.low - 1 else None
        return before, held[place] if place < len(held) and held[place][0] == span.high + 1 else None


def read_ranges(name: str, lines: Sequence[Sequence[str]], standing: Iterable[NumberSpan]) -> RangeFile:
    """What a file's cells say: a first and perhaps a last number a line. A first line without a number is a heading.

    `standing` are the ranges that the carrier has here already; a line that shares a number with one is a fault.
    """
    faults: list[RangeFault] = []
    good, kept = _Spans(), _Spans(standing)
    for row, cells in enumerate(lines, start=1):
        words = [read_number(cell) for cell in cells if cell.strip()]
        if not words or (row == 1 and not any(map(is_number, words))):
            continue
        found = _span(words)
        kind = found if isinstance(found, RangeFaultKind) else _clash(found, good, kept)
        if kind is None and isinstance(found, NumberSpan):
            good.add(found, row)
        elif kind is not None:
            faults.append(RangeFault(row, kind))
    return RangeFile(name, good.in_order(), tuple(faults[:MOST_FAULTS]), len(faults))


def _span(words: Sequence[str]) -> NumberSpan | RangeFaultKind:
    ends = words[:2]
    if not all(map(is_number, ends)):
        return RangeFaultKind.NOT_A_NUMBER
    return read_span(ends[0], ends[-1]) or RangeFaultKind.NOT_A_RANGE


def _clash(span: NumberSpan, good: _Spans, standing: _Spans) -> RangeFaultKind | None:
    if standing.hold_one_of(span):
        return RangeFaultKind.STANDS
    if good.hold_one_of(span):
        return RangeFaultKind.DOUBLE
    return RangeFaultKind.TOO_MANY if good.count >= MOST_SPANS and not good.has_beside(span) else None
