"""What an owner leaves who was killed while he acknowledged a gap: all of it said, or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from outlet_app.services.session import RecordState
from outlet_app.store import near_checkpoint
from tests.outlets import Outlet, make_outlet
from tests.services.scanning import acknowledge, check_all

if TYPE_CHECKING:
    from pathlib import Path

_LOST = 5


def make_gap(folder: Path) -> Outlet:
    """An outlet whose checkpoint beside knows of five acts that its record lacks."""
    outlet = make_outlet(folder)
    near = near_checkpoint.read(outlet.place.near_checkpoint)
    assert near is not None
    near_checkpoint.write(outlet.place.near_checkpoint, replace(near, n=near.n + _LOST, chain_hash=bytes(32)))
    (folder / "owner").write_text(f"{outlet.owner_id.hex()} {outlet.card}")
    return outlet


def check(outlet: Outlet) -> bool:
    """Whether the acknowledgement counts; everybody gets in, and where it does not count it can be said now."""
    outlet.chen().session.sign_out()
    owner = outlet.owner()
    check_all(owner)
    said = owner.scans.acknowledged()
    assert owner.session.record_state() is (RecordState.GOOD if said else RecordState.BROKEN)
    acknowledge(outlet, owner)
    check_all(owner)
    assert owner.session.record_state() is RecordState.GOOD
    assert len(owner.scans.acknowledged()) == 1
    outlet.entrance.close()
    return bool(said)
