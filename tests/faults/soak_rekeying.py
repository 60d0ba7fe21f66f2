"""Kills an owner who replaces his keys, at random moments: `python tests/faults/soak_rekeying.py [rounds]`."""

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

from tests.faults import rekeying_aftermath
from tests.faults.rekeying import CHILD
from tests.outlets import copy_of

ROUNDS = 200
_LONGEST_S = {"seed": 1.6, "key": 0.8, "card": 0.5}
"""As long as the work takes on a machine that is not busy; a slower one is killed earlier in it."""


def main(rounds: int) -> None:
    """Kill `rounds` times, each time at a fresh copy of the same outlet, and check it."""
    chance = random.Random(rounds)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        template = rekeying_aftermath.template(Path(folder) / "template")
        for number in range(rounds):
            work = chance.choice(("seed", "seed", "key", "card"))
            place = Path(folder) / str(number)
            outlet = copy_of(template.outlet, place)
            said = _one_round(place, work, chance.uniform(0, _LONGEST_S[work]))
            replaced = rekeying_aftermath.check(template, outlet, place, work)
            if "replaced" in said and not replaced:
                raise SystemExit(f"round {number}: what was told is lost")
            seen.update({work: 1, f"{work} in force": replaced, f"{work} told": "replaced" in said})
            shutil.rmtree(place)
            sys.stderr.write(f"\r{number + 1} of {rounds}")
    counts = ", ".join(f"{name} {count}" for name, count in sorted(seen.items()))
    sys.stdout.write(f"{rounds} kills, everybody signs in, one set of papers opens everything; {counts}\n")


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
