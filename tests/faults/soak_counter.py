"""Kills a whole counter at random moments, from sign-in on: `python tests/faults/soak_counter.py [rounds]`."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults import counters_end

ROUNDS = 200
_SIGN_IN_S, _SERVING_S = 0.6, 0.5
_MOST_KEPT = 700


def main(rounds: int) -> None:
    """Kill `rounds` times, the same outlet going on after each, and check it every time."""
    chance = random.Random(rounds)
    told = unconfirmed = outlets = 0
    with tempfile.TemporaryDirectory() as folder:
        counter, kept = counters_end.make_counter(Path(folder) / "0"), 0
        for place in range(rounds):
            serving = place % 4 > 0
            said = _one_round(counter, chance.uniform(0, _SERVING_S if serving else _SIGN_IN_S), serving=serving)
            now = counters_end.check(counter, said)
            told += len(said)
            unconfirmed += now - kept - len(said)
            kept = now
            if kept > _MOST_KEPT:
                outlets += 1
                counter, kept = counters_end.make_counter(Path(folder) / str(outlets)), 0
    sys.stdout.write(f"{rounds} kills, {told} confirmed, 0 lost, 0 half; {unconfirmed} committed, not yet confirmed\n")


def _one_round(counter: counters_end.Counter, seconds: float, *, serving: bool) -> list[tuple[bytes, str]]:
    """Kill so long after the first confirmed waybill, or so long after the sign-in began."""
    command = [sys.executable, counters_end.CHILD, counter.folder, counter.outlet.chen_id.hex(), "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        ready = said == b"ready\n"
        if serving:
            said = child.stdout.readline()
        time.sleep(seconds)
        child.kill()
        rest, errors = child.communicate()
    if not ready or errors:
        raise SystemExit(errors.decode())
    return counters_end.confirmed((said + rest).decode())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
