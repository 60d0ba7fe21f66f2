"""How far the waybill numbers go that the outlet got from its carriers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.number_span import read_span

if TYPE_CHECKING:
    from collections.abc import Iterable

LOW_STOCK = 200
"""Numbers of one carrier. With fewer left the owner is told: a busy counter's morning, a quiet one's week."""


class VoidReason(StrEnum):
    """Why a number is not to be given out. The values are recorded: never rename one."""

    SPOILT = "spoilt"
    GIVEN_BACK = "given_back"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class RangeUse:
    """A range as it stands: its first and last number, and how many of them are used, voided and so on.

    `returned` went back to the carrier, from the end of the range; `uncertain` may be on labels of days that a restore
    lost, until the owner says what became of them.
    """

    carrier: str
    first: str
    last: str
    used: int
    voided: int
    free: int
    returned: int = 0
    uncertain: int = 0


@dataclass(frozen=True, slots=True)
class CarrierNumbers:
    """The ranges of one carrier, the one that was entered first in front."""

    carrier: str
    ranges: tuple[RangeUse, ...]

    @property
    def free(self) -> int:
        """Numbers that a waybill can still get."""
        return sum(each.free for each in self.ranges)

    @property
    def is_low(self) -> bool:
        """Whether the owner should get new numbers now."""
        return runs_low(self.free)


@dataclass(frozen=True, slots=True)
class UncertainNumbers:
    """Numbers that follow each other and may be on labels of lost days; `taken` of them were typed from one since."""

    carrier: str
    first: str
    last: str
    count: int
    taken: int


def runs_low(free: int) -> bool:
    """Whether so few free numbers of a carrier mean that new ones are needed soon."""
    return free < LOW_STOCK


def left_behind(numbers: Iterable[CarrierNumbers], carrier: str, first: str) -> int:
    """How many numbers there are from `first` to the end of its range, without what went back; 0 for one of no range.

    `first` is as `read_number` gives it.
    """
    ranges = (each for held in numbers if held.carrier == carrier for each in held.ranges)
    return next((count for each in ranges if (count := _to_the_end(each, first)) > 0), 0)


def _to_the_end(held: RangeUse, first: str) -> int:
    span, rest = read_span(held.first, held.last), read_span(first, held.last)
    is_within = span is not None and rest is not None and len(first) == len(held.first) and first >= held.first
    return rest.count - held.returned if is_within and rest is not None else 0


def by_carrier(ranges: Iterable[RangeUse]) -> tuple[CarrierNumbers, ...]:
    """The ranges of each carrier together, in the order in which carriers first gave some."""
    kept: dict[str, list[RangeUse]] = {}
    for each in ranges:
        kept.setdefault(each.carrier, []).append(each)
    return tuple(CarrierNumbers(code, tuple(held)) for code, held in kept.items())
