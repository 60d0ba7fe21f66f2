"""Kills a counter that fills and closes hand-over lists without pause, the same outlet going on for some rounds."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import soak, truck_aftermath
from tests.outlets import Outlet, copy_of, make_outlet

_LONGEST_S = 0.6
_ROUNDS_OF_ONE = 10
"""Then the outlet as it was founded is taken anew: its lists are all checked after each round."""


@dataclass
class Shop:
    """The outlet as it was founded, and the copy that is worked on."""

    template: Outlet
    outlet: Outlet
    folder: Path


def make(folder: Path) -> Shop:
    """Found the outlet."""
    template = make_outlet(folder / "template")
    return Shop(template, template, folder)


def one_round(shop: Shop, one: soak.Round) -> None:
    """Kill it, and check all lists there are."""
    if one.number % _ROUNDS_OF_ONE == 0:
        shop.outlet = copy_of(shop.template, shop.folder / f"from-{one.number}")
    folder = shop.outlet.place.folder.parent
    command = (truck_aftermath.CHILD, folder, shop.outlet.chen_id.hex(), 0)
    said = truck_aftermath.told(soak.killed_after(command, one.moment(_LONGEST_S)))
    seen = truck_aftermath.check(shop.outlet, said)
    one.seen.update({"parcels told on": len(said.on), "lists told closed": len(said.closed)})
    one.seen.update({"left on an open list": seen["on open lists"]})


if __name__ == "__main__":
    soak.play(make, one_round, "nothing on a list lost, no list half closed, no wrap of what left")
