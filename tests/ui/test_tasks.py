"""Tests of the lanes with real threads."""

from __future__ import annotations

import gc
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from outlet_app.errors import NotPermitted, OutletError
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def owner(qapp: object) -> QObject:
    assert qapp
    return QObject()


def test_an_answer_comes_on_the_gui_thread_from_work_on_another(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    answers: list[tuple[str, threading.Thread]] = []

    def done(worker: str) -> None:
        answers.append((worker, threading.current_thread()))

    tasks.run(Lane.DATA, lambda: threading.current_thread().name, owner, done)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [("tasks-data", threading.main_thread())]


def test_work_of_one_lane_is_done_in_the_order_it_was_handed_in(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    begun: list[int] = []
    answered: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        time.sleep(0.001 * (number % 3))
        return number

    for number in range(30):
        tasks.run(Lane.PAPER, lambda number=number: work(number), owner, answered.append)
    qtbot.waitUntil(lambda: len(answered) == 30)
    assert begun == answered == list(range(30))


def test_a_hanging_paper_lane_does_not_hold_up_the_data_lane(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    spooler_answers = threading.Event()
    answered: list[str] = []
    tasks.run(Lane.PAPER, lambda: spooler_answers.wait(5), owner, lambda _: answered.append("paper"))
    tasks.run(Lane.DATA, lambda: None, owner, lambda _: answered.append("data"))
    qtbot.waitUntil(lambda: answered == ["data"])
    spooler_answers.set()
    qtbot.waitUntil(lambda: answered == ["data", "paper"])


def test_a_hanging_stick_holds_up_no_other_lane_and_each_lane_tells_whether_it_is_idle(
    qtbot: QtBot, tasks: Tasks, owner: QObject
) -> None:
    stick_answers = threading.Event()
    answered: list[str] = []
    tasks.run(Lane.FILES, lambda: stick_answers.wait(5), owner, lambda _: answered.append("files"))
    tasks.run(Lane.DATA, lambda: None, owner, lambda _: answered.append("data"))
    tasks.run(Lane.PAPER, lambda: None, owner, lambda _: answered.append("paper"))
    qtbot.waitUntil(lambda: set(answered) == {"data", "paper"})
    assert tasks.is_idle(Lane.DATA, Lane.PAPER)
    assert not tasks.is_idle(Lane.FILES)
    assert not tasks.is_idle()
    stick_answers.set()
    qtbot.waitUntil(tasks.is_idle)


def _refuse() -> None:
    raise NotPermitted


def test_a_known_error_goes_to_whoever_asked(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    heard: list[OutletError] = []
    unheard: list[OutletError] = []
    tasks.task_failed.connect(unheard.append)
    tasks.run(Lane.DATA, _refuse, owner, pytest.fail, heard.append)
    qtbot.waitUntil(tasks.is_idle)
    assert [type(error) for error in heard] == [NotPermitted]
    assert unheard == []


def test_a_known_error_that_nobody_asked_about_is_told_all_the_same(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    with qtbot.waitSignal(tasks.task_failed) as told:
        tasks.run(Lane.DATA, _refuse, owner, pytest.fail)
    assert isinstance(told.args[0], NotPermitted)


def test_a_known_error_is_told_when_whoever_asked_is_gone(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    heard: list[OutletError] = []
    gone = threading.Event()

    def refuse_late() -> None:
        gone.wait()
        _refuse()

    with qtbot.waitSignal(tasks.task_failed):
        tasks.run(Lane.DATA, refuse_late, owner, pytest.fail, heard.append)
        owner.deleteLater()
        gone.set()
    assert heard == []


def test_an_answer_for_an_owner_that_is_gone_is_dropped(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    gone = threading.Event()
    tasks.run(Lane.DATA, gone.wait, owner, pytest.fail)
    owner.deleteLater()
    gone.set()
    qtbot.waitUntil(tasks.is_idle)


def test_a_bug_goes_to_the_excepthook_on_the_gui_thread(
    qtbot: QtBot, tasks: Tasks, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[type[BaseException], threading.Thread]] = []

    def hook(kind: type[BaseException], _bug: object, _trace: object) -> None:
        heard.append((kind, threading.current_thread()))

    monkeypatch.setattr(sys, "excepthook", hook)
    tasks.run(Lane.DATA, lambda: 1 // 0, owner, pytest.fail, pytest.fail)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [(ZeroDivisionError, threading.main_thread())]


def test_a_lane_goes_on_after_a_bug(
    qtbot: QtBot, tasks: Tasks, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda *_: None)
    answered: list[int] = []
    tasks.run(Lane.DATA, lambda: 1 // 0, owner, pytest.fail)
    tasks.run(Lane.DATA, lambda: 7, owner, answered.append)
    qtbot.waitUntil(lambda: answered == [7])


def test_closing_lets_work_finish_and_drops_its_answer(qapp: object, owner: QObject, tmp_path: Path) -> None:
    assert qapp
    lanes = Tasks()
    written = tmp_path / "written"

    def write() -> None:
        time.sleep(0.05)
        written.touch()

    lanes.run(Lane.DATA, write, owner, pytest.fail)
    assert lanes.close()
    assert written.exists()


def test_after_closing_nothing_is_run_and_nobody_is_told(qapp: object, owner: QObject) -> None:
    assert qapp
    lanes = Tasks()
    assert lanes.close()
    lanes.run(Lane.DATA, pytest.fail, owner, pytest.fail)
    assert lanes.is_idle()


def test_closing_does_not_wait_for_ever(qapp: object, owner: QObject) -> None:
    assert qapp
    lanes = Tasks()
    spooler_answers = threading.Event()
    lanes.run(Lane.PAPER, lambda: spooler_answers.wait(5), owner, pytest.fail)
    begun = time.monotonic()
    assert not lanes.close(0.05)
    assert time.monotonic() - begun < 1
    spooler_answers.set()
    assert lanes.close()


def test_a_bug_found_while_closing_is_still_told(qtbot: QtBot, owner: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: heard.append(kind))
    lanes = Tasks()
    lanes.run(Lane.DATA, lambda: 1 // 0, owner, pytest.fail)
    lanes.close()
    qtbot.waitUntil(lambda: heard == [ZeroDivisionError])


def test_a_widget_is_never_let_go_on_a_worker_thread(qtbot: QtBot, tasks: Tasks) -> None:
    """The work below is the only thing that knows the object; Qt kills a program that deletes a widget elsewhere."""
    ended: list[threading.Thread] = []

    class Known(QObject):
        def __del__(self) -> None:
            ended.append(threading.current_thread())

    class Owner(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.known = Known()

    for _ in range(50):
        owner = Owner()
        tasks.run(Lane.DATA, owner.known.objectName, owner, lambda _: None)
        del owner
    qtbot.waitUntil(lambda: len(ended) == 50)
    assert set(ended) == {threading.main_thread()}


class _Cycle:
    """Garbage that only the collector finds, and that says where it was found."""

    def __init__(self, found: list[threading.Thread]) -> None:
        self._itself = self
        self._found = found

    def __del__(self) -> None:
        self._found.append(threading.current_thread())


def test_garbage_is_collected_on_the_gui_thread_alone(qtbot: QtBot, tasks: Tasks, owner: QObject) -> None:
    found: list[threading.Thread] = []

    def litter() -> None:
        for _ in range(5000):
            _Cycle(found)

    tasks.run(Lane.DATA, litter, owner, lambda _: None)
    qtbot.waitUntil(lambda: len(found) > 4000)
    assert set(found) == {threading.main_thread()}


def test_after_the_lanes_are_closed_the_collector_runs_by_itself_again(qapp: object) -> None:
    assert qapp
    lanes = Tasks()
    assert not gc.isenabled()
    assert lanes.close()
    assert gc.isenabled()
