"""A made-up month of five clerks and 12,000 waybills as the record would hold it, with ten misbehaviours in it.

Everything comes from one seed. Seed 1 is the month that thresholds are looked at with. Seed 2 is for one look, after
they are chosen; neither this module nor a threshold is touched after it.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Act, ActivityKind
from outlet_app.domain.context import canonical_json
from outlet_app.store.moment import to_ms
from tests.behaviour.deeds import Deed
from tests.behaviour.honest import honest_month
from tests.behaviour.people import FIRST_DAY, make_roster
from tests.behaviour.stories import misbehave

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tests.behaviour.people import Roster
    from tests.behaviour.stories import Story

TUNED_ON, NEVER_SEEN = 1, 2
"""The seed that thresholds are chosen with, and the one that is looked at once, afterwards."""

STATION = "COUNTER"
_NOT_AT_COUNTER = frozenset({ActivityKind.SIGN_IN_REFUSED})


@dataclass(frozen=True, slots=True)
class Month:
    """The acts in their order, neither hashed nor signed; who works there; what is wrong in it."""

    acts: tuple[Act, ...]
    roster: Roster
    stories: tuple[Story, ...]

    @property
    def guilty(self) -> dict[tuple[bytes, date], Story]:
        """Which story is told by which account and outlet day."""
        return {
            (story.account_id, FIRST_DAY + timedelta(days=day)): story for story in self.stories for day in story.days
        }


def make_month(seed: int, *, honest: bool = False) -> Month:
    """The month of one seed; `honest` leaves the stories out."""
    chance = random.Random(seed)
    roster = make_roster(chance)
    shop = honest_month(chance, roster)
    stories = () if honest else misbehave(shop)
    deeds = sorted(shop.deeds, key=lambda deed: deed.at)
    return Month(tuple(_acts(_at_the_counter(deeds))), roster, stories)


def _at_the_counter(deeds: list[Deed]) -> Iterator[Deed]:
    """The deeds, and how each person came to the counter for them: by password once a day, by PIN later."""
    present: bytes | None = None
    came: set[tuple[bytes, date]] = set()
    for deed in deeds:
        day = (deed.at - timedelta(hours=4)).date()
        if deed.account_id != present and deed.kind not in _NOT_AT_COUNTER:
            yield _coming(deed, present, first=(deed.account_id, day) not in came)
            present = deed.account_id
            came.add((deed.account_id, day))
        yield deed


def _coming(deed: Deed, present: bytes | None, *, first: bool) -> Deed:
    at = deed.at - timedelta(milliseconds=900)
    if first or present is None:
        return Deed(at, deed.account_id, ActivityKind.SIGNED_IN, None, {}, deed.clock_shows)
    detail = {"from": present.hex()}
    return Deed(at, deed.account_id, ActivityKind.CHANGED_PERSON, None, detail, deed.clock_shows)


def _acts(deeds: Iterator[Deed]) -> Iterator[Act]:
    for n, deed in enumerate(deeds, start=1):
        at_ms = to_ms(deed.at + timedelta(minutes=deed.clock_shows))
        detail = _detail(tuple(deed.detail.items()))
        yield Act(n, at_ms, deed.account_id, STATION, deed.kind.value, deed.record_id, detail, b"", None)


@cache
def _detail(items: tuple[tuple[str, str | int], ...]) -> str:
    return canonical_json(dict(items))
