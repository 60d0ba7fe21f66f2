"""Files of closed lists go to the stick over real lanes, one after the other."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import HandoverFolderGone
from outlet_app.ui.handover_run import HandoverRun
from tests.outlets import copy_of
from tests.services.carriers_keys import YTO, accept, choose, close_list, key_in_force, opened
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.errors import OutletError
    from outlet_app.services.admission import Services
    from outlet_app.services.sealed_handover import HandoverWritten
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet


class Watched:
    """A run of the owner, and what it told."""

    def __init__(self, services: Services, tasks: Tasks, qtbot: QtBot) -> None:
        self.services = services
        self.run = HandoverRun(services.sealed_handover, tasks)
        self.written: list[HandoverWritten] = []
        self.failed: list[OutletError] = []
        self.run.written.connect(self.written.append)
        self.run.failed.connect(self.failed.append)
        self._tasks, self._qtbot = tasks, qtbot

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self._tasks.is_idle() and not self.run.is_running, timeout=LONG_MS)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def outlet(shop: Outlet, tmp_path: Path) -> Outlet:
    return copy_of(shop, tmp_path / "shop")


@pytest.fixture
def watched(outlet: Outlet, tasks: Tasks, qtbot: QtBot, stick: Path) -> Iterator[Watched]:
    services = key_in_force(outlet)
    choose(services, stick)
    made = Watched(services, tasks, qtbot)
    yield made
    made.settle()
    made.run.deleteLater()
    outlet.entrance.close()


def test_what_is_due_is_written_and_told_one_list_after_the_other(watched: Watched, stick: Path) -> None:
    services = watched.services
    lists = [close_list(services, accept(services)) for _ in range(2)]

    watched.run.write_due()
    watched.run.write_due()
    watched.settle()

    assert [each.list_id for each in watched.written] == lists
    assert watched.failed == []
    assert len(list(stick.iterdir())) == 2
    assert all(len(opened(each.path, YTO)) == 1 for each in watched.written)
    watched.run.write_due()
    watched.settle()
    assert len(watched.written) == 2


def test_one_list_can_be_written_again(watched: Watched) -> None:
    list_id = close_list(watched.services, accept(watched.services))
    for _ in range(2):
        watched.run.write(list_id)
        watched.settle()

    assert [each.list_id for each in watched.written] == [list_id, list_id]


def test_without_the_stick_it_fails_once_and_goes_on_when_the_stick_is_back(watched: Watched, stick: Path) -> None:
    services = watched.services
    lists = [close_list(services, accept(services)) for _ in range(2)]
    shutil.rmtree(stick)

    watched.run.write_due()
    watched.settle()
    assert [type(error) for error in watched.failed] == [HandoverFolderGone]
    assert watched.written == []

    stick.mkdir()
    watched.run.write_due()
    watched.settle()
    assert [each.list_id for each in watched.written] == lists
