"""What the tests of canaries share: what their owner sees, and what stands in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.store import activities

if TYPE_CHECKING:
    from outlet_app.services import Services
    from outlet_app.services.canaries import CanaryView

NOTE = "货架 B 上层"


def the_one(services: Services) -> CanaryView:
    (view,) = services.canaries.marked().canaries
    return view


def seen(services: Services) -> list[tuple[str, str, int]]:
    """Who was at a canary, what his gravest look was, and how many there were."""
    return [(view.person, str(view.flag.facts["look"]), view.flag.count) for view in services.flags.canary_flags()]


def newest(services: Services) -> tuple[str, bytes | None, str]:
    act = activities.newest(services.session.store.reader)
    assert act is not None
    return act.kind, act.record_id, act.detail
