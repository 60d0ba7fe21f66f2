"""Kills a counter that backs up and accepts, at random moments, each time at a fresh copy of the same outlet."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import backup_aftermath, soak
from tests.faults.backing_up import CHILD
from tests.outlets import Outlet, copy_of

_LONGEST_S = 1.0


def one_round(template: Outlet, one: soak.Round) -> None:
    """Kill it; every backup is whole, and nothing told is lost."""
    outlet = copy_of(template, one.place)
    backup_aftermath.choose_stick(outlet, one.place)
    said = soak.killed_after((CHILD, one.place), one.moment(_LONGEST_S))
    one.seen["backups"] += backup_aftermath.check(outlet, one.place, said)
    one.seen["told"] += "backed up" in said
    one.seen["accepted"] += said.split().count("accepted")


if __name__ == "__main__":
    soak.play(backup_aftermath.template, one_round, "every backup whole, nothing told lost")
