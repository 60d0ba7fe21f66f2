"""Kills a counter that reveals without pause, at random moments, the same outlet going on after each."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import revealed, soak

_LONGEST_S = 0.25
_WAYS = ("scan", "form", "owner")


def one_round(shop: revealed.Shop, one: soak.Round) -> None:
    """Kill it, and hold what it showed against the record."""
    way = _WAYS[one.number % len(_WAYS)]
    folder = shop.outlet.place.folder.parent
    seen = revealed.shown(soak.killed_after((revealed.CHILD, folder, way, 0), one.moment(_LONGEST_S)))
    acts = revealed.check(shop, seen)
    one.seen.update({"shown": len(seen), "recorded, not yet shown": acts - len(seen)})


if __name__ == "__main__":
    soak.play(revealed.make_shop, one_round, "nothing shown that is not recorded")
