"""Kills an owner who replaces his keys, at random moments, each time at a fresh copy of the same outlet."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import rekeying_aftermath, soak
from tests.faults.rekeying import CHILD
from tests.outlets import copy_of

_LONGEST_S = {"seed": 1.6, "key": 0.8, "card": 0.5}
"""As long as the work takes on a machine that is not busy; a slower one is killed earlier in it."""


def one_round(template: rekeying_aftermath.Template, one: soak.Round) -> None:
    """Kill him; everybody signs in, and one set of papers opens everything."""
    work = one.chance.choice(("seed", "seed", "key", "card"))
    outlet = copy_of(template.outlet, one.place)
    said = soak.killed_after((CHILD, one.place, work), one.moment(_LONGEST_S[work]))
    replaced = rekeying_aftermath.check(template, outlet, one.place, work)
    assert replaced or "replaced" not in said, "what was told is lost"
    one.seen.update({work: 1, f"{work} in force": replaced, f"{work} told": "replaced" in said})


if __name__ == "__main__":
    soak.play(rekeying_aftermath.template, one_round, "everybody signs in, one set of papers opens everything")
