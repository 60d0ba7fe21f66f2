"""What must hold when a played day is over: money to the fen, numbers, lists, and no wrap of what left in any file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import outlet_day
from outlet_app.services import Entrance
from outlet_app.services.entrance import wall_clock
from outlet_app.services.outlet_keys import OutletKeys
from tests.attacks.thief import Thief
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD, QUICK

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.domain.day_account import DayAccount
    from tests.journeys.the_day import Day


@dataclass(frozen=True)
class After:
    """The day as its record tells it, the numbers in the order they were given out, and what the files still hold.

    `standing` are the record ids whose wrap stands, `gone` those that left; `found` are wraps of what left that some
    file holds, decrypted or as it lies there.
    """

    account: DayAccount
    numbers: tuple[str, ...]
    standing: frozenset[bytes]
    gone: frozenset[bytes]
    found: frozenset[bytes]


def after(day: Day, folder: Path) -> After:
    """Open the outlet as its owner, and look through every file as a thief."""
    entrance = Entrance(OutletKeys(day.place, keystore=False, cost=QUICK))
    owner = entrance.sign_in(entrance.tiles()[0].account_id, OWNER_PASSWORD)
    account = owner.day_end.account(outlet_day(wall_clock()))
    reader = owner.session.store.reader
    numbers = tuple(number for (number,) in reader.rows(tuple, "SELECT number FROM waybills ORDER BY waybill_id"))
    gone = frozenset(
        record_id for (record_id,) in reader.rows(tuple, "SELECT record_id FROM waybills WHERE left_ms IS NOT NULL")
    )
    clerk_id = entrance.tiles()[1].account_id
    entrance.close()
    thief = Thief(day.place, clerk_id, CHEN_PASSWORD)
    pages = thief.pages()
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    found = frozenset(
        record_id
        for record_id, wrap in day.wraps.items()
        if record_id in gone and (wrap in pages or any(wrap in content for content in files))
    )
    return After(account, numbers, frozenset(thief.wraps()), gone, found)
