"""Where things lie: shipped resources, the outlet's folder, and the places beside it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """A shipped resource by its path inside `resources/`, installed, frozen or in a source tree.

    Raises FileNotFoundError when it was not shipped.
    """
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = root / name
        if path.exists():
            return path
    msg = f"resource {name} was not shipped"
    raise FileNotFoundError(msg)


def data_folder() -> Path:
    """The folder of this person's outlet: database, key file."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "OutletApp" / "outlet"
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "outlet-app" / "outlet"


def state_folder() -> Path:
    """The second place, outside the data folder: key file copy, near checkpoint, waits after failed sign-ins, log."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "OutletApp" / "state"
    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "outlet-app"
