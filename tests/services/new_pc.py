"""A PC on which an outlet is restored, for the tests of that."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.restore import Restore
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, QUICK, Clock, Outlet

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services
    from outlet_app.services.backup_contents import RestoreProgress

NEW_PASSWORD = "a sentence for the new PC"
WAYBILLS = 5
LOST = 3


@dataclass(frozen=True)
class Saved:
    """An outlet with a backup of its first waybills, and more work after it."""

    outlet: Outlet
    backup: Path
    numbers: tuple[str, ...]
    lost: tuple[str, ...] = field(default=())


def ignore(_: RestoreProgress) -> None:
    return


def accept(services: Services, count: int) -> tuple[str, ...]:
    return tuple(services.entry.accept(draft(), LABEL_PRINTER).number for _ in range(count))


@dataclass(frozen=True)
class Pc:
    """One PC, and the restore that runs on it."""

    keys: OutletKeys
    entrance: Entrance
    restore: Restore
    clock: Clock


def pc_at(folder: Path) -> Pc:
    clock = Clock()
    clock.move(hours=5)
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    entrance = Entrance(keys, clock=clock)
    return Pc(keys, entrance, Restore(keys, entrance, clock), clock)


def restored(pc: Pc, saved: Saved, last_numbers: dict[str, str] | None = None) -> Services:
    """The whole way by the sheet."""
    pc.restore.look(saved.backup)
    pc.restore.open_with_sheet(" ".join(saved.outlet.words))
    contents = pc.restore.unpack(ignore)
    pc.restore.prepare(contents.owners[0].account_id, NEW_PASSWORD)
    pc.restore.commit(last_numbers or {}, ignore)
    return pc.restore.begin()
