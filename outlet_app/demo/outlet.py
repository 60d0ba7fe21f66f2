"""The demo outlet: real keys and a real database in a folder that is thrown away, and a month that was played there."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from outlet_app.demo.counter_day import CounterDay
from outlet_app.demo.misconduct import misbehave
from outlet_app.demo.people import NUMBERS, drafts
from outlet_app.domain.outlet_day import day_start
from outlet_app.paths import OutletPlace
from outlet_app.sealing.suite import Cost
from outlet_app.services import Entrance
from outlet_app.services.entrance import wall_clock
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.setup import Setup
from outlet_app.services.staff import Staff
from outlet_app.services.supplies import Supplies

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from outlet_app.domain.draft import WaybillDraft
    from outlet_app.domain.printer import Printer

OUTLET = "文一西路网点"
OWNER = ("王店主", "demo-owner-2026")
CLERKS = (("陈伟", "demo-chen-2026"), ("林芳", "demo-lin-2026"))
"""Names and passwords, shown on the demo's sign-in screen; they protect nobody."""

WAYBILLS = 300
DAYS = 30

CANARY_NOTE = "货架 B 上层"

LATE_PART = 40
"""One waybill of so many is accepted on the last evening, by the clerk who misbehaves."""

QUICK = Cost(memory_kib=19 * 1024, passes=2, lanes=1)
"""The floor of the password slots: the demo signs in some sixty times before it opens."""


@dataclass(frozen=True, slots=True)
class Demo:
    """A demo outlet and what only its maker knows: the owner card's text, for the acts that need it."""

    entrance: Entrance
    place: OutletPlace
    card: str = field(repr=False)


class _DemoClock:
    """Runs through the made-up month, then shows the real time."""

    def __init__(self) -> None:
        self._played: datetime | None = None

    def __call__(self) -> datetime:
        return wall_clock() if self._played is None else self._played

    def play(self, at: datetime | None) -> None:
        self._played = at


def make_demo(
    folder: Path,
    *,
    printers: tuple[Printer, ...] = (),
    seed: int = 2026,
    waybills: int = WAYBILLS,
    progress: Callable[[int, int], object] = lambda _done, _of: None,
) -> Demo:
    """Found the demo outlet in `folder` and play its last 30 days through the real services.

    Parcels are accepted, arrive, are collected and handed over; on the last evening one clerk misbehaves, and is at a
    canary of the owner's, so that the review has something to show.

    `printers` are approved by its owner, so that they get coded labels. The same seed makes the same people. `progress`
    hears after each day how many of how many are played. With fewer `waybills` than days there are fewer days: a clock
    that jumps over some would be asked about.
    """
    chance = random.Random(seed)  # noqa: S311 - made-up people, no secret
    clock = _DemoClock()
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    days = max(1, min(DAYS, waybills))
    first_day = day_start(wall_clock()) - timedelta(days=days)
    clock.play(first_day + timedelta(hours=4))
    founded = Setup(keys, clock).found(OUTLET, *OWNER)
    entrance = Entrance(keys, clock=clock, demo_logins=(OWNER, *CLERKS))
    clerks = _equip(entrance, keys, founded.owner_id, founded.card, printers)
    counter = CounterDay(entrance, clock.play, chance, next(iter(printers), None))
    late = waybills // LATE_PART
    for day, count in enumerate(_by_day(chance, days, waybills - late - bool(late)) if waybills else ()):
        progress(day, days)
        counter.play(clerks[day % 2], first_day + timedelta(days=day, hours=4, minutes=30), count)
    if late:
        evening = first_day + timedelta(days=days - 1, hours=18, minutes=10)
        clock.play(clock() + timedelta(minutes=5))
        nobody = next(iter(drafts(random.Random(seed), 1)))  # noqa: S311 - as above
        canary = _put_canary_out(entrance, founded.owner_id, nobody, next(iter(printers), None))
        misbehave(entrance, clock.play, clerks[0], evening, drafts(chance, late), canary)
    clock.play(None)
    return Demo(entrance, keys.place, founded.card)


def _equip(
    entrance: Entrance, keys: OutletKeys, owner_id: bytes, card: str, printers: tuple[Printer, ...]
) -> list[tuple[bytes, str]]:
    """The owner's first day: printers, numbers, two clerks. Account id and password of each clerk."""
    password = OWNER[1]
    owner = entrance.sign_in(owner_id, password)
    supplies = Supplies(owner.session, keys)
    supplies.approve_printers(printers, password=password, card=card)
    for carrier, (first, last) in NUMBERS.items():
        supplies.enter_numbers(carrier, first, last)
    staff = Staff(owner.session, keys)
    invited = [(staff.invite_clerk(name, password=password, card=card), secret) for name, secret in CLERKS]
    owner.session.sign_out()
    for invitation, secret in invited:
        entrance.accept_invitation(invitation.account_id, invitation.code, secret).session.sign_out()
    return [(invitation.account_id, secret) for invitation, secret in invited]


def _put_canary_out(entrance: Entrance, owner_id: bytes, draft: WaybillDraft, printer: Printer | None) -> str:
    """The owner puts a parcel of nobody on the shelf and marks it; its number."""
    owner = entrance.sign_in(owner_id, OWNER[1])
    number = owner.entry.accept(draft, printer).number
    owner.canaries.mark(number, CANARY_NOTE)
    owner.session.sign_out()
    return number


def _by_day(chance: random.Random, days: int, waybills: int) -> list[int]:
    """How many parcels came on each day, at least one, `waybills` in all."""
    counts = [1] * days
    for _ in range(waybills - days):
        counts[chance.randrange(days)] += 1
    return counts
