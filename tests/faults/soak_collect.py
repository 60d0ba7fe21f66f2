"""Kills a counter that shelves and gives out without pause, at random moments, the same outlet going on after each."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import collect_aftermath, soak

_LONGEST_S = 0.25


def one_round(shelf: collect_aftermath.Shelf, one: soak.Round) -> None:
    """Kill it, and hold what it told against rows, acts and money."""
    said = soak.killed_after((collect_aftermath.CHILD, shelf.folder, 0), one.moment(_LONGEST_S))
    one.seen.update(collect_aftermath.check(shelf, said))


if __name__ == "__main__":
    soak.play(collect_aftermath.make_shelf, one_round, "nothing told that is not so, nothing half")
