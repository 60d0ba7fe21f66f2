"""The counter's loops by real key events, counted, and thirty parcels in a row by keyboard and scanner alone."""

from __future__ import annotations

import hashlib
import json
import os
import select
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.paper import codes
from outlet_app.paths import OutletPlace
from outlet_app.services import Entrance
from outlet_app.services.outlet_keys import OutletKeys
from tests.builders import LI, ZHANG
from tests.journeys import x_screen
from tests.outlets import CHEN_PASSWORD, LIN_PASSWORD, QUICK, Clock, make_outlet

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.draft import PartyDraft
    from tests.journeys.x_screen import Screen

PATIENCE_S = 60
SCAN_S = 5
TRIES = 3
PARCELS = 30
WEIGHT = "12"
TAIL = "8000"
MOST_ROWS = 20
DOTS_PER_MM = 12.0
CHEN_PIN, LIN_PIN = "271828", "314159"
SCANNED = tuple(f"YT{8800000000101 + parcel:013d}" for parcel in range(PARCELS))

State = dict[str, str | int | bool]


@dataclass
class Loops:
    """What the day at the keys left: keys of each loop, the labels, how the program ended, what it complained of."""

    place: OutletPlace
    keys: dict[str, int] = field(default_factory=dict)
    labels: int = 0
    code: int | None = None
    complaints: str = ""


class Program:
    """The program in its own process, and what it last told of its screen."""

    def __init__(self, running: subprocess.Popen[bytes]) -> None:
        self._running = running
        self._state: State = {}
        self._scans = 0

    @property
    def accepted(self) -> int:
        """How many waybills were accepted."""
        return int(self._state["accepted"])

    def wait(self, what: str, holds: Callable[[State], bool]) -> None:
        """Until the program says so."""
        assert self._comes_to(holds, PATIENCE_S), f"{what}: {self._state}"

    def hears(self, scanned: str) -> bool:
        """Whether the scanner's text arrives in one piece: now, not in a scan of before."""
        told, before = hashlib.sha256(scanned.encode()).hexdigest(), self._scans
        comes = self._comes_to(lambda state: state["scan"] == told and int(state["scans"]) > before, SCAN_S)
        self._scans = int(self._state["scans"])
        return comes

    def _comes_to(self, holds: Callable[[State], bool], seconds: float) -> bool:
        until = time.monotonic() + seconds
        assert self._running.stdout is not None
        while not (self._state and holds(self._state)):
            ready, _, _ = select.select([self._running.stdout], [], [], max(0.0, until - time.monotonic()))
            line = self._running.stdout.readline() if ready else b""
            if not line:
                return False
            self._state = json.loads(line)
        return True

    def wait_for(self, page: str, focus: str = "") -> None:
        """Until this page stands in front, the keys are on a widget of class `focus`, and nothing is under way."""
        self.wait(
            f"{page} {focus}",
            lambda told: (
                told["page"] == page and bool(told["active"] and told["idle"]) and (not focus or told["focus"] == focus)
            ),
        )

    def end(self) -> int:
        """Until it ended by itself. What it still tells is read on: a full pipe would hold it."""
        self._running.communicate(timeout=PATIENCE_S)
        return self._running.returncode


class BurstBroken(Exception):
    """The X server itself stood still in the midst of a scan: it dates the keys when it comes to them, no scanner does.

    On a busy machine that happens; a program that breaks scans apart would do so each time the day is played.
    """


@pytest.fixture(scope="module")
def loops(tmp_path_factory: pytest.TempPathFactory) -> Loops:
    """Two clerks' day, played once."""
    if not sys.platform.startswith("linux"):
        pytest.skip("keys are sent through XTEST, which is X11")
    if (reason := x_screen.why_not()) is not None:
        pytest.skip(reason)
    for _ in range(TRIES):
        with suppress(BurstBroken):
            return _day(tmp_path_factory.mktemp("loops"))
    pytest.fail("scans were broken apart each time the day was played")


def _day(folder: Path) -> Loops:
    loops = Loops(_outlet(folder))
    complaints = folder / "complaints"
    with x_screen.screen() as screen, complaints.open("wb") as heard:
        command = [sys.executable, str(Path(__file__).with_name("counter_program.py"))]
        environment = _environment(folder, screen)
        # Without a buffer: a line that waits in one is not seen by `select`.
        running = subprocess.Popen(command, bufsize=0, env=environment, stdout=subprocess.PIPE, stderr=heard)
        try:
            _play(screen, Program(running), loops, folder)
        finally:
            running.kill()
            running.communicate()
    loops.labels = len(list((folder / "tray").glob("*.pdf")))
    loops.complaints = complaints.read_text(encoding="utf-8", errors="replace")
    return loops


def _outlet(folder: Path) -> OutletPlace:
    """The outlet of a person whose homes lie in `folder`; its clerks know their duties and have a PIN."""
    (folder / "tray").mkdir()
    outlet = make_outlet(folder / "made", Clock(datetime.now(UTC)), printers=(printing.tray(folder / "tray"),))
    for account_id, password, pin in (
        (outlet.chen_id, CHEN_PASSWORD, CHEN_PIN),
        (outlet.lin_id, LIN_PASSWORD, LIN_PIN),
    ):
        services = outlet.entrance.sign_in(account_id, password)
        services.people.accept_duties(services.people.duties("zh_CN").version)
        services.people.set_pin(pin, password=password)
    outlet.entrance.close()
    place = OutletPlace(folder / "data" / "outlet-app" / "outlet", folder / "state" / "outlet-app")
    for made, own in ((outlet.place.folder, place.folder), (outlet.place.state, place.state)):
        own.parent.mkdir(parents=True)
        made.rename(own)
    return place


def _environment(folder: Path, screen: Screen) -> dict[str, str]:
    own = {
        "DISPLAY": screen.display,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_STATE_HOME": str(folder / "state"),
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    }
    return os.environ | own


def _play(screen: Screen, program: Program, loops: Loops, folder: Path) -> None:
    program.wait_for("SignInView", "AccountTile")
    screen.press("Right")
    _sign_in(screen, program, CHEN_PASSWORD)
    _first_parcel(screen, program)
    loops.keys["sender stands"] = _counted(screen, lambda: _next_parcel(screen, program))
    loops.keys["new sender"] = _counted(screen, lambda: _next_parcel(screen, program, sender=LI))
    _thirty(screen, program)
    code = _label_in_the_tray(folder)
    loops.keys["find by tail"] = _counted(screen, lambda: _find_by_tail(screen, program))
    loops.keys["reveal"] = _counted(screen, lambda: _reveal(screen, program, code))
    loops.keys["back"] = _counted(screen, lambda: _go_back(screen, program))
    screen.press("Ctrl+L")
    program.wait_for("SignInView", "PinPad")
    screen.press("Shift+Tab")
    _sign_in(screen, program, LIN_PASSWORD)
    loops.keys["change of person"] = _counted(screen, lambda: _change_person(screen, program))
    screen.press("Alt+F4")
    loops.code = program.end()


def _sign_in(screen: Screen, program: Program, password: str) -> None:
    """The tile has the keys."""
    screen.press("Return")
    screen.type(password)
    screen.press("Return")
    program.wait_for("MainWindow")


def _first_parcel(screen: Screen, program: Program) -> None:
    screen.copy(f"寄件人：{_as_sent(LI)}\n收件人：{_as_sent(ZHANG)}")
    screen.press("Ctrl+V")
    _finish(screen, program)


def _next_parcel(screen: Screen, program: Program, sender: PartyDraft | None = None) -> None:
    if sender is not None:
        screen.copy(_as_sent(sender))
        screen.press("Ctrl+Shift+V")
    screen.copy(_as_sent(ZHANG))
    screen.press("Ctrl+V")
    _finish(screen, program)


def _finish(screen: Screen, program: Program) -> None:
    before = program.accepted
    screen.type(WEIGHT)
    screen.press("F8")
    screen.press("Ctrl+Return")
    program.wait("the parcel is accepted", lambda told: told["accepted"] == before + 1 and bool(told["idle"]))


def _thirty(screen: Screen, program: Program) -> None:
    for number in SCANNED:
        _scan(screen, program, number)
        _next_parcel(screen, program)


def _scan(screen: Screen, program: Program, text: str) -> None:
    screen.scan(text)
    if not program.hears(text):
        raise BurstBroken


def _find_by_tail(screen: Screen, program: Program) -> None:
    """From the accept form; the answer is the twenty rows that a look-up gives at most."""
    screen.press("Ctrl+F")
    program.wait("the find page", lambda told: told["found"] == 0 and told["focus"] == "TextInput")
    screen.type(TAIL)
    screen.press("Return")
    program.wait("the tail is found", lambda told: told["found"] == MOST_ROWS and bool(told["idle"]))


def _label_in_the_tray(folder: Path) -> str:
    """The code of a label that was printed, read off its picture as a scanner reads it."""
    label = next((folder / "tray").glob("*.pdf"))
    picture = printing.page_picture(label.read_bytes(), DOTS_PER_MM)
    read = codes.read_back(picture.width, picture.height, picture.data)
    return next(text for text in read if text != label.stem)


def _reveal(screen: Screen, program: Program, code: str) -> None:
    """The label is in the hand: the key of the recipient's phone, and the key of the reason."""
    _scan(screen, program, code)
    program.wait(
        "the label opens",
        lambda told: told["found"] == 1 and told["focus"] == "RevealPanel" and bool(told["idle"]),
    )
    screen.press("q")
    screen.press("1")
    program.wait("the phone is revealed", lambda told: bool(told["revealed"]))


def _go_back(screen: Screen, program: Program) -> None:
    """The first key masks, the second leads back to the accept form."""
    screen.press("Escape")
    program.wait("it is masked again", lambda told: not told["revealed"])
    screen.press("Escape")
    program.wait("the form stands again", lambda told: told["found"] == -1 and bool(told["idle"]))


def _change_person(screen: Screen, program: Program) -> None:
    """From Lin, who stands at the counter, to Chen, who signed in today."""
    screen.press("Ctrl+L")
    program.wait_for("SignInView", "PinPad")
    screen.press("Shift+Tab")
    screen.press("Left")
    screen.press("Return")
    screen.type(CHEN_PIN)
    program.wait_for("MainWindow")


def _counted(screen: Screen, loop: Callable[[], None]) -> int:
    before = screen.keys
    loop()
    return screen.keys - before


def _as_sent(person: PartyDraft) -> str:
    city = "" if person.city == person.province else person.city
    return f"{person.name} {person.phone} {person.province}{city}{person.district}{person.detail}"


def test_the_next_parcel_of_a_sender_takes_three_keys_and_the_digits_of_its_weight(loops: Loops) -> None:
    assert loops.keys["sender stands"] == 3 + len(WEIGHT)


def test_the_next_parcel_of_another_sender_takes_one_paste_more(loops: Loops) -> None:
    assert loops.keys["new sender"] == 4 + len(WEIGHT)


def test_a_parcel_is_found_by_one_key_its_tail_and_enter(loops: Loops) -> None:
    assert loops.keys["find by tail"] == 1 + len(TAIL) + 1


def test_the_phone_is_revealed_by_a_scan_and_two_keys(loops: Loops) -> None:
    assert loops.keys["reveal"] == 2


def test_two_keys_lead_back_to_the_form(loops: Loops) -> None:
    assert loops.keys["back"] == 2


def test_another_person_is_at_the_counter_after_a_lock_three_keys_to_his_tile_and_his_pin(loops: Loops) -> None:
    assert loops.keys["change of person"] == 1 + 3 + len(CHEN_PIN)


def test_thirty_parcels_in_a_row_by_keyboard_and_scanner_stand_in_the_outlet_under_their_scanned_numbers(
    loops: Loops,
) -> None:
    entrance = Entrance(OutletKeys(loops.place, keystore=False, cost=QUICK))
    chen = entrance.sign_in(entrance.tiles()[1].account_id, CHEN_PASSWORD)
    kept = [number for (number,) in chen.session.store.reader.rows(tuple, "SELECT number FROM waybills")]
    entrance.close()
    assert set(SCANNED) <= set(kept)
    assert len(kept) == PARCELS + 3
    assert loops.labels == PARCELS + 3


def test_the_program_ends_in_order_and_has_nothing_to_complain_of(loops: Loops) -> None:
    assert (loops.code, loops.complaints) == (0, "")
