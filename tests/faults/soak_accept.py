"""Kills a counter that accepts without pause, at random moments, the same outlet going on after each."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import aftermath, soak

_LONGEST_S = 0.25
_MOST_KEPT = 3000


@dataclass
class Counter:
    """The outlet's database, and how many waybills are in it."""

    path: Path
    kept: int = 0


def make(folder: Path) -> Counter:
    """A folder in which the first child founds the outlet."""
    folder.mkdir()
    return Counter(folder / "outlet.db")


def one_round(counter: Counter, one: soak.Round) -> None:
    """Kill it, and check everything that it ever confirmed."""
    said = soak.killed_after((aftermath.CHILD, counter.path, 0), one.moment(_LONGEST_S))
    told = aftermath.confirmed(said)
    kept = aftermath.check(counter.path, told) + 1
    one.seen.update({"confirmed": len(told), "committed, not yet confirmed": kept - 1 - counter.kept - len(told)})
    counter.kept = kept
    if kept > _MOST_KEPT:
        counter.path.unlink()
        counter.kept = 0


if __name__ == "__main__":
    soak.play(make, one_round, "0 lost")
