"""Kills an owner who invites or dismisses, at random moments: `python tests/faults/soak_staff.py [rounds]`."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.activity import ActivityKind
from tests.faults import staff_aftermath
from tests.faults.staffing import CHILD
from tests.outlets import copy_of

ROUNDS = 200
_LONGEST_S = {"invite": 0.4, "dismiss": 0.8}
_TOLD = (ActivityKind.DISMISSED, ActivityKind.KEY_ROTATED)


def main(rounds: int) -> None:
    """Kill `rounds` times, each time at a fresh copy of the same outlet, and check it."""
    chance = random.Random(rounds)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        template = staff_aftermath.template(Path(folder) / "template")
        for number in range(rounds):
            work = chance.choice(tuple(_LONGEST_S))
            place = Path(folder) / str(number)
            outlet = copy_of(template, place)
            said = _one_round(place, work, chance.uniform(0, _LONGEST_S[work]))
            kinds = staff_aftermath.check(outlet, said)
            seen["confirmed"] += any(word in said for word in ("invited", "dismissed"))
            seen.update(kind for kind in _TOLD if kind in kinds)
    counts = ", ".join(f"{kind} {seen[kind]}" for kind in ("confirmed", *_TOLD))
    sys.stdout.write(f"{rounds} kills, nobody kept out, nothing told lost; {counts}\n")


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
