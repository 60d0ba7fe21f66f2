"""A small real outlet for the tests: one owner, two clerks, one approved printer, numbers of two carriers."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.printer import Printer
from outlet_app.paths import OutletPlace
from outlet_app.sealing.suite import Cost
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.setup import Setup
from outlet_app.services.staff import Staff
from outlet_app.services.supplies import Supplies

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services

QUICK = Cost(memory_kib=19 * 1024, passes=2, lanes=1)
OWNER_PASSWORD = "the-owner-of-this-shop"
CHEN_PASSWORD = "chen-stands-at-the-counter"
LIN_PASSWORD = "lin-stands-beside-her"
LABEL_PRINTER = Printer("counter", "usb://Zebra/ZD420", "Zebra ZPL Label Printer")
OTHER_PRINTER = Printer("office", "ipp://office.local/print", "Laser")
MORNING = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)


class Clock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass(frozen=True)
class Outlet:
    """What the tests know of an outlet."""

    entrance: Entrance
    keys: OutletKeys
    clock: Clock
    owner_id: bytes
    chen_id: bytes
    lin_id: bytes
    card: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False, default=())

    def owner(self) -> Services:
        return self.entrance.sign_in(self.owner_id, OWNER_PASSWORD)

    def chen(self) -> Services:
        return self.entrance.sign_in(self.chen_id, CHEN_PASSWORD)

    def lin(self) -> Services:
        return self.entrance.sign_in(self.lin_id, LIN_PASSWORD)

    @property
    def place(self) -> OutletPlace:
        return self.keys.place


def make_outlet(
    folder: Path, clock: Clock | None = None, printers: tuple[Printer, ...] = (LABEL_PRINTER,), cost: Cost = QUICK
) -> Outlet:
    """Found the outlet under `folder` with real keys, and slots at the lowest cost the program takes."""
    clock = clock or Clock()
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=cost)
    founded = Setup(keys, clock).found("余杭文一西路网点", "王店主", OWNER_PASSWORD)
    entrance = Entrance(keys, clock=clock)
    owner = entrance.sign_in(founded.owner_id, OWNER_PASSWORD)
    supplies = Supplies(owner.session, keys)
    supplies.approve_printers(printers, password=OWNER_PASSWORD, card=founded.card)
    supplies.enter_numbers("yto", "YT8800000000001", "YT8800000001000")
    supplies.enter_numbers("zto", "75000000000001", "75000000000010")
    staff = Staff(owner.session, keys)
    chen = staff.invite_clerk("陈伟", password=OWNER_PASSWORD, card=founded.card)
    lin = staff.invite_clerk("林芳", password=OWNER_PASSWORD, card=founded.card)
    owner.session.sign_out()
    for invited, password in ((chen, CHEN_PASSWORD), (lin, LIN_PASSWORD)):
        entrance.accept_invitation(invited.account_id, invited.code, password).session.sign_out()
    return Outlet(
        entrance, keys, clock, founded.owner_id, chen.account_id, lin.account_id, founded.card, founded.recovery_words
    )


def copy_of(template: Outlet, folder: Path) -> Outlet:
    """The same outlet in a folder of its own, as it was right after it was founded; its clock starts again."""
    shutil.copytree(template.place.folder.parent, folder, dirs_exist_ok=True)
    clock = Clock()
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    return replace(template, entrance=Entrance(keys, clock=clock), keys=keys, clock=clock)
