"""Damages random pages of an outlet and kills its owner at random moments while he saves it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.errors import FileDamaged, StatementRefused
from tests.faults import salvage_aftermath, soak, staff_aftermath
from tests.faults.salvaging import CHILD
from tests.outlets import Outlet, copy_of
from tests.services.wrecking import PAGE, database_of, flip

if TYPE_CHECKING:
    import random

_LONGEST_S = 3.0
_MOST_PAGES = 4


def make(folder: Path) -> Outlet:
    """A sound outlet; each round damages a copy of it in another way."""
    outlet = staff_aftermath.template(folder)
    outlet.entrance.close()
    return outlet


def one_round(template: Outlet, one: soak.Round) -> None:
    """Damage it, kill him, save it where that was not finished; what is there then is what was written."""
    outlet = copy_of(template, one.place)
    _damage(outlet, one.chance)
    said = soak.killed_after((CHILD, one.place), one.moment(_LONGEST_S), may_fail=True)
    one.seen["agreed"] += "agreed" in said
    one.seen[_outcome(outlet)] += 1


def _damage(outlet: Outlet, chance: random.Random) -> None:
    pages = database_of(outlet).stat().st_size // PAGE
    for page in chance.sample(range(1, pages + 1), chance.randint(1, _MOST_PAGES)):
        flip(database_of(outlet), page, at=chance.randrange(16, PAGE))


def _outcome(outlet: Outlet) -> str:
    outlet = staff_aftermath.reopened(outlet)
    if outlet.keys.key_file().epoch == 1:
        try:
            salvage_aftermath.save(outlet)
        except (FileDamaged, StatementRefused):
            return "needs a backup"
    return "saved, a row refused" if salvage_aftermath.check_rows(outlet) else "saved"


if __name__ == "__main__":
    soak.play(make, one_round, "none gives other data")
