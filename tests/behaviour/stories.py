"""Ten misbehaviours, each as somebody really did it (the cases stand in the reference on the trade, section 6).

Each story says who it was and on which days; nothing here knows how it could be noticed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.find_key import KeyKind
from outlet_app.domain.reveal_terms import RevealField
from tests.behaviour.deeds import Hand
from tests.behaviour.honest import TRUCKS
from tests.behaviour.people import DAYS, moment

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tests.behaviour.honest import Shop
    from tests.behaviour.people import Person


class Misbehaviour(StrEnum):
    """The ten of them."""

    SLOW_DRAIN = "slow drain at night"
    BURST = "burst"
    SEQUENCE = "numbers in sequence"
    MISSES = "look-ups without hits"
    UNFOLLOWED = "reveals without follow-up"
    REPRINTS = "reprints"
    REMOTE = "lent login from a remote session"
    SHARED = "shared login"
    CLOCK = "clock trick"
    PROBING = "limit probing"


@dataclass(frozen=True, slots=True)
class Story:
    """What happened, by whose login, and on which days of the month (from 0)."""

    what: Misbehaviour
    account_id: bytes
    days: tuple[int, ...]


def misbehave(shop: Shop) -> tuple[Story, ...]:
    """Add every story to the month, each on days of its own in its second half, by whoever works then."""
    first_days = shop.chance.sample(range(15, 29), len(_TELLERS))
    return tuple(tell(shop, day) for tell, day in zip(_TELLERS, first_days, strict=True))


def _somebody(shop: Shop, day: int) -> Person:
    """Of those who work that day, one of whom as little is told as of anybody."""
    told = shop.told
    least = min(told[each.account_id] for each in shop.roster.on(day))
    person = shop.chance.choice([each for each in shop.roster.on(day) if told[each.account_id] == least])
    told[person.account_id] += 1
    return person


def _at_work(shop: Shop, person: Person, day: int) -> tuple[float, float]:
    return shop.roster.shift(person, day)


def _in_shop(shop: Shop, day: int, at: datetime, count: int) -> list[bytes]:
    """Parcels that no truck takes within the next hour and a half, where there are so many."""
    last = max((moment(day, truck) for truck in TRUCKS if moment(day, truck) <= at), default=moment(day, 0))
    there = [each for when, each in shop.accepted[day] if last < when < at]
    return shop.chance.sample(there, min(count, len(there)))


def _slow_drain(shop: Shop, day: int) -> Story:
    """Three or four nights, a handful each, of the parcels that wait for tomorrow's truck."""
    person, chance = _somebody(shop, day), shop.chance
    days = tuple(each for each in range(day, day + 4) if each < DAYS)
    for each in days:
        at = moment(each, chance.uniform(21.5, 25.5))
        for step, record_id in enumerate(_in_shop(shop, each, at, chance.randrange(3, 6))):
            hand = Hand(person.account_id, at + timedelta(minutes=2 * step))
            shop.add(hand.reveals(record_id))
    return Story(Misbehaviour.SLOW_DRAIN, person.account_id, days)


def _burst(shop: Shop, day: int) -> Story:
    """Eight or nine reveals within a quarter of an hour, just before the truck: so something follows each."""
    person, chance = _somebody(shop, day), shop.chance
    begins, _ = _at_work(shop, person, day)
    truck = TRUCKS[0] if begins < 10 else TRUCKS[1]
    at = moment(day, truck - 0.6)
    goes = [each for when, each in shop.accepted[day] if when < at][-60:]
    for step, record_id in enumerate(chance.sample(goes, min(len(goes), chance.randrange(8, 10)))):
        hand = Hand(person.account_id, at + timedelta(seconds=90 * step))
        shop.add(hand.reveals(record_id))
    return Story(Misbehaviour.BURST, person.account_id, (day,))


def _sequence(shop: Shop, day: int) -> Story:
    """Twenty-five to forty numbers of last week typed one after the other: what is masked can be sold too."""
    person, chance = _somebody(shop, day), shop.chance
    begins, _ = _at_work(shop, person, day)
    former = [each for _, each in shop.accepted[day - 7]]
    count = min(len(former), chance.randrange(25, 41))
    start = chance.randrange(max(1, len(former) - count))
    hand = Hand(person.account_id, moment(day, begins + chance.uniform(1, 3)))
    for step, record_id in enumerate(former[start : start + count]):
        shop.add(hand.later(seconds=9 * step).looks_up(KeyKind.NUMBER, 1, record_id))
    return Story(Misbehaviour.SEQUENCE, person.account_id, (day,))


def _misses(shop: Shop, day: int) -> Story:
    """Fifteen to twenty-five tails tried within an hour, few of which are there."""
    person, chance = _somebody(shop, day), shop.chance
    begins, _ = _at_work(shop, person, day)
    hand = Hand(person.account_id, moment(day, begins + chance.uniform(1, 3)))
    for step in range(chance.randrange(15, 26)):
        there = chance.random() < 0.1
        shop.add(hand.later(minutes=2 * step).looks_up(KeyKind.TAIL, int(there)))
    return Story(Misbehaviour.MISSES, person.account_id, (day,))


def _unfollowed(shop: Shop, day: int) -> Story:
    """Six to nine reveals spread over an afternoon, of parcels with which nothing else is done."""
    person, chance = _somebody(shop, day), shop.chance
    begins, ends = _at_work(shop, person, day)
    begins = max(begins, TRUCKS[0]) + 0.5
    count = chance.randrange(6, 10)
    for step in range(count):
        at = moment(day, begins + (min(ends, 18.4) - begins) * (step + chance.random()) / count)
        for record_id in _in_shop(shop, day, at, 1):
            shop.add(Hand(person.account_id, at).reveals(record_id, chance.choice(_PHONES)))
    return Story(Misbehaviour.UNFOLLOWED, person.account_id, (day,))


def _reprints(shop: Shop, day: int) -> Story:
    """Twelve to twenty labels printed a second time, to be photographed at home."""
    person, chance = _somebody(shop, day), shop.chance
    begins, ends = _at_work(shop, person, day)
    at = moment(day, chance.uniform(max(begins + 1, 13.5), ends - 1.2))
    for step, record_id in enumerate(_in_shop(shop, day, at, chance.randrange(12, 21))):
        hand = Hand(person.account_id, at + timedelta(minutes=chance.uniform(1, 3) * step))
        shop.add(hand.prints_without_code(record_id))
    return Story(Misbehaviour.REPRINTS, person.account_id, (day,))


def _remote(shop: Shop, day: int) -> Story:
    """Somebody elsewhere sits at the lent login: numbers looked up by the dozen, reveals tried in vain."""
    person, chance = _somebody(shop, day), shop.chance
    _, ends = _at_work(shop, person, day)
    hand = Hand(person.account_id, moment(day, ends - 1.0))
    shop.add(hand.is_seen_elsewhere("rdp"))
    former = chance.sample([each for _, each in shop.accepted[day - 3]], chance.randrange(60, 121))
    for step, record_id in enumerate(former):
        shop.add(hand.later(seconds=20 + 8 * step).looks_up(KeyKind.NUMBER, 1, record_id))
    for record_id in former[:2]:
        shop.add(hand.later(minutes=20).is_refused(record_id, "remote"))
    return Story(Misbehaviour.REMOTE, person.account_id, (day,))


def _shared(shop: Shop, day: int) -> Story:
    """On three days on which both work, a clerk of the late shift works by the login of one of the early shift."""
    chance, roster = shop.chance, shop.roster
    pairs = [
        (first, second)
        for first in roster.clerks
        for second in roster.clerks
        if first.shift[0] < 10 < second.shift[0] and second.first_day == 0
    ]
    chance.shuffle(pairs)
    both = {pair: [each for each in range(day, DAYS) if set(pair) <= set(roster.on(each))] for pair in pairs}
    first, second = min(pairs, key=lambda pair: min(both[pair], default=DAYS))
    shop.told[first.account_id] += 1
    days = tuple(both[first, second][:3])
    spans = [(moment(each, 4), moment(each, 28)) for each in days]
    shop.deeds[:] = [
        replace(deed, account_id=first.account_id)
        if deed.account_id == second.account_id and any(begins <= deed.at < ends for begins, ends in spans)
        else deed
        for deed in shop.deeds
    ]
    return Story(Misbehaviour.SHARED, first.account_id, days)


def _clock(shop: Shop, day: int) -> Story:
    """The clock goes back by a day, so that yesterday's limits hold; then reveals; then the clock is right again."""
    person, chance = _somebody(shop, day), shop.chance
    _, ends = _at_work(shop, person, day)
    hand, back = Hand(person.account_id, moment(day, ends - 1.5)), 24 * 60
    shop.add([replace(each, clock_shows=-back) for each in hand.sets_clock("back", back)])
    for step, record_id in enumerate(_in_shop(shop, day, hand.at, chance.randrange(4, 8))):
        deeds = hand.later(minutes=1 + 2 * step).reveals(record_id)
        shop.add([replace(each, clock_shows=-back) for each in deeds])
    shop.add(hand.later(minutes=25).sets_clock("ahead", back))
    return Story(Misbehaviour.CLOCK, person.account_id, (day,))


def _probing(shop: Shop, day: int) -> Story:
    """As many reveals as an hour allows, and some more that are refused."""
    person, chance = _somebody(shop, day), shop.chance
    begins, ends = _at_work(shop, person, day)
    hand = Hand(person.account_id, moment(day, max(begins + 1.5, min(14.0, ends - 1))))
    there = _in_shop(shop, day, hand.at, 10 + chance.randrange(3, 7))
    for step, record_id in enumerate(there):
        now = hand.later(minutes=2.5 * step)
        shop.add(now.reveals(record_id) if step < 10 else now.is_refused(record_id, "limit"))
    return Story(Misbehaviour.PROBING, person.account_id, (day,))


_PHONES = (RevealField.RECIPIENT_PHONE, RevealField.SENDER_PHONE)
_TELLERS: tuple[Callable[[Shop, int], Story], ...] = (
    _shared,  # first, because it moves what others did
    _slow_drain,
    _burst,
    _sequence,
    _misses,
    _unfollowed,
    _reprints,
    _remote,
    _clock,
    _probing,
)
