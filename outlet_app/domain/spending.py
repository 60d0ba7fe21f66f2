"""What is spent of the limits, counted from acts: which act is one unit of what, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.find_key import KeyKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.activity import Act, Detail

SAME_LOOK = timedelta(minutes=10)
"""A second look at the same field of the same waybill within this time counts once. Source: design, activity."""

EVERYTHING = "all"
"""What an opening of the whole form for correction shows, in place of a field."""

UNITS_OF_EVERYTHING = 4
"""What that costs: two people's phones and addresses. So 2 an hour and 10 a day of whole forms, by the defaults."""


class SpendKind(StrEnum):
    """What somebody spends a unit of."""

    REVEAL_BY_SCAN = "reveal_by_scan"
    REVEAL_BY_OWNER = "reveal_by_owner"
    LOOK_UP = "look_up"
    CODED_REPRINT = "coded_reprint"


REVEALS = frozenset({SpendKind.REVEAL_BY_SCAN, SpendKind.REVEAL_BY_OWNER})

_BY = {"scan": SpendKind.REVEAL_BY_SCAN, "owner": SpendKind.REVEAL_BY_OWNER}


@dataclass(frozen=True, slots=True)
class Spent:
    """One unit that an act spent. `at` (UTC) is the time it bears; `n` is its place in the record.

    `what` is the field of a reveal, "all" for an opening of the whole form, empty else. `missed` is a look-up that
    found nothing.
    """

    n: int
    at: datetime
    account_id: bytes
    kind: SpendKind
    record_id: bytes | None = None
    what: str = ""
    missed: bool = False

    @property
    def units(self) -> int:
        """How many units of its limits it takes."""
        return units_of(self.what)


def units_of(what: str) -> int:
    """How many units of its limits showing this takes: a field one, the whole form as many as its people have parts."""
    return UNITS_OF_EVERYTHING if what == EVERYTHING else 1


def read_spent(act: Act, at: datetime) -> Spent | None:
    """What the act spent; None where it spent nothing, as a look-up that was refused."""
    detail = read_detail(act)
    if act.kind == ActivityKind.RELABELLED:
        return Spent(act.n, at, act.account_id, SpendKind.CODED_REPRINT, act.record_id)
    if (
        act.kind == ActivityKind.SEARCHED
        and "hits" in detail
        and detail.get("key") in {KeyKind.TAIL, KeyKind.NAME_TAIL}
    ):
        return Spent(act.n, at, act.account_id, SpendKind.LOOK_UP, missed=is_miss(detail))
    kind = _reveal(act.kind, detail)
    what = str(detail.get("field", EVERYTHING))
    return None if kind is None else Spent(act.n, at, act.account_id, kind, act.record_id, what)


def is_miss(detail: Detail) -> bool:
    """Whether a look-up with this detail found nothing."""
    return detail.get("hits") == 0


def _reveal(kind: str, detail: Detail) -> SpendKind | None:
    by = _BY.get(str(detail.get("by")))
    if kind == ActivityKind.REVEALED:
        return by or SpendKind.REVEAL_BY_SCAN  # whatever else it says, somebody saw a field
    return by if kind == ActivityKind.OPENED_FOR_CORRECTION else None


def without_repeats(spent: Iterable[Spent]) -> list[Spent]:
    """The units that count, in the same order: of looks at the same field by the same person one in ten minutes."""
    counted: dict[tuple[object, ...], Spent] = {}
    kept: list[Spent] = []
    for each in spent:
        look = (each.account_id, each.kind, each.record_id, each.what)
        if each.kind in REVEALS and is_repeat(counted.get(look), each.at):
            continue
        counted[look] = each
        kept.append(each)
    return kept


def is_repeat(former: Spent | None, at: datetime) -> bool:
    """Whether a look at `at` is the second one of `former`. A clock that went backwards makes none."""
    return former is not None and timedelta() <= at - former.at < SAME_LOOK
