"""Kills a counter that brings an older outlet up, at random moments, each time at a fresh copy of it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import soak, upgrade_aftermath
from tests.faults.upgrading import CHILD
from tests.store.old_outlets import outlet_at, schema_version

_LONGEST_S = 0.5
"""As long as both openings take on a machine that is not busy; a slower one is killed earlier in them."""


def one_round(template: Path, one: soak.Round) -> None:
    """Kill it; the next opening finishes the upgrade."""
    shutil.copytree(template, one.place)
    said = soak.killed_after((CHILD, one.place), one.moment(_LONGEST_S))
    outlet = outlet_at(one.place)
    one.seen[f"killed at version {schema_version(outlet)}"] += 1
    one.seen["with the copy"] += upgrade_aftermath.has_copy(outlet)
    one.seen["told"] += "upgraded" in said
    upgrade_aftermath.check(one.place, said)


if __name__ == "__main__":
    soak.play(upgrade_aftermath.template, one_round, "every one was finished at the next opening, nothing lost")
