"""An outlet with 1,000 waybills of yesterday: 400 parcels stand in the shop with their labels, 600 have left."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.domain import acceptance
from outlet_app.domain.masking import mask
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.sealing.label_code import write_label_code
from outlet_app.sealing.seal import seal
from outlet_app.store import label_wraps, waybills
from tests.attacks.plain_counter import Contact, PlainCounter, PlainWaybill
from tests.builders import draft, person
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, MORNING, Clock, Outlet, make_outlet

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.domain.draft import PartyDraft
    from outlet_app.domain.waybill import Waybill
    from outlet_app.services import Services
    from outlet_app.store.store import Entry

WAYBILLS = 1000
IN_SHOP = 400
_AT_ONCE = 50
"""Waybills in one transaction: what is attacked is the same, and a thousand commits would only take time."""


@dataclass(frozen=True)
class Thousand:
    """What only the test knows: who stands behind each record, and what each label's code says."""

    outlet: Outlet
    people: dict[bytes, tuple[PartyDraft, PartyDraft]] = field(repr=False)
    codes: dict[bytes, str] = field(repr=False)
    numbers: dict[bytes, str]
    in_shop: tuple[bytes, ...]

    @property
    def photos(self) -> list[str]:
        """What an accomplice's camera reads off the labels on the shelves."""
        return [self.codes[record_id] for record_id in self.in_shop]


def make_thousand(folder: Path) -> Thousand:
    """Sealed, signed and recorded by Chen as the program does it; only the drawing of the labels is left out."""
    outlet = make_outlet(folder, Clock(MORNING.replace(day=MORNING.day - 1)))
    made = Thousand(outlet, {}, {}, {}, ())
    services, chance = outlet.chen(), random.Random(1000)
    for start in range(1, WAYBILLS + 1, _AT_ONCE):
        batch = range(start, start + _AT_ONCE)
        services.session.write(*(entry for n in batch for entry in _accepted(services, chance, n, made)))
    ids = tuple(made.codes)
    for at in range(0, WAYBILLS - IN_SHOP, _AT_ONCE):
        leaving = (ids[place] for place in range(at, at + _AT_ONCE))
        services.session.write(
            *(waybills.left(each, WaybillState.FORWARDED, services.session.clock()) for each in leaving)
        )
    services.session.sign_out()
    return Thousand(outlet, made.people, made.codes, made.numbers, ids[WAYBILLS - IN_SHOP :])


def _accepted(services: Services, chance: random.Random, n: int, made: Thousand) -> tuple[Entry, Entry]:
    session, parties = services.session, (person(chance), person(chance))
    record_id, number = chance.randbytes(16), f"YT88{n:011d}"
    waybill = acceptance.waybill(
        draft(sender=parties[0], recipient=parties[1]),
        record_id=record_id,
        number=number,
        accepted_at=session.clock(),
    )
    made.people[record_id], made.numbers[record_id] = parties, number
    return _sealed(services, waybill, made)


def _sealed(services: Services, waybill: Waybill, made: Thousand) -> tuple[Entry, Entry]:
    session = services.session
    sealed = seal(waybill, mask(waybill), outlet_id=session.outlet_id, owner_public_key=session.keys.owner_public_key)
    made.codes[waybill.record_id] = write_label_code(
        outlet_id=session.outlet_id,
        number=waybill.number,
        serial=1,
        token=sealed.token,
        checkpoint=session.store.checkpoint(),
        label_key=session.keys.label_key,
    )
    taken = label_wraps.taken(waybill.record_id, 1, LABEL_PRINTER.name)
    return waybills.accepted(sealed.waybill, sealed.wrap, {"floor": "held"}), taken


def address_of(each: PartyDraft) -> str:
    """The whole address in one line."""
    city = "" if each.city == each.province else each.city
    return f"{each.province}{city}{each.district}{each.detail}"


def fill_plain(path: Path, thousand: Thousand) -> None:
    """The same people in the plain counter program, and the same clerk."""
    rows = [
        PlainWaybill(
            thousand.numbers[record_id],
            "in shop" if record_id in thousand.in_shop else "left",
            *(Contact(each.name, each.phone, address_of(each)) for each in people),
        )
        for record_id, people in thousand.people.items()
    ]
    counter = PlainCounter(path)
    counter.found()
    counter.add_account("chen", CHEN_PASSWORD, "clerk")
    counter.enter(rows)
    counter.close()
