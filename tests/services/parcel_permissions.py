"""The rows of the permission table for arrivals, collection, hand-over, odd cases, carriers and the day's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import outlet_day
from outlet_app.services.day_end import DayEnd
from tests.services import arrival_permissions
from tests.services.permission_table import EVERYBODY

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from tests.outlets import Outlet
    from tests.services.permission_table import Method, Table

SERVICES: tuple[type, ...] = (*arrival_permissions.SERVICES, DayEnd,)

TABLE: Table = {
    **arrival_permissions.TABLE,
    (DayEnd, "days"): EVERYBODY,
    (DayEnd, "account"): EVERYBODY,
    (DayEnd, "count_cash"): EVERYBODY,
    (DayEnd, "end_day"): EVERYBODY,
}

UNGUARDED: set[Method] = {*arrival_permissions.UNGUARDED}
"""Pure, or about what the person sees already; there is nothing to permit."""


def calls(services: Services, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    """Each guarded method, once, with arguments that a person who may do it can give."""
    return {
        **arrival_permissions.calls(services),
        **_of_day_end(services, outlet),
    }


def _of_day_end(services: Services, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    desk = services.day_end
    return {
        (DayEnd, "days"): desk.days,
        (DayEnd, "account"): lambda: desk.account(outlet_day(outlet.clock())),
        (DayEnd, "count_cash"): lambda: desk.count_cash(0),
        (DayEnd, "end_day"): desk.end_day,
    }
