"""Kills an owner who acknowledges a gap, at random moments, and proves after each that it was said whole or not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import acknowledge_aftermath, soak
from tests.faults.acknowledging import CHILD
from tests.outlets import copy_of

if TYPE_CHECKING:
    from tests.outlets import Outlet

_LONGEST_S = 0.15


def one_round(template: Outlet, one: soak.Round) -> None:
    """Kill him, and look at what he left."""
    outlet = copy_of(template, one.place)
    said = "acknowledged" in soak.killed_after((CHILD, one.place), one.moment(_LONGEST_S))
    counts = acknowledge_aftermath.check(outlet)
    assert counts or not said
    one.seen.update({"confirmed": int(said), "counts, not yet confirmed": int(counts and not said)})


if __name__ == "__main__":
    soak.play(acknowledge_aftermath.make_gap, one_round, "each said whole or not at all")
