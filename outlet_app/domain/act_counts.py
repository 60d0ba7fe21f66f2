"""How often each person did what, in the few counts that a sheet and a table of totals have."""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.activity import ActivityKind as Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.activity import Act

_COUNTED: dict[str, str] = {
    Kind.SIGNED_IN: "sign_ins",
    Kind.CHANGED_PERSON: "sign_ins",
    Kind.ACCEPTED: "accepted",
    Kind.LABEL_TAKEN: "labels",
    Kind.PRINTED_WITHOUT_CODE: "labels",
    Kind.CORRECTED: "corrections",
    Kind.SEARCHED: "searches",
    Kind.REVEALED: "reveals",
    Kind.OPENED_FOR_CORRECTION: "reveals",
    Kind.REVEAL_REFUSED: "refusals",
}


@dataclass(frozen=True, slots=True)
class ActCounts:
    """Counts of one account's acts, by the account that the acts name.

    `labels` are those sent to a printer, first ones and reprints; `reveals` are single fields and whole forms opened.
    """

    sign_ins: int = 0
    accepted: int = 0
    labels: int = 0
    corrections: int = 0
    searches: int = 0
    reveals: int = 0
    refusals: int = 0

    def values(self) -> tuple[int, ...]:
        """The counts in their order."""
        return astuple(self)


def count_acts(acts: Iterable[Act]) -> dict[bytes, ActCounts]:
    """The counts by account id."""
    counted: dict[bytes, Counter[str]] = {}
    for act in acts:
        if act.kind in _COUNTED:
            counted.setdefault(act.account_id, Counter())[_COUNTED[act.kind]] += 1
    return {account_id: ActCounts(**counts) for account_id, counts in counted.items()}


def added(counts: Iterable[ActCounts]) -> ActCounts:
    """All of them together."""
    sums = map(sum, zip(*(each.values() for each in counts), strict=True))
    return ActCounts(*sums)
