"""The rows of the permission table for arrivals and collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.arrived_parcel import RefusalReason
from outlet_app.services.arrivals import Arrivals
from outlet_app.services.collection import Collection
from outlet_app.services.find import Find
from tests.outlets import LABEL_PRINTER
from tests.services.arriving import arrival, arrive
from tests.services.permission_table import EVERYBODY, OWNER

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from tests.services.permission_table import Method, Table

SERVICES: tuple[type, ...] = (Arrivals, Collection)

_INSTANT = ("carriers", "likely_carriers", "check", "hints", "days_waiting")

TABLE: Table = {
    **dict.fromkeys(((Arrivals, name) for name in _INSTANT), EVERYBODY),
    (Arrivals, "shelves"): EVERYBODY,
    (Arrivals, "look"): EVERYBODY,
    (Arrivals, "came_back"): EVERYBODY,
    (Arrivals, "register"): EVERYBODY,
    (Arrivals, "latest"): EVERYBODY,
    (Arrivals, "overdue"): EVERYBODY,
    (Arrivals, "waiting"): EVERYBODY,
    (Arrivals, "refused"): EVERYBODY,
    (Arrivals, "correct"): EVERYBODY,
    (Arrivals, "move"): EVERYBODY,
    (Arrivals, "undo"): EVERYBODY,
    (Arrivals, "print_again"): EVERYBODY,
    (Arrivals, "preview"): EVERYBODY,
    (Collection, "asks_digits"): EVERYBODY,
    (Collection, "days_waiting"): EVERYBODY,
    (Collection, "give_out"): EVERYBODY,
    (Collection, "undo"): EVERYBODY,
    (Collection, "refuse"): EVERYBODY,
    (Collection, "forward"): EVERYBODY,
    (Collection, "lose"): OWNER,
    (Find, "open_parcel"): EVERYBODY,
}

UNGUARDED: set[Method] = {
    *((Arrivals, name) for name in _INSTANT),
    *((Collection, "asks_digits"), (Collection, "days_waiting")),
}
"""Pure, or about what the person sees already."""


def calls(services: Services) -> dict[Method, Callable[[], object]]:
    """Each guarded method, once."""
    arrivals, collection = services.arrivals, services.collection
    here, slip, out, refused, forwarded, lost = (
        arrive(services, f"SF123456789012{step}").record_id for step in range(6)
    )
    collection.give_out(out, "5678", cash_taken=False)
    return {
        (Arrivals, "shelves"): arrivals.shelves,
        (Arrivals, "look"): lambda: arrivals.look("SF1234567890120"),
        (Arrivals, "came_back"): lambda: arrivals.came_back("SF1234567890120"),
        (Arrivals, "register"): lambda: arrive(services, "SF1234567890199"),
        (Arrivals, "latest"): arrivals.latest,
        (Arrivals, "overdue"): arrivals.overdue,
        (Arrivals, "waiting"): lambda: arrivals.waiting(0),
        (Arrivals, "refused"): arrivals.refused,
        (Arrivals, "correct"): lambda: arrivals.correct(here, arrival("SF1234567890120", tail="1234")),
        (Arrivals, "move"): lambda: arrivals.move(here, "16", None),
        (Arrivals, "undo"): lambda: arrivals.undo(slip),
        (Arrivals, "print_again"): lambda: arrivals.print_again(here, LABEL_PRINTER),
        (Arrivals, "preview"): lambda: arrivals.preview(arrival()),
        (Collection, "undo"): lambda: collection.undo(out),
        (Collection, "refuse"): lambda: collection.refuse(refused, RefusalReason.NOT_WANTED),
        (Collection, "forward"): lambda: collection.forward(forwarded),
        (Collection, "lose"): lambda: collection.lose(lost),
        (Collection, "give_out"): lambda: collection.give_out(here, "1234", cash_taken=False),
        (Find, "open_parcel"): lambda: services.find.open_parcel(here),
    }
