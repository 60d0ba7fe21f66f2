"""The demo outlet: real keys, a real database, made-up people, in a folder that is thrown away."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.divisions import divisions
from outlet_app.domain.draft import PartyDraft, WaybillDraft
from outlet_app.domain.outlet_day import day_start
from outlet_app.domain.terms import Category, Payment
from outlet_app.paths import OutletPlace
from outlet_app.sealing.suite import Cost
from outlet_app.services import Entrance
from outlet_app.services.entrance import wall_clock
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.setup import Setup
from outlet_app.services.staff import Staff
from outlet_app.services.supplies import Supplies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from outlet_app.domain.printer import Printer

OUTLET = "文一西路网点"
OWNER = ("王店主", "demo-owner-2026")
CLERKS = (("陈伟", "demo-chen-2026"), ("林芳", "demo-lin-2026"))
"""Names and passwords, shown on the demo's sign-in screen; they protect nobody."""

WAYBILLS = 300
DAYS = 30

QUICK = Cost(memory_kib=19 * 1024, passes=2, lanes=1)
"""The floor of the password slots: the demo signs in some sixty times before it opens."""

_NUMBERS = {"yto": ("YT8800000000001", "YT8800000002000"), "zto": ("75000000000001", "75000000001000")}
_FAMILIES = "赵钱孙李周吴郑冯褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜"
_GIVEN = "明华丽娜强磊静敏杰涛艳军洋勇芳娟超秀霞平刚桂英玉梅浩宇欣怡子轩雨桐"
_ROADS = ("人民路", "中山路", "建设路", "解放路", "文化路", "新华路", "和平路", "学府路", "滨江路", "朝阳路")
_ESTATES = ("阳光花园", "翠湖小区", "锦绣苑", "金色家园", "书香门第", "幸福里", "")


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
    for day, count in enumerate(_by_day(chance, days, waybills) if waybills else ()):
        progress(day, days)
        clock.play(first_day + timedelta(days=day, hours=4, minutes=30))
        _play_day(entrance, clock, chance, clerks[day % 2], _drafts(chance, count), next(iter(printers), None))
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
    for carrier, (first, last) in _NUMBERS.items():
        supplies.enter_numbers(carrier, first, last)
    staff = Staff(owner.session, keys)
    invited = [(staff.invite_clerk(name, password=password, card=card), secret) for name, secret in CLERKS]
    owner.session.sign_out()
    for invitation, secret in invited:
        entrance.accept_invitation(invitation.account_id, invitation.code, secret).session.sign_out()
    return [(invitation.account_id, secret) for invitation, secret in invited]


def _by_day(chance: random.Random, days: int, waybills: int) -> list[int]:
    """How many parcels came on each day, at least one, `waybills` in all."""
    counts = [1] * days
    for _ in range(waybills - days):
        counts[chance.randrange(days)] += 1
    return counts


def _play_day(
    entrance: Entrance,
    clock: _DemoClock,
    chance: random.Random,
    clerk: tuple[bytes, str],
    drafts: Iterator[WaybillDraft],
    printer: Printer | None,
) -> None:
    services = entrance.sign_in(*clerk)
    at = clock()
    for draft in drafts:
        at += timedelta(seconds=chance.randrange(60, 1800))
        clock.play(at)
        accepted = services.entry.accept(draft, printer)
        if accepted.job is not None:
            services.printing_desk.report(accepted.job, printed=True)
    services.session.sign_out()


def _drafts(chance: random.Random, count: int) -> Iterator[WaybillDraft]:
    for _ in range(count):
        yield WaybillDraft(
            carrier=chance.choice(tuple(_NUMBERS)),
            service="standard",
            sender=made_up_person(chance),
            recipient=made_up_person(chance),
            category=chance.choice(tuple(Category)),
            weight=f"{chance.randrange(1, 120) / 10}",
            payment=chance.choice((Payment.PAID, Payment.PAID, Payment.MONTHLY, Payment.COLLECT)),
            fee=str(chance.randrange(8, 40)),
            inspected=True,
            real_name_checked=True,
        )


def made_up_person(chance: random.Random) -> PartyDraft:
    """Somebody who does not exist: the phone lies in a block whose middle digits are zeros."""
    table = divisions()
    province = chance.choice(table.provinces())
    city = chance.choice(table.cities(province))
    district = chance.choice(table.districts(province, city) or ("",))
    name = chance.choice(_FAMILIES) + "".join(chance.choice(_GIVEN) for _ in range(chance.randrange(1, 3)))
    road = f"{chance.choice(_ROADS)}{chance.randrange(1, 999)}号{chance.choice(_ESTATES)}"
    rooms = f"{chance.randrange(1, 30)}幢{chance.randrange(1, 5)}单元{chance.randrange(101, 1299)}室"
    return PartyDraft(
        name=name,
        phone=f"1{chance.choice('3589')}{chance.randrange(10)}0000{chance.randrange(10_000):04d}",
        province=province,
        city=city,
        district=district,
        detail=road + rooms,
    )
