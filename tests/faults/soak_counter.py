"""Kills a whole counter at random moments, from sign-in on, the same outlet going on after each."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import counters_end, soak

_SIGN_IN_S, _SERVING_S = 0.6, 0.5
_MOST_KEPT = 700


@dataclass
class Shop:
    """The outlet that goes on, in a folder of its own among `folder`, and how many waybills it has."""

    folder: Path
    counter: counters_end.Counter
    kept: int = 0


def make(folder: Path) -> Shop:
    """The first outlet."""
    return Shop(folder, counters_end.make_counter(folder / "0"))


def one_round(shop: Shop, one: soak.Round) -> None:
    """Kill so long after the first confirmed waybill, or so long after the sign-in began."""
    serving, counter = one.number % 4 > 0, shop.counter
    command = (counters_end.CHILD, counter.folder, counter.outlet.chen_id.hex(), 0)
    moment = one.moment(_SERVING_S if serving else _SIGN_IN_S)
    told = counters_end.confirmed(soak.killed_after(command, moment, ready="ready", first=serving))
    now = counters_end.check(counter, told)
    one.seen.update({"confirmed": len(told), "committed, not yet confirmed": now - shop.kept - len(told)})
    shop.kept = now
    if now > _MOST_KEPT:
        shop.counter, shop.kept = counters_end.make_counter(shop.folder / str(one.number + 1)), 0


if __name__ == "__main__":
    soak.play(make, one_round, "0 lost, 0 half")
