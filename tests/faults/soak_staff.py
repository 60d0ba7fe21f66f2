"""Kills an owner who invites or dismisses, at random moments, each time at a fresh copy of the same outlet."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.activity import ActivityKind
from tests.faults import soak, staff_aftermath
from tests.faults.staffing import CHILD
from tests.outlets import Outlet, copy_of

_LONGEST_S = {"invite": 0.4, "dismiss": 0.8}
_TOLD = (ActivityKind.DISMISSED, ActivityKind.KEY_ROTATED)


def one_round(template: Outlet, one: soak.Round) -> None:
    """Kill him; nobody else is kept out, and nothing told is lost."""
    work = one.chance.choice(tuple(_LONGEST_S))
    outlet = copy_of(template, one.place)
    said = soak.killed_after((CHILD, one.place, work), one.moment(_LONGEST_S[work]))
    kinds = staff_aftermath.check(outlet, said)
    one.seen["confirmed"] += any(word in said for word in ("invited", "dismissed"))
    one.seen.update(kind.value for kind in _TOLD if kind in kinds)


if __name__ == "__main__":
    soak.play(staff_aftermath.template, one_round, "nobody kept out, nothing told lost")
