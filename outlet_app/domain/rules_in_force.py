"""The limits and hours that were in force at an act: what the owner changes today judges nobody's last week."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.limits import Limits
from outlet_app.domain.opening_hours import USUAL_HOURS, OpeningHours

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Since:
    """What the owner ruled, and the number of the act from which on it was in force."""

    n: int
    limits: Limits
    hours: OpeningHours


@dataclass(frozen=True, slots=True)
class RulesInForce:
    """`spans` in the record's order, each until the next; the first one is in force from the beginning."""

    spans: tuple[Since, ...] = (Since(0, Limits(), USUAL_HOURS),)

    def limits(self, n: int) -> Limits:
        """The limits that act `n` was done under."""
        return self._at(n).limits

    def hours(self, n: int) -> OpeningHours:
        """The hours that act `n` was done in."""
        return self._at(n).hours

    def _at(self, n: int) -> Since:
        return self.spans[max(0, bisect_right(self.spans, n, key=lambda span: span.n) - 1)]


def rules_in_force(
    limits: Mapping[int, Limits], hours: Mapping[int, OpeningHours], made: Mapping[int, int]
) -> RulesInForce:
    """`limits` and `hours` by the serials of the owner's statements, `made` the numbers of their acts.

    A statement whose act is not among those that were read was made before them. One that is named again, because a
    damaged disk took its act, was in force before the next one was made.
    """
    places: dict[int, int] = {}
    next_made: int | None = None
    for serial in sorted({*limits, *hours, *made}, reverse=True):
        n = made.get(serial, 0)
        next_made = places[serial] = n if next_made is None else min(n, next_made)
    spans = [Since(0, Limits(), USUAL_HOURS)]
    for serial in sorted({*limits, *hours}):
        former = spans[-1]
        spans.append(Since(places[serial], limits.get(serial, former.limits), hours.get(serial, former.hours)))
    return RulesInForce(tuple(spans))
