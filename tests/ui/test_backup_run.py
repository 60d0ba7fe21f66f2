"""Backups that the window makes by itself, over real lanes."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import FileMissing, Stopped
from outlet_app.services.backup_folder import FolderState
from outlet_app.ui.backup_run import EACH_MS, FIRST_MS, BackupRun
from outlet_app.ui.tasks import Lane
from tests.builders import draft
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.errors import OutletError
    from outlet_app.services import Services
    from outlet_app.ui.backup_news import BackupNews
    from outlet_app.ui.tasks import Tasks


class Watched:
    """A run, and what it told."""

    def __init__(self, services: Services, tasks: Tasks, qtbot: QtBot) -> None:
        self.run = BackupRun(services.backup, tasks)
        self.told: list[BackupNews] = []
        self.ended: list[OutletError | None] = []
        self.run.told.connect(self.told.append)
        self.run.ended.connect(self.ended.append)
        self._tasks, self._qtbot = tasks, qtbot

    def settle(self) -> None:
        self._qtbot.waitUntil(self._tasks.is_idle, timeout=LONG_MS)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def watched(owner: Services, tasks: Tasks, qtbot: QtBot, stick: Path) -> Iterator[Watched]:
    """The owner's run, and the stick is chosen."""
    trial = owner.backup.try_folder(stick)
    tasks.run(Lane.DATA, lambda: owner.backup.choose_folder(trial), tasks, lambda _: None)
    made = Watched(owner, tasks, qtbot)
    made.settle()
    yield made
    made.run.halt()
    made.settle()
    made.run.deleteLater()


def test_a_backup_goes_from_lane_to_lane_and_is_told_at_its_end(watched: Watched, stick: Path) -> None:
    watched.run.begin()
    assert watched.run.is_running
    watched.run.begin()
    watched.settle()
    assert watched.ended == [None]
    assert not watched.run.is_running
    assert len(list(stick.iterdir())) == 1
    news = watched.run.news
    assert news.standing is not None
    assert news.standing.last is not None
    assert news.look is not None
    assert news.look.state is FolderState.THERE


def test_a_missing_folder_is_told_and_forgotten_when_it_comes_back(watched: Watched, stick: Path) -> None:
    stick.rmdir()
    watched.run.begin()
    watched.settle()
    assert [type(error) for error in watched.ended] == [FileMissing]
    assert isinstance(watched.run.news.trouble, FileMissing)
    stick.mkdir()
    watched.run.look()
    watched.settle()
    assert watched.run.news.trouble is None


def test_a_stopped_backup_is_no_trouble_and_leaves_nothing(watched: Watched, stick: Path) -> None:
    watched.run.begin()
    watched.run.stop()
    watched.settle()
    assert [type(error) for error in watched.ended] == [Stopped]
    assert watched.run.news.trouble is None
    assert list(stick.iterdir()) == []


def test_what_is_due_is_made_by_itself_and_then_only_looked_after(watched: Watched, stick: Path) -> None:
    watched.run.start()
    watched.settle()
    assert watched.run._next.interval() == FIRST_MS
    watched.run._next.timeout.emit()
    watched.settle()
    assert len(list(stick.iterdir())) == 1
    assert watched.run._next.interval() == EACH_MS
    shutil.rmtree(stick)
    watched.run._next.timeout.emit()
    watched.settle()
    assert watched.ended == [None]
    assert watched.run.news.look is not None
    assert watched.run.news.look.state is FolderState.MISSING


def test_without_a_folder_nothing_is_begun_by_itself_and_a_wish_is_no_trouble(
    services: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    watched = Watched(services, tasks, qtbot)
    watched.run.start()
    watched.run._next.timeout.emit()
    watched.settle()
    assert watched.ended == []
    watched.run.begin()
    watched.settle()
    assert len(watched.ended) == 1
    assert watched.run.news.trouble is None
    watched.run.halt()
    watched.run.deleteLater()


def test_accepting_goes_on_while_a_backup_is_made(watched: Watched, owner: Services, tasks: Tasks) -> None:
    accepted: list[object] = []
    watched.run.begin()
    for _ in range(5):
        tasks.run(Lane.DATA, lambda: owner.entry.accept(draft(), None), watched.run, accepted.append)
    watched.settle()
    assert len(accepted) == 5
    assert watched.ended == [None]


def test_a_window_that_goes_in_the_middle_ends_its_backup_without_a_word(
    owner: Services, tasks: Tasks, qtbot: QtBot, watched: Watched, stick: Path
) -> None:
    unheard: list[OutletError] = []
    tasks.task_failed.connect(unheard.append)
    gone = BackupRun(owner.backup, tasks)
    gone.begin()
    qtbot.waitUntil(lambda: not tasks.is_idle(Lane.FILES) or tasks.is_idle(), timeout=LONG_MS)
    gone.halt()
    gone.deleteLater()
    watched.settle()
    assert unheard == []
    assert list(stick.iterdir()) == []
