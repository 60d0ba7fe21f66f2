"""Signing in beside Argon2id alone at the same cost, and change of person: in a new outlet, at 10 k and at 1 M acts."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.paths import OutletPlace
from outlet_app.sealing import suite
from outlet_app.services.entrance import Entrance, wall_clock
from outlet_app.services.outlet_keys import OutletKeys
from tests.bench import bench_review
from tests.outlets import CHEN_PASSWORD, LIN_PASSWORD, make_outlet

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 15
PINS = ("271828", "314159")
PASSWORDS = (CHEN_PASSWORD, LIN_PASSWORD)
GOAL_MS = 100


def measure(folder: Path) -> dict[str, float]:
    """Milliseconds over the outlet in `folder`, medians. Argon2id and sign-ins are taken in turn."""
    keys = OutletKeys(OutletPlace(folder / "outlet", folder / "state"), keystore=False)
    entrance = Entrance(keys, clock=wall_clock)
    entrance.make_ready()
    people = [tile.account_id for tile in entrance.tiles()[1:3]]
    slot = keys.key_file().entry(people[0]).slot
    assert slot is not None
    alone, opening = [], []
    for _ in range(ROUNDS):
        alone.append(_milliseconds(lambda: suite.stretch(PASSWORDS[0], slot.salt, slot.cost)))
        opening.append(_milliseconds(lambda: entrance.sign_in(people[0], PASSWORDS[0])))
        entrance.close()
    _give_pins(entrance, people)
    places = cycle((0, 1))
    changing = [_milliseconds(lambda: _change(entrance, people, next(places))) for _ in range(2 * ROUNDS)]
    second = [_milliseconds(lambda: _sign_in(entrance, people, next(places))) for _ in range(ROUNDS)]
    entrance.close()
    return {
        "Argon2id alone": _median(alone),
        "sign in, store opened": _median(opening),
        "sign in, store open": _median(second),
        "change of person": _median(changing),
    }


def _give_pins(entrance: Entrance, people: list[bytes]) -> None:
    for account_id, password, pin in zip(people, PASSWORDS, PINS, strict=True):
        services = entrance.sign_in(account_id, password)
        if not services.people.has_pin():
            services.people.set_pin(pin, password=password)


def _change(entrance: Entrance, people: list[bytes], place: int) -> None:
    entrance.change_person(people[place], PINS[place])


def _sign_in(entrance: Entrance, people: list[bytes], place: int) -> None:
    entrance.sign_in(people[place], PASSWORDS[place])


def _milliseconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def _median(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


def main() -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        make_outlet(Path(folder), cost=suite.COST)
        found = {"new, counter's cost": measure(Path(folder))}
        for size in bench_review.SIZES:
            copy = Path(folder) / str(size)
            shutil.copytree(bench_review.build(size), copy)
            found[f"{size:,} acts, least cost"] = measure(copy)
    print(f"sign in, ms (goal: no more than {GOAL_MS} over Argon2id alone)")
    print(f"{'':24}" + "".join(f"{name:>24}" for name in found))
    for row in next(iter(found.values())):
        print(f"{row:24}" + "".join(f"{times[row]:24.1f}" for times in found.values()))
    over = [times["sign in, store opened"] - times["Argon2id alone"] for times in found.values()]
    print(f"{'over Argon2id alone':24}" + "".join(f"{each:24.1f}" for each in over))


if __name__ == "__main__":
    main()
