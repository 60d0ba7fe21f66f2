"""Tests of the work that waits for the owner's key, on a real session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import DiskFull
from outlet_app.ui import quiet_work
from outlet_app.ui.quiet_work import QuietWork
from outlet_app.ui.tasks import Lane
from tests.outlets import OWNER_PASSWORD
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.tasks import Tasks
    from tests.ui.equipping import Equipping


@pytest.fixture
def rounds(equipping: Equipping, tasks: Tasks, monkeypatch: pytest.MonkeyPatch) -> QuietWork:
    assert quiet_work.LOOK_MS == 500
    monkeypatch.setattr(quiet_work, "LOOK_MS", 5)
    return QuietWork(equipping.services.wraps, tasks, tasks)


def renew_seed(equipping: Equipping) -> None:
    keys = equipping.services.owner_keys
    keys.replace_seed(keys.draw_seed(), password=OWNER_PASSWORD, card=equipping.outlet.card)


def test_a_use_of_the_card_starts_the_work_and_it_goes_on_to_its_end(
    equipping: Equipping, rounds: QuietWork, qtbot: QtBot
) -> None:
    rounds.start()
    renew_seed(equipping)
    qtbot.waitUntil(lambda: not equipping.services.wraps.waits(), timeout=LONG_MS)
    assert equipping.outlet.keys.key_file().former_seed is None
    rounds.stop()


def test_the_work_stands_back_while_somebody_works_and_ends_with_the_window(
    equipping: Equipping, rounds: QuietWork, tasks: Tasks, qtbot: QtBot
) -> None:
    busy = [True]

    def keep_busy(_nothing: object = None) -> None:
        if busy[0]:
            tasks.run(Lane.PAPER, lambda: None, tasks, keep_busy)

    keep_busy()
    rounds.start()
    renew_seed(equipping)
    qtbot.wait(60)
    assert equipping.services.wraps.progress().done == 0
    rounds.stop()
    busy[0] = False
    equipping.settle()
    qtbot.wait(30)
    assert equipping.outlet.keys.key_file().former_seed is not None


def test_a_disk_that_is_full_is_told_once(
    equipping: Equipping, rounds: QuietWork, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    renew_seed(equipping)

    def full(path: Path, _: bytes) -> None:
        raise DiskFull(path)

    monkeypatch.setattr("outlet_app.sealing.key_file.replace_file", full)
    rounds.start()
    qtbot.waitUntil(lambda: bool(equipping.troubles), timeout=LONG_MS)
    qtbot.wait(30)
    rounds.stop()
    equipping.settle()
    assert [type(error) for error in equipping.troubles] == [DiskFull]
