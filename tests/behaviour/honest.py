"""An honest month at the counter: the work itself, and the mistakes that honest people make."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.find_key import KeyKind
from outlet_app.domain.reveal_terms import RevealField, RevealReason
from tests.behaviour.deeds import Hand
from tests.behaviour.people import ARRIVALS, CLOSES, DAYS, OPENS, WAYBILLS, moment, times, volumes

if TYPE_CHECKING:
    import random
    from datetime import datetime

    from tests.behaviour.deeds import Deed
    from tests.behaviour.people import Person, Roster

TRUCKS = (12.5, 19.6)
"""When the carriers' trucks come, in hours."""

_MISTYPED, _NOT_HERE, _CORRECTED, _REPRINTED, _REVEALED = 0.04, 0.05, 0.02, 0.01, 0.008
_FOLLOWED_UP = 0.75
_BAD_BATCH = 0.1
"""Chance of a day on which a merchant's addresses are unclear, so that several people are called in a row."""


@dataclass(slots=True)
class Shop:
    """What stands in the shop and what was accepted, as the month goes on; `deeds` is all that was done.

    `told` counts the stories of each account.
    """

    chance: random.Random
    roster: Roster
    deeds: list[Deed] = field(default_factory=list)
    accepted: list[list[tuple[datetime, bytes]]] = field(default_factory=list)
    shelf: list[bytes] = field(default_factory=list)
    told: Counter[bytes] = field(default_factory=Counter)

    def add(self, *work: list[Deed]) -> None:
        for deeds in work:
            self.deeds += deeds

    def hand(self, day: int, at: datetime) -> tuple[Person, Hand]:
        """Whoever stands at the counter then: twenty minutes each, at lunch the others."""
        hours = (at - moment(day, 0)).total_seconds() / 3600
        on = self.roster.on(day) or (self.roster.owner,)
        here = [each for each in on if self._is_here(each, day, hours)] or list(on)
        person = here[int(hours * 3 + day) % len(here)]
        return person, Hand(person.account_id, at)

    def _is_here(self, person: Person, day: int, hours: float) -> bool:
        begins, ends = self.roster.shift(person, day)
        lunch = begins + 4.0
        return begins <= hours < ends and not lunch <= hours < lunch + 0.75


def honest_month(chance: random.Random, roster: Roster) -> Shop:
    """Thirty days of work, in no order."""
    shop = Shop(chance, roster)
    sent, arrived = volumes(chance, WAYBILLS), volumes(chance, ARRIVALS)
    for day in range(DAYS):
        _accept_day(shop, day, sent[day])
        _shelve_day(shop, day, arrived[day])
        _give_out_day(shop, day, arrived[day])
        _send_off(shop, day)
        _open_and_close(shop, day)
        _owners_day(shop, day)
    return shop


def _accept_day(shop: Shop, day: int, count: int) -> None:
    chance = shop.chance
    came = [(at, chance.randbytes(16)) for at in times(chance, day, count)]
    shop.accepted.append(came)
    for at, record_id in came:
        person, hand = shop.hand(day, at)
        shop.add(hand.accepts(record_id))
        _slip(shop, person, hand, record_id)
        if chance.random() < _REVEALED:
            _call_somebody(shop, day, at + timedelta(minutes=chance.uniform(2, 50)), record_id)
    if chance.random() < _BAD_BATCH and len(came) > 50:
        _bad_batch(shop, day, came)
    if chance.random() < 0.1:
        _paper_jam(shop, day, came)


def _slip(shop: Shop, person: Person, hand: Hand, record_id: bytes) -> None:
    """What goes wrong with one parcel in fifty, and is put right within minutes."""
    chance = shop.chance
    if chance.random() < _CORRECTED * person.clumsiness:
        again = hand.later(minutes=chance.uniform(0.5, 5))
        shop.add(again.opens_own(record_id), again.later(seconds=40).corrects(record_id))
    elif chance.random() < _REPRINTED * person.clumsiness:
        shop.add(hand.later(minutes=1).prints(record_id, 1))
    elif chance.random() < 0.002:
        shop.add(hand.later(minutes=30).relabels(record_id))


def _call_somebody(shop: Shop, day: int, at: datetime, record_id: bytes) -> None:
    """A recipient is called; mostly something follows, sometimes nobody picks up the phone."""
    chance = shop.chance
    _, hand = shop.hand(day, at)
    shop.add(hand.reveals(record_id, reason=chance.choice((RevealReason.CALL, RevealReason.ADDRESS_UNCLEAR))))
    if chance.random() < _FOLLOWED_UP:
        later = hand.later(minutes=chance.uniform(3, 20))
        shop.add(later.corrects(record_id) if chance.random() < 0.6 else later.prints_without_code(record_id))


def _bad_batch(shop: Shop, day: int, came: list[tuple[datetime, bytes]]) -> None:
    """Four to six recipients of one merchant are called one after the other, and their waybills put right."""
    chance = shop.chance
    begins = chance.randrange(len(came) // 2)
    at = came[begins][0] + timedelta(minutes=30)
    person, _ = shop.hand(day, at)
    for step, (_, record_id) in enumerate(came[begins : begins + chance.randrange(4, 7)]):
        hand = Hand(person.account_id, at + timedelta(minutes=4 * step))
        shop.add(hand.reveals(record_id, RevealField.RECIPIENT_PHONE, RevealReason.ADDRESS_UNCLEAR))
        if chance.random() < 0.9:
            shop.add(hand.later(minutes=3).corrects(record_id))


def _paper_jam(shop: Shop, day: int, came: list[tuple[datetime, bytes]]) -> None:
    """Some labels in a row come out torn and are printed again."""
    begins = shop.chance.randrange(max(1, len(came) - 8))
    torn = came[begins : begins + shop.chance.randrange(3, 7)]
    at = torn[-1][0] + timedelta(minutes=4)
    person, _ = shop.hand(day, at)
    for step, (_, record_id) in enumerate(torn):
        shop.add(Hand(person.account_id, at + timedelta(seconds=20 * step)).prints(record_id, 1))


def _shelve_day(shop: Shop, day: int, count: int) -> None:
    """Two trucks bring what arrived."""
    chance = shop.chance
    for at in sorted(moment(day, chance.choice((8.8, 14.2)) + chance.random()) for _ in range(count)):
        record_id = chance.randbytes(16)
        shop.shelf.append(record_id)
        _, hand = shop.hand(day, at)
        shop.add(hand.shelves(record_id))


def _give_out_day(shop: Shop, day: int, count: int) -> None:
    chance = shop.chance
    for at in times(chance, day, count):
        person, hand = shop.hand(day, at)
        key = chance.choices((KeyKind.SHELF_CODE, KeyKind.TAIL, KeyKind.NUMBER), (6, 3, 1))[0]
        if chance.random() < _MISTYPED * person.clumsiness:
            shop.add(hand.later(seconds=-15).looks_up(key, 0))
        if chance.random() < _NOT_HERE or not shop.shelf:
            shop.add(hand.looks_up(KeyKind.TAIL, 0))
            continue
        given = shop.shelf.pop(chance.randrange(len(shop.shelf)))
        hits = 1 if key is not KeyKind.TAIL else chance.choice((1, 1, 1, 2))
        shop.add(hand.looks_up(key, hits, given if key is KeyKind.NUMBER else None))
        shop.add(hand.later(seconds=10).gives_out(given))


def _send_off(shop: Shop, day: int) -> None:
    """What was accepted goes with the next truck; the evening's rest stands until tomorrow noon."""
    earlier = [] if day == 0 else [each for each in shop.accepted[day - 1] if each[0] > moment(day - 1, TRUCKS[1])]
    waiting = earlier + shop.accepted[day]
    since = moment(day - 1, TRUCKS[1])
    for truck in TRUCKS:
        leaves = moment(day, truck)
        goes = [record_id for at, record_id in waiting if since < at <= leaves]
        since = leaves
        person, _ = shop.hand(day, leaves - timedelta(minutes=20))
        hand = Hand(person.account_id, leaves - timedelta(seconds=4 * len(goes)))
        for step, record_id in enumerate(goes):
            shop.add(hand.later(seconds=4 * step).lists(record_id))
        shop.add(Hand(person.account_id, leaves + timedelta(minutes=2)).hands_over(shop.chance.randbytes(16), goes))


def _open_and_close(shop: Shop, day: int) -> None:
    """Mistyped passwords in the morning; now and then somebody stays after closing, to clear the shelves."""
    chance = shop.chance
    for person in shop.roster.on(day):
        comes = Hand(person.account_id, moment(day, shop.roster.shift(person, day)[0]) - timedelta(minutes=2))
        if chance.random() < 0.06 * person.clumsiness:
            for step in range(chance.randrange(1, 4)):
                shop.add(comes.later(seconds=5 * step).mistypes_password())
    if chance.random() < 0.17:
        person, _ = shop.hand(day, moment(day, CLOSES - 0.5))
        for step in range(chance.randrange(3, 9)):
            hand = Hand(person.account_id, moment(day, CLOSES) + timedelta(minutes=4 * step + 3))
            shop.add(hand.looks_up(KeyKind.SHELF_CODE, 1))
    if chance.random() < 0.07:
        person, _ = shop.hand(day, moment(day, OPENS + 0.5))
        shop.add(Hand(person.account_id, moment(day, OPENS - 0.3)).looks_up(KeyKind.SHELF_CODE, 1))


def _owners_day(shop: Shop, day: int) -> None:
    """The owner helps a little, calls a customer now and then, and looks at the record after closing."""
    chance, owner = shop.chance, shop.roster.owner
    for _ in range(chance.randrange(4)):
        hand = Hand(owner.account_id, moment(day, chance.uniform(10, 19)))
        shop.add(hand.looks_up(KeyKind.TAIL, chance.choice((1, 1, 0))))
    if chance.random() < 0.12 and shop.accepted[day]:
        _, record_id = chance.choice(shop.accepted[day])
        hand = Hand(owner.account_id, moment(day, chance.uniform(14, 19)))
        shop.add(hand.reveals(record_id, RevealField.SENDER_PHONE, RevealReason.ASKED_BY_PERSON, by="owner"))
