"""Kills a counter that accepts without pause, at random moments: `python tests/faults/soak_accept.py [rounds]`."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import aftermath

ROUNDS = 200
_LONGEST_S = 0.25


def main(rounds: int) -> None:
    """Kill `rounds` times, the same outlet going on after each, and check it every time."""
    chance = random.Random(rounds)
    told: list[tuple[bytes, str]] = []
    unconfirmed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "outlet.db"
        kept = 0
        for _ in range(rounds):
            said = _one_round(path, chance.uniform(0, _LONGEST_S))
            before = kept
            kept = aftermath.check(path, said) + 1
            unconfirmed += kept - 1 - before - len(said)
            told += said
            if kept > 3000:
                path.unlink()
                kept = 0
    sys.stdout.write(f"{rounds} kills, {len(told)} confirmed, 0 lost; {unconfirmed} committed, not yet confirmed\n")


def _one_round(path: Path, seconds: float) -> list[tuple[bytes, str]]:
    with subprocess.Popen(
        [sys.executable, aftermath.CHILD, path, "0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as counter:
        assert counter.stdout is not None
        opened = counter.stdout.readline()
        time.sleep(seconds)
        counter.kill()
        rest, errors = counter.communicate()
    if opened != b"open\n" or errors:
        raise SystemExit(errors.decode())
    return aftermath.confirmed(rest.decode())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
