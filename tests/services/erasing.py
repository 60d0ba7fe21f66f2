"""Waybills and parcels that left long ago, for the tests of what is erased at the end of a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.store import activities
from tests.builders import draft

if TYPE_CHECKING:
    from outlet_app.domain.activity import Act, ActivityKind
    from outlet_app.services import Services
    from tests.outlets import Outlet


def accept(services: Services, count: int = 1) -> list[bytes]:
    """Accept made-up waybills, with labels without code; their record ids."""
    return [services.entry.accept(draft(), None).record_id for _ in range(count)]


def gone(services: Services, count: int = 1) -> list[bytes]:
    """As `accept`, and their parcels leave at once."""
    record_ids = accept(services, count)
    for record_id in record_ids:
        services.cases.forward(record_id)
    return record_ids


def later(outlet: Outlet, days: float) -> Services:
    """The owner comes so many days later and confirms the date, which is in doubt after a long pause."""
    outlet.entrance.close()
    outlet.clock.move(days=days)
    owner = outlet.owner()
    owner.date.confirm(outlet.clock())
    assert owner.session.date_is_confirmed
    return owner


def work(services: Services) -> int:
    """Empty what is due; in how many portions."""
    portions = 0
    while services.retention_round.some():
        portions += 1
    return portions


def acts(services: Services, kind: ActivityKind) -> list[Act]:
    """All acts of a kind, in order."""
    return [act for act in activities.after(services.session.store.reader, 0, 10_000) if act.kind == kind]
