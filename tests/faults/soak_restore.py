"""Kills an owner who restores or recovers, at random moments, each time at a fresh copy of the same PC."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import restore_aftermath, soak
from tests.faults.restoring import CHILD
from tests.outlets import Outlet, copy_of

_LONGEST_S = {"restore": 1.2, "recover": 0.6}


def one_round(template: Outlet, one: soak.Round) -> None:
    """Kill him; the former outlet or the restored one is there, whole."""
    work = one.chance.choice(tuple(_LONGEST_S))
    outlet = copy_of(template, one.place)
    former = (outlet.place.folder / "outlet-1.db").read_bytes()
    said = soak.killed_after((CHILD, one.place, work), one.moment(_LONGEST_S[work]))
    if work == "restore":
        counts = restore_aftermath.check_restore(one.place, outlet, former)
    else:
        counts = restore_aftermath.check_recovery(one.place, outlet)
    assert counts or "red" not in said
    one.seen.update({work: 1, f"{work} in force": counts})


if __name__ == "__main__":
    soak.play(restore_aftermath.template, one_round, "always the former outlet or the restored one, whole")
