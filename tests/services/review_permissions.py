"""The rows of the permission table for flags, reports and policies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import outlet_day
from outlet_app.services.report import Sayings
from outlet_app.services.reports import Reports
from tests.services.permission_table import EVERYBODY, OWNER

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from tests.outlets import Outlet
    from tests.services.permission_table import Method, Table

SERVICES: tuple[type, ...] = (Reports,)

TABLE: Table = {
    **dict.fromkeys(((Reports, "begin_check"), (Reports, "recompute"), (Reports, "day_sheet")), EVERYBODY),
    (Reports, "prints_itself"): EVERYBODY,
    (Reports, "let_print_itself"): OWNER,
}

UNGUARDED: set[Method] = {(Reports, "prints_itself")}
"""Pure, or about what the person sees already; there is nothing to permit."""


def calls(services: Services, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    """Each guarded method, once, with arguments that a person who may do it can give."""
    return _report_calls(services.reports, outlet)


def _report_calls(reports: Reports, outlet: Outlet) -> dict[Method, Callable[[], object]]:
    today, sayings = outlet_day(outlet.clock()), Sayings(act=lambda _: "")
    return {
        (Reports, "begin_check"): reports.begin_check,
        (Reports, "recompute"): reports.recompute,
        (Reports, "day_sheet"): lambda: reports.day_sheet(today, sayings),
        (Reports, "let_print_itself"): lambda: reports.let_print_itself(wanted=True),
    }
