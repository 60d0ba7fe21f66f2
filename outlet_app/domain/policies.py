"""What the owner rules beside limits, printers and hours: when an idle counter locks, and how long things are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

IDLE_MINUTES = 10
"""After which a counter that nobody touches is locked, until the owner says otherwise. Source: design, product."""

IDLE_BOUNDS = (1, 60)
"""Minutes. Ours: below one nobody can weigh a parcel, and in an hour anybody can walk up."""

DETAILS_BOUNDS = (6, 60)
RECORD_BOUNDS = (6, 120)
"""Months. The activity record is kept at least six. Source: design, product, "Rules of the trade"."""

ADVISED_DETAILS_MONTHS = 24
"""Below this the owner is warned: a claim may still come. Source: design, product, "Rules of the trade"."""


@dataclass(frozen=True, slots=True)
class Retention:
    """Months until personal details are erased, and until acts are emptied. Raises ValueError out of bounds."""

    details_months: int = ADVISED_DETAILS_MONTHS
    record_months: int = 36

    def __post_init__(self) -> None:
        if not is_within(self.details_months, DETAILS_BOUNDS) or not is_within(self.record_months, RECORD_BOUNDS):
            raise ValueError("a term out of its bounds")

    @property
    def is_short(self) -> bool:
        """Whether details go earlier than is advised."""
        return self.details_months < ADVISED_DETAILS_MONTHS


def is_within(value: int, bounds: tuple[int, int]) -> bool:
    """Whether a value keeps its bounds, both of them allowed."""
    return bounds[0] <= value <= bounds[1]


def idle_fields(minutes: int) -> dict[str, object]:
    """What the owner's statement says of the idle time."""
    return {"minutes": minutes}


def read_idle(stated: Mapping[str, object]) -> int:
    """The minutes that `idle_fields` wrote. Raises TypeError and ValueError."""
    minutes = _whole(stated["minutes"])
    if not is_within(minutes, IDLE_BOUNDS):
        raise ValueError("an idle time out of its bounds")
    return minutes


def retention_fields(retention: Retention) -> dict[str, object]:
    """What the owner's statement says of the terms."""
    return {"details_months": retention.details_months, "record_months": retention.record_months}


def read_retention(stated: Mapping[str, object]) -> Retention:
    """The terms that `retention_fields` wrote. Raises TypeError and ValueError."""
    return Retention(_whole(stated["details_months"]), _whole(stated["record_months"]))


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError("terms are counted")
    return value
