"""What must hold of a damaged outlet that its owner saved, or was killed while he did."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.errors import HistoryBroken
from outlet_app.services.record_check import RecordState
from outlet_app.services.salvage import Salvage
from outlet_app.store import activities, waybills
from tests.faults import staff_aftermath
from tests.outlets import OWNER_PASSWORD, Outlet
from tests.services.wrecking import act_hash, damage


def template(folder: Path) -> Outlet:
    """An outlet that lost a page of its record, and beside it what the child must know."""
    outlet = staff_aftermath.template(folder)
    outlet.entrance.close()
    damage(outlet, act_hash(outlet, 0.4))
    return outlet


def save(outlet: Outlet) -> None:
    """Save what can be saved, and agree to the loss. Raises as `Salvage.save`."""
    salvage = Salvage(outlet.keys, outlet.entrance, outlet.clock)
    salvage.save(outlet.owner_id, OWNER_PASSWORD, outlet.card, lambda _: None)
    salvage.agree()
    outlet.entrance.close()


def check_saved(outlet: Outlet, damaged: bytes) -> None:
    """Everybody works on with what was saved, and the damaged file, whose bytes these are, still lies there."""
    for person in (outlet.chen, outlet.lin):
        services = person()
        while services.session.verify_some():
            pass
        assert services.session.record_state() is RecordState.GOOD
        assert len(activities.holes(services.session.store.reader)) == 1
        outlet.entrance.close()
    assert damaged in {path.read_bytes() for path in outlet.place.folder.glob("set-aside-*.db")}
    assert not list(outlet.place.folder.glob("restore-*"))


def check_rows(outlet: Outlet) -> int:
    """All that is there is what was written; how many rows are refused, because their acts are lost."""
    lin = outlet.lin()
    while lin.session.verify_some():
        pass
    assert lin.session.record_state() is RecordState.GOOD
    reader = lin.session.store.reader
    refused = 0
    for record_id in reader.rows(lambda row: bytes(row[0]), "SELECT record_id FROM waybills"):
        try:
            waybills.sealed(reader, record_id)
        except HistoryBroken:  # its acts are lost, and the index that would have told so as well
            refused += 1
    outlet.entrance.close()
    return refused
