"""The rows of the permission table for flags, reports and policies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from tests.outlets import Outlet
    from tests.services.permission_table import Method, Table

SERVICES: tuple[type, ...] = ()

TABLE: Table = {}

UNGUARDED: set[Method] = set()
"""Pure, or about what the person sees already; there is nothing to permit."""


def calls(_services: Services, _outlet: Outlet) -> dict[Method, Callable[[], object]]:
    """Each guarded method, once, with arguments that a person who may do it can give."""
    return {}
