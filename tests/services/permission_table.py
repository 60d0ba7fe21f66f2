"""What the parts of the permission table share."""

from __future__ import annotations

import inspect

from outlet_app.domain.account import Role

Method = tuple[type, str]
Table = dict[Method, frozenset[Role]]

EVERYBODY = frozenset({Role.CLERK, Role.OWNER})
OWNER = frozenset({Role.OWNER})


def public_methods(service: type) -> set[Method]:
    return {(service, name) for name, _ in inspect.getmembers(service, inspect.isfunction) if not name.startswith("_")}
