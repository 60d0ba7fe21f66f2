"""Whatever comes first, the next key or the answer to the one before: arrivals, collections and lists end the same."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app import printing
from outlet_app.desktop import Outcome
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.arrived_parcel import ArrivalDraft
from outlet_app.store import activities
from outlet_app.ui import theme
from outlet_app.ui.arrivals_view import ArrivalsView
from outlet_app.ui.hand_over_view import hand_over_page
from outlet_app.ui.message_bar import MessageKind
from outlet_app.ui.sounds import Sounds
from outlet_app.ui.tasks import Lane
from tests.builders import draft
from tests.ui.conftest import LONG_MS
from tests.ui.counter import make_model
from tests.ui.finder import open_page
from tests.ui.held_tasks import HeldTasks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.preferences import Preferences
    from tests.ui.counter import Model

    Deed = Callable[[], None]
    Order = Callable[[], int | None]

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
_ROUNDS = 3
_KEYS = {
    "\r": (Qt.Key.Key_Return, NONE),
    " ": (Qt.Key.Key_Space, NONE),
    "\x1a": (Qt.Key.Key_Z, CTRL),
    "!": (Qt.Key.Key_Return, CTRL),
}


class Hands:
    """A hand and a scanner at one page; after each deed as many answers come as an order says."""

    def __init__(self, view: QWidget, services: Services, tasks: HeldTasks, qtbot: QtBot) -> None:
        self.view, self.services, self._tasks, self._qtbot = view, services, tasks, qtbot

    def keys(self, text: str) -> list[Deed]:
        """A deed for each key, sent to the window as the system does."""
        return [self._key(*_KEYS.get(each, (Qt.Key(ord(each)), NONE))) for each in text]

    def _key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Deed:
        return lambda: QTest.keyClick(self.view.window().windowHandle(), key, modifiers)

    def play(self, deeds: list[Deed], order: Order) -> None:
        """Do one after the other; the answers that did not come between come at the end."""
        self._tasks.holds = True
        for deed in deeds:
            deed()
            self._tasks.answer(self._qtbot, order())
        self._tasks.answer(self._qtbot)
        self._tasks.holds = False
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(self._tasks.is_idle, timeout=LONG_MS)

    def keys_on(self) -> str:
        """What has the keys."""
        keys = self.view.window().focusWidget()
        return type(keys).__name__ if keys is not None else ""

    def count(self, kind: ActivityKind) -> int:
        """How many acts of a kind there are."""
        return sum(act.kind == kind for act in activities.after(self.services.session.store.reader, 0, 5000))


def _orders() -> Iterator[Order]:
    """Each answer at once, which is how it has to end; none before the last deed; then some between."""
    yield lambda: None
    yield lambda: 0
    for seed in range(_ROUNDS):
        dice = random.Random(seed)
        yield lambda dice=dice: dice.choice((0, 0, 1, 1, 2, None))  # type: ignore[misc]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[HeldTasks]:
    lanes = HeldTasks()
    yield lanes
    qtbot.waitUntil(lanes.is_idle, timeout=LONG_MS)
    assert lanes.close()


@pytest.fixture
def clerk(model: Model, tmp_path: Path, tasks: HeldTasks, speaking: QApplication, qtbot: QtBot) -> Iterator[Services]:
    assert speaking
    services = model.copy_to(tmp_path / "copy").chen()
    yield services
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    tasks.run(Lane.DATA, services.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)


def _shown(view: QWidget, services: Services, tasks: HeldTasks, qtbot: QtBot) -> Hands:
    qtbot.addWidget(view)
    view.resize(1198, 610)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    hands = Hands(view, services, tasks, qtbot)
    hands.settle()
    return hands


def _silent(preferences: Preferences) -> Sounds:
    return Sounds(preferences, lambda _: Outcome.DONE)


def _deeds(hands: Hands, take_scan: Callable[[str], None], text: str) -> list[Deed]:
    """What is typed; a text in angle brackets is scanned."""
    deeds: list[Deed] = []
    for part in re.split("(<.*?>)", text):
        scanned = part.startswith("<")
        deeds += [partial(take_scan, part[1:-1])] if scanned else hands.keys(part)
    return deeds


GIVEN: dict[str, str] = {
    "by shelf code": "{first}\r{tail}{second}\r{tail}",
    "wrong digits, then the right ones": "{first}\r0000{tail}",
    "against money, ticked with the space bar": "{paid}\r{other} \r",
    "an Enter more after the fourth digit": "{first}\r{tail}\r{second}\r{tail}\r",
    "by tail, one after the other": "{tail}\r\r\r",
    "the last one back": "{first}\r{tail}{second}\r{tail}\x1a",
    "by tail and scan": "{tail}\r<{scan_first}><{scan_second}>",
    "a scan while another is found": "{first}\r<{scan_second}>{tail}",
}


@pytest.mark.parametrize("typed", GIVEN.values(), ids=GIVEN)
def test_giving_out_ends_the_same_however_late_the_answers_come(
    model: Model, clerk: Services, tasks: HeldTasks, preferences: Preferences, qtbot: QtBot, typed: str
) -> None:
    view = open_page(clerk, printing.tray(model.tray), tasks, preferences, qtbot)
    hands = _shown(view, clerk, tasks, qtbot)
    ends = []
    for place, order in enumerate(_orders()):
        tail, other = f"{1000 + place}", f"{5000 + place}"
        parcels = []
        for number, (its_tail, money) in enumerate(((tail, ""), (tail, ""), (other, "38.5"))):
            waybill = f"YT99000{place:04d}{number:04d}"
            arrival = ArrivalDraft(number=waybill, carrier="yto", tail=its_tail, shelf="15-1", cash_on_delivery=money)
            parcels.append(clerk.arrivals.register(arrival, None).parcel)
        refused = hands.count(ActivityKind.COLLECTION_REFUSED)
        first, second, paid = (each.shelf_code for each in parcels)
        text = typed.format(
            first=first,
            second=second,
            paid=paid,
            tail=tail,
            other=other,
            scan_first=parcels[0].number,
            scan_second=parcels[1].number,
        )
        view.field.put("")
        view.begin()
        hands.play(_deeds(hands, view.take_scan, text), order)
        places = {each.shelf_code: name for each, name in zip(parcels, ("first", "second", "paid"), strict=True)}
        ends.append(
            (
                [clerk.find.open_parcel(each.record_id).state for each in parcels],
                view.band.isVisible(),
                view.band.kind,
                places.get(view.band.headline.text(), view.band.headline.text()),
                hands.keys_on(),
                view.field.text.text(),
                view.parcel_card.giving.fault.isVisible(),
                hands.count(ActivityKind.COLLECTION_REFUSED) - refused,
            )
        )
    assert ends == [ends[0]] * len(ends)


def test_a_collection_that_takes_long_says_so_until_it_is_answered(
    model: Model, clerk: Services, tasks: HeldTasks, preferences: Preferences, qtbot: QtBot
) -> None:
    view = open_page(clerk, printing.tray(model.tray), tasks, preferences, qtbot)
    hands = _shown(view, clerk, tasks, qtbot)
    clerk.arrivals.register(ArrivalDraft(number="YT9900000000001", carrier="yto", tail="1234", shelf="15-1"), None)
    view.begin()
    hands.play(hands.keys("15-1-1\r"), lambda: None)
    tasks.holds = True
    for key in hands.keys("4321"):
        key()
    qtbot.waitUntil(lambda: view.band.isVisible() and "One moment" in view.band.advice.text())
    tasks.answer(qtbot)
    assert not view.band.isVisible()
    for key in hands.keys("1234"):
        key()
    qtbot.waitUntil(lambda: view.band.isVisible() and "One moment" in view.band.advice.text())
    tasks.answer(qtbot)
    tasks.holds = False
    assert (view.band.isVisible(), view.band.kind) == (True, MessageKind.GOOD)


ARRIVED: dict[str, str] = {
    "one after the other": "<{a}>1234<{b}>5678",
    "a double in between": "<{a}>1234<{a}><{b}>5678",
    "a double whose digits are typed by habit": "<{a}>1234<{a}>1234<{b}>5678",
    "the last one back": "<{a}>1234<{b}>5678\x1a",
    "back, and once more": "<{a}>1234\x1a<{a}>5678",
    "one is begun and goes on later": "<{a}>12<{b}>5678<{a}>34",
    "an Enter more after the fourth digit": "<{a}>1234\r<{b}>5678\r",
}


@pytest.mark.parametrize("typed", ARRIVED.values(), ids=ARRIVED)
def test_arrivals_end_the_same_however_late_the_answers_come(
    clerk: Services, tasks: HeldTasks, preferences: Preferences, qtbot: QtBot, typed: str
) -> None:
    preferences.keep(replace(preferences.choices, shelf="15-1"))
    view = ArrivalsView(clerk.arrivals, clerk.printing_desk, tasks, preferences, _silent(preferences))
    hands = _shown(view, clerk, tasks, qtbot)
    view.setFocus()
    ends = []
    for place, order in enumerate(_orders()):
        numbers = {name: f"YT99000{place:04d}{number:04d}" for number, name in enumerate("ab")}
        view.slip.clear()
        view.slip.take_keys()
        hands.play(_deeds(hands, view.take_scan, typed.format(**numbers)), order)
        latest = clerk.arrivals.latest()
        codes = {each.shelf_code: name for name, number in numbers.items() for each in latest if each.number == number}
        told = view.band.headline.text().split()
        ends.append(
            (
                [(each.state, each.tail) for name in "ab" for each in latest if each.number == numbers[name]],
                view.band.kind,
                [codes.get(word, word) for word in told],
                view.slip.draft("").number,
                [each.number for each in view.aside.drafts],
                hands.keys_on(),
            )
        )
        view.aside.drafts.clear()
    assert ends == [ends[0]] * len(ends)


LISTED: dict[str, str] = {
    "scan, scan, close": "<{a}><{b}>!",
    "the first one back": "<{a}>\x1a<{a}><{b}>!",
    "scan, scan, back, again, close": "<{a}><{b}>\x1a<{b}>!",
    "twice the same": "<{a}><{a}><{b}>!",
    "closed at once": "<{a}>!",
}
"""An exclamation mark closes the list."""


@pytest.mark.parametrize("typed", LISTED.values(), ids=LISTED)
def test_a_list_ends_the_same_however_late_the_answers_come(
    clerk: Services, tasks: HeldTasks, preferences: Preferences, qtbot: QtBot, typed: str
) -> None:
    with theme.undressed():
        view = hand_over_page(clerk, lambda: None, _silent(preferences), tasks)
    hands = _shown(view, clerk, tasks, qtbot)
    view.setFocus()
    ends = []
    for order in _orders():
        numbers = {name: clerk.entry.accept(draft(), None).number for name in "ab" if f"{{{name}}}" in typed}
        closed = hands.count(ActivityKind.LIST_CLOSED)
        view.refresh()
        hands.settle()
        hands.play(_deeds(hands, view.take_scan, typed.format(**numbers)), order)
        states = [clerk.find.look_up(number).rows[0].state for number in numbers.values()]
        ends.append(
            (states, view.band.kind, view.list_card.rows.rowCount(), hands.count(ActivityKind.LIST_CLOSED) - closed)
        )
    assert ends == [ends[0]] * len(ends)
