"""The kept outlets of every schema version, each in a folder of its own, as a program started today finds it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from outlet_app.paths import OutletPlace
from outlet_app.services.entrance import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.store import schema
from outlet_app.store.connection import open_database
from tests.outlets import QUICK, Clock, Outlet
from tests.services.wrecking import database_of, key_of

OLD = Path(__file__).parent / "old"
VERSIONS = sorted(int(folder.name.removeprefix("version-")) for folder in OLD.iterdir() if folder.is_dir())
LATEST = len(schema.shipped_steps())


def old_outlet(version: int, folder: Path) -> Outlet:
    """The outlet of that version, an hour after its last work."""
    shutil.copytree(OLD / f"version-{version}", folder, dirs_exist_ok=True)
    return outlet_at(folder)


def outlet_at(folder: Path) -> Outlet:
    """The old outlet in `folder`, whatever was done to it since."""
    about = json.loads((folder / "about.json").read_text())
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False, cost=QUICK)
    clock = Clock()
    clock.move(hours=1)
    owner, chen, lin = (bytes.fromhex(about[name]) for name in ("owner", "chen", "lin"))
    return Outlet(Entrance(keys, clock=clock), keys, clock, owner, chen, lin, about["card"])


def schema_version(outlet: Outlet) -> int:
    """The version that its closed database says it has."""
    database = open_database(database_of(outlet), key_of(outlet))
    try:
        return database.reader.number("PRAGMA user_version")
    finally:
        database.close()
