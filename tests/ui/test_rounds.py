"""Tests of what the window asks for by itself, on a real session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.errors import FileDamaged
from outlet_app.services.session import RecordState, Today
from outlet_app.ui import rounds
from outlet_app.ui.rounds import Rounds
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks


def test_the_record_is_checked_to_its_end_without_being_asked(services: Services, tasks: Tasks, qtbot: QtBot) -> None:
    going = Rounds(services.session, services.printing_desk, tasks, tasks)
    states: list[RecordState] = []
    counts: list[Today] = []
    going.record_told.connect(states.append)
    going.today_told.connect(counts.append)
    going.start()
    qtbot.waitUntil(lambda: states[-1:] == [RecordState.GOOD])
    assert states[0] is RecordState.CHECKING
    qtbot.waitUntil(lambda: counts == [Today(0, 0)])
    going.stop()


def test_the_record_is_checked_once_more_when_asked(services: Services, tasks: Tasks, qtbot: QtBot) -> None:
    going = Rounds(services.session, services.printing_desk, tasks, tasks)
    states: list[RecordState] = []
    going.record_told.connect(states.append)
    going.start()
    qtbot.waitUntil(lambda: states[-1:] == [RecordState.GOOD])
    states.clear()
    going.check_again()
    qtbot.waitUntil(lambda: len(states) > 1)
    assert set(states) == {RecordState.GOOD}
    going.stop()


def test_the_check_stands_back_while_somebody_works(services: Services, tasks: Tasks, qtbot: QtBot) -> None:
    going = Rounds(services.session, services.printing_desk, tasks, tasks)
    states: list[RecordState] = []
    busy = [True]

    def keep_busy(_nothing: object = None) -> None:
        if busy[0]:
            tasks.run(Lane.PAPER, lambda: None, tasks, keep_busy)

    keep_busy()
    going.record_told.connect(states.append)
    going.start()
    qtbot.wait(100)
    assert states == [RecordState.CHECKING]
    busy[0] = False
    qtbot.waitUntil(lambda: RecordState.GOOD in states)
    going.stop()


def test_each_round_counts_again_until_it_is_stopped(
    services: Services, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rounds.EACH_MS == 30_000
    monkeypatch.setattr(rounds, "EACH_MS", 20)
    going = Rounds(services.session, services.printing_desk, tasks, tasks)
    counts: list[Today] = []
    going.today_told.connect(counts.append)
    going.start()
    qtbot.waitUntil(lambda: len(counts) >= 3)
    going.stop()
    qtbot.waitUntil(tasks.is_idle)
    told = len(counts)
    qtbot.wait(60)
    assert len(counts) == told


def test_a_code_that_was_forgotten_is_told_of(
    services: Services, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "EACH_MS", 20)
    monkeypatch.setattr(services.printing_desk, "drop_expired", lambda: 2)
    going = Rounds(services.session, services.printing_desk, tasks, tasks)
    with qtbot.waitSignal(going.codes_dropped) as told:
        going.start()
    assert told.args == [2]
    going.stop()


def test_trouble_while_checking_is_told_and_ends_the_check(
    services: Services, tasks: Tasks, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on_a_bad_disk() -> bool:
        raise FileDamaged(tmp_path)

    monkeypatch.setattr(services.session, "verify_some", on_a_bad_disk)
    going = Rounds(services.session, services.printing_desk, tasks, tasks)
    with qtbot.waitSignal(tasks.task_failed) as told:
        going.start()
    assert isinstance(told.args[0], FileDamaged)
    assert not going._check.isActive()
    going.stop()
