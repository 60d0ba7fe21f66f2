"""Start: from the command line to the sign-in window painted, beside a bare PySide6 window and a bare form.

Whole processes, in turn and in random order: by the clock, and in processor time, which other work on the machine
stretches less. Without a screen all of them paint off screen.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.outlets import make_outlet

STARTS = Path(__file__).parent / "starts"
OURS, WINDOW, FORM = "sign_in_window", "bare_window", "bare_form"
ROUNDS = 20
GOAL, GOAL_KEEPASSXC = 1.3, 1.5


def measure(environment: dict[str, str]) -> dict[str, list[tuple[float, float]]]:
    """For each start the milliseconds of every round: by the clock, in processor time."""
    chance = random.Random(1)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in (OURS, WINDOW, FORM)}
    for turn in range(ROUNDS + 1):
        for name in chance.sample(list(times), len(times)):
            began = time.monotonic()
            child = [sys.executable, str(STARTS / f"{name}.py")]
            done = subprocess.run(child, env=environment, check=True, capture_output=True, text=True)
            painted, busy = map(float, done.stdout.split())
            if turn:  # the first round reads the files for all that follow
                times[name].append(((painted - began) * 1e3, busy * 1e3))
    return times


def environment_with_outlet(folder: Path) -> dict[str, str]:
    """The environment of a person whose own outlet, made now, lies under `folder`."""
    made = make_outlet(folder / "made").place
    data, state = folder / "data", folder / "state"
    for home, part in ((data / "outlet-app", made.folder), (state, made.state)):
        home.mkdir(parents=True)
        part.rename(home / ("outlet" if part is made.folder else "outlet-app"))
    environment = os.environ | {"XDG_DATA_HOME": str(data), "XDG_STATE_HOME": str(state)}
    if not {"DISPLAY", "WAYLAND_DISPLAY"} & set(environment):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment


def main() -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        times = measure(environment_with_outlet(Path(folder)))
    found = {name: [sorted(each)[ROUNDS // 2] for each in zip(*rounds, strict=True)] for name, rounds in times.items()}
    print(f"start, ms (goals: <= {GOAL} of the bare window, <= {GOAL_KEEPASSXC} of KeePassXC)")
    print("                   clock  processor   of window  of form   (in processor time)")
    for name, (clock, busy) in found.items():
        window, form = busy / found[WINDOW][1], busy / found[FORM][1]
        print(f"{name.replace('_', ' '):16}{clock:8.0f}{busy:11.0f}{window:12.2f}{form:9.2f}")
    peer = "installed, but this bench has no row for it yet" if shutil.which("keepassxc") else "not installed"
    print(f"{'KeePassXC':16}   {peer}")


if __name__ == "__main__":
    main()
