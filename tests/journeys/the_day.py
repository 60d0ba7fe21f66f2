"""A whole day at the counter by real key events and scans: parcels come, go, and come back; every loop is counted."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.attacks.thief import Thief
from tests.builders import LI, ZHANG
from tests.journeys import x_screen
from tests.journeys.test_counter_loops import (
    BurstBroken,
    Program,
    _as_sent,
    _environment,
    _finish,
    _next_parcel,
    _outlet,
    _sign_in,
)
from tests.outlets import CHEN_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from outlet_app.paths import OutletPlace
    from tests.journeys.test_counter_loops import State
    from tests.journeys.x_screen import Screen

ODD = 12
FEE_FEN, COD_FEN = 1200, 3850
EACH = 10
"""One parcel in so many pays a fee, or has money due."""

TRIES = 3
_TABS_TO_FEE = 6
_FIRST_TAIL = 1000
_LISTS = 4


@dataclass(frozen=True)
class Plan:
    """How many parcels are accepted, arrive and are collected; 12 odd cases come on top, and four lists are closed."""

    accepted: int
    arrived: int
    collected: int


@dataclass
class Day:
    """What the day left: keys and seconds of each loop, wraps of what left, what the program complained of."""

    place: OutletPlace
    plan: Plan
    keys: dict[str, list[int]] = field(default_factory=dict)
    seconds: dict[str, list[float]] = field(default_factory=dict)
    wraps: dict[bytes, bytes] = field(default_factory=dict)
    odd: int = 0
    lists: int = 0
    fees_fen: int = 0
    cod_fen: int = 0
    refunds_fen: int = 0
    code: int | None = None
    complaints: str = ""

    def table(self) -> list[str]:
        """A line for each loop: how often, keys at least and at most, median seconds on this machine."""
        return [
            f"{name:28} {len(keys):4}  {min(keys)}-{max(keys)} keys  {statistics.median(self.seconds[name]):.2f} s"
            for name, keys in self.keys.items()
        ]


def play(folder: Path, plan: Plan) -> Day:
    """Play the day in an outlet under `folder`. Raises BurstBroken where the X server broke a scan apart."""
    day = Day(_outlet(folder), plan)
    complaints = folder / "complaints"
    with x_screen.screen() as screen, complaints.open("wb") as heard:
        command = [sys.executable, str(Path(__file__).with_name("counter_program.py"))]
        environment = _environment(folder, screen)
        running = subprocess.Popen(command, bufsize=0, env=environment, stdout=subprocess.PIPE, stderr=heard)
        try:
            _Counter(screen, Program(running), day, folder).work()
        finally:
            running.kill()
            running.communicate()
    day.complaints = complaints.read_text(encoding="utf-8", errors="replace")
    return day


class _Counter:
    """The hands and the scanner."""

    def __init__(self, screen: Screen, program: Program, day: Day, folder: Path) -> None:
        self._screen, self._program, self._day, self._folder = screen, program, day, folder
        self._plan = day.plan
        self._arrivals = [f"YT{9900000000001 + place}" for place in range(self._plan.arrived - 2)]
        self._refused = ["YT9980000000001", "YT9980000000002"]

    def work(self) -> None:
        """From the first sign-in to the end of the day."""
        self._program.wait_for("SignInView", "AccountTile")
        self._screen.press("Right")
        _sign_in(self._screen, self._program, CHEN_PASSWORD)
        self._accept()
        self._shelve()
        self._collect()
        self._cancel()
        self._hand_over()
        self._screen.press("F7")
        self._program.wait("the day's end stands open", lambda told: bool(told["idle"]))
        self._screen.press("Alt+F4")
        self._day.code = self._program.end()

    def _accept(self) -> None:
        self._screen.copy(f"寄件人：{_as_sent(LI)}\n收件人：{_as_sent(ZHANG)}")
        self._screen.press("Ctrl+V")
        _finish(self._screen, self._program)
        for place in range(1, self._plan.accepted):
            if place % EACH == 1:
                self._count("accept with a fee", self._accept_with_fee)
                self._day.fees_fen += FEE_FEN
            else:
                self._count("accept, sender stands", lambda: _next_parcel(self._screen, self._program))

    def _accept_with_fee(self) -> None:
        before = self._program.accepted
        self._screen.copy(_as_sent(ZHANG))
        self._screen.press("Ctrl+V")
        self._screen.type("12")
        for _ in range(_TABS_TO_FEE):
            self._screen.press("Tab")
        self._screen.type(f"{FEE_FEN // 100}")
        self._screen.press("F8")
        self._screen.press("Ctrl+Return")
        self._program.wait("it is accepted", lambda told: told["accepted"] == before + 1 and bool(told["idle"]))

    def _shelve(self) -> None:
        self._screen.press("F4")
        self._wait_keys("TextInput")
        self._screen.type("15-1")
        self._screen.press("Return")
        for place, number in enumerate(self._arrivals):
            has_money = place % EACH == 3
            name = "arrival with money due" if has_money else "arrival"
            self._count(name, partial(self._shelve_one, number, place, money=has_money))
        for place, number in enumerate(self._refused, start=len(self._arrivals)):
            self._shelve_one(number, place)
        self._scan(self._arrivals[0])
        self._program.wait("it stands already", lambda told: told["band"] == "warn" and bool(told["idle"]))
        self._day.odd += 1
        self._shelve_one("YT9999999999999", 0)
        before = self._told("shelved")
        self._screen.press("Ctrl+Z")
        self._program.wait("the arrival is taken back", lambda told: told["shelved"] == before + 1)
        self._day.odd += 1

    def _shelve_one(self, number: str, place: int, *, money: bool = False) -> None:
        before = self._told("shelved")
        self._scan(number)
        self._wait_keys("TailInput")
        if money:
            self._screen.press("KP_Multiply")
            self._wait_keys("TextInput")
            self._screen.type(f"{COD_FEN / 100:.2f}")
            self._screen.press("Return")
            self._wait_keys("TailInput")
        self._screen.type(_tail(place))
        self._program.wait(
            f"{number} and no other is shelved",
            lambda told: (
                told["shelved"] == before + 1
                and (told["band"], number in str(told["verdict"]), told["unfinished"]) == ("good", True, 0)
                and bool(told["idle"])
            ),
        )

    def _collect(self) -> None:
        self._screen.press("Ctrl+F")
        self._wait_keys("TextInput")
        for place in range(self._plan.collected):
            has_money, by_tail = place % EACH == 3, place % EACH == 7
            if has_money:
                self._count("give out against money", partial(self._give_out_for_money, place))
                self._day.cod_fen += COD_FEN
            elif by_tail:
                self._count("give out by tail", partial(self._give_out_by_tail, place))
            else:
                self._count("give out by shelf code", partial(self._give_out, place))
            if place in {0, 1}:
                self._undo_collection(place)
        self._odd_collections(self._plan.collected)

    def _give_out(self, place: int, wrong: bool = False) -> None:  # noqa: FBT001, FBT002 - a script's switch
        before = self._told("given")
        self._look_up(f"15-1-{place + 1}")
        self._wait_keys("TailInput")
        if wrong:
            self._screen.type("0000")
            self._program.wait("the digits are wrong", lambda told: bool(told["wrong"] and told["idle"]))
        self._screen.type(_tail(place))
        self._wait_given(before)

    def _give_out_by_tail(self, place: int) -> None:
        before = self._told("given")
        self._look_up(_tail(place))
        self._wait_keys("FindCards")
        self._screen.press("Return")
        self._wait_given(before)

    def _give_out_for_money(self, place: int) -> None:
        before = self._told("given")
        self._look_up(f"15-1-{place + 1}")
        self._wait_keys("TailInput")
        self._screen.type(_tail(place))
        self._wait_keys("Tick")
        self._screen.press("F8")
        self._wait_keys("QPushButton")
        self._screen.press("Return")
        self._wait_given(before)

    def _undo_collection(self, place: int) -> None:
        """It was the wrong parcel: back with it, and given out to the right one, who mistypes first."""
        self._screen.press("Ctrl+Z")
        self._program.wait("it is taken back", lambda told: told["band"] == "warn" and bool(told["idle"]))
        self._give_out(place, wrong=True)
        self._day.odd += 2

    def _odd_collections(self, place: int) -> None:
        """One is sent on, one goes to another shelf, two are refused."""
        self._outcome(f"15-1-{place + 1}", "5")
        self._find(f"15-1-{place + 2}")
        self._wait_keys("TailInput")
        self._screen.press("Ctrl+M")
        self._wait_keys("TextInput")
        self._screen.type("16-1")
        self._screen.press("Return")
        self._wait_keys("FindCards")
        self._day.odd += 1
        for number in self._refused:
            self._outcome(number, "1")

    def _outcome(self, text: str, digit: str) -> None:
        self._find(text)
        self._wait_keys("TailInput")
        self._screen.press("Ctrl+O")
        self._wait_keys("QRadioButton")
        self._screen.type(digit)
        self._screen.press("Return")
        self._wait_keys("FindCards")
        self._day.odd += 1

    def _cancel(self) -> None:
        """Two senders think better of it; one of them gets his fee back."""
        for place in (1, 2):
            self._find(_number(place))
            self._wait_keys("FindCards")
            self._screen.press("Ctrl+O")
            self._wait_keys("QRadioButton")
            self._screen.press("Ctrl+Return")
            self._program.wait("it is cancelled", lambda told: told["focus"] != "QRadioButton" and bool(told["idle"]))
            self._day.odd += 1
        self._day.refunds_fen -= FEE_FEN

    def _hand_over(self) -> None:
        accepted = (_number(place) for place in range(self._plan.accepted) if place not in {1, 2})
        leaving = [*accepted, *self._refused]
        share = -(-len(leaving) // _LISTS)
        self._screen.press("F5")
        self._wait_idle()
        for start in range(0, len(leaving), share):
            self._close_list(leaving[start : start + share])

    def _close_list(self, numbers: Sequence[str]) -> None:
        for count, number in enumerate(numbers, start=1):
            self._count("hand over", partial(self._put_on, number, count))
        self._note_wraps()
        self._count("close a list", self._close)
        self._day.lists += 1

    def _put_on(self, number: str, count: int) -> None:
        self._scan(number)
        self._program.wait("it is on the list", lambda told: told["listed"] == count and bool(told["idle"]))

    def _close(self) -> None:
        """Once more where others of this carrier stand in the shop, which the button says."""
        self._screen.press("Ctrl+Return")
        self._program.wait("it is closed or asks", lambda told: _is_closed(told) or bool(told["asks"] and told["idle"]))
        if not _is_closed(self._program._state):
            self._screen.press("Ctrl+Return")
            self._program.wait("the list is closed", _is_closed)

    def _note_wraps(self) -> None:
        """What a thief copies in this moment: every wrap that stands."""
        copy = self._folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self._day.place.folder, copy / "outlet")
        shutil.copytree(self._day.place.state, copy / "state")
        thief = Thief(type(self._day.place)(copy / "outlet", copy / "state"), b"", CHEN_PASSWORD)
        account_id = thief.key_file.accounts[1].account_id
        thief = Thief(thief.place, account_id, CHEN_PASSWORD)
        self._day.wraps |= {record_id: wrap.wrap for record_id, wrap in thief.wraps().items()}
        shutil.rmtree(copy)

    def _find(self, text: str) -> None:
        self._screen.press("Ctrl+F")
        self._look_up(text)

    def _look_up(self, text: str) -> None:
        """The keys are in the field already, as after each parcel that was given out."""
        self._wait_keys("TextInput")
        self._screen.type(text)
        self._screen.press("Return")

    def _scan(self, text: str) -> None:
        """Scan, once more where the X server broke it apart; Escape takes what was left of the broken one away.

        Nothing else may come of it: half a scan that shelved a parcel is a fault, seen here and not at its shelf code.
        """
        shelved = self._told("shelved")
        for _ in range(TRIES):
            self._screen.scan(text)
            if self._program.hears(text):
                return
            self._screen.press("Escape")
            self._screen.keys -= 1
            self._wait_idle()
            assert (self._told("shelved"), self._told("unfinished")) == (shelved, 0), "half a scan was taken for one"
        raise BurstBroken

    def _wait_keys(self, focus: str) -> None:
        self._program.wait(f"the keys are on {focus}", lambda told: told["focus"] == focus and bool(told["idle"]))

    def _wait_idle(self) -> None:
        self._program.wait("nothing is under way", lambda told: bool(told["idle"]))

    def _wait_given(self, before: int) -> None:
        self._program.wait("it is given out", lambda told: told["given"] == before + 1 and bool(told["idle"]))

    def _told(self, name: str) -> int:
        return int(self._program._state[name])

    def _count(self, name: str, loop: Callable[[], None]) -> None:
        before, began = self._screen.keys, time.monotonic()
        loop()
        self._day.keys.setdefault(name, []).append(self._screen.keys - before)
        self._day.seconds.setdefault(name, []).append(time.monotonic() - began)


def _is_closed(told: State) -> bool:
    return told["listed"] == 0 and bool(told["idle"])


def _tail(place: int) -> str:
    return str(_FIRST_TAIL + place)


def _number(place: int) -> str:
    return f"YT{8800000000001 + place}"
