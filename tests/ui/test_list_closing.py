"""A list's end: closed whatever becomes of its paper, and written for a carrier that has a key."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.errors import DiskFull
from outlet_app.ui.handover_run import HandoverRun
from outlet_app.ui.list_closing import ListClosing
from tests.outlets import copy_of
from tests.services.carriers_keys import YTO, accept, choose, key_in_force, opened
from tests.ui.conftest import LONG_MS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.domain.handover_list import HandoverList
    from outlet_app.domain.printer import Printer
    from outlet_app.services import Services
    from outlet_app.services.entry import Accepted
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet


class Dock:
    """The owner closes lists; where papers go, and what was told."""

    def __init__(self, services: Services, tasks: Tasks, qtbot: QtBot) -> None:
        self.services = services
        self.printer: Printer | None = None
        self.messages: list[tuple[str, str]] = []
        self.closed: list[HandoverList] = []
        run = HandoverRun(services.sealed_handover, tasks)
        self.closing = ListClosing(services.hand_over, services.printing_desk, run, lambda: self.printer, tasks)
        self.closing.closed.connect(self.closed.append)
        self.closing.message.connect(lambda kind, text: self.messages.append((kind, text)))
        self._tasks, self._qtbot = tasks, qtbot

    def close(self, *accepted: Accepted) -> None:
        for each in accepted:
            self.services.hand_over.put_on("yto", each.number, typed=False)
        (standing,) = self.services.hand_over.lists()
        self.closing.close(standing)
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(self._tasks.is_idle, timeout=LONG_MS)


@pytest.fixture
def outlet(shop: Outlet, tmp_path: Path) -> Outlet:
    return copy_of(shop, tmp_path / "shop")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def tray(tmp_path: Path) -> Path:
    folder = tmp_path / "tray"
    folder.mkdir()
    return folder


@pytest.fixture
def dock(outlet: Outlet, tasks: Tasks, speaking: object, qtbot: QtBot) -> Iterator[Dock]:
    assert speaking
    made = Dock(outlet.owner(), tasks, qtbot)
    yield made
    made.settle()
    made.closing.deleteLater()
    outlet.entrance.close()


def test_a_closed_list_is_printed_under_its_number(dock: Dock, tray: Path, qtbot: QtBot) -> None:
    dock.printer = printing.tray(tray)
    dock.close(accept(dock.services))
    assert [handover.count for handover in dock.closed] == [1]
    qtbot.waitUntil(lambda: dock.messages == [("good", "List 1 printed")])
    assert (tray / "1.pdf").read_bytes().startswith(b"%PDF")


def test_without_a_printer_it_is_closed_and_asked_to_be_printed_says_what_is_missing(dock: Dock) -> None:
    dock.close(accept(dock.services))
    assert len(dock.closed) == 1
    assert dock.messages == []
    dock.closing.print_again(dock.closed[0])
    assert dock.messages == [("warn", "Choose a printer under Accept first.")]


def test_a_list_that_cannot_be_closed_is_told_and_stands_open(
    dock: Dock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parcel = accept(dock.services)
    dock.services.hand_over.put_on("yto", parcel.number, typed=False)
    (standing,) = dock.services.hand_over.lists()

    def full(*_: object) -> object:
        raise DiskFull(dock.services.session.store.path)

    monkeypatch.setattr(dock.services.session.store, "write", full)
    with qtbot.waitSignal(dock.closing.refused) as told:
        dock.closing.close(standing)
    monkeypatch.undo()
    dock.settle()
    assert isinstance(told.args[0], DiskFull)
    assert dock.closed == []
    assert dock.services.hand_over.lists() == (standing,)


def test_a_list_of_a_carrier_with_a_key_is_written_for_it_and_told(
    outlet: Outlet, tasks: Tasks, speaking: object, stick: Path, qtbot: QtBot
) -> None:
    assert speaking
    before = outlet.owner()
    early = accept(before)
    before.session.sign_out()
    services = key_in_force(outlet)
    choose(services, stick)
    dock = Dock(services, tasks, qtbot)
    late = accept(services)
    dock.close(early, late)
    qtbot.waitUntil(lambda: bool(dock.messages), timeout=LONG_MS)
    (file,) = stick.iterdir()
    assert list(opened(file, YTO)) == [late.number]
    assert dock.messages == [
        ("warn", f"Sealed file {file.name} written. Not in it: {early.number}, accepted before the carrier's key.")
    ]
    dock.messages.clear()
    dock.close(accept(services))
    qtbot.waitUntil(lambda: bool(dock.messages), timeout=LONG_MS)
    assert dock.messages[0][0] == "good"
    assert dock.messages[0][1].endswith("written for the carrier: 1")
    shutil.rmtree(stick)
    dock.messages.clear()
    dock.close(accept(services))
    qtbot.waitUntil(lambda: bool(dock.messages), timeout=LONG_MS)
    assert dock.messages[0][1].startswith("A closed list's sealed file for its carrier is still to be written.")
    assert len(dock.closed) == 3
    dock.settle()
    dock.closing.deleteLater()
    outlet.entrance.close()
