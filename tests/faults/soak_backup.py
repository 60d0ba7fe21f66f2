"""Kills a counter that backs up and accepts, at random moments: `python tests/faults/soak_backup.py [rounds]`."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import backup_aftermath
from tests.faults.backing_up import CHILD
from tests.outlets import copy_of

ROUNDS = 200
_LONGEST_S = 1.0


def main(rounds: int) -> None:
    """Kill `rounds` times, each time at a fresh copy of the same outlet, and check it."""
    chance = random.Random(rounds)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        template = backup_aftermath.template(Path(folder) / "template")
        for number in range(rounds):
            place = Path(folder) / str(number)
            outlet = copy_of(template, place)
            backup_aftermath.choose_stick(outlet, place)
            said = _one_round(place, chance.uniform(0, _LONGEST_S))
            seen["backups"] += backup_aftermath.check(outlet, place, said)
            seen["told"] += "backed up" in said
            seen["accepted"] += said.split().count("accepted")
    counts = ", ".join(f"{name} {seen[name]}" for name in ("accepted", "told", "backups"))
    sys.stdout.write(f"{rounds} kills, every backup whole, nothing told lost; {counts}\n")


def _one_round(place: Path, seconds: float) -> str:
    with subprocess.Popen([sys.executable, CHILD, place], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as counter:
        assert counter.stdout is not None
        opened = counter.stdout.readline()
        time.sleep(seconds)
        counter.kill()
        rest, errors = counter.communicate()
    if opened != b"open\n" or errors:
        raise SystemExit(errors.decode())
    return rest.decode()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
