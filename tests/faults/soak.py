"""The frame of every soak: a child killed at random moments, many times, and what is left of it proven each time.

`python tests/faults/soak_NAME.py [rounds] [seed] [--longer FACTOR]`: the same rounds and seed kill at the same moments.
On a busy machine, where the work takes longer, FACTOR spreads them over all of it.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

ROUNDS = 200


@dataclass(frozen=True)
class Round:
    """One kill: a folder of its own, which is gone afterwards, the soak's chance, and what was seen so far.

    `longer` is how many times as long as on a quiet machine the work takes.
    """

    number: int
    place: Path
    chance: random.Random
    longer: float = 1.0
    seen: Counter[str] = field(default_factory=Counter)

    def moment(self, longest_s: float) -> float:
        """When to kill, in seconds."""
        return self.chance.uniform(0, longest_s * self.longer)


def play(make: Callable[[Path], T], one_round: Callable[[T, Round], None], tells: str) -> None:
    """Make the outlet once, play as many rounds as the command line says, and tell what came of them.

    What a round raises ends the soak, and names the round.
    """
    asked = _asked()
    chance, seen = random.Random(asked.seed or asked.rounds), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="outlet-app-soak-") as folder:
        made = make(Path(folder) / "made")
        for number in range(asked.rounds):
            one = Round(number, Path(folder) / str(number), chance, asked.longer, seen)
            try:
                one_round(made, one)
            except BaseException as error:
                error.add_note(f"in round {number} of {asked.rounds}, seed {asked.seed}")
                raise
            shutil.rmtree(one.place, ignore_errors=True)
            sys.stderr.write(f"\r{number + 1} of {asked.rounds}")
    counts = ", ".join(f"{name} {count}" for name, count in sorted(seen.items()))
    sys.stdout.write(f"\r{asked.rounds} kills, {tells}; {counts}\n")


def killed_after(
    command: Sequence[object], seconds: float, *, ready: str = "open", first: bool = False, may_fail: bool = False
) -> str:
    """Start the child, kill it so long after it said `ready`, with `first` after its next line; what it said since.

    Ends the soak when the child has something to complain of, unless it `may_fail`.
    """
    arguments = [sys.executable, *(str(part) for part in command)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        opened = child.stdout.readline()
        said = child.stdout.readline() if first else b""
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            child.kill()
        rest, errors = child.communicate()
    if not may_fail and (opened.decode().strip() != ready or errors):
        raise SystemExit(errors.decode() or f"said {opened!r} and not {ready}")
    return (said + rest).decode()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("rounds", nargs="?", type=int, default=ROUNDS)
    parser.add_argument("seed", nargs="?", type=int, default=0)
    parser.add_argument("--longer", type=float, default=1.0)
    return parser.parse_args()
