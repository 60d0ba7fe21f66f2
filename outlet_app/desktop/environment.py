"""The variables that another program may have planted for us."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_PLANTED = ("PYTHON", "LD_", "DYLD_")


def forget_planted_paths(environment: MutableMapping[str, str] = os.environ) -> tuple[str, ...]:
    """Remove the variables by which another program could load its code into ours, and name what was removed.

    Must run before Qt is imported. Children inherit the clean environment.
    """
    planted = tuple(
        name
        for name in environment
        if name.upper().startswith(_PLANTED) or (name.upper().startswith("QT_") and "PLUGIN" in name.upper())
    )
    for name in planted:
        del environment[name]
    return planted
