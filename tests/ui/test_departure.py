"""Tests of closing the outlet while something is still under way."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import DiskFull, OutletError
from outlet_app.ui import departure
from outlet_app.ui.departure import Departure
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Entrance, Services
    from outlet_app.ui.tasks import Tasks


def test_leaving_closes_the_store_once(
    come_in: Callable[[], Services], entrance: Entrance, tasks: Tasks, qtbot: QtBot
) -> None:
    services = come_in()
    leaving = Departure(entrance.close, tasks, tasks)
    told: list[bool] = []
    leaving.left.connect(lambda: told.append(True))
    leaving.begin()
    leaving.begin()
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(60)
    assert told == [True]
    with pytest.raises(Exception, match="closed"):
        services.session.today()


def test_leaving_waits_for_a_label_on_its_way(
    come_in: Callable[[], Services], entrance: Entrance, tasks: Tasks, qtbot: QtBot
) -> None:
    come_in()
    printed = threading.Event()
    tasks.run(Lane.PAPER, lambda: printed.wait(5), tasks, lambda _: None)
    leaving = Departure(entrance.close, tasks, tasks)
    told: list[bool] = []
    leaving.left.connect(lambda: told.append(True))
    leaving.begin()
    qtbot.wait(80)
    assert told == []
    printed.set()
    qtbot.waitUntil(lambda: told == [True])


def test_a_spooler_that_hangs_keeps_nobody_signed_in(
    come_in: Callable[[], Services], entrance: Entrance, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    come_in()
    monkeypatch.setattr(departure, "LONGEST_WAIT_MS", 50)
    printed = threading.Event()
    tasks.run(Lane.PAPER, lambda: printed.wait(5), tasks, lambda _: None)
    leaving = Departure(entrance.close, tasks, tasks)
    with qtbot.waitSignal(leaving.left):
        leaving.begin()
    printed.set()


def test_a_full_disk_at_leaving_is_told_and_the_session_is_gone_all_the_same(
    come_in: Callable[[], Services],
    entrance: Entrance,
    tasks: Tasks,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    come_in()
    close = entrance.close

    def on_a_full_disk() -> None:
        close()
        raise DiskFull(tmp_path)

    monkeypatch.setattr(entrance, "close", on_a_full_disk)
    leaving = Departure(entrance.close, tasks, tasks)
    heard: list[OutletError] = []
    tasks.task_failed.connect(heard.append)
    with qtbot.waitSignal(leaving.left):
        leaving.begin()
    assert [type(error) for error in heard] == [DiskFull]
