"""Number ranges as a file holds them: one range or one number a line, read with what is wrong in which row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.number_span import NumberSpan, read_span
from outlet_app.domain.waybill_number import is_number, read_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


def read_ranges(name: str, lines: Sequence[Sequence[str]], standing: Iterable[NumberSpan]) -> RangeFile:
    """What a file's cells say: a first and perhaps a last number a line. A first line without a number is a heading.

    `standing` are the ranges that the carrier has here already; a line that shares a number with one is a fault.
    """
    faults: list[RangeFault] = []
    good: list[NumberSpan] = []
    kept = list(standing)
    for row, cells in enumerate(lines, start=1):
        words = [read_number(cell) for cell in cells if cell.strip()]
        if not words or (row == 1 and not any(map(is_number, words))):
            continue
        found = _span(words)
        kind = found if isinstance(found, RangeFaultKind) else _clash(found, good, kept)
        if kind is None and isinstance(found, NumberSpan):
            good = _joined(good, found)
        elif kind is not None:
            faults.append(RangeFault(row, kind))
    return RangeFile(name, tuple(good), tuple(faults[:MOST_FAULTS]), len(faults))


def _span(words: Sequence[str]) -> NumberSpan | RangeFaultKind:
    ends = words[:2]
    if not all(map(is_number, ends)):
        return RangeFaultKind.NOT_A_NUMBER
    return read_span(ends[0], ends[-1]) or RangeFaultKind.NOT_A_RANGE


def _clash(span: NumberSpan, good: Sequence[NumberSpan], standing: Sequence[NumberSpan]) -> RangeFaultKind | None:
    checks = (
        (any(span.overlaps(other) for other in standing), RangeFaultKind.STANDS),
        (any(span.overlaps(other) for other in good), RangeFaultKind.DOUBLE),
        (len(good) == MOST_SPANS < len(_joined(good, span)), RangeFaultKind.TOO_MANY),
    )
    return next((kind for holds, kind in checks if holds), None)


def _joined(good: Sequence[NumberSpan], span: NumberSpan) -> list[NumberSpan]:
    """`good` with `span`, which shares no number with any of them: taken together with those it follows or precedes."""
    before = next((other for other in good if other.is_followed_by(span)), None)
    after = next((other for other in good if span.is_followed_by(other)), None)
    whole = span
    whole = whole if before is None else NumberSpan(before.prefix, before.digits, before.low, whole.high)
    whole = whole if after is None else NumberSpan(after.prefix, after.digits, whole.low, after.high)
    place = next((at for at, other in enumerate(good) if other in {before, after}), len(good))
    rest = [other for other in good if other not in {before, after}]
    return [*rest[:place], whole, *rest[place:]]
