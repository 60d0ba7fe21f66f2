"""Canaries: waybills of nobody that an owner put on the shelf, and what was done with one that had no reason to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.flags import MOST_ROWS, Flag, FlagKind
from outlet_app.domain.outlet_day import outlet_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime

    from outlet_app.domain.activity import Act

MOST_CANARIES = 10
"""On one owner's list."""


@dataclass(frozen=True, slots=True)
class Canary:
    """One waybill of nobody. `note` is the owner's own, as `reveal_note` lets it stand.

    It was marked at `marked_at` (UTC), when `after_n` was the record's last act: what was done before says nothing.
    """

    record_id: bytes
    marked_at: datetime
    after_n: int
    note: str


class CanaryLook(StrEnum):
    """What somebody did with a canary, the gravest first."""

    REVEALED = "revealed"
    OPENED = "opened"
    PRINTED = "printed"
    NOTED = "noted"
    REFUSED = "refused"
    SCANNED = "scanned"
    LOOKED_UP = "looked_up"


_LOOKS: dict[str, CanaryLook] = {
    Kind.REVEALED: CanaryLook.REVEALED,
    Kind.COPIED: CanaryLook.REVEALED,
    Kind.OPENED_FOR_CORRECTION: CanaryLook.OPENED,
    Kind.CORRECTED: CanaryLook.OPENED,
    Kind.LABEL_TAKEN: CanaryLook.PRINTED,
    Kind.PRINTED_WITHOUT_CODE: CanaryLook.PRINTED,
    Kind.RELABELLED: CanaryLook.PRINTED,
    Kind.COLLECTED: CanaryLook.NOTED,
    Kind.RETURNED: CanaryLook.NOTED,
    Kind.REFUSED: CanaryLook.NOTED,
    Kind.FORWARDED: CanaryLook.NOTED,
    Kind.LOST: CanaryLook.NOTED,
    Kind.CANCELLED: CanaryLook.NOTED,
    Kind.REVEAL_REFUSED: CanaryLook.REFUSED,
    Kind.SEARCHED: CanaryLook.LOOKED_UP,
}
"""Lists and hand-overs are not among them: whoever loads a truck takes what stands there. Nor is what ends by time."""


def look_of(act: Act) -> CanaryLook | None:
    """What an act did with the waybill that it names; None where it looked at nothing."""
    look = _LOOKS.get(act.kind)
    if look is CanaryLook.LOOKED_UP and read_detail(act).get("key") == "label":
        return CanaryLook.SCANNED
    return look


def looks_at(canary: Canary, acts: Iterable[tuple[Act, datetime]], own_id: bytes) -> list[tuple[Act, datetime]]:
    """Of the acts that name it, each with its time (UTC): what anybody but the account `own_id` did since the mark."""
    return [
        (act, at)
        for act, at in acts
        if act.n > canary.after_n and act.account_id != own_id and look_of(act) is not None
    ]


def canary_flags(name: str, looks: Sequence[tuple[Act, datetime]]) -> Iterator[Flag]:
    """A flag for each person and day among the looks that `looks_at` gave; `name` is what its owner calls it."""
    order = sorted(looks, key=lambda look: (look[0].account_id, outlet_day(look[1]), look[0].n))
    for (account_id, day), found in groupby(order, key=lambda look: (look[0].account_id, outlet_day(look[1]))):
        yield _flag(name, account_id, day, list(found))


def _flag(name: str, account_id: bytes, day: date, looks: list[tuple[Act, datetime]]) -> Flag:
    kinds = {look_of(act) for act, _ in looks}
    gravest = next(each for each in CanaryLook if each in kinds)
    (first, began_at), (last, ended_at) = looks[0], looks[-1]
    return Flag(
        kind=FlagKind.CANARY,
        account_id=account_id,
        day=day,
        first_n=first.n,
        last_n=last.n,
        began_at=began_at,
        ended_at=ended_at,
        count=len(looks),
        facts={"canary": name, "look": gravest.value},
        rows=tuple(act.n for act, _ in looks[:MOST_ROWS]),
    )
