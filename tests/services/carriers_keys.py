"""Carriers with keys of their own, and lists closed for them, for the tests of sealed hand-over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.sealing import handover_file, suite
from outlet_app.sealing.handover_key import fingerprint, key_mark, write_public_key
from outlet_app.sealing.open_handover import open_record
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.sealing.details import Details
    from outlet_app.services.admission import Services
    from outlet_app.services.entry import Accepted
    from tests.outlets import Outlet

YTO, NEWER, STRANGER = (suite.OpeningKey(letter * 32) for letter in (b"y", b"n", b"s"))
TEXT, PRINT = write_public_key(YTO.public_key), fingerprint(YTO.public_key)


def name_key(outlet: Outlet, owner: Services, key: suite.OpeningKey = YTO, carrier: str = "yto") -> None:
    """The owner names a carrier's key, as he has it from the carrier's paper."""
    text, print_ = write_public_key(key.public_key), fingerprint(key.public_key)
    owner.carrier_keys.set_key(carrier, text, print_, password=OWNER_PASSWORD, card=outlet.card)


def withdraw(outlet: Outlet, owner: Services, carrier: str = "yto") -> None:
    owner.carrier_keys.withdraw_key(carrier, password=OWNER_PASSWORD, card=outlet.card)


def key_in_force(outlet: Outlet, key: suite.OpeningKey = YTO) -> Services:
    """A carrier's key is in force: named yesterday. Who comes back is the owner, signed in today."""
    owner = outlet.owner()
    name_key(outlet, owner, key)
    owner.session.sign_out()
    outlet.clock.move(hours=24)
    return outlet.owner()


def accept(services: Services, **changes: object) -> Accepted:
    return services.entry.accept(draft(**changes), LABEL_PRINTER)


def close_list(services: Services, *accepted: Accepted, carrier: str = "yto") -> bytes:
    """All of these on the carrier's list, which is closed; its id."""
    for each in accepted:
        services.hand_over.put_on(carrier, each.number, typed=False)
    (standing,) = (each for each in services.hand_over.lists() if each.carrier == carrier)
    services.hand_over.close(standing.list_id, None)
    return standing.list_id


def choose(services: Services, folder: Path) -> None:
    services.sealed_handover.choose_folder(services.sealed_handover.try_folder(folder))


def opened(path: Path, *keys: suite.OpeningKey) -> dict[str, Details]:
    """What the carrier reads, by waybill number."""
    file = handover_file.decode(path.read_bytes(), path)
    by_mark = {key_mark(key.public_key): key for key in keys}
    return {
        record.number: open_record(record, by_mark[record.key_mark], outlet_id=file.head.outlet_id)
        for record in file.records
        if record.key_mark in by_mark
    }
