"""The backup at closing: made when the day was worth it, and nobody is kept from going home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.ui import languages
from outlet_app.ui.closing_backup import ClosingBackup
from outlet_app.ui.languages import Language
from outlet_app.ui.tasks import Lane
from tests.ui.equipping import cut_words
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def closing(owner: Services, tasks: Tasks, qtbot: QtBot, speaking: QApplication) -> Iterator[ClosingBackup]:
    """The page, and how often it has ended."""
    assert speaking
    page = ClosingBackup(owner.backup, tasks)
    qtbot.addWidget(page)
    page.resize(1366, 728)
    page.show()
    yield page
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)


def choose(owner: Services, stick: Path, tasks: Tasks, qtbot: QtBot) -> None:
    trial = owner.backup.try_folder(stick)
    tasks.run(Lane.DATA, lambda: owner.backup.choose_folder(trial), tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)


def test_without_a_folder_closing_goes_on_at_once(closing: ClosingBackup, qtbot: QtBot) -> None:
    with qtbot.waitSignal(closing.ended, timeout=LONG_MS):
        closing.begin()


def test_a_day_of_work_is_backed_up_and_then_closed(
    closing: ClosingBackup, owner: Services, stick: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    choose(owner, stick, tasks, qtbot)
    with qtbot.waitSignal(closing.ended, timeout=LONG_MS):
        closing.begin()
    assert len(list(stick.glob("*.oab"))) == 1
    with qtbot.waitSignal(closing.ended, timeout=LONG_MS):
        again = ClosingBackup(owner.backup, tasks)
        qtbot.addWidget(again)
        again.ended.connect(closing.ended)
        again.begin()
    assert len(list(stick.glob("*.oab"))) == 1


def test_a_missing_stick_is_said_and_can_be_plugged_in_or_left(
    closing: ClosingBackup, owner: Services, stick: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    choose(owner, stick, tasks, qtbot)
    stick.rmdir()
    closing.begin()
    qtbot.waitUntil(closing.again.isVisible, timeout=LONG_MS)
    qtbot.waitUntil(lambda: "is not there" in closing.state.text(), timeout=LONG_MS)
    assert "There is no backup yet." in closing.state.text()
    assert closing.progress.isHidden()
    stick.mkdir()
    with qtbot.waitSignal(closing.ended, timeout=LONG_MS):
        closing.again.click()
    assert len(list(stick.glob("*.oab"))) == 1


def test_closing_without_backup_ends_once_and_leaves_nothing(
    closing: ClosingBackup, owner: Services, stick: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    choose(owner, stick, tasks, qtbot)
    ended: list[int] = []
    closing.ended.connect(lambda: ended.append(1))
    closing.begin()
    qtbot.waitUntil(lambda: closing.run.is_running, timeout=LONG_MS)
    closing.activateWindow()
    closing.setFocus()
    qtbot.waitUntil(closing.without.hasFocus, timeout=LONG_MS)
    QTest.keyClick(closing.without, Qt.Key.Key_Space)
    assert ended == [1]
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert ended == [1]
    assert list(stick.iterdir()) == []


def test_a_session_that_is_over_keeps_nobody(
    closing: ClosingBackup, owner: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(owner.session.outlet), "is_open", property(lambda _: False))
    with qtbot.waitSignal(closing.ended, timeout=LONG_MS):
        closing.begin()
    monkeypatch.undo()


def test_nothing_is_cut_in_either_language(closing: ClosingBackup, speaking: QApplication, qtbot: QtBot) -> None:
    for language in Language:
        languages.speak(speaking, language)
        closing.again.show()
        qtbot.waitUntil(lambda: bool(closing.heading.text()))
        qtbot.waitUntil(lambda: not cut_words(closing))
