"""What must hold of an older outlet after its program was killed while it was brought up."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.activity import ActivityKind
from outlet_app.services.record_check import RecordState
from outlet_app.store import activities, upgrade, waybills
from tests.builders import draft
from tests.outlets import LABEL_PRINTER
from tests.services.wrecking import database_of
from tests.store.old_outlets import LATEST, OLD, old_outlet, outlet_at

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet

BEFORE = (OLD / "version-1" / "outlet" / "outlet-1.db").read_bytes()


def template(folder: Path) -> Path:
    """The outlet of version 1, and beside it what the child must know."""
    old_outlet(1, folder)
    return folder


def check(folder: Path, said: str) -> None:
    """The next opening finishes what was begun: the latest version, all rows, one act, and the copy until a day on."""
    outlet = outlet_at(folder)
    tidied = "tidied" in said
    copies = [copy.path.read_bytes() for copy in upgrade.kept(database_of(outlet))]
    assert copies in ([], [BEFORE]), "the copy is not what was there before"
    outlet.clock.move(days=1 if copies == [] else 0)
    _check_whole(outlet.chen(), folder)
    outlet.entrance.close()
    assert not tidied or copies == []
    outlet.clock.move(days=1)
    _check_whole(outlet.chen(), folder)
    assert not list(outlet.place.folder.glob("*before*"))
    outlet.entrance.close()


def _check_whole(chen: Services, folder: Path) -> None:
    about = json.loads((folder / "about.json").read_text())
    reader = chen.session.store.reader
    assert reader.number("PRAGMA user_version") == LATEST
    rows = reader.rows(lambda row: bytes(row[0]), "SELECT record_id FROM waybills")
    assert len([waybills.sealed(reader, record_id) for record_id in rows]) >= about["waybills"]
    kinds = [act.kind for act in activities.after(reader, 0, 10_000)]
    assert kinds.count(ActivityKind.UPGRADED) == 1
    while chen.session.verify_some():
        pass
    assert chen.session.record_state() is RecordState.GOOD
    assert reader.rows(tuple, "PRAGMA integrity_check") == [("ok",)]
    chen.entry.accept(draft(), LABEL_PRINTER)


def has_copy(outlet: Outlet) -> bool:
    """Whether the copy from before stands beside."""
    return bool(upgrade.kept(database_of(outlet)))
