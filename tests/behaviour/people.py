"""The people of the made-up outlet and its calendar: who works when, how much comes, and when in the day.

Five clerks and an owner, one PC. The month has weekends, a shopping festival, a sick clerk and a new one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import OUTLET_TIME

if TYPE_CHECKING:
    import random

FIRST_DAY = date(2026, 6, 1)
DAYS = 30
FESTIVAL = range(16, 20)
"""Days of the month (from 0) on which more than twice as much is sent: the eighteenth of June."""

OPENS, CLOSES = 8, 20
NEW_CLERK_COMES = 11
WAYBILLS = 12_000
ARRIVALS = 6_000

_EARLY, _LATE = (8.0, 16.5), (11.5, 20.0)
_BY_HOUR = {8: 3, 9: 6, 10: 11, 11: 10, 12: 5, 13: 5, 14: 8, 15: 10, 16: 12, 17: 14, 18: 11, 19: 5}
"""How the parcels of a day spread over its hours: before noon, and after work."""
_BY_WEEKDAY = (1.05, 1.0, 1.0, 1.0, 1.1, 0.75, 0.45)


@dataclass(frozen=True, slots=True)
class Person:
    """`clumsiness`: how much oftener than others he mistypes."""

    account_id: bytes
    name: str
    shift: tuple[float, float]
    free_weekday: int
    first_day: int = 0
    clumsiness: float = 1.0


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody, and the days (from 0) on which somebody is sick."""

    owner: Person
    clerks: tuple[Person, ...]
    sick: dict[bytes, frozenset[int]] = field(default_factory=dict)
    _on: dict[int, tuple[Person, ...]] = field(default_factory=dict)

    def on(self, day: int) -> tuple[Person, ...]:
        """Who stands at the counter that day."""
        if day not in self._on:
            self._on[day] = self._at_work(day)
        return self._on[day]

    def _at_work(self, day: int) -> tuple[Person, ...]:
        weekday = (FIRST_DAY + timedelta(days=day)).weekday()
        return tuple(
            each
            for each in self.clerks
            if each.first_day <= day and each.free_weekday != weekday and day not in self.sick.get(each.account_id, ())
        )

    def shift(self, person: Person, day: int) -> tuple[float, float]:
        """From when to when, in hours: who covers for a sick colleague stays longer."""
        begins, ends = person.shift
        short_handed = len(self.on(day)) < 3
        return (begins, min(20.0, ends + 2.5)) if short_handed and begins < 10 else (begins, ends)


def make_roster(chance: random.Random) -> Roster:
    """The same people for each seed; ids and sick days by chance."""
    free = chance.sample(range(6), 5)
    shifts = (_EARLY, _LATE, _EARLY, _LATE, _LATE)
    names = ("陈伟", "林芳", "赵敏", "孙浩", "周洁")
    people = [
        Person(
            account_id=chance.randbytes(16),
            name=name,
            shift=shift,
            free_weekday=day,
            first_day=NEW_CLERK_COMES if name == "周洁" else 0,
            clumsiness=3.0 if name == "周洁" else 1.0,
        )
        for name, shift, day in zip(names, shifts, free, strict=True)
    ]
    ill_from = chance.randrange(4, 26)
    sick = {people[chance.randrange(4)].account_id: frozenset({ill_from, ill_from + 1})}
    return Roster(Person(chance.randbytes(16), "王店主", _LATE, 6), tuple(people), sick)


def moment(day: int, hours: float) -> datetime:
    """A moment of the month on the outlet's clock; hours above 24 are of the night that follows."""
    midnight = datetime.combine(FIRST_DAY + timedelta(days=day), datetime.min.time(), OUTLET_TIME)
    return midnight + timedelta(hours=hours)


def volumes(chance: random.Random, in_all: int) -> list[int]:
    """How much comes on each day of the month."""
    weights = [
        _BY_WEEKDAY[(FIRST_DAY + timedelta(days=day)).weekday()]
        * (2.2 if day in FESTIVAL else 1.0)
        * chance.uniform(0.9, 1.1)
        for day in range(DAYS)
    ]
    return [round(in_all * weight / sum(weights)) for weight in weights]


def times(chance: random.Random, day: int, count: int) -> list[datetime]:
    """When in the day each of `count` people comes to the counter."""
    hours = chance.choices(list(_BY_HOUR), list(_BY_HOUR.values()), k=count)
    return sorted(moment(day, hour + chance.random()) for hour in hours)
