"""The rows of the permission table for carriers' keys and sealed hand-over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import outlet_day
from outlet_app.services.carrier_key_desk import CarrierKeyDesk
from outlet_app.services.sealed_handover import HandoverFolder, SealedHandOver
from outlet_app.store import handover_files
from tests.outlets import CHEN_PASSWORD
from tests.services import handing
from tests.services.carriers_keys import PRINT, TEXT
from tests.services.permission_table import EVERYBODY, OWNER

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from tests.outlets import Outlet
    from tests.services.permission_table import Method, Table

SERVICES: tuple[type, ...] = (CarrierKeyDesk, SealedHandOver)

TABLE: Table = {
    **dict.fromkeys(((CarrierKeyDesk, name) for name in ("standing", "outlet_fingerprint", "check")), EVERYBODY),
    **dict.fromkeys(((CarrierKeyDesk, name) for name in ("set_key", "withdraw_key")), OWNER),
    **dict.fromkeys(
        ((SealedHandOver, name) for name in ("folder", "is_due", "due", "begin", "gather", "write", "note", "make")),
        EVERYBODY,
    ),
    **dict.fromkeys(((SealedHandOver, name) for name in ("try_folder", "choose_folder")), OWNER),
}

UNGUARDED: set[Method] = {(CarrierKeyDesk, "check")}
"""Pure."""

BEGUN_BEFORE: set[Method] = {(SealedHandOver, name) for name in ("gather", "write", "note")}
"""What was begun before a lock ends after it."""


def calls(services: Services, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    """Each guarded method, once, with arguments that a person who may do it can give."""
    keys, desk = services.carrier_keys, services.sealed_handover
    stick = outlet.place.folder.parent / "carriers-stick"
    stick.mkdir(exist_ok=True)
    handing.handed_over(services)
    closed = services.hand_over.closed(outlet_day(outlet.clock()))[-1]
    services.session.write(handover_files.folder_chosen(services.session.store.reader, str(stick)))
    order = desk.gather(desk.begin(closed.list_id))
    written = desk.write(order)
    proof = {"password": CHEN_PASSWORD, "card": outlet.card}
    return {
        (CarrierKeyDesk, "standing"): keys.standing,
        (CarrierKeyDesk, "outlet_fingerprint"): keys.outlet_fingerprint,
        (CarrierKeyDesk, "set_key"): lambda: keys.set_key("yto", TEXT, PRINT, **proof),
        (CarrierKeyDesk, "withdraw_key"): lambda: keys.withdraw_key("yto", **proof),
        (SealedHandOver, "folder"): desk.folder,
        (SealedHandOver, "try_folder"): lambda: desk.try_folder(stick),
        (SealedHandOver, "choose_folder"): lambda: desk.choose_folder(HandoverFolder(stick, 0)),
        (SealedHandOver, "is_due"): lambda: desk.is_due(closed.list_id),
        (SealedHandOver, "due"): desk.due,
        (SealedHandOver, "begin"): lambda: desk.begin(closed.list_id),
        (SealedHandOver, "gather"): lambda: desk.gather(order),
        (SealedHandOver, "write"): lambda: desk.write(order),
        (SealedHandOver, "note"): lambda: desk.note(written),
        (SealedHandOver, "make"): lambda: desk.make(closed.list_id),
    }
