"""Which waybill numbers a day used, and which it passed over: nothing that a carrier counts may go unexplained."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LOOKED_INTO = 1000
"""Numbers of one gap that are looked at one by one; a wider one is a jump, such as to another roll of labels."""


class GapKind(StrEnum):
    """Why a number between two that the day used bears no waybill of the day. `USED` by another day is no gap."""

    FREE = "free"
    VOID = "void"
    RETURNED = "returned"
    UNCERTAIN = "uncertain"
    MISSING = "missing"
    JUMP = "jump"


@dataclass(frozen=True, slots=True)
class NumberGap:
    """Numbers that follow each other, of one kind. `MISSING`: given out, and no waybill bears it."""

    kind: GapKind
    first: str
    last: str
    count: int


@dataclass(frozen=True, slots=True)
class NumberRun:
    """Numbers that follow each other and were all used on the day."""

    first: str
    last: str
    count: int


@dataclass(frozen=True, slots=True)
class NumbersOfDay:
    """One carrier's numbers on one day. `typed` counts waybills whose number stands in no range of the outlet."""

    carrier: str
    used: int
    typed: int
    runs: tuple[NumberRun, ...]
    gaps: tuple[NumberGap, ...]

    @property
    def missing(self) -> int:
        """How many numbers were given out without a waybill: the only ones that need an explanation."""
        return sum(gap.count for gap in self.gaps if gap.kind is GapKind.MISSING)


@dataclass(frozen=True, slots=True)
class RangeDay:
    """What is known of one range: `used` on the day in order, the last value used `before` the first of them.

    `next` is the lowest never given out. `borne` are values that waybills of other days bear, `void` those set aside;
    `returned` and `uncertain` are spans, both ends included.
    """

    prefix: str
    digits: int
    next: int
    used: tuple[int, ...]
    before: int
    borne: frozenset[int] = frozenset()
    void: frozenset[int] = frozenset()
    returned: tuple[tuple[int, int], ...] = ()
    uncertain: tuple[tuple[int, int], ...] = ()

    def number(self, value: int) -> str:
        """The waybill number of `value`, with its leading zeros."""
        return f"{self.prefix}{value:0{self.digits}}"

    def holes(self) -> tuple[tuple[int, int], ...]:
        """What the day passed over between its numbers, both ends included, in order."""
        return tuple((low + 1, high - 1) for low, high in pairwise((self.before, *self.used)) if high > low + 1)


def runs(day: RangeDay) -> tuple[NumberRun, ...]:
    """What the day used of the range, in order."""
    return tuple(NumberRun(day.number(first), day.number(last), last - first + 1) for first, last in _spans(day.used))


def gaps(day: RangeDay) -> tuple[NumberGap, ...]:
    """What the day passed over in the range, in order; numbers that other days used are left out."""
    return tuple(gap for first, last in day.holes() for gap in _gaps(day, first, last))


def _gaps(day: RangeDay, first: int, last: int) -> Iterator[NumberGap]:
    if last - first + 1 > LOOKED_INTO:
        yield _gap(day, GapKind.JUMP, first, last)
        return
    for kind, values in groupby(range(first, last + 1), lambda value: _kind(day, value)):
        held = tuple(values)
        if kind is not None:
            yield _gap(day, kind, held[0], held[-1])


def _gap(day: RangeDay, kind: GapKind, first: int, last: int) -> NumberGap:
    return NumberGap(kind, day.number(first), day.number(last), last - first + 1)


def _kind(day: RangeDay, value: int) -> GapKind | None:
    reasons = (
        (value in day.borne, None),
        (value in day.void, GapKind.VOID),
        (_within(day.returned, value), GapKind.RETURNED),
        (_within(day.uncertain, value), GapKind.UNCERTAIN),
        (value >= day.next, GapKind.FREE),
    )
    return next((kind for holds, kind in reasons if holds), GapKind.MISSING)


def _within(spans: Iterable[tuple[int, int]], value: int) -> bool:
    return any(first <= value <= last for first, last in spans)


def _spans(values: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    for _, group in groupby(enumerate(values), lambda placed: placed[1] - placed[0]):
        held = [value for _, value in group]
        yield held[0], held[-1]
