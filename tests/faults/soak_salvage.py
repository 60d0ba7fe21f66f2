"""Damages random pages of an outlet and kills its owner at random moments while he saves it.

`python tests/faults/soak_salvage.py [rounds]`.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.errors import FileDamaged, HistoryBroken, StatementRefused
from outlet_app.services.record_check import RecordState
from outlet_app.services.salvage import Salvage
from outlet_app.store import waybills
from tests.faults import staff_aftermath
from tests.faults.salvaging import CHILD
from tests.outlets import OWNER_PASSWORD, Outlet, copy_of
from tests.services.wrecking import PAGE, database_of, flip

ROUNDS = 200
_LONGEST_S = 3.0
_MOST_PAGES = 4


def main(rounds: int) -> None:
    """Damage and kill `rounds` times, each time a fresh copy of the same outlet, and check what is left of it."""
    chance = random.Random(rounds)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        template = staff_aftermath.template(Path(folder) / "template")
        template.entrance.close()
        for number in range(rounds):
            place = Path(folder) / str(number)
            outlet = copy_of(template, place)
            _damage(outlet, chance)
            said = _one_round(place, chance.uniform(0, _LONGEST_S))
            seen["agreed"] += "agreed" in said
            seen[_check(outlet)] += 1
    counts = ", ".join(f"{name} {count}" for name, count in sorted(seen.items()))
    sys.stdout.write(f"{rounds} kills of damaged outlets, none gives other data; {counts}\n")


def _damage(outlet: Outlet, chance: random.Random) -> None:
    pages = database_of(outlet).stat().st_size // PAGE
    for page in chance.sample(range(1, pages + 1), chance.randint(1, _MOST_PAGES)):
        flip(database_of(outlet), page, at=chance.randrange(16, PAGE))


def _one_round(place: Path, seconds: float) -> str:
    with subprocess.Popen([sys.executable, CHILD, place], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        owner.stdout.readline()
        time.sleep(seconds)
        owner.kill()
        rest, _ = owner.communicate()
    return rest.decode()


def _check(outlet: Outlet) -> str:
    """Save it where that was not finished, then prove that all that is there is what was written."""
    outlet = staff_aftermath.reopened(outlet)
    if outlet.keys.key_file().epoch == 1:
        salvage = Salvage(outlet.keys, outlet.entrance, outlet.clock)
        try:
            salvage.save(outlet.owner_id, OWNER_PASSWORD, outlet.card, lambda _: None)
        except (FileDamaged, StatementRefused):
            return "needs a backup"
        salvage.agree()
        outlet.entrance.close()
    lin = outlet.lin()
    while lin.session.verify_some():
        pass
    assert lin.session.record_state() is RecordState.GOOD
    reader = lin.session.store.reader
    refused = 0
    for record_id in reader.rows(lambda row: bytes(row[0]), "SELECT record_id FROM waybills"):
        try:
            waybills.sealed(reader, record_id)
        except HistoryBroken:  # its acts are lost, and the index that would have told so as well
            refused += 1
    outlet.entrance.close()
    return "saved, a row refused" if refused else "saved"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
