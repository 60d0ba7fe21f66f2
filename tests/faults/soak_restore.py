"""Kills an owner who restores or recovers, at random moments: `python tests/faults/soak_restore.py [rounds]`."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import restore_aftermath
from tests.faults.restoring import CHILD
from tests.outlets import copy_of

ROUNDS = 200
_LONGEST_S = {"restore": 1.2, "recover": 0.6}


def main(rounds: int) -> None:
    """Kill `rounds` times, each time at a fresh copy of the same PC, and check it."""
    chance = random.Random(rounds)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        template = restore_aftermath.template(Path(folder) / "template")
        for number in range(rounds):
            work = chance.choice(tuple(_LONGEST_S))
            place = Path(folder) / str(number)
            outlet = copy_of(template, place)
            former = (outlet.place.folder / "outlet-1.db").read_bytes()
            said = _one_round(place, work, chance.uniform(0, _LONGEST_S[work]))
            if work == "restore":
                counts = restore_aftermath.check_restore(place, outlet, former)
            else:
                counts = restore_aftermath.check_recovery(place, outlet)
            assert counts or "red" not in said
            seen[work] += 1
            seen[f"{work} in force"] += counts
            shutil.rmtree(place)
    counts_told = ", ".join(f"{what} {count}" for what, count in sorted(seen.items()))
    sys.stdout.write(f"{rounds} kills, always the former outlet or the restored one, whole; {counts_told}\n")


def _one_round(place: Path, work: str, seconds: float) -> str:
    with subprocess.Popen(
        [sys.executable, CHILD, place, work], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as owner:
        assert owner.stdout is not None
        opened = owner.stdout.readline()
        time.sleep(seconds)
        owner.kill()
        rest, errors = owner.communicate()
    if opened != b"open\n" or errors:
        raise SystemExit(errors.decode())
    return rest.decode()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
