"""How much of something is allowed, and when it opens again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FREE_FAILURES = 3
"""Failed sign-ins in a row that cost no waiting."""

LONGEST_WAIT = timedelta(minutes=15)
"""So that a colleague's wrong tries cost nobody more than this."""

LOWEST = 1
"""Of any limit: what nobody may do at all is a permission and no limit."""

MOST_TIMES = 10
"""So many times its default a limit may be at most: beyond that it would hold nobody."""


class LimitName(StrEnum):
    """Each limit of the outlet, by its field in `Limits`. The values are stored: never rename one."""

    SCAN_REVEALS_HOUR = "scan_reveals_hour"
    SCAN_REVEALS_DAY = "scan_reveals_day"
    OUTLET_REVEALS_DAY = "outlet_reveals_day"
    OWNER_REVEALS_DAY = "owner_reveals_day"
    LOOK_UPS_HOUR = "look_ups_hour"
    MISSES_HOUR = "misses_hour"
    CODED_REPRINTS = "coded_reprints"


DEFAULTS: Final[dict[LimitName, int]] = {
    LimitName.SCAN_REVEALS_HOUR: 10,
    LimitName.SCAN_REVEALS_DAY: 40,
    LimitName.OUTLET_REVEALS_DAY: 120,
    LimitName.OWNER_REVEALS_DAY: 10,
    LimitName.LOOK_UPS_HOUR: 300,
    LimitName.MISSES_HOUR: 30,
    LimitName.CODED_REPRINTS: 3,
}
"""What every outlet begins with. Source: design, activity, "Limits". Never change one: statements name the others."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the owner allows; as made here, the defaults.

    `scan_reveals_*`: reveals by scan of one account. `outlet_reveals_day`: all reveals of everybody.
    `owner_reveals_day`: those of one owner without a label. `look_ups_hour`: by tail or name, of one account;
    `misses_hour` of them may find nothing until the account is suspended. `coded_reprints`: new coded labels of one
    waybill after its first ten minutes. Raises ValueError for a limit outside `bounds`.
    """

    scan_reveals_hour: int = DEFAULTS[LimitName.SCAN_REVEALS_HOUR]
    scan_reveals_day: int = DEFAULTS[LimitName.SCAN_REVEALS_DAY]
    outlet_reveals_day: int = DEFAULTS[LimitName.OUTLET_REVEALS_DAY]
    owner_reveals_day: int = DEFAULTS[LimitName.OWNER_REVEALS_DAY]
    look_ups_hour: int = DEFAULTS[LimitName.LOOK_UPS_HOUR]
    misses_hour: int = DEFAULTS[LimitName.MISSES_HOUR]
    coded_reprints: int = DEFAULTS[LimitName.CODED_REPRINTS]

    def __post_init__(self) -> None:
        if out_of_bounds(self.values()):
            raise ValueError("a limit out of its bounds")

    def values(self) -> dict[LimitName, int]:
        """Every limit by its name, in the order of the screen."""
        return {name: getattr(self, name.value) for name in LimitName}

    def of(self, name: LimitName) -> int:
        """One limit."""
        return self.values()[name]


def bounds(name: LimitName) -> tuple[int, int]:
    """The lowest and highest value that the owner may set."""
    return LOWEST, DEFAULTS[name] * MOST_TIMES


def out_of_bounds(values: Mapping[LimitName, int]) -> tuple[LimitName, ...]:
    """The limits that are too low or too high, in their order."""
    return tuple(name for name, value in values.items() if not bounds(name)[0] <= value <= bounds(name)[1])


def limit_fields(limits: Limits) -> dict[str, object]:
    """What the owner's statement says of limits: those that are not as at the beginning.

    So a statement stays what it is when a later version knows more limits.
    """
    return {name.value: value for name, value in limits.values().items() if value != DEFAULTS[name]}


def read_limits(stated: Mapping[str, object]) -> Limits:
    """The limits that `limit_fields` wrote; other fields are another's. Raises TypeError and ValueError."""
    values: dict[str, int] = {}
    for name in LimitName:
        value = stated.get(name.value, DEFAULTS[name])
        if type(value) is not int:
            raise TypeError("limits are counted")
        values[name.value] = value
    return Limits(**values)


def wait_after(failures: int) -> timedelta:
    """How long an account's next sign-in waits after so many failures in a row: 1 s from the 4th, then doubling."""
    if failures <= FREE_FAILURES:
        return timedelta()
    doublings = min(failures - FREE_FAILURES - 1, 20)
    return min(timedelta(seconds=2**doublings), LONGEST_WAIT)
