"""The card that tells how the backups stand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.backup_plan import KeptBackup
from outlet_app.services.backup import BackupProgress, BackupStage, Proof
from outlet_app.services.backup_folder import BackupStanding, FolderLook, FolderState, LastBackup
from outlet_app.ui import languages
from outlet_app.ui.backup_card import BackupCard, size_name
from outlet_app.ui.backup_news import BackupNews
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

MADE = datetime(2026, 11, 22, 5, 2, tzinfo=UTC)
NAME = "outlet-backup-20261122-050200.oab"
STICK = Path("/media/stick")
GOOD = BackupNews(
    BackupStanding(STICK, LastBackup(NAME, MADE, 83_000_000, 40, Proof.OPENS, b"")),
    FolderLook(FolderState.THERE, (KeptBackup(NAME, MADE), KeptBackup("x", MADE)), 12_300_000_000),
)


@pytest.fixture
def card(speaking: QApplication, qtbot: QtBot) -> BackupCard:
    assert speaking
    made = BackupCard()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_good_backup_is_told_with_folder_size_and_room(card: BackupCard) -> None:
    card.show_news(GOOD)
    assert card.heading.text() == "Backup 11-22 13:02 ✓"
    assert card.folder.whole() == str(STICK)
    assert (card.extent.text(), card.kept.text()) == ("83.0 MB", "2 backups, 12.3 GB free")
    assert card.make.isVisible()
    assert not card.stop.isVisible()


def test_while_one_is_made_it_can_be_stopped_and_the_folder_stays(card: BackupCard, qtbot: QtBot) -> None:
    card.show_news(GOOD)
    card.make.setFocus()
    card.show_news(GOOD.begun().as_far_as(BackupProgress(BackupStage.COPYING, 1, 2)))
    assert (card.stop.isVisible(), card.make.isVisible(), card.choose.isEnabled()) == (True, False, False)
    assert card.progress.value() == 22
    with qtbot.waitSignal(card.stop_asked):
        card.stop.click()
    card.show_news(GOOD)
    assert (card.stop.isVisible(), card.make.isVisible(), card.choose.isEnabled()) == (False, True, True)


def test_what_is_not_known_takes_no_room_and_the_language_is_taken_up(
    card: BackupCard, speaking: QApplication, qtbot: QtBot
) -> None:
    card.show_news(BackupNews(BackupStanding(None, None)))
    assert [caption.isVisible() for caption in card.captions] == [False, False, False]
    assert not card.make.isVisible()
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: card.heading.text() == "未设置备份")


def test_sizes_are_told_as_a_person_reads_them() -> None:
    assert [size_name(count) for count in (123_456, 83_000_000, 2_038_329_344)] == ["0.1 MB", "83.0 MB", "2.0 GB"]
