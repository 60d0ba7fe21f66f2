"""The pages of a restore, each by itself; the way through them is walked in `test_rescue_view`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt

from outlet_app.errors import Fault, FaultKind, FileDamaged, InvalidDraft, KeyMismatch, Stopped
from outlet_app.services import Tile
from outlet_app.services.backup_contents import Findings, RestoreProgress, RestoreStage
from outlet_app.services.restore import BackupContents, BackupSeen, CarrierAtRisk
from outlet_app.ui import prompts
from outlet_app.ui.restore_pages import BackupFilePage, ContentsPage, LastNumbersPage, OwnCardPage, WritingPage
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.errors import OutletError
    from outlet_app.services.restore import Restore
    from outlet_app.ui.tasks import Tasks

WANG = Tile(b"w" * 16, "王店主")
GOOD = Findings(120, 30, None, 0)
CARRIERS = (CarrierAtRisk("yto", "YT0004", 100), CarrierAtRisk("zto", "75001", 9))


@dataclass
class Played:
    """As much of a restore as these pages ask for, with answers prepared."""

    findings: Findings = GOOD
    trouble: OutletError | None = None
    committed: list[dict[str, str]] = field(default_factory=list)

    def look(self, path: Path) -> BackupSeen:
        if self.trouble is not None:
            raise self.trouble
        return BackupSeen(path, "余杭文一西路网点", datetime(2026, 11, 22, 1, tzinfo=UTC), 120, (WANG,))

    def open_with_card(self, _account_id: bytes, _password: str, _card: str) -> None:
        raise KeyMismatch

    def unpack(self, tell: Callable[[RestoreProgress], None]) -> BackupContents:
        tell(RestoreProgress(RestoreStage.UNPACKING, 1, 2))
        if self.trouble is not None:
            raise self.trouble
        return BackupContents(self.findings, (WANG,), CARRIERS)

    def number_faults(self, last_numbers: Mapping[str, str]) -> tuple[Fault, ...]:
        return tuple(Fault(each, FaultKind.IN_NO_RANGE) for each, text in last_numbers.items() if text == "wrong")

    def commit(self, last_numbers: Mapping[str, str], tell: Callable[[RestoreProgress], None]) -> None:
        tell(RestoreProgress(RestoreStage.COPYING, 1, 2))
        if self.trouble is not None:
            raise self.trouble
        self.committed.append(dict(last_numbers))

    def begin(self) -> str:
        return "services"


@pytest.fixture
def played(speaking: QApplication) -> Played:
    assert speaking is not None
    return Played()


@pytest.fixture
def restore(played: Played) -> Restore:
    return cast("Restore", played)


def _settle(tasks: Tasks, qtbot: QtBot) -> None:
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)


def test_a_backup_that_is_damaged_is_named_and_another_can_be_chosen(
    restore: Restore, played: Played, tasks: Tasks, qtbot: QtBot
) -> None:
    page = BackupFilePage(restore, tasks)
    qtbot.addWidget(page)
    prompts.answer_next(None)
    page.submit()
    assert page.seen is None
    played.trouble = FileDamaged(Path("stick/a.oab"))
    prompts.answer_next(Path("stick/a.oab"))
    page.submit()
    _settle(tasks, qtbot)
    assert "a.oab" in page.fault.text()
    played.trouble = None
    prompts.answer_next(Path("stick/b.oab"))
    qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    _settle(tasks, qtbot)
    assert "b.oab" in page.told.text()
    assert not page.uses_card
    page.by_card.click()
    assert page.uses_card
    with qtbot.waitSignal(page.answered):
        page.submit()


def test_a_backup_older_than_the_keys_is_opened_by_its_sheet(restore: Restore, tasks: Tasks, qtbot: QtBot) -> None:
    page = OwnCardPage(restore, tasks)
    qtbot.addWidget(page)
    page.offer(restore.look(Path("a.oab")))
    page.proof.password.text.setText("his password")
    page.take_scan("OK1.ABCD.EFGH.IJKL")
    page.submit()
    _settle(tasks, qtbot)
    assert "sheet of that time" in page.fault.text()
    page.leave()
    assert not page.proof.card


@pytest.mark.parametrize(
    ("findings", "words"),
    [(GOOD, "whole"), (Findings(120, 30, 17, 0), "act 17"), (Findings(120, 30, None, 2), "2 waybills")],
)
def test_what_is_in_the_backup_is_told(
    restore: Restore, played: Played, tasks: Tasks, qtbot: QtBot, findings: Findings, words: str
) -> None:
    played.findings = findings
    page = ContentsPage(restore, tasks)
    qtbot.addWidget(page)
    page.enter()
    _settle(tasks, qtbot)
    assert words in page.result.text()
    assert page.next_words() == "Next"
    with qtbot.waitSignal(page.answered):
        page.submit()


def test_what_was_stopped_can_be_begun_again(restore: Restore, played: Played, tasks: Tasks, qtbot: QtBot) -> None:
    page = ContentsPage(restore, tasks)
    qtbot.addWidget(page)
    played.trouble = Stopped()
    page.enter()
    _settle(tasks, qtbot)
    assert "nothing has changed" in page.fault.text()
    assert page.next_words() == "Begin again"
    played.trouble = None
    page.submit()
    _settle(tasks, qtbot)
    assert page.contents is not None


def test_one_field_a_carrier_and_a_number_of_no_range_is_marked(restore: Restore, tasks: Tasks, qtbot: QtBot) -> None:
    page = LastNumbersPage(restore, tasks)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.offer(BackupContents(GOOD, (WANG,), CARRIERS))
    page.enter()
    page.take_scan("YT0007")
    page.take_enter()
    qtbot.keyClicks(page.fields["zto"].field, "wrong")
    page.submit()
    assert page.last_numbers() == {"yto": "YT0007", "zto": "wrong"}
    assert page.fields["zto"].fault.text()
    assert not page.fields["yto"].fault.text()
    qtbot.keyClicks(page.fields["zto"].field, "0")
    assert not page.fields["zto"].fault.text()
    page.offer(BackupContents(GOOD, (WANG,), ()))
    page.enter()
    assert "nothing to ask" in page.story.text()
    with qtbot.waitSignal(page.answered):
        page.take_enter()


@pytest.mark.parametrize(("trouble", "words"), [(Stopped(), "nothing has changed"), (InvalidDraft(()), "no range")])
def test_the_writing_tells_why_it_ended_and_goes_on_when_it_is_begun_again(
    restore: Restore, played: Played, tasks: Tasks, qtbot: QtBot, trouble: OutletError, words: str
) -> None:
    page = WritingPage(restore, LastNumbersPage(restore, tasks), tasks)
    qtbot.addWidget(page)
    played.trouble = trouble
    page.enter()
    _settle(tasks, qtbot)
    assert words in page.fault.text()
    played.trouble = None
    with qtbot.waitSignal(page.ended) as ended:
        page.submit()
    assert ended.args == ["services"]
    assert played.committed == [{}]
    assert page.next_words() == "Begin again"
